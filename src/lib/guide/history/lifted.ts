import type { Tally } from '../check';
import type { Frequency } from '../prescriptions';
import type { Estimate, PastSet } from '../rules/rule';

/** A set as a history sees it: what the rules know of it, and what else can be followed over weeks. */
export interface Lifted extends PastSet {
  readonly id: string;
  readonly title: string;
  /** The day of the calendar on which it began: 2026-11-20. */
  readonly day: string;
  /** Nobody lifted it. */
  readonly isSimulated: boolean;
  /** Whether its presses were meant to be as fast as can be: only then does their speed speak of strength. */
  readonly isMaximal: boolean;
  /** Whether the sled's own weight is in the load; null where nobody said. */
  readonly includesSled: boolean | null;
  readonly timeUnderTension_s: Estimate;
  /** Mean propulsive velocity, of all presses and of the fastest. */
  readonly propulsive_mps: Estimate | null;
  readonly fastest_mps: Estimate | null;
  readonly velocityLoss: Estimate | null;
  /** How many reps kept to the plan. */
  readonly tally: Tally | null;
  readonly compliantRun: number | null;
  /** From which share of compliant reps the plan calls the set compliant. */
  readonly compliantShare: number;
  /** From which difference the plan calls the sides uneven. */
  readonly asymmetryLimit: number;
  /** How often a week the plan asks for it, and the rows of the guide that say so. */
  readonly frequency: Frequency | null;
  readonly frequencyRows: readonly string[];
}

/** What makes sets comparable: the same variation on the same machine with the same leg. */
export type Kind = Pick<Lifted, 'variation' | 'machine' | 'side'>;

export function isOfKind(set: Kind, { variation, machine, side }: Kind): boolean {
  return set.variation === variation && set.machine === machine && set.side === side;
}

/** The kinds among the sets, the one lifted last first. */
export function kindsOf(sets: readonly Lifted[]): Kind[] {
  const newest = [...sets].sort((a, b) => b.startedAt_ms - a.startedAt_ms);
  return newest
    .filter((set, i) => newest.findIndex((other) => isOfKind(other, set)) === i)
    .map(({ variation, machine, side }) => ({ variation, machine, side }));
}

/** Whether enough of its reps kept to the plan for the set to count. */
export function isCompliant({ compliance, compliantShare }: Lifted): boolean {
  return compliance !== null && compliance >= compliantShare;
}

/**
 * The sets whose loads are told the same way as that of the last: with the sled's weight, or without it (what nobody
 * said is taken as without). `others` were left out.
 */
export function sameReckoning(sets: readonly Lifted[]): { kept: Lifted[]; others: number } {
  const loaded = sets.filter(({ load_kg }) => load_kg !== null);
  const last = loaded.reduce<Lifted | null>(
    (a, b) => (a && a.startedAt_ms > b.startedAt_ms ? a : b),
    null,
  );
  const kept = loaded.filter(
    (set) => (set.includesSled ?? false) === (last?.includesSled ?? false),
  );
  return { kept, others: loaded.length - kept.length };
}
