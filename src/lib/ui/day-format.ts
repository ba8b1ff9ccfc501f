import { LOCALES } from '$lib/locale/language';
import { preferences } from '$lib/locale/preferences';

/*
 * Days of a calendar (2026-11-20) as people read them. A day is no instant: it is formatted as it stands, in no time zone.
 */

/** "November 2026", of any day in it. */
export function monthName(day: string): string {
  return part(day, { month: 'long', year: 'numeric' });
}

/** "Friday 20 November 2026". */
export function wholeDay(day: string): string {
  return part(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "20 Nov". */
export function shortDay(day: string): string {
  return part(day, { day: 'numeric', month: 'short' });
}

/** "20". */
export function dayNumber(day: string): string {
  return String(Number(day.slice(8)));
}

/** "Mon" and "Monday". */
export function weekdayName(day: string): { short: string; long: string } {
  return { short: part(day, { weekday: 'short' }), long: part(day, { weekday: 'long' }) };
}

function part(day: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(LOCALES[preferences.language], {
    ...options,
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
