import { describe, expect, it } from 'vitest';
import {
  clamp,
  mean,
  median,
  quantile,
  robustSd,
  standardDeviation,
} from '../../../src/lib/core/signal/statistics';
import { Random } from '../../../src/lib/core/simulate/random';

describe('quantile', () => {
  it('interpolates between the sorted values', () => {
    const values = [40, 10, 30, 20];
    expect(quantile(values, 0)).toBe(10);
    expect(quantile(values, 1)).toBe(40);
    expect(quantile(values, 0.5)).toBe(25);
    expect(quantile(values, 0.1)).toBeCloseTo(13, 12);
    expect(median([3, 1, 2])).toBe(2);
  });

  it('sorts as numbers, negative ones too, and leaves its input in order', () => {
    const values = [-10, 9, 100, -2];
    expect(median(values)).toBe(3.5);
    expect(values).toEqual([-10, 9, 100, -2]);
  });

  it('of one value is that value, of none NaN', () => {
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.3)).toBeNaN();
  });
});

describe('spread', () => {
  it('is the sd of Gaussian noise, for either estimate', () => {
    const random = new Random(1);
    const noise = Array.from({ length: 20_000 }, () => 3 * random.normal());
    expect(standardDeviation(noise) / 3).toBeCloseTo(1, 1);
    expect(robustSd(noise) / 3).toBeCloseTo(1, 1);
  });

  it('is hardly moved by outliers, robustly', () => {
    const random = new Random(2);
    const noise = Array.from({ length: 2000 }, (_, i) => (i % 20 === 0 ? 1e6 : random.normal()));
    expect(robustSd(noise)).toBeLessThan(1.2);
    expect(standardDeviation(noise)).toBeGreaterThan(1e5);
  });

  it('divides by n − 1, and is NaN below two values', () => {
    expect(standardDeviation([1, 3])).toBeCloseTo(Math.SQRT2, 12);
    expect(standardDeviation([5, 5, 5])).toBe(0);
    expect(standardDeviation([5])).toBeNaN();
    expect(standardDeviation([])).toBeNaN();
  });
});

describe('mean and clamp', () => {
  it('do what they say', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNaN();
    expect([-2, 0.5, 7].map((value) => clamp(value, 0, 1))).toEqual([0, 0.5, 1]);
  });
});
