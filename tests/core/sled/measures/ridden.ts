import { expect } from 'vitest';
import { analyse } from '../../../../src/lib/core/sled/analyse';
import type { Rep, SetReport } from '../../../../src/lib/core/sled/report';
import { simulate, type Simulation } from '../../../../src/lib/core/simulate';
import type { SetPlan } from '../../../../src/lib/core/simulate/plan';
import type { SensorGrade } from '../../../../src/lib/core/simulate/sensor';
import type { TrueRep } from '../../../../src/lib/core/simulate/truth';

/** Ways of riding the sled that differ in all that is measured here. */
export const KINDS = {
  'guide tempo': {},
  quick: { lower_s: 1, bottom_s: 0.2, press_s: 0.8, top_s: 0.3 },
  'touch-and-go': { lower_s: 2, bottom_s: 0, press_s: 1.2, top_s: 0 },
  bounced: { lower_s: 1.5, press_s: 0.9, bounces: 1 },
} satisfies Record<string, Partial<SetPlan>>;

export interface RiddenSet extends Simulation {
  report: SetReport;
  /** Every rep as it was and as it was measured. */
  reps: { truth: TrueRep; rep: Rep }[];
}

/** A simulated set and its analysis; fails where the analysis does not have the same reps. */
export function ridden(
  seed: number,
  set: Partial<SetPlan> = {},
  sensor: Partial<SensorGrade> = {},
): RiddenSet {
  const simulation = simulate({ seed, set, sensor });
  const report = analyse(simulation.recording);
  const { reps } = simulation.truth;
  expect(report.reps).toHaveLength(reps.length);
  return {
    ...simulation,
    report,
    reps: reps.map((truth, i) => ({ truth, rep: report.reps[i] })),
  };
}

/** Sets of every kind, each by so many seeds. */
export function riddenKinds(
  seeds: number,
  set: Partial<SetPlan> = {},
  sensor: Partial<SensorGrade> = {},
): RiddenSet[] {
  return Object.values(KINDS).flatMap((kind, k) =>
    Array.from({ length: seeds }, (_, i) => ridden(100 * k + i + 1, { ...kind, ...set }, sensor)),
  );
}

/** An error, and the standard deviation it was said to have. */
export interface Deviation {
  error: number;
  sd: number;
}

/**
 * The standard deviations are honest: of at least `count` errors 90 % and more lie within two of them,
 * and they are not so wide that they say nothing: all together less than `widest` times the errors.
 */
export function expectHonest(deviations: readonly Deviation[], count = 100, widest = 8): void {
  expect(deviations.length).toBeGreaterThanOrEqual(count);
  const within = deviations.filter(({ error, sd }) => Math.abs(error) <= 2 * sd);
  expect(within.length / deviations.length).toBeGreaterThanOrEqual(0.9);
  const rms = (values: number[]) => Math.hypot(...values) / Math.sqrt(values.length);
  const wide = rms(deviations.map(({ sd }) => sd)) / rms(deviations.map(({ error }) => error));
  expect(wide).toBeLessThan(widest);
}
