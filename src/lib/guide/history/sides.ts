import type { Side } from '../entered';
import type { Estimate, SideMetric } from '../rules/rule';
import { judge, type Judged } from '../rules/verdict';
import { grouped } from './grouped';
import type { Lifted } from './lifted';
import { sessionsOf } from './sessions';

/** A set of each leg in one session: the same variation on the same machine, the first with the first. */
export interface SidePair {
  readonly left: Lifted;
  readonly right: Lifted;
}

/** In the order they are offered. */
export const SIDE_METRICS: readonly SideMetric[] = ['depth', 'lower', 'press', 'reps', 'load'];

/** How far the sides are apart in one metric. */
export interface Asymmetry {
  readonly metric: SideMetric;
  readonly pair: SidePair;
  readonly left: Estimate;
  readonly right: Estimate;
  /** |A − B| ÷ max(A, B), 0–1, and its standard deviation. */
  readonly share: number;
  readonly sd: number;
  /** The side with less; null where they are within two standard deviations of each other. */
  readonly lesser: Side | null;
  /** Against the plan's limit. */
  readonly verdict: Judged['verdict'];
}

/** Pairs the single-leg sets, oldest first. A set without its like on the other side is in none. */
export function pairsOf(sets: readonly Lifted[]): SidePair[] {
  const inOrder = sets
    .filter(({ side }) => side !== null)
    .sort((a, b) => a.startedAt_ms - b.startedAt_ms);
  return sessionsOf(inOrder, ({ startedAt_ms }) => startedAt_ms).flatMap((session) => {
    const alike = grouped(session, ({ variation, machine }) => `${variation} ${machine}`);
    return [...alike.values()].flatMap(pairsWithin);
  });
}

function pairsWithin(sets: readonly Lifted[]): SidePair[] {
  const lefts = sets.filter(({ side }) => side === 'left');
  const rights = sets.filter(({ side }) => side === 'right');
  return lefts.flatMap((left, i) => (i < rights.length ? [{ left, right: rights[i] }] : []));
}

/**
 * How far a pair's sides are apart; null where one of them does not have the metric, or it would compare
 * what is not alike: speeds at different loads, or of presses not meant to be fast.
 */
export function asymmetryOf(pair: SidePair, metric: SideMetric): Asymmetry | null {
  const { left, right } = pair;
  if (metric === 'press' && !areSpeedsAlike(pair)) return null;
  if (metric === 'load' && left.includesSled !== right.includesSled) return null;
  const [a, b] = [METRICS[metric](left), METRICS[metric](right)];
  if (!a || !b || a.mean <= 0 || b.mean <= 0) return null;
  const share = Math.abs(a.mean - b.mean) / Math.max(a.mean, b.mean);
  // Of min ÷ max, to first order; share is 1 less it.
  const sd = (1 - share) * Math.hypot(a.meanSd / a.mean, b.meanSd / b.mean);
  const isApart = share > 2 * sd;
  return {
    metric,
    pair,
    left: a,
    right: b,
    share,
    sd,
    lesser: isApart ? (a.mean < b.mean ? 'left' : 'right') : null,
    verdict: judge(share, sd, [null, left.asymmetryLimit]).verdict,
  };
}

function areSpeedsAlike({ left, right }: SidePair): boolean {
  if (!left.isMaximal || !right.isMaximal) return false;
  return left.load_kg === right.load_kg && left.includesSled === right.includesSled;
}

const METRICS: Record<SideMetric, (set: Lifted) => Estimate | null> = {
  load: ({ load_kg }) => (load_kg === null ? null : { mean: load_kg, meanSd: 0 }),
  reps: ({ reps }) => ({ mean: reps, meanSd: 0 }),
  depth: ({ depth_m }) => depth_m,
  lower: ({ lower_s }) => lower_s,
  press: ({ propulsive_mps }) => propulsive_mps,
};
