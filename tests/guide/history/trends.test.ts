import { describe, expect, it } from 'vitest';
import { kindsOf, isOfKind, sameReckoning } from '$lib/guide/history/lifted';
import { trendOf } from '$lib/guide/history/trends';
import { at, lifted } from './made-up';

describe('like with like', () => {
  const left = lifted({ variation: 'hamstring-single', side: 'left', ...at(2) });
  const right = lifted({ variation: 'hamstring-single', side: 'right', ...at(2, 5) });
  const stack = lifted({ machine: 'selectorised-stack', ...at(1) });
  const sled = lifted();

  it('tells variation, machine and side apart, the last lifted first', () => {
    expect(kindsOf([sled, left, right, stack, sled])).toEqual(
      [right, left, stack, sled].map(({ variation, machine, side }) => ({
        variation,
        machine,
        side,
      })),
    );
    expect(isOfKind(left, right)).toBe(false);
  });

  it('compares loads only where the sled is in both, or in neither', () => {
    const withSled = lifted({ includesSled: true, ...at(3) });
    const unsaid = lifted({ includesSled: null });
    const without = lifted({ includesSled: false, ...at(1) });
    expect(sameReckoning([unsaid, without, withSled])).toEqual({ kept: [withSled], others: 2 });
    expect(sameReckoning([unsaid, without])).toEqual({ kept: [unsaid, without], others: 0 });
    expect(sameReckoning([lifted({ load_kg: null })])).toEqual({ kept: [], others: 0 });
  });
});

describe('a trend', () => {
  it('runs from the oldest set, and leaves out what does not have the figure', () => {
    const sets = [lifted({ load_kg: 130, ...at(7) }), lifted({ load_kg: null }), lifted()];
    expect(trendOf(sets, 'load').map(({ value }) => value)).toEqual([120, 130]);
  });

  it('has two standard deviations either way, and none for what is counted', () => {
    const [depth] = trendOf([lifted()], 'depth');
    expect(depth).toMatchObject({ value: 0.4, sd: 0.005 });
    expect(depth.low).toBeCloseTo(0.39);
    expect(depth.high).toBeCloseTo(0.41);
    expect(trendOf([lifted()], 'reps')[0]).toMatchObject({ value: 6, sd: null, low: 6, high: 6 });
  });

  it('of compliance spans what borderline reps leave open', () => {
    const tally = { in: 5, borderline: 2, out: 3, share: 5 / 8 };
    expect(trendOf([lifted({ tally })], 'compliance')[0]).toMatchObject({
      value: 5 / 8,
      low: 5 / 10,
      high: 7 / 10,
    });
  });

  it('of speed speaks only of presses that were meant to be fast', () => {
    const sets = [lifted({ isMaximal: false }), lifted({ ...at(1) })];
    expect(trendOf(sets, 'press')).toHaveLength(1);
    expect(trendOf(sets, 'velocity-loss')).toHaveLength(1);
  });
});
