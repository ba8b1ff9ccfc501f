/** Sets nearer to each other than this, from start to start, belong to one session, ms. */
export const SESSION_GAP_ms = 3 * 60 * 60 * 1000;

/**
 * Parts sets, in order of time either way, into sessions in the same order: a session ends where the next set begins
 * three hours or more away.
 */
export function sessionsOf<T>(sets: readonly T[], startedAt_ms: (set: T) => number): T[][] {
  const sessions: T[][] = [];
  let last_ms = NaN;
  for (const set of sets) {
    const at_ms = startedAt_ms(set);
    // Not-a-number, for the first, is near to nothing.
    if (Math.abs(at_ms - last_ms) < SESSION_GAP_ms) sessions[sessions.length - 1].push(set);
    else sessions.push([set]);
    last_ms = at_ms;
  }
  return sessions;
}
