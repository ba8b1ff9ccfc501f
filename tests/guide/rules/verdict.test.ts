import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { distance, judge } from '$lib/guide/rules/verdict';

describe('a verdict', () => {
  it.each([
    [3.5, 0.05, 'in', null],
    [3.05, 0.05, 'borderline', 'under'],
    [2.95, 0.05, 'borderline', 'under'],
    [2.85, 0.05, 'out', 'under'],
    [4.2, 0.05, 'out', 'over'],
    [4, 0, 'in', null],
    [4.001, 0, 'out', 'over'],
  ])('of %f ± %f s where 3 to 4 s are allowed: %s', (measured, sd, verdict, side) => {
    expect(judge(measured, sd, [3, 4])).toEqual({ verdict, side });
  });

  it('has no edge where the band is open', () => {
    expect(judge(99, 0.1, [3, null])).toEqual({ verdict: 'in', side: null });
    expect(judge(0, 0.1, [null, null])).toEqual({ verdict: 'in', side: null });
  });

  test.prop([
    fc.double({ min: 0, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('is out only beyond the band', (measured, sd) => {
    const { verdict } = judge(measured, sd, [3, 4]);
    if (verdict === 'out') expect(distance(measured, [3, 4])).toBeGreaterThan(2 * sd);
    if (verdict === 'in') expect(distance(measured, [3, 4])).toBe(0);
  });
});
