import { describe, expect, it } from 'vitest';
import {
  sliceRecording,
  type Columns3,
  type Recording,
  type Vector3,
} from '../../../src/lib/core/recording';
import { cross, dot, unit } from '../../../src/lib/core/signal/vector';
import { analyse } from '../../../src/lib/core/sled/analyse';
import type { Dwell, Rep, SetReport } from '../../../src/lib/core/sled/report';
import { simulate, type Simulation } from '../../../src/lib/core/simulate';
import { Random } from '../../../src/lib/core/simulate/random';
import type { SensorGrade } from '../../../src/lib/core/simulate/sensor';
import { readTruth, type TrueDwell, type TrueRep } from '../../../src/lib/core/simulate/truth';
import { angle_deg, anyMounting, type Mounting } from '../path';
import { expectSound } from './sound';

/**
 * The same set seen otherwise must be the same set: what changes here is no part of the motion, and
 * whatever changes in the report lies within its own uncertainty.
 */
const SEEDS = [1, 2, 3];

const simulated = new Map(
  SEEDS.map((seed) => {
    const simulation = simulate({ seed, set: { reps: 4 } });
    return [seed, { ...simulation, report: analyse(simulation.recording) }];
  }),
);
function set(seed: number): Simulation & { report: SetReport } {
  const found = simulated.get(seed);
  if (!found) throw new Error(`Set ${seed} was not simulated.`);
  return found;
}

const FIGURES = ['depth', 'velocity', 'lower', 'bottom', 'press', 'top'] as const;
type Figure = readonly [value: number, sd: number];
/** What is said of a rep; null where it has no such phase. */
type Figures = Record<(typeof FIGURES)[number], Figure | null>;

function figuresOf({ depth_m, depthSd_m, lower, bottom, press, top }: Rep): Figures {
  const time = (phase: Dwell | null): Figure | null =>
    phase && [phase.duration_s, phase.durationSd_s];
  return {
    depth: [depth_m, depthSd_m],
    velocity: [press.mean_mps, press.meanSd_mps],
    lower: time(lower),
    bottom: time(bottom),
    press: time(press),
    top: time(top),
  };
}

function trueFiguresOf({ depth_m, lower, bottom, press, top }: TrueRep): Figures {
  const time = (phase: TrueDwell | null): Figure | null => phase && [phase.duration_s, 0];
  return {
    depth: [depth_m, 0],
    velocity: [press.mean_mps, 0],
    lower: time(lower),
    bottom: time(bottom),
    press: time(press),
    top: time(top),
  };
}

/** What lies further from its twin than `sds` of their joint standard deviations, or has none, in words. */
function disagreements(reps: Figures[], twins: Figures[], sds: number): string[] {
  expect(reps).toHaveLength(twins.length);
  return reps.flatMap((figures, i) =>
    FIGURES.flatMap((name) => {
      const [one, other] = [figures[name], twins[i][name]];
      if (!one && !other) return [];
      if (!one || !other) return [`rep ${i + 1}: ${name} in only one of the two`];
      const apart_sd = Math.abs(one[0] - other[0]) / Math.hypot(one[1], other[1]);
      if (apart_sd <= sds) return [];
      return [`rep ${i + 1}: ${name} ${one[0]} and ${other[0]}, ${apart_sd.toFixed(1)} sd apart`];
    }),
  );
}

/** Every measure agrees within `sds` of the two reports' joint standard deviations. */
function expectSameReps(report: SetReport, as: SetReport, sds: number, later_s = 0): void {
  expectSound(report);
  expect(report.reps.map(({ kind }) => kind)).toEqual(as.reps.map(({ kind }) => kind));
  expect(disagreements(report.reps.map(figuresOf), as.reps.map(figuresOf), sds)).toEqual([]);
  report.reps.forEach(({ press }, i) => {
    expect(Math.abs(press.start_s - later_s - as.reps[i].press.start_s)).toBeLessThan(0.3);
  });
}

function mapped(columns: Columns3, mounting: Mounting): Columns3 {
  const rows = Array.from(columns.x, (x, i) => mounting([x, columns.y[i], columns.z[i]]));
  return {
    x: Float32Array.from(rows, ([x]) => x),
    y: Float32Array.from(rows, ([, y]) => y),
    z: Float32Array.from(rows, ([, , z]) => z),
  };
}

/** The recording of the same sensor clipped on another way. */
function turned({ accel_mps2, gyro_dps, ...recording }: Recording, mounting: Mounting): Recording {
  return {
    ...recording,
    accel_mps2: mapped(accel_mps2, mounting),
    gyro_dps: gyro_dps && mapped(gyro_dps, mounting),
  };
}

/** Half a turn about an axis of length 1. */
function halfTurn(axis: Vector3): Mounting {
  return (v) => {
    const along = 2 * dot(axis, v);
    return [along * axis[0] - v[0], along * axis[1] - v[1], along * axis[2] - v[2]];
  };
}

const SENSOR_AXES: readonly [string, Vector3][] = [
  ['x', [1, 0, 0]],
  ['y', [0, 1, 0]],
  ['z', [0, 0, 1]],
];

/** The rail axis as well as the reps, seen by the sensor clipped on another way. */
function expectSameWhenTurned(recording: Recording, report: SetReport, mounting: Mounting): void {
  const other = analyse(turned(recording, mounting));
  expectSameReps(other, report, 0.5);
  const axis = mounting(report.rail.axis ?? [NaN, NaN, NaN]);
  expect(angle_deg(other.rail.axis ?? [NaN, NaN, NaN], axis)).toBeLessThan(0.5);
  const steeper_deg = (other.rail.incline_deg ?? NaN) - (report.rail.incline_deg ?? NaN);
  expect(Math.abs(steeper_deg)).toBeLessThan(0.5);
}

describe.each(SEEDS)('set %i is the same', (seed) => {
  const { recording, report, truth } = set(seed);

  it('however the sensor is clipped on', () => {
    const random = new Random(seed, 'mirror');
    for (let i = 0; i < 3; i++) expectSameWhenTurned(recording, report, anyMounting(random));
  });

  it.each(SENSOR_AXES)('with the sensor turned half round about its %s', (_, axis) => {
    expectSameWhenTurned(recording, report, halfTurn(axis));
  });

  it('with the sensor clipped on backwards: half round about the rail, or across it', () => {
    const along = truth.axis;
    const { x, y, z } = recording.accel_mps2;
    const across = unit(cross(along, [x[20], y[20], z[20]]));
    const normal = cross(along, across);
    for (const axis of [along, across, normal]) {
      expectSameWhenTurned(recording, report, halfTurn(axis));
    }
  });

  it('on a level rail, where only the first stroke tells lower from press, whichever end is front', () => {
    const level = simulate({ seed, set: { reps: 4, incline_deg: 2 } });
    const forwards = analyse(level.recording);
    expect(forwards.reps).toHaveLength(4);
    for (const [, axis] of SENSOR_AXES) {
      expectSameWhenTurned(level.recording, forwards, halfTurn(axis));
    }
  });

  it.each([-5000, 86_400, 1.7e9])('whenever the clock began: %d s', (later_s) => {
    const t_s = recording.t_s.map((time_s) => time_s + later_s);
    const later = analyse({ ...recording, t_s });
    expectSameReps(later, report, 0.5, later_s);
    expect(Math.abs(later.duration_s - report.duration_s)).toBeLessThan(1e-5);
  });

  it('from a sensor whose gravity is 5 % off', () => {
    const { accel_mps2 } = recording;
    for (const share of [-0.05, 0.05]) {
      const offset = [accel_mps2.x[20], accel_mps2.y[20], accel_mps2.z[20]].map((f) => share * f);
      const off = {
        ...recording,
        accel_mps2: mapped(accel_mps2, ([x, y, z]) => [
          x + offset[0],
          y + offset[1],
          z + offset[2],
        ]),
      };
      expectSameReps(analyse(off), report, 1);
    }
  });

  it.each([50, 200])('through a sensor of the same noise density at %i Hz', (rate_Hz) => {
    const other = simulate({ seed, set: { reps: 4 }, sensor: { rate_Hz } });
    expect(other.truth.reps).toEqual(truth.reps);
    expectSameReps(analyse(other.recording), report, 3);
  });

  it('with every second sample left out, where nothing shakes faster than those left can tell', () => {
    const plan = { reps: 4, rolling_mps2: 1e-9, knocks: 0, unrack_m: 0, rerack_m: 0 };
    const { recording } = simulate({ seed, set: plan });
    const half = (column: Float32Array) => column.filter((_, i) => i % 2 === 0);
    const every = ({ x, y, z }: Columns3) => ({ x: half(x), y: half(y), z: half(z) });
    const { t_s, accel_mps2, gyro_dps } = recording;
    const thinned = {
      length: Math.ceil(recording.length / 2),
      t_s: t_s.filter((_, i) => i % 2 === 0),
      accel_mps2: every(accel_mps2),
      gyro_dps: gyro_dps && every(gyro_dps),
    };
    expectSameReps(analyse(thinned), analyse(recording), 3);
  });
});

/** A sensor without fault, on a machine that neither tips nor shakes. */
const FAULTLESS: Partial<SensorGrade> = {
  range_g: 32,
  bits: 30,
  noise_ugPerRootHz: 0,
  biasWalk_ugPerRootS: 0,
  offset_g: 0,
  scaleError: 0,
  crossAxis: 0,
  gyro: null,
};
/** Whatever the tempo, a knock rings at its own pitch: there is none. */
const SMOOTH = { reps: 4, tilt_deg: 0, rolling_mps2: 0, knocks: 0 };

/**
 * The same way travelled in `slower` times the time, at 100 Hz: velocities are so much smaller,
 * accelerations by its square, and gravity is what it is. The truth is read anew, for v0 stays v0.
 */
function slowedSet(seed: number, slower: number): { recording: Recording; reps: TrueRep[] } {
  const sensor = { ...FAULTLESS, rate_Hz: 100 * slower };
  const { recording, truth } = simulate({ seed, set: SMOOTH, sensor });
  const { motion, incline_deg } = truth;
  const { x, y, z } = recording.accel_mps2;
  const slowed = (f_mps2: Float32Array) =>
    f_mps2.map((f) => f_mps2[0] + (f - f_mps2[0]) / slower ** 2);
  const slowedMotion = {
    ...motion,
    rate_Hz: motion.rate_Hz / slower,
    velocity_mps: motion.velocity_mps.map((v_mps) => v_mps / slower),
    acceleration_mps2: motion.acceleration_mps2.map((a_mps2) => a_mps2 / slower ** 2),
  };
  // On a smooth machine nothing is felt beside the motion.
  const nothing = new Float64Array(motion.length);
  const { reps } = readTruth(
    {
      motion: slowedMotion,
      script: { knocks: [], bounces_s: [], slams_s: [] },
      felt: { accel_mps2: [nothing, nothing, nothing] },
    },
    incline_deg,
  );
  return {
    recording: {
      ...recording,
      t_s: recording.t_s.map((t_s) => t_s * slower),
      accel_mps2: { x: slowed(x), y: slowed(y), z: slowed(z) },
    },
    reps,
  };
}

describe.each([0.5, 0.7, 1.4, 2])('a set that takes %d times as long', (slower) => {
  it.each(SEEDS)('travels as far, and takes its time, seed %i', (seed) => {
    const { recording, reps } = slowedSet(seed, slower);
    const report = analyse(recording);
    expectSound(report);
    expect(report.reps.map(({ kind }) => kind)).toEqual(['full', 'full', 'full', 'full']);
    expect(disagreements(report.reps.map(figuresOf), reps.map(trueFiguresOf), 3)).toEqual([]);
    const usual = analyse(slowedSet(seed, 1).recording);
    report.reps.forEach(({ depth_m, depthSd_m }, i) => {
      const { depth_m: usual_m, depthSd_m: usualSd_m } = usual.reps[i];
      expect(Math.abs(depth_m - usual_m)).toBeLessThan(3 * Math.hypot(depthSd_m, usualSd_m));
    });
  });
});

/** The reps of a recording's two parts, one after another, the top at the cut lost. */
function repsInTwo(recording: Recording, cut_s: number): Rep[] {
  const cut = recording.t_s.findIndex((t_s) => t_s >= cut_s);
  const halves = [
    analyse(sliceRecording(recording, 0, cut)),
    analyse(sliceRecording(recording, cut, recording.length)),
  ];
  halves.forEach(expectSound);
  return halves.flatMap(({ reps }) => reps);
}

describe('a recording cut in two', () => {
  it.each([
    ['between reps', { reps: 6, top_s: 2.5 }],
    ['at a rest on the hooks', { reps: 6, restPause_s: 10, rerack_m: 0.04 }],
    ['at a rest with the legs extended', { reps: 6, restPause_s: 10, rerack_m: 0 }],
  ])('has the same reps in total: %s', (_, plan) => {
    for (const seed of SEEDS) {
      const { recording } = simulate({ seed, set: plan });
      const whole = analyse(recording);
      expect(whole.reps).toHaveLength(6);
      const cut_s = (whole.reps[2].press.end_s + (whole.reps[3].lower?.start_s ?? NaN)) / 2;
      const reps = repsInTwo(recording, cut_s);
      expect(reps.map(({ kind }) => kind)).toEqual(whole.reps.map(({ kind }) => kind));
      const expected = whole.reps.map((rep, i) => (i === 2 ? { ...rep, top: null } : rep));
      expect(disagreements(reps.map(figuresOf), expected.map(figuresOf), 3)).toEqual([]);
      reps.forEach(({ press }, i) => {
        expect(Math.abs(press.start_s - whole.reps[i].press.start_s)).toBeLessThan(0.3);
      });
    }
  });
});
