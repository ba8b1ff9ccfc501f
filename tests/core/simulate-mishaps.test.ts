import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '../../src/lib/core/gravity';
import type { Recording } from '../../src/lib/core/recording';
import { simulate } from '../../src/lib/core/simulate';
import type { SetPlan } from '../../src/lib/core/simulate/plan';
import { SENSOR_GRADES, type SensorGrade } from '../../src/lib/core/simulate/sensor';
import type { SetTruth } from '../../src/lib/core/simulate/truth';
import { V0_MPS } from '../../src/lib/core/sled/setup';

const SEEDS = [1, 2, 3, 4, 5];

/** The same every rep, so that what the plan asks can be told in the truth. */
const ALIKE: Partial<SetPlan> = {
  depth_m: 0.45,
  depthVariation: 0,
  depthTrend: 0,
  topVariation_m: 0,
  tempoVariation: 0,
  fatigue: 0,
  sticking: 0,
  knocks: 0,
  sway_m: 0,
  tremor_m: 0,
};

const truthOf = (seed: number, set: Partial<SetPlan>): SetTruth =>
  simulate({ seed, set: { ...ALIKE, ...set } }).truth;

const kindsOf = ({ reps }: SetTruth) => reps.map(({ kind }) => kind[0]).join('');

/** Strokes in order, each with the number of its rep, or – for none. */
const orderOf = ({ strokes }: SetTruth) =>
  strokes.map(({ direction, rep }) => `${direction[0]}${rep ?? '–'}`).join(' ');

/** Longest time, s, the sled stands still between two instants. */
function standsStill_s({ motion }: SetTruth, start_s: number, end_s: number): number {
  let [still, longest] = [0, 0];
  for (let i = Math.round(start_s * motion.rate_Hz); i < end_s * motion.rate_Hz; i++) {
    still = Math.abs(motion.velocity_mps[i]) < V0_MPS ? still + 1 : 0;
    longest = Math.max(longest, still);
  }
  return longest / motion.rate_Hz;
}

describe.each(SEEDS)('a second attempt, seed %i', (seed) => {
  const set = { reps: 5, secondAttempts: 1, beforeSecondAttempt_s: [1, 2] } as const;
  const truth = truthOf(seed, set);
  const again = truth.reps[3];

  it('is one full rep; the failed press and its sinking are strokes of none', () => {
    expect(kindsOf(truth)).toBe('fffff');
    expect(orderOf(truth)).toBe('l1 p1 l2 p2 l3 p3 l4 p– l– p4 l5 p5');
  });

  it('keeps depth, and has the attempt in its bottom', () => {
    const { lower, bottom, press, depth_m } = again;
    expect(depth_m).toBeCloseTo(0.45, 2);
    expect((lower?.end_s ?? NaN) + (bottom?.duration_s ?? NaN)).toBeCloseTo(press.start_s, 9);
    const [attempt, sinking] = truth.strokes.filter(({ rep }) => rep === null);
    expect(attempt.start_s).toBeGreaterThan(lower?.end_s ?? NaN);
    expect(press.start_s - sinking.end_s).toBeGreaterThan(1);
    expect(press.start_s - sinking.end_s).toBeLessThan(2.1);
    expect(truth.reps[2].top?.duration_s).toBeLessThan(1.2);
  });

  it('rises by what the plan says and sinks back to where it began', () => {
    const [attempt, sinking] = truth.strokes.filter(({ rep }) => rep === null);
    expect(attempt.travel_m / 0.45).toBeGreaterThan(0.3);
    expect(attempt.travel_m / 0.45).toBeLessThan(0.43);
    expect(sinking.travel_m).toBeCloseTo(attempt.travel_m, 2);
  });
});

describe('failing half way', () => {
  it.each(SEEDS)('ends the set with a rep of the height it fails at, seed %i', (seed) => {
    const fails = (failsShortBy: SetPlan['failsShortBy']) =>
      truthOf(seed, { reps: 4, lastRep: 'failed', failsShortBy });
    const [low, high] = [fails([0.6, 2 / 3]), fails([1 / 3, 0.36])];
    // Above 0.6 of the usual press the published definition calls a rep full, however it ends.
    expect([kindsOf(low), kindsOf(high)]).toEqual(['fffp', 'ffff']);
    for (const truth of [low, high]) {
      expect(orderOf(truth)).toBe('l1 p1 l2 p2 l3 p3 l4 p4 l–');
      expect(truth.reps[3].top).toBeNull();
      expect(truth.reps[3].depth_m).toBeCloseTo(0.45, 2);
    }
  });
});

describe('a partial first rep', () => {
  it.each(SEEDS)('is the only partial one, seed %i', (seed) => {
    const truth = truthOf(seed, { reps: 5, firstRep: 'partial' });
    expect(kindsOf(truth)).toBe('pffff');
    expect(orderOf(truth)).toBe('l1 p1 l2 p2 l3 p3 l4 p4 l5 p5');
    expect(truth.reps[0].depth_m / 0.45).toBeGreaterThan(0.3);
    expect(truth.reps[0].depth_m / 0.45).toBeLessThan(0.45);
  });
});

describe('rests within a set', () => {
  it.each([
    ['on the hooks', 0.04],
    ['with the legs extended', 0],
  ])('are long tops, and leave the reps as they are: %s', (_, rerack_m) => {
    for (const seed of SEEDS) {
      const truth = truthOf(seed, { reps: 7, restPause_s: 8, restPauses: 2, rerack_m });
      expect(kindsOf(truth)).toBe('fffffff');
      const tops_s = truth.reps.map(({ top }) => top?.duration_s ?? 0);
      const long = tops_s.flatMap((top_s, i) => (top_s > 8 ? i + 1 : []));
      expect(long).toEqual([3, 5]);
      for (const { depth_m } of truth.reps) expect(depth_m).toBeCloseTo(0.45, 2);
    }
  });
});

describe('a stall half way', () => {
  it.each(SEEDS)('stands still for as long as asked, inside its stroke, seed %i', (seed) => {
    const tempo = { lower_s: 4, press_s: 3 };
    const truth = truthOf(seed, { reps: 4, stalls: 1, stall_s: [1.2, 1.4], ...tempo });
    expect(orderOf(truth)).toBe('l1 p1 l2 p2 l3 p3 l4 p4');
    for (const { start_s, end_s, direction } of truth.strokes) {
      expect(Math.abs(end_s - start_s - tempo[`${direction}_s`])).toBeLessThan(0.1);
      expect(standsStill_s(truth, start_s, end_s)).toBeGreaterThan(1.15);
      expect(standsStill_s(truth, start_s, end_s)).toBeLessThan(1.5);
    }
  });
});

describe('a lowering of constant speed', () => {
  it.each(SEEDS)('does not change its speed for most of its time, seed %i', (seed) => {
    const truth = truthOf(seed, { lowerShapes: ['constant'], ripple: 0, lower_s: 5 });
    for (const { lower } of truth.reps) {
      const { start_s, duration_s } = lower ?? { start_s: NaN, duration_s: NaN };
      expect(duration_s).toBeCloseTo(5, 1);
      const { acceleration_mps2, rate_Hz } = truth.motion;
      const middle = acceleration_mps2.slice(
        Math.round((start_s + 0.12 * duration_s) * rate_Hz),
        Math.round((start_s + 0.88 * duration_s) * rate_Hz),
      );
      expect(Math.max(...middle.map(Math.abs))).toBeLessThan(1e-9);
    }
  });
});

describe('a faulty sensor', () => {
  const STILL = { reps: 0, unrack_m: 0, rerack_m: 0, restBefore_s: 240, sway_m: 0, tremor_m: 0 };
  const PERFECT: Partial<SensorGrade> = {
    ...SENSOR_GRADES.good100,
    range_g: 32,
    bits: 30,
    noise_ugPerRootHz: 0,
    biasWalk_ugPerRootS: 0,
    offset_g: 0,
  };
  const recorded = (sensor: Partial<SensorGrade>, seed = 1): Recording =>
    simulate({ seed, set: STILL, sensor: { ...PERFECT, ...sensor } }).recording;

  it('drifts evenly in time, by up to the given change', () => {
    const changes_mps2 = SEEDS.flatMap((seed) => {
      const { accel_mps2, length } = recorded({ drift_mps2: 0.05 }, seed);
      const { x, y, z } = accel_mps2;
      return [x, y, z].map((column) => {
        const [start, middle, end] = [column[0], column[length >> 1], column[length - 1]];
        expect(middle).toBeCloseTo((start + end) / 2, 4);
        return Math.abs(end - start);
      });
    });
    expect(Math.max(...changes_mps2)).toBeGreaterThan(0.03);
    expect(Math.max(...changes_mps2)).toBeLessThan(0.05);
  });

  it.each(SEEDS)('has single wild samples as often and as large as asked, seed %i', (seed) => {
    const spiking = { spikes_perMin: [6, 8], spike_mps2: [30, 60] } as const;
    const { x, y, z } = recorded(spiking, seed).accel_mps2;
    const off_mps2 = Array.from(x, (_, i) => Math.hypot(x[i] - x[0], y[i] - y[0], z[i] - z[0]));
    const wild = off_mps2.flatMap((off, i) => (off > 0.01 ? i : []));
    // Seven a minute for four minutes: 28, give or take three times its root.
    expect(Math.abs(wild.length - 28)).toBeLessThan(16);
    for (const i of wild) {
      expect(off_mps2[i]).toBeGreaterThan(29.9);
      expect(off_mps2[i]).toBeLessThan(60.1);
    }
    expect(wild.filter((i, k) => i - wild[k - 1] === 1).length).toBeLessThan(3);
  });

  it('stays in its range even where it is wild', () => {
    const { x } = recorded({
      range_g: 2,
      spikes_perMin: [60, 60],
      spike_mps2: [90, 100],
    }).accel_mps2;
    expect(Math.max(...x)).toBeCloseTo(2 * GRAVITY_MPS2, 4);
  });

  it('differs from a sound one in nothing else', () => {
    const sound = recorded({ noise_ugPerRootHz: 160, biasWalk_ugPerRootS: 20, offset_g: 0.02 });
    const spiking = recorded({
      noise_ugPerRootHz: 160,
      biasWalk_ugPerRootS: 20,
      offset_g: 0.02,
      spikes_perMin: [8, 8],
    });
    const changed = sound.accel_mps2.x.reduce(
      (count, value, i) => count + (value === spiking.accel_mps2.x[i] ? 0 : 1),
      0,
    );
    expect(changed).toBeGreaterThan(10);
    expect(changed).toBeLessThan(60);
    expect(spiking.gyro_dps).toEqual(sound.gyro_dps);
  });
});
