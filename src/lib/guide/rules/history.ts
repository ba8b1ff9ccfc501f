import { SESSION_GAP_ms, sessionsOf as inSessions } from '../history/sessions';
import type { PastSet, Performance } from './rule';
import { familyOf } from './rows';

/** What a set must share with another to be held against it. */
export type Likeness = 'variation' | 'machine' | 'side' | 'goal';

/** The set itself as later ones will see it, as far as rules compare it. */
export type Moment = Pick<PastSet, 'startedAt_ms' | 'variation' | 'machine' | 'goal' | 'side'>;

export function momentOf({ startedAt_ms, plan, entered }: Performance): Moment {
  const { variation, machine, goal } = plan;
  return { startedAt_ms, variation, machine, goal, side: entered.side };
}

/** Those of the sets that share what is named with this one. */
export function alike<T extends Moment>(
  sets: readonly T[],
  performance: Performance,
  likenesses: readonly Likeness[],
): T[] {
  const own = momentOf(performance);
  return sets.filter((set) => likenesses.every((each) => set[each] === own[each]));
}

/** Earlier sets of the same session, oldest first. */
export function sameSession({ past, startedAt_ms }: Performance): PastSet[] {
  const [last = []] = sessionsOf(past).slice(-1);
  const latest = last.at(-1);
  return latest && startedAt_ms - latest.startedAt_ms < SESSION_GAP_ms ? last : [];
}

/** Sets, oldest first, in their sessions. */
export function sessionsOf<T extends Pick<PastSet, 'startedAt_ms'>>(sets: readonly T[]): T[][] {
  return inSessions(sets, ({ startedAt_ms }) => startedAt_ms);
}

/** When the ISO week of a moment began: Monday, 0:00 local time, ms since 1970. */
export function weekOf(moment_ms: number): number {
  const date = new Date(moment_ms);
  const sinceMonday = (date.getDay() + 6) % 7;
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - sinceMonday).getTime();
}

/** This set and the earlier ones of its family, whatever the form. */
export function familySets(performance: Performance): Moment[] {
  const own = momentOf(performance);
  const family = familyOf(own.variation);
  return [...performance.past.filter(({ variation }) => familyOf(variation) === family), own];
}
