import type { Estimate } from '../rules/rule';
import type { Lifted } from './lifted';

/** What can be followed from set to set. */
export const MEASURES = [
  'load',
  'reps',
  'depth',
  'lower',
  'press',
  'compliance',
  'tension',
  'velocity-loss',
] as const;
export type Measure = (typeof MEASURES)[number];

/** One set's figure: kg, reps, m, s, m/s, or a share. */
export interface TrendPoint {
  readonly set: Lifted;
  readonly value: number;
  /** Null where it is counted or entered, and so known exactly; and for compliance. */
  readonly sd: number | null;
  /** Two standard deviations either way; of compliance, borderline reps taken as missed and as kept. */
  readonly low: number;
  readonly high: number;
}

/** The figures of sets of one kind, oldest first; sets that do not have it are left out. */
export function trendOf(sets: readonly Lifted[], measure: Measure): TrendPoint[] {
  return [...sets]
    .sort((a, b) => a.startedAt_ms - b.startedAt_ms)
    .flatMap((set) => FIGURES[measure](set) ?? []);
}

type FigureOf = (set: Lifted) => TrendPoint | null;

const FIGURES: Record<Measure, FigureOf> = {
  load: (set) => exact(set, set.load_kg),
  reps: (set) => exact(set, set.reps),
  depth: (set) => measured(set, set.depth_m),
  lower: (set) => measured(set, set.lower_s),
  // A press that was not meant to be fast is slow on purpose.
  press: (set) => (set.isMaximal ? measured(set, set.propulsive_mps) : null),
  compliance,
  tension: (set) => measured(set, set.timeUnderTension_s),
  'velocity-loss': (set) => (set.isMaximal ? measured(set, set.velocityLoss) : null),
};

function exact(set: Lifted, value: number | null): TrendPoint | null {
  return value === null ? null : { set, value, sd: null, low: value, high: value };
}

function measured(set: Lifted, figure: Estimate | null): TrendPoint | null {
  if (!figure) return null;
  const { mean, meanSd } = figure;
  return { set, value: mean, sd: meanSd, low: mean - 2 * meanSd, high: mean + 2 * meanSd };
}

function compliance(set: Lifted): TrendPoint | null {
  const { tally } = set;
  if (!tally || tally.share === null) return null;
  const judged = tally.in + tally.borderline + tally.out;
  return {
    set,
    value: tally.share,
    sd: null,
    low: tally.in / judged,
    high: (tally.in + tally.borderline) / judged,
  };
}
