/*
 * Days as texts (2026-11-20), weeks and months of them. Counted in UTC, so that no change of the clock makes a
 * day of 23 hours.
 */

/** A week from Monday to Sunday, as ISO 8601 numbers them: week 1 holds the year's first Thursday. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
  /** Its first day. */
  readonly monday: string;
}

const DAY_ms = 24 * 60 * 60 * 1000;

/** The day so many days later, or before. */
export function dayAfter(day: string, days: number): string {
  return textOf(timeOf(day) + days * DAY_ms);
}

/** From one day to another, in days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_ms);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(timeOf(day)).getUTCDay() + 6) % 7;
}

export function isoWeekOf(day: string): IsoWeek {
  const monday = dayAfter(day, -weekdayOf(day));
  const year = Number(dayAfter(monday, 3).slice(0, 4));
  // The fourth of January is in week 1, always.
  const first = dayAfter(`${year}-01-04`, -weekdayOf(`${year}-01-04`));
  return { year, week: 1 + daysBetween(first, monday) / 7, monday };
}

/** The weeks that a month (2026-11) touches, each of seven days from Monday; some of the month before and after. */
export function monthGrid(month: string): string[][] {
  const first = `${month}-01`;
  const weeks: string[][] = [];
  let monday = dayAfter(first, -weekdayOf(first));
  do {
    weeks.push(Array.from({ length: 7 }, (_, i) => dayAfter(monday, i)));
    monday = dayAfter(monday, 7);
  } while (monday.startsWith(month));
  return weeks;
}

/** The same day in the month so many later, or before; its last day where it is shorter. */
export function monthAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return textOf(first.getTime());
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function textOf(time_ms: number): string {
  return new Date(time_ms).toISOString().slice(0, 10);
}
