import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  daysBetween,
  isoWeekOf,
  monthAfter,
  monthGrid,
  weekdayOf,
} from '$lib/guide/history/days';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('an ISO week', () => {
  // Each beginning and end of a year that falls differently.
  it.each([
    ['2026-11-20', 2026, 47, '2026-11-16'],
    ['2026-01-01', 2026, 1, '2025-12-29'],
    ['2025-12-29', 2026, 1, '2025-12-29'],
    ['2021-01-03', 2020, 53, '2020-12-28'],
    ['2023-01-01', 2022, 52, '2022-12-26'],
    ['2024-12-30', 2025, 1, '2024-12-30'],
  ])('of %s is %i week %i from %s', (day, year, week, monday) => {
    expect(isoWeekOf(day)).toEqual({ year, week, monday });
  });

  test.prop([days])('begins on a Monday, and holds its day', (day) => {
    const { monday, week } = isoWeekOf(day);
    expect(weekdayOf(monday)).toBe(0);
    expect(daysBetween(monday, day)).toBe(weekdayOf(day));
    expect(week).toBeGreaterThanOrEqual(1);
    expect(week).toBeLessThanOrEqual(53);
  });

  test.prop([days])('is followed by the next, or by the first of a year', (day) => {
    const [now, next] = [isoWeekOf(day), isoWeekOf(dayAfter(day, 7))];
    if (next.year === now.year) expect(next.week).toBe(now.week + 1);
    else expect(next).toMatchObject({ year: now.year + 1, week: 1 });
  });
});

describe('a month', () => {
  it('is shown from the Monday before it to the Sunday after it', () => {
    const grid = monthGrid('2026-11');
    expect(grid[0][0]).toBe('2026-10-26');
    expect(grid.at(-1)?.[6]).toBe('2026-12-06');
    expect(grid).toHaveLength(6);
    expect(monthGrid('2021-02')).toHaveLength(4);
  });

  test.prop([days])('holds each of its days once', (day) => {
    const month = day.slice(0, 7);
    const shown = monthGrid(month)
      .flat()
      .filter((each) => each.startsWith(month));
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toContain(day);
    expect(monthGrid(month).every((week) => weekdayOf(week[0]) === 0)).toBe(true);
  });

  it('is reached from any day, from the last of a longer one too', () => {
    expect(monthAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthAfter('2026-03-31', -1)).toBe('2026-02-28');
    expect(monthAfter('2026-12-15', 1)).toBe('2027-01-15');
    expect(monthAfter('2024-01-30', 1)).toBe('2024-02-29');
  });
});
