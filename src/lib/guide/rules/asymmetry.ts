import { mean, standardDeviation } from '../../core/signal/statistics';
import type { SetReport } from '../../core/sled/report';
import { VARIATIONS } from '../variations';
import { always, find, withoutOpenInside } from './finding';
import { alike, sameSession } from './history';
import type { Estimate, Finding, PastSet, Performance, Rule, SideMetric } from './rule';

const SETTINGS = {
  /** The other side of an earlier session is compared for so long. */
  recent_ms: 14 * 24 * 3600e3,
  /** Loads further apart, as a share, let no velocity and no reps be compared. */
  sameLoad: 0.02,
};

const ROWS = { 'hamstring-single': ['B05'], 'quad-single': ['B11'], 'reverse-single': ['B17'] };

/** One side against the other, in sets of one leg: |A − B| ÷ max(A, B) of each thing that can be compared. */
export const ASYMMETRY: Rule = {
  id: 'asymmetry',
  part: null,
  severity: 1,
  target: null,
  needs: [],
  rows: Object.values(ROWS).flat(),
  judge(performance) {
    const { plan, entered } = performance;
    const other = otherSide(performance);
    if (!entered.side || !other || VARIATIONS[plan.variation].legs === 2) return [];
    const pairs = pairsOf(performance, other);
    return withoutOpenInside(pairs.flatMap((pair) => compare(pair, performance)));
  },
};

/** The latest set of the other side: of this session, else of a recent one. */
function otherSide(performance: Performance): PastSet | null {
  const { entered, past, startedAt_ms } = performance;
  const ofOther = (sets: readonly PastSet[]) =>
    alike(sets, performance, ['variation', 'machine'])
      .filter(({ side }) => side !== null && side !== entered.side)
      .at(-1);
  const recent = past.filter((set) => startedAt_ms - set.startedAt_ms < SETTINGS.recent_ms);
  return ofOther(sameSession(performance)) ?? ofOther(recent) ?? null;
}

/** A figure of this set and of the other side's. */
interface Pair {
  readonly metric: SideMetric;
  readonly own: Estimate;
  readonly other: Estimate;
}

function pairsOf({ report, entered }: Performance, other: PastSet): Pair[] {
  const full = report.reps.filter(({ kind }) => kind === 'full');
  const load_kg = entered.load?.load_kg ?? null;
  const pairs = [
    pair('load', exactly(load_kg), exactly(other.load_kg), other),
    pair(
      'depth',
      estimate(full, (rep) => [rep.depth_m, rep.depthSd_m]),
      other.depth_m,
      other,
    ),
    pair(
      'lower',
      estimate(full, ({ lower }) => lower && [lower.duration_s, lower.durationSd_s]),
      other.lower_s,
      other,
    ),
  ];
  if (!isSameLoad(load_kg, other.load_kg)) return pairs.flat();
  return [
    ...pairs,
    pair(
      'press',
      estimate(full, ({ press }) => [press.mean_mps, press.meanSd_mps]),
      other.press_mps,
      other,
    ),
    pair('reps', exactly(full.length), exactly(other.reps), other),
  ].flat();
}

function isSameLoad(own_kg: number | null, other_kg: number | null): boolean {
  if (own_kg === null || other_kg === null) return own_kg === other_kg;
  return Math.abs(own_kg - other_kg) <= SETTINGS.sameLoad * Math.max(own_kg, other_kg);
}

/** One pair, where both sides are known; the other side's reps are taken to scatter as this one's do. */
function pair(
  metric: SideMetric,
  own: Scattered | null,
  other: Estimate | null,
  { reps }: PastSet,
): Pair[] {
  if (!own || !other) return [];
  const otherSd = Math.hypot(other.meanSd, own.scatter / Math.sqrt(Math.max(1, reps)));
  return [{ metric, own, other: { mean: other.mean, meanSd: otherSd } }];
}

/** A mean over reps; `scatter` is how far a single rep lies from it, sd, which is within `meanSd`. */
interface Scattered extends Estimate {
  readonly scatter: number;
}

function exactly(value: number | null): Scattered | null {
  return value === null ? null : { mean: value, meanSd: 0, scatter: 0 };
}

function estimate(
  reps: SetReport['reps'],
  of: (rep: SetReport['reps'][number]) => readonly [value: number, sd: number] | null,
): Scattered | null {
  const figures = reps.map(of).filter((figure) => figure !== null);
  if (figures.length < 2) return null;
  const scatter = standardDeviation(figures.map(([value]) => value));
  const errors = Math.hypot(...figures.map(([, sd]) => sd)) / figures.length;
  return {
    mean: mean(figures.map(([value]) => value)),
    meanSd: Math.hypot(errors, scatter / Math.sqrt(figures.length)),
    scatter,
  };
}

function compare({ metric, own, other }: Pair, { plan, entered }: Performance): Finding[] {
  if (!entered.side) return [];
  const larger = Math.max(own.mean, other.mean);
  const otherName = entered.side === 'left' ? 'right' : 'left';
  const tolerance = plan.tolerances.asymmetry;
  return find({
    rule: 'asymmetry',
    rep: null,
    measured: Math.abs(own.mean - other.mean) / larger,
    sd: Math.hypot(own.meanSd, other.meanSd) / larger,
    // Whole reps: one more or less is none.
    allowed: [null, metric === 'reps' ? Math.max(tolerance, 1 / larger) : tolerance],
    unit: '1',
    rows: ROWS_OF.get(plan.variation) ?? [],
    detail: { of: 'sides', metric, lesser: own.mean < other.mean ? entered.side : otherName },
    cue: always('even-sides'),
  });
}

const ROWS_OF = new Map<string, readonly string[]>(Object.entries(ROWS));
