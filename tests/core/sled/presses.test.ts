import { describe, expect, it } from 'vitest';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { movingMean } from '../../../src/lib/core/signal/moving-mean';
import { probableTops } from '../../../src/lib/core/sled/presses';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';

/** A set, and the edges at which its presses end. */
function set(reps: number, depth_m: number, lower_s: number, press_s: number) {
  const path = new Path().rest(2);
  const ends: number[] = [];
  for (let i = 0; i < reps; i++) {
    path.move(-depth_m, lower_s).rest(0.6).move(depth_m, press_s);
    ends.push(Math.round(path.end_s / GRID_STEP_S));
    path.rest(1);
  }
  return { accel_mps2: path.rest(2).cellAccel_mps2(), ends };
}

describe('probableTops', () => {
  it.each([
    ['at a guide tempo', 0.4, 3, 1.5],
    ['with explosive presses', 0.4, 2, 0.7],
    ['in a short range', 0.18, 2, 1.2],
  ])('has one near the end of every press, %s', (_, depth_m, lower_s, press_s) => {
    const { accel_mps2, ends } = set(5, depth_m, lower_s, press_s);
    const tops = probableTops(accel_mps2);
    for (const end of ends) {
      const near = tops.filter(({ edge }) => Math.abs(edge - end) < 30);
      expect(near).toHaveLength(1);
      expect(near[0].strength).toBeGreaterThan(0.5);
    }
  });

  it('is not moved by an offset', () => {
    const { accel_mps2 } = set(4, 0.4, 3, 1.5);
    const edges = (offset_mps2: number) =>
      probableTops(accel_mps2.map((a) => a + offset_mps2)).map(({ edge }) => edge);
    const plain = edges(0).slice(1, -1);
    const shifted = edges(0.02);
    for (const edge of plain) {
      expect(shifted.some((other) => Math.abs(other - edge) <= 5)).toBe(true);
    }
  });

  it('comes in order, apart, inside the record, no stronger than 1, however it shakes', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = new Random(seed);
      const accel_mps2 = movingMean(
        Float64Array.from({ length: 2000 }, () => 10 * random.normal()),
        random.pick([1, 10, 30, 60]),
      );
      const tops = probableTops(accel_mps2);
      expect(tops.length).toBeGreaterThan(0);
      tops.forEach(({ edge, strength }, i) => {
        expect(edge).toBeLessThanOrEqual(2000);
        expect(edge - (tops[i - 1]?.edge ?? -Infinity)).toBeGreaterThanOrEqual(30);
        expect(strength).toBeGreaterThan(0);
        expect(strength).toBeLessThanOrEqual(1);
      });
    }
  });

  it('is none in rest, in the dark or in nothing', () => {
    expect(probableTops(new Float64Array(1000))).toEqual([]);
    expect(probableTops(new Float64Array(0))).toEqual([]);
    expect(probableTops(new Float64Array(100).fill(NaN))).toEqual([]);
  });
});
