import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movingMean, prefixSums } from '../../../src/lib/core/signal/moving-mean';

const arbitraryValues = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
  maxLength: 40,
});

describe('movingMean', () => {
  it('is the mean of the values around each, as far as there are any', () => {
    fc.assert(
      fc.property(arbitraryValues, fc.integer({ min: 1, max: 15 }), (values, width) => {
        const half = Math.floor(width / 2);
        const means = movingMean(values, width);
        expect(means).toHaveLength(values.length);
        means.forEach((mean, i) => {
          const around = values.slice(Math.max(0, i - half), i + half + 1);
          const expected = around.reduce((sum, value) => sum + value, 0) / around.length;
          expect(Math.abs(mean - expected)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  it('leaves zeros zero, constants constant and, away from the ends, a straight line straight', () => {
    expect([...movingMean(new Float64Array(9), 5)]).toEqual(new Array(9).fill(0));
    expect([...movingMean(new Float64Array(9).fill(3), 4)]).toEqual(new Array(9).fill(3));
    const line = Float64Array.from({ length: 30 }, (_, i) => 2 * i);
    expect([...movingMean(line, 7).subarray(3, 27)]).toEqual([...line.subarray(3, 27)]);
  });

  it('does not delay: turned about in time it gives the same, turned about', () => {
    const values = [0, 0, 5, 1, 0, 0, 0, 2];
    const there = movingMean(values, 3);
    expect([...movingMean(values.toReversed(), 3)].toReversed()).toEqual([...there]);
  });

  it('is the identity over a width of one or less', () => {
    expect([...movingMean([3, 1, 2], 1)]).toEqual([3, 1, 2]);
    expect([...movingMean([3, 1, 2], 0)]).toEqual([3, 1, 2]);
    expect([...movingMean([], 5)]).toEqual([]);
  });
});

describe('prefixSums', () => {
  it('holds at k the sum of the first k values', () => {
    expect([...prefixSums([1, 2, 4])]).toEqual([0, 1, 3, 7]);
    expect([...prefixSums([])]).toEqual([0]);
  });
});
