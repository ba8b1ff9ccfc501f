import type { Lifted } from '$lib/guide/history/lifted';
import type { Estimate, PastSet } from '$lib/guide/rules/rule';
import { claimRows } from '$lib/guide/rules/rows';
import type { Database } from './database';
import { readPage } from './history';
import type { StoredSet } from './sets';
import type { Spread } from './summary';
import { SUMMARY_VERSION } from './summary-version';

const PAST_SETS = 300;

/** The moment a set begins, and whose sets came before it. */
export type Moment = Pick<StoredSet, 'addedAt' | 'source'>;

/**
 * What a rule may look at of an earlier set. Null where nobody said how it was pressed (no plan), or where its
 * recording is damaged and its figures are by another version of the analysis.
 */
export function pastSetOf(set: StoredSet): PastSet | null {
  const { plan, entered, summary } = set;
  if (!plan || summary.version !== SUMMARY_VERSION) return null;
  return {
    startedAt_ms: Date.parse(set.addedAt),
    duration_s: summary.duration_s,
    variation: plan.variation,
    machine: plan.machine,
    goal: plan.goal,
    side: entered.side,
    load_kg: entered.load?.load_kg ?? null,
    pain: entered.pain,
    reps: summary.reps,
    depth_m: estimate(summary.depth_m),
    lower_s: estimate(summary.lower_s),
    press_mps: estimate(summary.press_mps),
    compliance: summary.compliance?.share ?? null,
  };
}

/** A set as its history sees it, where `pastSetOf` knows it. Days are those of this browser's calendar. */
export function liftedOf(set: StoredSet): Lifted | null {
  const past = pastSetOf(set);
  const { id, title, plan, entered, source, summary } = set;
  if (!past || !plan) return null;
  const { targets, tolerances } = plan;
  const { velocityLoss, velocityLossSd } = summary;
  return {
    ...past,
    id,
    title,
    day: dayOf(set.addedAt),
    isSimulated: source.kind === 'simulated',
    isMaximal: targets.press.kind === 'explosive',
    includesSled: entered.load?.includesSled ?? null,
    timeUnderTension_s: { mean: summary.timeUnderTension_s, meanSd: summary.timeUnderTensionSd_s },
    propulsive_mps: estimate(summary.propulsive_mps),
    fastest_mps: summary.fastest_mps,
    velocityLoss:
      velocityLoss === null ? null : { mean: velocityLoss, meanSd: velocityLossSd ?? 0 },
    tally: summary.compliance,
    compliantRun: summary.compliantRun,
    compliantShare: tolerances.compliantShare,
    asymmetryLimit: tolerances.asymmetry,
    frequency: targets.frequency,
    frequencyRows: claimRows(plan, 'frequency'),
  };
}

/** The day of this browser's calendar on which an instant (ISO 8601) falls: 2026-11-20. */
export function dayOf(iso: string): string {
  const date = new Date(iso);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

/**
 * The sets that came before a set, oldest first. Nobody lifted a simulated one: it has only simulated
 * ones before it, and no other set has any.
 */
export function pastOf(sets: readonly StoredSet[], before: Moment): PastSet[] {
  const moment_ms = Date.parse(before.addedAt);
  const isSimulated = before.source.kind === 'simulated';
  return sets
    .filter(({ source }) => (source.kind === 'simulated') === isSimulated)
    .map(pastSetOf)
    .filter((past) => past !== null)
    .filter(({ startedAt_ms }) => startedAt_ms < moment_ms)
    .sort((a, b) => a.startedAt_ms - b.startedAt_ms);
}

/** Reads the sets that came before a set, oldest first: no more than the last few hundred, which is all that a rule looks at. */
export async function readPast(database: Database, before: Moment): Promise<PastSet[]> {
  // To the end of its day, as texts of times sort: which of them are earlier is told by the instant.
  const untilDayEnd = IDBKeyRange.upperBound(`${before.addedAt.slice(0, 10)}U`);
  const { sets } = await readPage(database, untilDayEnd, PAST_SETS);
  return pastOf(sets, before);
}

function estimate(spread: Spread | null): Estimate | null {
  return spread && { mean: spread.mean, meanSd: spread.meanSd };
}
