import type { Estimate } from '$lib/guide/rules/rule';
import type { StoredSet } from '$lib/store/sets';
import type { SetSummary } from '$lib/store/summary';

/** What two sets are compared by. */
export type Measure =
  'reps' | 'lower' | 'hold' | 'press' | 'depth' | 'velocity' | 'tension' | 'depthCv' | 'kept';

/** One measure of two sets; null where a set has none. `meanSd` is what the measurement leaves open, 0 for what is counted. */
export interface Compared {
  readonly measure: Measure;
  readonly here: Estimate | null;
  readonly there: Estimate | null;
  /** here − there. */
  readonly difference: Estimate | null;
  /** Whether that is more than two standard deviations of it. */
  readonly differs: boolean;
}

/** Two sets, measure by measure. */
export function compared(here: SetSummary, there: SetSummary): Compared[] {
  const [ours, theirs] = [estimatesOf(here), estimatesOf(there)];
  return ours.map(([measure, a], i) => {
    const b = theirs[i][1];
    const difference = a && b && differenceOf(a, b);
    return {
      measure,
      here: a,
      there: b,
      difference,
      differs: difference !== null && Math.abs(difference.mean) > 2 * difference.meanSd,
    };
  });
}

function differenceOf(a: Estimate, b: Estimate): Estimate {
  return { mean: a.mean - b.mean, meanSd: Math.hypot(a.meanSd, b.meanSd) };
}

function estimatesOf(summary: SetSummary): [Measure, Estimate | null][] {
  const { timeUnderTension_s, timeUnderTensionSd_s } = summary;
  return [
    ['reps', counted(summary.reps)],
    ['kept', counted(summary.compliance?.share ?? null)],
    ['lower', summary.lower_s],
    ['hold', summary.bottom_s],
    ['press', summary.press_s],
    ['depth', summary.depth_m],
    ['depthCv', counted(summary.depthCv)],
    ['velocity', summary.press_mps],
    ['tension', { mean: timeUnderTension_s, meanSd: timeUnderTensionSd_s }],
  ];
}

function counted(value: number | null): Estimate | null {
  return value === null ? null : { mean: value, meanSd: 0 };
}

/** Other sets to compare one with: those pressed the same way on the same machine with the same side first, each newest first. */
export function othersOf(
  set: StoredSet,
  sets: readonly StoredSet[],
): { like: StoredSet[]; unlike: StoredSet[] } {
  const others = sets.filter(({ id }) => id !== set.id);
  return {
    like: others.filter((other) => isLike(set, other)),
    unlike: others.filter((other) => !isLike(set, other)),
  };
}

function isLike(a: StoredSet, b: StoredSet): boolean {
  return (
    a.plan?.variation === b.plan?.variation &&
    a.plan?.machine === b.plan?.machine &&
    a.entered.side === b.entered.side
  );
}
