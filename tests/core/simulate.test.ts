import { describe, expect, it } from 'vitest';
import type { Columns3, Recording, Vector3 } from '../../src/lib/core/recording';
import { simulate, type SimulateOptions } from '../../src/lib/core/simulate';
import { GRAVITY_MPS2 } from '../../src/lib/core/gravity';
import { guideTempoPlan, type SetPlan } from '../../src/lib/core/simulate/plan';
import { Random } from '../../src/lib/core/simulate/random';
import { SENSOR_GRADES, type SensorGrade } from '../../src/lib/core/simulate/sensor';
import { categoryNamed, simulateSet } from '../bench/categories';

const PERFECT: Partial<SensorGrade> = {
  rate_Hz: 400,
  range_g: 32,
  bits: 30,
  noise_ugPerRootHz: 0,
  biasWalk_ugPerRootS: 0,
  offset_g: 0,
  scaleError: 0,
  crossAxis: 0,
  gyro: { range_dps: 4000, bits: 30, noise_dpsPerRootHz: 0, offset_dps: 0, scaleError: 0 },
};
const SMOOTH: Partial<SetPlan> = { tilt_deg: 0, rolling_mps2: 0, knocks: 0, topVariation_m: 0 };
const STILL: Partial<SetPlan> = {
  reps: 0,
  unrack_m: 0,
  rerack_m: 0,
  restBefore_s: 60,
  sway_m: 0,
  tremor_m: 0,
};

const perfect = (set: Partial<SetPlan> = {}, seed = 1) =>
  simulate({ seed, set: { ...SMOOTH, ...set }, sensor: PERFECT });

const at = ({ x, y, z }: Columns3, i: number): Vector3 => [x[i], y[i], z[i]];
const dot = (a: Vector3, b: Vector3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const norm = (a: Vector3) => Math.sqrt(dot(a, a));
const gyroOf = (recording: Recording): Columns3 => {
  if (!recording.gyro_dps) throw new Error('The recording has no gyro.');
  return recording.gyro_dps;
};
/** The vector turned by a rotation vector, rad (Rodrigues). */
const rotated = (v: Vector3, turn: Vector3): Vector3 => {
  const angle = norm(turn);
  if (angle === 0) return v;
  const [x, y, z] = [turn[0] / angle, turn[1] / angle, turn[2] / angle];
  const [c, s, along] = [Math.cos(angle), Math.sin(angle), x * v[0] + y * v[1] + z * v[2]];
  return [
    c * v[0] + s * (y * v[2] - z * v[1]) + (1 - c) * along * x,
    c * v[1] + s * (z * v[0] - x * v[2]) + (1 - c) * along * y,
    c * v[2] + s * (x * v[1] - y * v[0]) + (1 - c) * along * z,
  ];
};
const rms = (values: ArrayLike<number>) =>
  Math.sqrt(Array.from(values).reduce((sum, v) => sum + v * v, 0) / values.length);
const sdOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return rms(values.map((v) => v - mean));
};
const indices = (recording: Recording) => Array.from(recording.t_s, (_, i) => i);

describe('motion', () => {
  it.each(['guide tempo', 'bounce', 'touch', 'stalls and sticking'])(
    'has acceleration, velocity and position that agree: %s',
    (kind) => {
      const sets: Record<string, Partial<SetPlan>> = {
        'guide tempo': {},
        bounce: { bounces: 1, press_s: 0.8, lower_s: 1.2 },
        touch: { bottom_s: 0, top_s: 0 },
        'stalls and sticking': { stalls: 0.5, sticking: 1, knocks: 1 },
      };
      const { motion } = simulate({ seed: 3, set: sets[kind] }).truth;
      const { position_m, velocity_mps, acceleration_mps2, rate_Hz, length } = motion;
      let [v_mps, s_m] = [0, 0];
      let [worst_v, worst_s] = [0, 0];
      for (let i = 1; i < length; i++) {
        v_mps += (acceleration_mps2[i - 1] + acceleration_mps2[i]) / 2 / rate_Hz;
        s_m += (velocity_mps[i - 1] + velocity_mps[i]) / 2 / rate_Hz;
        worst_v = Math.max(worst_v, Math.abs(v_mps - velocity_mps[i]));
        worst_s = Math.max(worst_s, Math.abs(s_m - position_m[i]));
      }
      expect(worst_v).toBeLessThan(5e-4);
      expect(worst_s).toBeLessThan(1e-4);
    },
  );

  it('never jumps in acceleration, except as fast as a bounce does', () => {
    const quiet = { knocks: 0, unrack_m: 0, rerack_m: 0 };
    const jump = (set: Partial<SetPlan>) => {
      const a = simulate({ seed: 5, set: { ...quiet, ...set } }).truth.motion.acceleration_mps2;
      return a.reduce(
        (worst, value, i) => (i === 0 ? 0 : Math.max(worst, Math.abs(value - a[i - 1]))),
        0,
      );
    };
    expect(jump({})).toBeLessThan(0.1);
    expect(jump({ bounces: 1, lower_s: 1, press_s: 0.7 })).toBeLessThan(3);
  });

  it('rebounds with a hard short peak when it bounces', () => {
    const peak = (set: Partial<SetPlan>) =>
      Math.max(...simulate({ seed: 5, set: { knocks: 0, ...set } }).truth.motion.acceleration_mps2);
    const quick = { lower_s: 1.2, press_s: 0.8 };
    expect(peak({ ...quick, bounces: 1 })).toBeGreaterThan(2 * peak(quick));
  });
});

describe('truth', () => {
  it.each([1, 2, 3, 4])('has the planned phase times and depths, seed %i', (seed) => {
    const set = {
      tempoVariation: 0,
      depthVariation: 0,
      depthTrend: 0,
      topVariation_m: 0,
      fatigue: 0,
      sticking: 0,
    };
    const plan = { ...guideTempoPlan(seed), ...set };
    const { reps } = simulate({ seed, set: { ...set, sway_m: 0, tremor_m: 0, knocks: 0 } }).truth;
    expect(reps).toHaveLength(8);
    for (const { kind, lower, bottom, press, top, index, depth_m } of reps) {
      expect(kind).toBe('full');
      expect(Math.abs((lower?.duration_s ?? 0) - plan.lower_s)).toBeLessThan(0.02);
      expect(Math.abs((bottom?.duration_s ?? 0) - plan.bottom_s)).toBeLessThan(0.05);
      expect(Math.abs(press.duration_s - plan.press_s)).toBeLessThan(0.02);
      if (index < 8) expect(Math.abs((top?.duration_s ?? 0) - plan.top_s)).toBeLessThan(0.05);
      else expect(top).toBeNull();
      expect(Math.abs(depth_m - plan.depth_m)).toBeLessThan(0.015);
      expect(press.peak_mps).toBeGreaterThan(press.mean_mps);
      expect(press.propulsive_mps).toBeGreaterThanOrEqual(press.mean_mps - 1e-9);
    }
  });

  it('keeps a stall inside its stroke', () => {
    const steady = { tempoVariation: 0, depthVariation: 0, depthTrend: 0, fatigue: 0, knocks: 0 };
    const set = { ...steady, stalls: 1, lower_s: 4, press_s: 3 };
    const { reps, strokes } = simulate({ seed: 8, set }).truth;
    expect(strokes).toHaveLength(16);
    for (const { lower, press } of reps) {
      expect(Math.abs((lower?.duration_s ?? 0) - 4)).toBeLessThan(0.1);
      expect(Math.abs(press.duration_s - 3)).toBeLessThan(0.1);
    }
  });

  it('starts with a press where the set starts at the bottom, and keeps the last lowering as a stroke', () => {
    const { reps, strokes } = simulate({ seed: 2, set: { startsAt: 'bottom', reps: 5 } }).truth;
    expect(reps).toHaveLength(5);
    expect(reps[0].lower).toBeNull();
    expect(reps[0].bottom).toBeNull();
    expect(reps[1].lower).not.toBeNull();
    expect(strokes.map(({ direction }) => direction[0]).join('')).toBe('plplplplpl');
    expect(strokes[9].rep).toBeNull();
  });

  it('calls failed and shallow reps partial', () => {
    const { reps } = simulate({
      seed: 4,
      set: { reps: 7, lastRep: 'failed', partialReps: 1, depth_m: 0.45 },
    }).truth;
    expect(reps.map(({ kind }) => kind)).toEqual([
      'full', 'full', 'full', 'full', 'partial', 'full', 'partial',
    ]); // prettier-ignore
  });

  it('parts a re-rack in mid set from the next lowering', () => {
    const { reps } = simulate({
      seed: 6,
      set: { restPause_s: 10, tempoVariation: 0, rerack_m: 0.05 },
    }).truth;
    expect(reps).toHaveLength(8);
    for (const { lower } of reps) expect(lower?.duration_s).toBeLessThan(5);
    expect(reps[3].top?.duration_s).toBeGreaterThan(10);
  });

  it('parts what only settles before a long rest from the next lowering', () => {
    const { reps } = simulateSet(categoryNamed('rest-pause'), 12, 907).truth;
    for (const { lower } of reps) expect(lower?.duration_s).toBeLessThan(6);
    expect(reps[3].top?.duration_s).toBeGreaterThan(10);
  });

  it.each<[string, Partial<SetPlan>]>([
    ['still', STILL],
    ['un-rack and re-rack', { reps: 0 }],
    ['shuffling', { reps: 0, shuffles: 12 }],
    ['carried about', { ...STILL, restBefore_s: 5, carriedBefore_s: 20, carriedAfter_s: 20 }],
  ])('has no reps where nobody presses: %s', (_, set) => {
    const { reps, strokes } = simulate({ seed: 9, set }).truth;
    expect(reps).toEqual([]);
    expect(strokes).toEqual([]);
  });

  it('gives the track at the sample times, from 0 at the first rep', () => {
    const { recording, truth } = simulate({ seed: 7 });
    const { track, reps } = truth;
    expect(track.t_s).toEqual(recording.t_s);
    const start_s = reps[0].lower?.start_s ?? NaN;
    const i = track.t_s.findIndex((t_s) => t_s >= start_s);
    expect(Math.abs(track.position_m[i])).toBeLessThan(0.001);
    expect(track.velocity_mps[i]).toBeLessThan(-0.01);
  });
});

describe('what strikes', () => {
  it('slams where asked: the press runs into the stop, and rings', () => {
    const quick = { press_s: 0.8, knocks: 0 };
    const stops = (slams: number) => simulate({ seed: 3, set: { ...quick, slams } }).truth.reps;
    const [soft, slams] = [stops(0), stops(1)];
    for (const { slammed, knocked } of slams) {
      expect(slammed).toBe(true);
      expect(knocked).toEqual({ bottom: false, top: true });
    }
    soft.forEach(({ slammed, knocked, stop, burst_mps2 }, i) => {
      expect(slammed).toBe(false);
      expect(knocked).toEqual({ bottom: false, top: false });
      const hard = slams[i];
      expect(hard.stop.braking_mps2).toBeGreaterThan(1.5 * stop.braking_mps2);
      expect(hard.burst_mps2.top).toBeGreaterThan(3 * burst_mps2.top);
    });
  });

  it('bounces where asked, with a turn far harder than legs make', () => {
    const turns = (bounces: number) =>
      simulate({ seed: 3, set: { lower_s: 1.5, press_s: 0.9, bounces } }).truth.reps;
    for (const { bounced, turnaround } of turns(1)) {
      expect(bounced).toBe(true);
      expect(turnaround?.accel_mps2).toBeGreaterThan(3.5);
    }
    for (const { bounced, turnaround } of turns(0)) {
      expect(bounced).toBe(false);
      expect(turnaround?.accel_mps2).toBeLessThan(1);
    }
  });

  it('leaves every other set as it was', () => {
    const still = simulate({ seed: 6 });
    const noted = simulate({ seed: 6, set: { slams: 0, slip_deg: 0 } });
    expect(noted.recording).toEqual(still.recording);
    expect(noted.truth.slip).toBeNull();
  });
});

describe('a clip that slips', () => {
  const held = perfect({ tilt_deg: 0 }, 4);
  const slipped = perfect({ tilt_deg: 0, slip_deg: 3 }, 4);
  const { slip } = slipped.truth;
  if (!slip) throw new Error('The clip did not slip.');

  it('changes nothing before, and no motion after', () => {
    const before = held.recording.t_s.findLastIndex((t_s) => t_s < slip.start_s - 0.1);
    expect(slipped.recording.accel_mps2.x.subarray(0, before)).toEqual(
      held.recording.accel_mps2.x.subarray(0, before),
    );
    expect(slipped.truth.motion).toEqual(held.truth.motion);
  });

  it('turns all that follows about its axis, at the rate the gyro says', () => {
    const turn_rad = (-slip.angle_deg * Math.PI) / 180;
    const turn: Vector3 = [
      slip.axis[0] * turn_rad,
      slip.axis[1] * turn_rad,
      slip.axis[2] * turn_rad,
    ];
    const last = held.recording.length - 1;
    const expected = rotated(at(held.recording.accel_mps2, last), turn);
    at(slipped.recording.accel_mps2, last).forEach((f, k) => expect(f).toBeCloseTo(expected[k], 4));
    const gyro = gyroOf(slipped.recording);
    const { rate_Hz } = PERFECT;
    const turned_deg = indices(slipped.recording).reduce(
      (sum, i) => sum + dot(slip.axis, at(gyro, i)) / (rate_Hz ?? NaN),
      0,
    );
    expect(turned_deg).toBeCloseTo(3, 2);
  });
});

describe('an ideal sensor', () => {
  it.each([0, 45, 90])('reads the true acceleration along the rail at %i°', (incline_deg) => {
    const sensor = { ...PERFECT, rate_Hz: 250 };
    const { recording, truth } = simulate({ seed: 1, set: { ...SMOOTH, incline_deg }, sensor });
    const still = at(recording.accel_mps2, 0);
    const { motion, axis } = truth;
    const errors = indices(recording).map((i) => {
      const f = at(recording.accel_mps2, i);
      const a_mps2 = dot(axis, [f[0] - still[0], f[1] - still[1], f[2] - still[2]]);
      // One sample is the mean over its 4 ms: the change of velocity across 4 steps of the grid.
      const middle = Math.round(recording.t_s[i] * motion.rate_Hz);
      const v = motion.velocity_mps;
      return a_mps2 - (v[middle + 2] - v[middle - 2]) / 0.004;
    });
    expect(rms(errors)).toBeLessThan(5e-4);
    expect(norm(axis)).toBeCloseTo(1, 12);
    expect(Math.asin(dot(axis, still) / norm(still)) * (180 / Math.PI)).toBeCloseTo(incline_deg, 4);
  });

  it('weighs 9.81 m/s² at rest, however it is clipped on', () => {
    for (let seed = 0; seed < 5; seed++) {
      const { recording } = perfect(STILL, seed);
      expect(norm(at(recording.accel_mps2, 100))).toBeCloseTo(GRAVITY_MPS2, 4);
    }
    expect(GRAVITY_MPS2).toBeCloseTo(9.81, 2);
  });

  it('turns in the hand at the rate the gyro says', () => {
    const carried = { ...STILL, restBefore_s: 3, carriedBefore_s: 15, tilt_deg: 0 };
    const { recording } = perfect(carried, 2);
    const gyro = gyroOf(recording);
    expect(Math.max(...gyro.x.map(Math.abs))).toBeGreaterThan(60);
    let seen = at(recording.accel_mps2, 0);
    const start = seen;
    for (let i = 1; i < recording.length; i++) {
      const [a, b] = [at(gyro, i - 1), at(gyro, i)];
      const turn = a.map((w_dps, k) => (-(w_dps + b[k]) / 2 / 400) * (Math.PI / 180));
      seen = rotated(seen, [turn[0], turn[1], turn[2]]);
    }
    const end = at(recording.accel_mps2, recording.length - 1);
    const apart = (a: Vector3, b: Vector3) => norm([a[0] - b[0], a[1] - b[1], a[2] - b[2]]);
    expect(apart(start, end)).toBeGreaterThan(3);
    expect(apart(seen, end)).toBeLessThan(0.02);
  });

  it('turns gravity on a tilting carriage at the rate the gyro says', () => {
    const tilted = simulate({ seed: 2, set: { ...SMOOTH, tilt_deg: 0.3 }, sensor: PERFECT });
    const level = perfect({ tilt_deg: 0 }, 2);
    const gyro = gyroOf(tilted.recording);
    let worst = 0;
    let angle: Vector3 = [0, 0, 0];
    for (let i = 0; i < tilted.recording.length; i++) {
      const f = at(level.recording.accel_mps2, i);
      const g = at(tilted.recording.accel_mps2, i);
      // A frame turned by φ sees f − φ×f.
      const seen = rotated(f, [-angle[0], -angle[1], -angle[2]]);
      worst = Math.max(worst, norm([g[0] - seen[0], g[1] - seen[1], g[2] - seen[2]]));
      const w = at(gyro, i).map((w_dps) => (w_dps * Math.PI) / 180 / 400);
      angle = [angle[0] + w[0], angle[1] + w[1], angle[2] + w[2]];
    }
    expect(worst).toBeLessThan(0.004);
  });

  it('tips by the asked angle over the travel, and comes back to it with the position', () => {
    // Hooked up again where it was unhooked.
    const hooks = { unrack_m: 0.03, rerack_m: 0.03 };
    const tilted = perfect({ ...hooks, tilt_deg: 0.2 }, 3);
    const level = perfect({ ...hooks, tilt_deg: 0 }, 3);
    const leaks = indices(level.recording).map((i) => {
      const a = at(tilted.recording.accel_mps2, i);
      const b = at(level.recording.accel_mps2, i);
      return dot(tilted.truth.axis, [a[0] - b[0], a[1] - b[1], a[2] - b[2]]);
    });
    const normal_mps2 = GRAVITY_MPS2 * Math.cos((level.truth.incline_deg * Math.PI) / 180);
    const range_deg = ((Math.max(...leaks) - Math.min(...leaks)) / normal_mps2) * (180 / Math.PI);
    expect(range_deg).toBeCloseTo(0.2, 2);
    expect(Math.abs(leaks[leaks.length - 1] - leaks[0])).toBeLessThan(0.001);
  });

  it('feels rolling in proportion to speed, and none at rest', () => {
    const rolling = simulate({ seed: 3, set: { ...SMOOTH, rolling_mps2: 0.4 }, sensor: PERFECT });
    const smooth = perfect({}, 3);
    const noise = indices(smooth.recording).map((i) => {
      const a = at(rolling.recording.accel_mps2, i);
      const b = at(smooth.recording.accel_mps2, i);
      return norm([a[0] - b[0], a[1] - b[1], a[2] - b[2]]);
    });
    const speeds = Array.from(smooth.truth.track.velocity_mps, Math.abs);
    const during = (low: number, high: number) =>
      noise.filter((_, i) => speeds[i] >= low && speeds[i] < high);
    expect(rms(noise.slice(0, 100))).toBe(0);
    // Three axes, each 0.5 to 1.4 of the asked 0.4 m/s², less what the filter takes.
    expect(rms(during(0.27, 0.33))).toBeGreaterThan(0.25);
    expect(rms(during(0.27, 0.33))).toBeLessThan(1.1);
    expect(rms(during(0.08, 0.12)) / rms(during(0.27, 0.33))).toBeGreaterThan(0.2);
    expect(rms(during(0.08, 0.12)) / rms(during(0.27, 0.33))).toBeLessThan(0.5);
  });
});

describe('a real sensor', () => {
  const still = (sensor: Partial<SensorGrade>, seed = 1) =>
    simulate({ seed, set: STILL, sensor: { ...PERFECT, ...sensor } }).recording;

  it.each([50, 100, 200])('has the asked noise density at %i Hz', (rate_Hz) => {
    const { accel_mps2 } = still({ rate_Hz, noise_ugPerRootHz: 160 });
    const density = sdOf(Array.from(accel_mps2.x)) / Math.sqrt(rate_Hz / 2) / (GRAVITY_MPS2 * 1e-6);
    expect(density).toBeGreaterThan(150);
    expect(density).toBeLessThan(170);
  });

  it('drifts as a random walk: four times the time, twice the way', () => {
    const walks = Array.from(
      { length: 40 },
      (_, seed) => still({ rate_Hz: 25, biasWalk_ugPerRootS: 100 }, seed).accel_mps2.x,
    );
    const way = (length_s: number) =>
      rms(walks.map((x) => (x[Math.round(length_s * 25)] - x[0]) / (GRAVITY_MPS2 * 1e-6)));
    expect(way(10) / Math.sqrt(10)).toBeGreaterThan(70);
    expect(way(10) / Math.sqrt(10)).toBeLessThan(130);
    expect(way(40) / way(10)).toBeGreaterThan(1.4);
    expect(way(40) / way(10)).toBeLessThan(2.8);
  });

  it('stays within offset, scale and cross-axis bounds', () => {
    for (let seed = 0; seed < 20; seed++) {
      const real = still({ offset_g: 0.05, scaleError: 0.02, crossAxis: 0.01 }, seed);
      const ideal = still({}, seed);
      const [f, g] = [at(real.accel_mps2, 0), at(ideal.accel_mps2, 0)];
      for (let k = 0; k < 3; k++) {
        expect(Math.abs(f[k] - g[k])).toBeLessThan(9.81 * 0.09);
        expect(f[k]).not.toBe(g[k]);
      }
    }
  });

  it('never leaves its range, and moves in whole steps', () => {
    const set = { bounces: 1, lower_s: 0.8, press_s: 0.6, carriedBefore_s: 10 };
    const sensor = { range_g: 2, bits: 10, gyro: null };
    const { recording } = simulate({ seed: 11, set, sensor });
    const full_mps2 = 2 * GRAVITY_MPS2;
    const step_mps2 = full_mps2 / 512;
    let clipped = 0;
    for (const column of Object.values(recording.accel_mps2) as Float32Array[]) {
      for (const value of column) {
        expect(Math.abs(value)).toBeLessThanOrEqual(full_mps2 + 1e-6);
        expect(Math.abs(value / step_mps2 - Math.round(value / step_mps2))).toBeLessThan(1e-3);
        if (Math.abs(value) > full_mps2 - 1.5 * step_mps2) clipped++;
      }
    }
    expect(clipped).toBeGreaterThan(0);
  });

  it.each([
    ['single', 0.01, 1],
    ['in bursts', 0.05, 6],
  ])('loses the asked share of samples, %s', (_, loss, lossRun) => {
    const { accel_mps2, length } = still({ rate_Hz: 400, loss, lossRun, lostAs: 'nan' });
    const lost = accel_mps2.x.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
    const runs = accel_mps2.x.reduce(
      (count, value, i) =>
        count + (Number.isNaN(value) && !Number.isNaN(accel_mps2.x[i - 1]) ? 1 : 0),
      0,
    );
    expect(lost / length / loss).toBeGreaterThan(0.75);
    expect(lost / length / loss).toBeLessThan(1.3);
    expect(lost / runs / lossRun).toBeGreaterThan(0.75);
    expect(lost / runs / lossRun).toBeLessThan(1.3);
    const absent = still({ rate_Hz: 400, loss, lossRun, lostAs: 'absent' });
    expect(absent.length).toBe(length - lost);
  });

  it('repeats the asked share of samples', () => {
    const { x } = still({ rate_Hz: 400, noise_ugPerRootHz: 160, repeats: 0.1 }).accel_mps2;
    const repeated = x.reduce((count, value, i) => count + (value === x[i - 1] ? 1 : 0), 0);
    expect(repeated / x.length).toBeGreaterThan(0.08);
    expect(repeated / x.length).toBeLessThan(0.13);
  });

  it('has even stamps with jitter, uneven stamps without', () => {
    const steps = (sensor: Partial<SensorGrade>) => {
      const { t_s } = still({ rate_Hz: 100, ...sensor });
      return Array.from(t_s.subarray(1), (t, i) => t - t_s[i]);
    };
    expect(sdOf(steps({ jitter_s: 0.004 }))).toBeLessThan(1e-9);
    const uneven = steps({ uneven: 0.3 });
    expect(Math.min(...uneven)).toBeGreaterThan(0);
    expect(sdOf(uneven)).toBeGreaterThan(0.001);
  });

  it('has a gyro only where the grade has one, and the same accelerometer either way', () => {
    const without = simulate({ seed: 1, sensor: { gyro: null } }).recording;
    const withGyro = simulate({ seed: 1 }).recording;
    expect(without.gyro_dps).toBeNull();
    expect(withGyro.gyro_dps?.x).toHaveLength(withGyro.length);
    expect(withGyro.accel_mps2).toEqual(without.accel_mps2);
  });

  it.each(Object.entries(SENSOR_GRADES))('%s keeps its rate', (_, grade) => {
    const { t_s, length } = simulate({ seed: 2, sensor: grade }).recording;
    const rate_Hz = (length - 1) / (t_s[length - 1] - t_s[0]);
    const expected_Hz = grade.rate_Hz * (grade.lostAs === 'absent' ? 1 - grade.loss : 1);
    expect(rate_Hz / expected_Hz).toBeGreaterThan(0.97);
    expect(rate_Hz / expected_Hz).toBeLessThan(1.03);
  });
});

describe('seeds', () => {
  const options: SimulateOptions = {
    seed: 42,
    set: { carriedBefore_s: 5 },
    sensor: SENSOR_GRADES.poor50,
  };

  it('give the same bytes again', () => {
    expect(simulate(options)).toEqual(simulate(options));
  });

  it('differ from each other', () => {
    const [a, b] = [simulate(options), simulate({ ...options, seed: 43 })];
    expect(a.recording.accel_mps2.x.slice(0, 200)).not.toEqual(
      b.recording.accel_mps2.x.slice(0, 200),
    );
    expect(a.truth.reps[0].depth_m).not.toBe(b.truth.reps[0].depth_m);
  });

  it('show the same set to every sensor', () => {
    const seen = Object.values(SENSOR_GRADES).map(
      (sensor) => simulate({ seed: 5, sensor }).truth.reps,
    );
    for (const reps of seen) expect(reps).toEqual(seen[0]);
  });

  it('make even and normal numbers', () => {
    const random = new Random(1, 'test');
    const even = Array.from({ length: 20000 }, () => random.uniform());
    expect(sdOf(even)).toBeCloseTo(1 / Math.sqrt(12), 2);
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    const normal = Array.from({ length: 20000 }, () => random.normal());
    expect(sdOf(normal)).toBeCloseTo(1, 1);
    expect(normal.filter((v) => Math.abs(v) > 1.96).length / 20000).toBeCloseTo(0.05, 2);
    expect(new Random(1, 'test').uniform()).not.toBe(new Random(1, 'other').uniform());
  });
});

describe('plans', () => {
  it('that no sled can follow are refused with the number', () => {
    expect(() => simulate({ seed: 1, set: { depth_m: 0 } })).toThrow('depth_m above 0, not 0');
    expect(() => simulate({ seed: 1, set: { reps: 1.5 } })).toThrow('not 1.5');
  });
});
