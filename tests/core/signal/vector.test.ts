import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import {
  angleBetween_deg,
  cross,
  dot,
  norm,
  scale,
  subtract,
  unit,
} from '../../../src/lib/core/signal/vector';

const component = fc.double({ min: -100, max: 100, noNaN: true });
const arbitraryVector: fc.Arbitrary<Vector3> = fc.tuple(component, component, component);

describe('vectors', () => {
  it('cross squarely, right-handed, and as far as they are apart', () => {
    expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
    fc.assert(
      fc.property(arbitraryVector, arbitraryVector, (a, b) => {
        const product = cross(a, b);
        expect(dot(product, a)).toBeCloseTo(0, 6);
        expect(dot(product, b)).toBeCloseTo(0, 6);
        const lagrange = dot(a, a) * dot(b, b) - dot(a, b) ** 2;
        expect(Math.abs(dot(product, product) - lagrange)).toBeLessThan(1e-6 + 1e-9 * lagrange);
      }),
    );
  });

  it('add up: a vector is its length times its direction', () => {
    fc.assert(
      fc.property(arbitraryVector, (a) => {
        fc.pre(norm(a) > 1e-6);
        const back = subtract(scale(unit(a), norm(a)), a);
        expect(norm(unit(a))).toBeCloseTo(1, 9);
        expect(norm(back)).toBeLessThan(1e-9);
      }),
    );
  });

  it('have no direction without a length', () => {
    expect(() => unit([0, 0, 0])).toThrow('length 0 has no direction');
    expect(() => unit([NaN, 0, 0])).toThrow(RangeError);
  });
});

describe('the angle between two vectors', () => {
  it.each<[Vector3, Vector3, number]>([
    [[1, 0, 0], [5, 0, 0], 0],
    [[1, 0, 0], [0, 3, 0], 90],
    [[0, 2, 0], [0, -1, 0], 180],
    [[1, 1, 0], [0, 0.1, 0], 45],
    [[1, 0, 0], [Math.cos(2.5), 0, Math.sin(2.5)], (2.5 * 180) / Math.PI],
  ])('%j and %j is %d°', (a, b, expected_deg) => {
    expect(angleBetween_deg(a, b)).toBeCloseTo(expected_deg, 9);
  });

  it('is the same both ways, and supplements the angle to the opposite one', () => {
    fc.assert(
      fc.property(arbitraryVector, arbitraryVector, (a, b) => {
        fc.pre(norm(a) > 1e-3 && norm(b) > 1e-3);
        const angle_deg = angleBetween_deg(a, b);
        expect(angle_deg).toBeGreaterThanOrEqual(0);
        expect(angleBetween_deg(b, a)).toBeCloseTo(angle_deg, 9);
        expect(angleBetween_deg(scale(a, -2), b)).toBeCloseTo(180 - angle_deg, 9);
      }),
    );
  });

  it('is exact where it is small, as the arc cosine is not', () => {
    const turn_rad = 1e-9;
    expect(angleBetween_deg([1, 0, 0], [1, turn_rad, 0])).toBeCloseTo(
      (turn_rad * 180) / Math.PI,
      15,
    );
  });
});
