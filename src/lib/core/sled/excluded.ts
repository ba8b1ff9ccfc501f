import type { Rep } from './report';
import type { Exclusion } from './setup';

/** Whether more than half of a rep, from its first stroke's start to its press's end, lies in one of the stretches. */
function isExcluded(
  { lower, press }: Pick<Rep, 'lower' | 'press'>,
  excluded: readonly Exclusion[],
): boolean {
  const start_s = (lower ?? press).start_s;
  const half_s = (press.end_s - start_s) / 2;
  return excluded.some(
    (stretch) => Math.min(press.end_s, stretch.end_s) - Math.max(start_s, stretch.start_s) > half_s,
  );
}

/** The reps that lie outside all of the stretches, numbered from 1. */
export function countedReps<R extends Pick<Rep, 'lower' | 'press'>>(
  reps: readonly R[],
  excluded: readonly Exclusion[],
): (R & { index: number })[] {
  return reps
    .filter((rep) => !isExcluded(rep, excluded))
    .map((rep, i) => ({ ...rep, index: i + 1 }));
}
