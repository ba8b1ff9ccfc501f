import { describe, expect, it } from 'vitest';
import { profileOf } from '$lib/guide/history/load-velocity';
import { asymmetryOf, pairsOf } from '$lib/guide/history/sides';
import { askedFrequency, weeksOf } from '$lib/guide/history/weeks';
import { monthName, shortDay, weekdayName, wholeDay } from '$lib/ui/day-format';
import { profileNumbers, profileSummary, profileView } from '$lib/ui/profile-figures';
import { asymmetryFigure, pairDots, pairsNumbers, pairsSummary } from '$lib/ui/side-figures';
import { weeksNumbers, weeksSummary, weeksView } from '$lib/ui/week-figures';
import { at, lifted } from '../guide/history/made-up';

describe('days', () => {
  it('are what they are in every time zone', () => {
    expect(monthName('2026-11-01')).toBe('November 2026');
    expect(wholeDay('2026-11-20')).toMatch(/^Friday,? 20 November 2026$/);
    expect(shortDay('2026-11-01')).toBe('1 Nov');
    expect(weekdayName('2026-11-16')).toEqual({ short: 'Mon', long: 'Monday' });
  });
});

describe('weeks', () => {
  const sets = [
    lifted(),
    lifted({ ...at(2), variation: 'quad', frequency: null }),
    lifted({ ...at(8) }),
  ];
  const weeks = weeksOf(sets, '2026-11-30');

  it('are told in a sentence; the running one is not judged', () => {
    expect(weeksSummary(weeks)).toBe('1.0 sessions a week over 3 weeks; 2 of 2 as asked.');
  });

  it('have their sets by variation in a table, the newest first', () => {
    const { head, rows } = weeksNumbers(weeks);
    expect(head).toEqual(['Week', 'Sessions', 'Against it', 'Hamstrings', 'Quads']);
    expect(rows.at(-1)).toEqual(['Week 47, from 16 Nov', '2', 'as asked', '1', '1']);
    expect(rows[0]).toEqual(['Week 49, from 30 Nov', '0', 'runs', '0', '0']);
  });

  it('are drawn over what is asked', () => {
    const view = weeksView(weeks, askedFrequency(sets));
    expect(view.band).toEqual({ low: 1, high: 3 });
    expect(view.weeks[0]).toEqual({ label: 'W47', asked: 1, others: 1 });
  });
});

describe('sides', () => {
  const single = { variation: 'hamstring-single' } as const;
  const pairs = pairsOf([
    lifted({ ...single, side: 'left', depth_m: { mean: 0.36, meanSd: 0.003 } }),
    lifted({ ...single, side: 'right', depth_m: { mean: 0.4, meanSd: 0.004 }, ...at(0, 3) }),
  ]);
  const found = pairs.map((pair) => asymmetryOf(pair, 'depth')).filter((each) => each !== null);

  it('are named with how far they are apart', () => {
    expect(asymmetryFigure(found[0])).toBe('left less by 10 % (± 1.2 %)');
    expect(pairsSummary('depth', found)).toBe('1 pair. Last: left less by 10 % (± 1.2 %).');
    expect(pairsSummary('press', [])).toContain('same load');
  });

  it('have the same numbers drawn and in the table', () => {
    expect(pairDots('depth', found)[0].left.value).toBeCloseTo(36);
    expect(pairsNumbers('depth', found).rows[0]).toEqual([
      '16 Nov',
      '36.0',
      '0.3',
      '40.0',
      '0.4',
      '10 %',
      '± 1.2 %',
      'left',
    ]);
  });
});

describe('a profile', () => {
  const press = (load_kg: number, mean: number) =>
    lifted({ load_kg, fastest_mps: { mean, meanSd: 0.01 } });
  const profile = profileOf([press(100, 0.55), press(130, 0.45), press(160, 0.35)]);

  it('is told with its interval, and drawn as far as its estimate', () => {
    expect(profileSummary(profile)).toMatch(
      /^3 sets; estimated one-rep maximum 20\d kg \(\d+–\d+ kg in 19 of 20 cases\)\.$/,
    );
    const { line, max, loads } = profileView(profile);
    expect(line[0].load).toBe(100);
    expect(line.at(-1)?.load).toBeGreaterThan(max?.at ?? NaN);
    expect(loads.high).toBeGreaterThan(max?.at ?? NaN);
    expect(profileNumbers(profile).rows[1].slice(1)).toEqual(['130', '0.45', '0.02', '0.45']);
  });

  it('says what it takes where it cannot tell', () => {
    const few = profileOf([press(100, 0.55), press(130, 0.45)]);
    expect(profileSummary(few)).toContain('there are 2');
    expect(profileView(few)).toMatchObject({ line: [], max: null });
    expect(profileNumbers(few).rows[0].at(-1)).toBe('–');
  });
});
