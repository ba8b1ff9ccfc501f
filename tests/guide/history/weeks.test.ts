import { describe, expect, it } from 'vitest';
import { askedFrequency, weeksOf } from '$lib/guide/history/weeks';
import { at, lifted } from './made-up';

describe('weeks', () => {
  it('count sessions, and go on through those without one', () => {
    const sets = [lifted(), lifted({ ...at(0, 10) }), lifted({ ...at(2) }), lifted({ ...at(15) })];
    const weeks = weeksOf(sets, '2026-12-06');
    expect(weeks.map(({ week }) => week.week)).toEqual([47, 48, 49]);
    expect(weeks.map(({ sessions }) => sessions)).toEqual([2, 0, 1]);
    expect(weeks[0].setsBy.get('hamstring')).toBe(3);
  });

  it('are held against what was asked last; the running one is open until it is reached', () => {
    const frequency = { low_perWeek: 2, high_perWeek: 3, best_perWeek: 2 };
    const asked = (days: number) =>
      lifted({ frequency, frequencyRows: ['K02', 'K03'], ...at(days) });
    const sets = [0, 1, 2, 3, 7, 14].map(asked);
    expect(weeksOf(sets, '2026-12-01').map(({ verdict }) => verdict)).toEqual([
      'over',
      'under',
      'open',
    ]);
    expect(askedFrequency(sets)).toEqual({ frequency, rows: ['K02', 'K03'] });
  });

  it('do not hold other training against it', () => {
    const sets = [lifted(), lifted({ frequency: null, variation: 'quad', ...at(2) })];
    expect(weeksOf(sets, '2026-11-22')[0]).toMatchObject({ sessions: 2, asked: 1, verdict: 'in' });
  });

  it('judge nothing where nothing is asked', () => {
    expect(weeksOf([lifted({ frequency: null })], '2026-11-20')[0].verdict).toBeNull();
    expect(weeksOf([], '2026-11-20')).toEqual([]);
  });
});
