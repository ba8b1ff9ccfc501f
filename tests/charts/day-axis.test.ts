import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { dayPlace, dayTicks } from '$lib/charts/day-axis';
import { dayMeans } from '$lib/charts/trend';

describe('an axis of days', () => {
  it('spreads the sets of a day about its middle', () => {
    expect(dayPlace({ day: 3, place: 0, of: 1 })).toBe(3);
    const places = [0, 1, 2].map((place) => dayPlace({ day: 3, place, of: 3 }));
    expect(places).toEqual([2.8, 3, 3.2]);
  });

  it('labels every day where there is room, else weeks, months …', () => {
    expect(dayTicks(0, 6, 900)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(dayTicks(0, 20, 300)).toEqual([6, 13, 20]);
    expect(dayTicks(0, 0, 300)).toEqual([0]);
  });

  test.prop([fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 80, max: 2000 })])(
    'never has more labels than fit, and always the last day',
    (days, width_px) => {
      const ticks = dayTicks(0, days, width_px);
      expect(ticks.at(-1)).toBe(days);
      expect(ticks.length).toBeLessThanOrEqual(Math.max(4, width_px / 72));
    },
  );
});

it('a line runs through the mean of each day', () => {
  const dots = [
    { day: 0, value: 1 },
    { day: 0, value: 3 },
    { day: 2, value: 5 },
  ];
  expect(dayMeans(dots)).toEqual([
    { x: 0, y: 2 },
    { x: 2, y: 5 },
  ]);
});
