import { describe, expect, it } from 'vitest';
import { sliceRecording, type Columns3, type Recording } from '../../../src/lib/core/recording';
import { analyse } from '../../../src/lib/core/sled/analyse';
import type { SetReport } from '../../../src/lib/core/sled/report';
import { simulate, type Simulation } from '../../../src/lib/core/simulate';
import { Random } from '../../../src/lib/core/simulate/random';
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

/** Every measure agrees within `sds` of the two reports' joint standard deviations. */
function expectSameReps(report: SetReport, as: SetReport, sds: number, later_s = 0): void {
  expectSound(report);
  expect(report.reps.map(({ kind }) => kind)).toEqual(as.reps.map(({ kind }) => kind));
  const near = (a: number, b: number, sdA: number, sdB: number) =>
    expect(Math.abs(a - b)).toBeLessThanOrEqual(sds * Math.hypot(sdA, sdB));
  report.reps.forEach((rep, i) => {
    const other = as.reps[i];
    near(rep.depth_m, other.depth_m, rep.depthSd_m, other.depthSd_m);
    near(rep.press.mean_mps, other.press.mean_mps, rep.press.meanSd_mps, other.press.meanSd_mps);
    for (const name of ['lower', 'bottom', 'press', 'top'] as const) {
      const [phase, twin] = [rep[name], other[name]];
      expect(phase === null).toBe(twin === null);
      if (!phase || !twin) continue;
      near(phase.duration_s, twin.duration_s, phase.durationSd_s, twin.durationSd_s);
    }
    expect(Math.abs(rep.press.start_s - later_s - other.press.start_s)).toBeLessThan(0.3);
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

describe.each(SEEDS)('set %i is the same', (seed) => {
  const { recording, report, truth } = set(seed);

  it('however the sensor is clipped on', () => {
    const random = new Random(seed, 'mirror');
    for (let i = 0; i < 3; i++) {
      const mounting = anyMounting(random);
      const other = analyse(turned(recording, mounting));
      expectSameReps(other, report, 0.5);
      const axis = mounting(report.rail.axis ?? [0, 0, 0]);
      expect(angle_deg(other.rail.axis ?? [0, 0, 0], axis)).toBeLessThan(0.5);
      expect(Math.abs((other.rail.incline_deg ?? NaN) - (report.rail.incline_deg ?? 0))).toBeLessThan(0.5); // prettier-ignore
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

  it('through a sensor twice as fast', () => {
    for (const rate_Hz of [50, 200]) {
      const other = simulate({ seed, set: { reps: 4 }, sensor: { rate_Hz } });
      expect(other.truth.reps).toEqual(truth.reps);
      expectSameReps(analyse(other.recording), report, 4);
    }
  });

  it('with every second sample left out', () => {
    const half = (column: Float32Array) => column.filter((_, i) => i % 2 === 0);
    const every = ({ x, y, z }: Columns3) => ({ x: half(x), y: half(y), z: half(z) });
    const { t_s, accel_mps2, gyro_dps } = recording;
    const thinned = {
      length: Math.ceil(recording.length / 2),
      t_s: t_s.filter((_, i) => i % 2 === 0),
      accel_mps2: every(accel_mps2),
      gyro_dps: gyro_dps && every(gyro_dps),
    };
    expectSameReps(analyse(thinned), report, 4);
  });
});

describe('a recording cut in two between reps', () => {
  it.each(SEEDS)('has the same reps in total, seed %i', (seed) => {
    const { recording } = simulate({ seed, set: { reps: 6, top_s: 2.5 } });
    const whole = analyse(recording);
    expect(whole.reps).toHaveLength(6);
    const cut_s = (whole.reps[2].press.end_s + (whole.reps[3].lower?.start_s ?? NaN)) / 2;
    const cut = recording.t_s.findIndex((t_s) => t_s >= cut_s);
    const halves = [
      analyse(sliceRecording(recording, 0, cut)),
      analyse(sliceRecording(recording, cut, recording.length)),
    ];
    halves.forEach(expectSound);
    const reps = halves.flatMap((half) => half.reps);
    expect(reps).toHaveLength(6);
    reps.forEach((rep, i) => {
      const { press, depth_m, depthSd_m } = whole.reps[i];
      expect(Math.abs(rep.press.start_s - press.start_s)).toBeLessThan(0.3);
      const sd_m = Math.hypot(rep.depthSd_m, depthSd_m);
      expect(Math.abs(rep.depth_m - depth_m)).toBeLessThan(4 * sd_m);
    });
  });
});
