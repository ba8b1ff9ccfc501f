import { dateFormat } from './date-format';

/*
 * Days of a calendar (2026-11-20) as people read them. A day is no instant: it is formatted as it stands, in no time zone.
 */

/** "November 2026", of any day in it. */
export const monthName = dayFormat({ month: 'long', year: 'numeric' });

/** "Friday 20 November 2026". */
export const wholeDay = dayFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "20 Nov". */
export const shortDay = dayFormat({ day: 'numeric', month: 'short' });

/** "20". */
export function dayNumber(day: string): string {
  return String(Number(day.slice(8)));
}

const shortWeekday = dayFormat({ weekday: 'short' });
const longWeekday = dayFormat({ weekday: 'long' });

/** "Mon" and "Monday". */
export function weekdayName(day: string): { short: string; long: string } {
  return { short: shortWeekday(day), long: longWeekday(day) };
}

function dayFormat(options: Intl.DateTimeFormatOptions): (day: string) => string {
  const write = dateFormat({ ...options, timeZone: 'UTC' });
  return (day) => write(new Date(`${day}T00:00:00Z`));
}
