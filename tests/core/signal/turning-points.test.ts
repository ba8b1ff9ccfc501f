import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turningPoints } from '../../../src/lib/core/signal/turning-points';

const arbitraryWalk = fc
  .array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    let value = 0;
    return steps.map((step) => (value += step));
  });
const arbitraryLeast = fc.integer({ min: 1, max: 9 });

/** The most values one can pick in order so that they rise and fall in turn by at least `least`; none below two. */
function mostSwings(values: readonly number[], least: number): number {
  const endingUp = values.map(() => 1);
  const endingDown = values.map(() => 1);
  for (let k = 0; k < values.length; k++) {
    for (let i = 0; i < k; i++) {
      if (values[k] - values[i] >= least) endingUp[k] = Math.max(endingUp[k], endingDown[i] + 1);
      if (values[i] - values[k] >= least) endingDown[k] = Math.max(endingDown[k], endingUp[i] + 1);
    }
  }
  const most = Math.max(...endingUp, ...endingDown);
  return most >= 2 ? most : 0;
}

describe('turningPoints', () => {
  it('alternate, in order, at least so far apart', () => {
    fc.assert(
      fc.property(arbitraryWalk, arbitraryLeast, (values, least) => {
        const points = turningPoints(values, least);
        const legs = points.slice(1).map((point, i) => values[point] - values[points[i]]);
        points.slice(1).forEach((point, i) => expect(point).toBeGreaterThan(points[i]));
        legs.forEach((leg) => expect(Math.abs(leg)).toBeGreaterThanOrEqual(least));
        legs.slice(1).forEach((leg, i) => expect(Math.sign(leg)).toBe(-Math.sign(legs[i])));
      }),
    );
  });

  it('are as many as can be', () => {
    fc.assert(
      fc.property(arbitraryWalk, arbitraryLeast, (values, least) => {
        expect(turningPoints(values, least)).toHaveLength(mostSwings(values, least));
      }),
    );
  });

  it('are the extremes of the legs they part', () => {
    fc.assert(
      fc.property(arbitraryWalk, arbitraryLeast, (values, least) => {
        const points = turningPoints(values, least);
        points.forEach((point, i) => {
          if (points.length < 2) return;
          const before = points[i - 1] ?? 0;
          const after = points[i + 1] ?? values.length - 1;
          const around = values.slice(before, after + 1);
          const isHigh = values[point] > values[points[i + 1] ?? points[i - 1]];
          expect(values[point]).toBe(isHigh ? Math.max(...around) : Math.min(...around));
        });
      }),
    );
  });

  it('stay where they are when the series is turned upside down', () => {
    fc.assert(
      fc.property(arbitraryWalk, arbitraryLeast, (values, least) => {
        const opposite = values.map((value) => -value);
        expect(turningPoints(opposite, least)).toEqual(turningPoints(values, least));
      }),
    );
  });

  it('are none where nothing swings so far', () => {
    expect(turningPoints([], 1)).toEqual([]);
    expect(turningPoints([0, 0.4, -0.4, 0.3], 1)).toEqual([]);
    expect(turningPoints(new Float64Array(50), 0.1)).toEqual([]);
    expect(turningPoints([NaN, NaN, NaN], 0.1)).toEqual([]);
  });

  it('give a stroke from start to end', () => {
    expect(turningPoints([0, 0.1, 0, -1, -2, -1.9, -2.1, -1, 0, 0], 1)).toEqual([1, 6, 8]);
  });
});
