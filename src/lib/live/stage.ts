import type { CurrentPhase } from './phase';

/**
 * Where a set stands beside its phases. `delay`: the person walks to the seat. `armed`: it waits for the
 * first stroke. `paused`: the recording goes on, and nothing counts.
 */
export type Stage = 'none' | 'delay' | 'armed' | 'lifting' | 'paused';

export interface Standing {
  /** Whether a set is under way at all. */
  readonly isUnderWay: boolean;
  readonly isPaused: boolean;
  readonly isDelayed: boolean;
  /** When the first stroke that counts began, s; null before it. */
  readonly firstStroke_s: number | null;
  readonly phase: CurrentPhase | null;
}

/** Motion wins over a start delay: a rep that comes before the beep counts. */
export function stageOf(standing: Standing): Stage {
  const { isUnderWay, isPaused, isDelayed, firstStroke_s, phase } = standing;
  if (!isUnderWay) return 'none';
  if (isPaused) return 'paused';
  const isMoving = phase?.name === 'lower' || phase?.name === 'press';
  if (firstStroke_s !== null || isMoving) return 'lifting';
  return isDelayed ? 'delay' : 'armed';
}
