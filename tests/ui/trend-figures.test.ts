import { describe, expect, it } from 'vitest';
import { trendOf } from '$lib/guide/history/trends';
import {
  kindName,
  pointFigure,
  rangeOf,
  SCALES,
  trendDots,
  trendNumbers,
  trendSummary,
} from '$lib/ui/trend-figures';
import { at, lifted } from '../guide/history/made-up';

const depths = [
  lifted({ depth_m: { mean: 0.4, meanSd: 0.005 } }),
  lifted({ depth_m: { mean: 0.42, meanSd: 0.004 }, ...at(0, 5) }),
  lifted({ depth_m: { mean: 0.38, meanSd: 0.004 }, ...at(7), isSimulated: true }),
];

describe('a trend in words and numbers', () => {
  const points = trendOf(depths, 'depth');

  it('says where it began, where it is, and the most', () => {
    expect(trendSummary('depth', points)).toBe(
      '3 sets. First 40.0 cm on 16 Nov, last 38.0 cm on 23 Nov; most 42.0 cm on 16 Nov.',
    );
    expect(trendSummary('depth', points.slice(0, 1))).toBe('One set: 40.0 cm on 16 Nov.');
  });

  it('says why there is none', () => {
    expect(trendSummary('load', [])).toContain('No set');
    expect(trendSummary('press', [])).toContain('explosively');
  });

  it('has the same numbers in a table, with their uncertainty, simulated sets marked', () => {
    const { head, rows } = trendNumbers('depth', points);
    expect(head).toEqual(['Set', 'Day', 'Depth, cm', '± sd']);
    expect(rows[0]).toEqual(['Monday', '16 Nov', '40.0', '0.5']);
    expect(rows[2][0]).toBe('Monday (Simulated)');
  });

  it('tells of compliance what borderline reps leave open', () => {
    const tally = { in: 5, borderline: 2, out: 3, share: 5 / 8 };
    const kept = trendOf([lifted({ tally })], 'compliance');
    expect(trendNumbers('compliance', kept).rows[0].slice(2)).toEqual(['63', '50', '70']);
    expect(pointFigure('compliance', kept[0])).toBe('63 % (50–70)');
  });

  it('says one set with its uncertainty', () => {
    expect(pointFigure('depth', points[0])).toBe('40.0 ± 0.5 cm');
    expect(pointFigure('load', trendOf(depths, 'load')[0])).toBe('120 kg');
  });
});

describe('a trend as it is drawn', () => {
  it('stands on its days, sets of one beside each other, whiskers in the person’s unit', () => {
    const dots = trendDots('depth', trendOf(depths, 'depth'));
    expect(dots.map(({ day, place, of }) => [day, place, of])).toEqual([
      [0, 0, 2],
      [0, 1, 2],
      [7, 0, 1],
    ]);
    expect(dots[0].low).toBeCloseTo(39);
    expect(dots[0].high).toBeCloseTo(41);
    expect(dots.map(({ isSimulated }) => isSimulated)).toEqual([false, false, true]);
  });

  it('has a scale that makes no leap of a hair’s breadth, and shares from 0 to 100', () => {
    const { low, high } = rangeOf(SCALES.depth, [40, 40.1]);
    expect(high - low).toBeGreaterThanOrEqual(6);
    expect(rangeOf(SCALES.compliance, [80, 90])).toEqual({ low: 0, high: 100, step: 20 });
    expect(rangeOf(SCALES.load, []).high).toBeGreaterThan(0);
  });
});

it('a kind is named by all that makes it', () => {
  expect(kindName({ variation: 'hamstring-single', machine: 'sled-45', side: 'left' })).toBe(
    'Hamstrings, one leg, left · 45° sled',
  );
});
