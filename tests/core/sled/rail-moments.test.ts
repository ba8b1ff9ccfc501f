import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { dot, norm, scale } from '../../../src/lib/core/signal/vector';
import type { Rail } from '../../../src/lib/core/sled/rail';
import { railAlong, RailMoments } from '../../../src/lib/core/sled/rail-moments';
import { Random } from '../../../src/lib/core/simulate/random';
import { angle_deg, anyMounting, GRAVITY_MPS2, railAt } from '../path';

const STEP_S = 0.1;
const UP: Vector3 = [0, 0, GRAVITY_MPS2];

/** What a sled on a rail does in half a minute, step by step, with a little on every axis beside it. */
function sliding(incline_deg: number, random: Random, strength_mps2 = 0.5): Vector3[] {
  const axis = railAt(incline_deg);
  return Array.from({ length: 300 }, () => {
    const along = strength_mps2 * random.normal();
    const noise = () => 0.02 * random.normal();
    return [along * axis[0] + noise(), along * axis[1] + noise(), along * axis[2] + noise()];
  });
}

function momentsOf(forces: readonly Vector3[]): RailMoments {
  const moments = new RailMoments();
  for (const force of forces) moments.add(force, STEP_S);
  return moments;
}

function foundIn(forces: readonly Vector3[], rest_mps2 = UP): Rail {
  const rail = momentsOf(forces).rail(rest_mps2);
  if (!rail) throw new Error(`No rail in ${forces.length} steps.`);
  return rail;
}

/** What must be true of any rail. */
function expectSound({ axis, normal, incline_deg, rest_mps2 }: Rail): void {
  expect(norm(axis)).toBeCloseTo(1, 9);
  const steepness = dot(axis, rest_mps2) / norm(rest_mps2);
  expect(Math.sin((incline_deg * Math.PI) / 180)).toBeCloseTo(steepness, 9);
  expect(incline_deg).toBeGreaterThanOrEqual(0);
  if (!normal) return;
  expect(norm(normal)).toBeCloseTo(1, 9);
  expect(dot(normal, axis)).toBeCloseTo(0, 9);
  expect(dot(normal, rest_mps2)).toBeGreaterThan(0);
}

describe('the rail in what moved', () => {
  it.each([10, 35, 60, 85])(
    'lies where the sled slides, %i° up, however the sensor sits',
    (incline_deg) => {
      for (let seed = 0; seed < 8; seed++) {
        const random = new Random(seed);
        const mounting = anyMounting(random);
        const rail = foundIn(sliding(incline_deg, random).map(mounting), mounting(UP));
        expectSound(rail);
        expect(angle_deg(rail.axis, mounting(railAt(incline_deg)))).toBeLessThan(1);
        expect(Math.abs(rail.incline_deg - incline_deg)).toBeLessThan(1);
      }
    },
  );

  it('on the level lies along the line, whichever way it points', () => {
    const rail = foundIn(sliding(0, new Random(1)));
    expect(Math.abs(dot(rail.axis, [1, 0, 0]))).toBeGreaterThan(0.999);
    expect(Math.abs(rail.incline_deg)).toBeLessThan(1);
  });

  it('is the same for the opposite motion', () => {
    const forces = sliding(35, new Random(2));
    expect(foundIn(forces.map((force) => scale(force, -1)))).toEqual(foundIn(forces));
  });

  it('turns with the sensor', () => {
    const random = new Random(3);
    const forces = sliding(35, random);
    const plain = foundIn(forces);
    for (let i = 0; i < 5; i++) {
      const mounting = anyMounting(random);
      const rail = foundIn(forces.map(mounting), mounting(UP));
      expect(angle_deg(rail.axis, mounting(plain.axis))).toBeLessThan(1e-4);
    }
  });

  it('is not turned by a knock, however hard', () => {
    const forces = sliding(35, new Random(4));
    const knocked = [...forces, [0, 400, 0] as const, [0, -400, 100] as const];
    expect(angle_deg(foundIn(knocked).axis, foundIn(forces).axis)).toBeLessThan(2);
  });
});

describe('there is no rail', () => {
  const random = new Random(5);
  const shaken = (x: number, y: number, z: number) =>
    Array.from({ length: 600 }, (): Vector3 => [x * random.normal(), y * random.normal(), z * random.normal()]); // prettier-ignore

  it.each<[string, Vector3[], Vector3]>([
    ['in nothing', [], UP],
    ['where nothing moves at all', new Array<Vector3>(100).fill([0, 0, 0]), UP],
    ['in the noise of a sensor at rest', shaken(0.01, 0.01, 0.01), UP],
    ['where all directions move alike', shaken(1, 1, 1), UP],
    ['where two directions move alike', shaken(1, 1, 0), UP],
    ['where a sensor reads no gravity', sliding(35, random), [0.1, 0, 0.2]],
  ])('%s', (_, forces, rest_mps2) => {
    expect(momentsOf(forces).rail(rest_mps2)).toBeNull();
  });
});

describe('how much moved', () => {
  it('is nothing of nothing, fades at rest, and is half of half the time', () => {
    const moments = new RailMoments();
    moments.add([0, 0, 0], STEP_S);
    expect(moments.strength_m2ps3).toBe(0);
    for (const force of sliding(35, new Random(6))) moments.add(force, STEP_S);
    const before = moments.strength_m2ps3;
    const halved = new RailMoments();
    for (const force of sliding(35, new Random(6))) halved.add(force, STEP_S / 2);
    expect(halved.strength_m2ps3).toBeCloseTo(before / 2, 9);
    moments.add([0, 0, 0], STEP_S);
    expect(moments.strength_m2ps3).toBeLessThan(before);
  });
});

describe('the rail along a line', () => {
  const component = fc.double({ min: -1, max: 1, noNaN: true });
  const direction = fc
    .tuple(component, component, component)
    .filter((vector) => norm(vector) > 0.1)
    .map((vector) => scale(vector, 1 / norm(vector)));

  it('points up, and is the same for either end of the line', () => {
    fc.assert(
      fc.property(direction, direction, (line, up) => {
        fc.pre(Math.abs(dot(line, up)) > 1e-6);
        const rest_mps2 = scale(up, GRAVITY_MPS2);
        const rail = railAlong(line, rest_mps2);
        expectSound(rail);
        const other = railAlong(scale(line, -1), rest_mps2);
        expect(angle_deg(other.axis, rail.axis)).toBeLessThan(1e-9);
        expect(other.incline_deg).toBe(rail.incline_deg);
      }),
    );
  });

  it.each([0, 20, 45, 90])(
    'at %i° knows its incline, and its normal unless it is vertical',
    (incline_deg) => {
      const rail = railAlong(railAt(incline_deg), UP);
      expect(rail.incline_deg).toBeCloseTo(incline_deg, 6);
      expect(rail.normal === null).toBe(incline_deg === 90);
      expect(rail.rest_mps2).toBe(UP);
    },
  );

  it('is none without an up', () => {
    expect(() => railAlong([1, 0, 0], [0, 0, 0])).toThrow('has no direction');
  });
});
