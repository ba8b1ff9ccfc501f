import { sessionsOf } from '$lib/guide/history/sessions';
import { dayOf } from '$lib/store/past';
import type { StoredSet } from '$lib/store/sets';

/** What stands in one line of the list: the head of a session, or a set of it. */
export type Row = SessionRow | SetLine;

export interface SessionRow {
  readonly kind: 'session';
  readonly key: string;
  readonly day: string;
  /** When its first set was lifted: ISO 8601 with offset. */
  readonly startedAt: string;
  readonly sets: number;
  readonly reps: number;
}

export interface SetLine {
  readonly kind: 'set';
  readonly key: string;
  readonly set: StoredSet;
  /** Of its session, as they stand below each other. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Where a list is scrolled to: the first line in the window, and how far from its top. */
export interface Place {
  readonly key: string;
  readonly top_px: number;
}

/** The lines of a list of sets, newest first: sessions with their sets, the last of a session first. */
export function rowsOf(sets: readonly StoredSet[]): Row[] {
  return sessionsOf(sets, ({ addedAt }) => Date.parse(addedAt)).flatMap((session): Row[] => {
    const first = session[session.length - 1];
    const head: SessionRow = {
      kind: 'session',
      key: `session-${first.id}`,
      day: dayOf(first.addedAt),
      startedAt: first.addedAt,
      sets: session.length,
      reps: session.reduce((sum, { summary }) => sum + summary.reps, 0),
    };
    const lines = session.map((set, i): SetLine => {
      const place = { isFirst: i === 0, isLast: i === session.length - 1 };
      return { kind: 'set', key: set.id, set, ...place };
    });
    return [head, ...lines];
  });
}

/** What a day of the calendar holds. */
export interface DayMark {
  readonly sessions: number;
  readonly sets: number;
  /** Whether nobody lifted any of them. */
  readonly isSimulated: boolean;
}

/** The days on which a session began. */
export function marksOf(rows: readonly Row[]): Map<string, DayMark> {
  const marks = new Map<string, DayMark>();
  let day = '';
  for (const row of rows) {
    if (row.kind === 'session') {
      day = row.day;
      const { sessions = 0, sets = 0, isSimulated = true } = marks.get(day) ?? {};
      marks.set(day, { sessions: sessions + 1, sets: sets + row.sets, isSimulated });
    } else if (row.set.source.kind !== 'simulated') {
      const mark = marks.get(day);
      if (mark) marks.set(day, { ...mark, isSimulated: false });
    }
  }
  return marks;
}
