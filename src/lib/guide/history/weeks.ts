import type { VariationId } from '../claim';
import type { Frequency } from '../prescriptions';
import { dayAfter, isoWeekOf, type IsoWeek } from './days';
import { grouped } from './grouped';
import type { Lifted } from './lifted';
import { sessionsOf } from './sessions';

/** What was done in a week. */
export interface WeekTally {
  readonly week: IsoWeek;
  /** All sessions, */
  readonly sessions: number;
  /** and those with a set for which the guide or a person says how often. */
  readonly asked: number;
  readonly setsBy: ReadonlyMap<VariationId, number>;
  /** How `asked` lies in the frequency; `open` where a running week has not reached it yet, null where nothing is asked. */
  readonly verdict: 'in' | 'over' | 'under' | 'open' | null;
}

/** How often a week, and whose word that is. */
export interface AskedFrequency {
  readonly frequency: Frequency;
  readonly rows: readonly string[];
}

/** The frequency that the last set which had one was planned with; null where none had. */
export function askedFrequency(sets: readonly Lifted[]): AskedFrequency | null {
  let last: Lifted | null = null;
  for (const set of sets) {
    if (set.frequency && (!last || set.startedAt_ms > last.startedAt_ms)) last = set;
  }
  return last?.frequency ? { frequency: last.frequency, rows: last.frequencyRows } : null;
}

/** Every ISO week from the first set to today, oldest first, weeks without a set among them. A session counts in the week it began. */
export function weeksOf(sets: readonly Lifted[], today: string): WeekTally[] {
  const inOrder = [...sets].sort((a, b) => a.startedAt_ms - b.startedAt_ms);
  if (inOrder.length === 0) return [];
  const frequency = askedFrequency(sets)?.frequency ?? null;
  const byMonday = grouped(
    sessionsOf(inOrder, ({ startedAt_ms }) => startedAt_ms),
    ([first]) => isoWeekOf(first.day).monday,
  );
  const present = isoWeekOf(today).monday;
  const last = [...byMonday.keys(), present].reduce((a, b) => (b > a ? b : a));
  const weeks: WeekTally[] = [];
  for (
    let monday = isoWeekOf(inOrder[0].day).monday;
    monday <= last;
    monday = dayAfter(monday, 7)
  ) {
    const sessions = byMonday.get(monday) ?? [];
    const asked = sessions.filter((session) =>
      session.some((set) => set.frequency !== null),
    ).length;
    weeks.push({
      week: isoWeekOf(monday),
      sessions: sessions.length,
      asked,
      setsBy: countBy(sessions.flat()),
      verdict: frequency && verdictOn(asked, frequency, monday >= present),
    });
  }
  return weeks;
}

function verdictOn(asked: number, { low_perWeek, high_perWeek }: Frequency, isRunning: boolean) {
  if (asked > high_perWeek) return 'over';
  if (asked >= low_perWeek) return 'in';
  return isRunning ? 'open' : 'under';
}

function countBy(sets: readonly Lifted[]): Map<VariationId, number> {
  const counts = new Map<VariationId, number>();
  for (const { variation } of sets) counts.set(variation, (counts.get(variation) ?? 0) + 1);
  return counts;
}
