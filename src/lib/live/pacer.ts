import type { Tempo, TimeBand } from '$lib/guide/tempo';

/** What paces a rep: the top is rest. */
export type Paced = Pick<Tempo, 'lower' | 'bottom' | 'press'>;

/** The middle of a band, s. */
export function middle_s({ low_s, high_s }: TimeBand): number {
  return (low_s + high_s) / 2;
}

/**
 * Where a sled would be that keeps the tempo, in the middle of each band and at an even speed: the share of
 * the depth, 0 at the top and 1 at the bottom. It goes with the lower, waits at the top when its rep is done,
 * and is null from the first phase on that no time is asked of.
 */
export function pacerShare({ lower, bottom, press }: Paced, sinceLower_s: number): number | null {
  if (lower.kind !== 'band') return null;
  const lowered_s = middle_s(lower);
  if (sinceLower_s < lowered_s) return sinceLower_s / lowered_s;
  if (bottom.kind !== 'band') return null;
  const held_s = lowered_s + middle_s(bottom);
  if (sinceLower_s < held_s) return 1;
  if (press.kind !== 'band') return null;
  return Math.max(0, 1 - (sinceLower_s - held_s) / middle_s(press));
}
