import { countedReps } from '$lib/core/sled/excluded';
import type { SetReport } from '$lib/core/sled/report';
import type { Exclusion, ExclusionReason } from '$lib/core/sled/setup';

/*
 * A pause, and a set started over, are stretches whose reps do not count. The recording goes on through
 * both, so nothing is lost, and the review can bring back what lies in them.
 */

/** How far a pause reaches until it is resumed: also what a page that dies in it leaves behind. */
const OPEN_s = 24 * 60 * 60;

/** The stretches with a pause that begins now. */
export function pausedAt(excluded: readonly Exclusion[], now_s: number): readonly Exclusion[] {
  if (isPaused(excluded, now_s)) return excluded;
  return [...excluded, { start_s: now_s, end_s: now_s + OPEN_s, reason: 'removed' }];
}

/** The stretches with the pause under way ended; the same where there is none. */
export function resumedAt(excluded: readonly Exclusion[], now_s: number): readonly Exclusion[] {
  if (!isPaused(excluded, now_s)) return excluded;
  return excluded
    .map((stretch) => ({ ...stretch, end_s: Math.min(stretch.end_s, now_s) }))
    .filter(({ start_s, end_s }) => end_s > start_s);
}

/** One stretch over all there was: nothing of it counts. */
export function startedOverAt(
  first_s: number,
  now_s: number,
  reason: ExclusionReason = 'removed',
): readonly Exclusion[] {
  return [{ start_s: first_s, end_s: now_s, reason }];
}

export function isPaused(excluded: readonly Exclusion[], now_s: number): boolean {
  return excluded.some(({ end_s }) => end_s > now_s);
}

/** A report as it stands until there is one by these stretches: the reps that no longer count are not in it. */
export function withoutExcluded(report: SetReport, excluded: readonly Exclusion[]): SetReport {
  return { ...report, reps: countedReps(report.reps, excluded) };
}

/** When the first stroke that counts began, s; null before it. */
export function firstStroke_s(
  { strokes }: Pick<SetReport, 'strokes'>,
  excluded: readonly Exclusion[],
): number | null {
  const isIn = (t_s: number) =>
    excluded.some(({ start_s, end_s }) => t_s >= start_s && t_s < end_s);
  return strokes.find(({ start_s }) => !isIn(start_s))?.start_s ?? null;
}

/** How long the set has run at a time, from its first stroke, without its pauses, s; 0 before it. */
export function setTime_s(
  first_s: number | null,
  excluded: readonly Exclusion[],
  now_s: number,
): number {
  if (first_s === null) return 0;
  const paused_s = excluded.reduce((sum, { start_s, end_s }) => {
    return sum + Math.max(0, Math.min(end_s, now_s) - Math.max(start_s, first_s));
  }, 0);
  return Math.max(0, now_s - first_s - paused_s);
}
