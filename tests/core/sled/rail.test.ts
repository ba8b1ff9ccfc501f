import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import {
  along,
  findRail,
  partsOnRail,
  reversed,
  verticalRail,
  type Rail,
} from '../../../src/lib/core/sled/rail';
import { dot, norm, scale } from '../../../src/lib/core/signal/vector';
import { Random } from '../../../src/lib/core/simulate/random';
import {
  angle_deg,
  anyMounting,
  forceOf,
  GRAVITY_MPS2,
  gridOf,
  Path,
  railAt,
  type Mounting,
} from '../path';

const SET = new Path().rest(2).reps(3, 0.4, 2.5, 1, 0.6).rest(2);
const UP: Vector3 = [0, 0, 1];
const INCLINES_DEG = [0, 3, 10, 20, 30, 45, 60, 80, 90];

function railOf(incline_deg: number, mounting: Mounting, random: Random, sd_mps2 = 0.02): Rail {
  const grid = gridOf(forceOf(SET, railAt(incline_deg), mounting, { random, sd_mps2 }));
  const rail = findRail(grid, { start: 0, end: grid.length });
  if (!rail) throw new Error('The sled moves, but no rail was found.');
  return rail;
}

describe('findRail', () => {
  it.each(INCLINES_DEG)(
    'finds axis and incline at %i°, however it is clipped on',
    (incline_deg) => {
      const random = new Random(incline_deg, 'rail');
      for (let i = 0; i < 8; i++) {
        const mounting = anyMounting(random);
        const rail = railOf(incline_deg, mounting, random);
        const axis = mounting(railAt(incline_deg));
        const off_deg = angle_deg(rail.axis, axis);
        // On a level rail the axis has no sign.
        expect(incline_deg > 1 ? off_deg : Math.min(off_deg, 180 - off_deg)).toBeLessThan(1.5);
        expect(Math.abs(Math.abs(rail.incline_deg) - incline_deg)).toBeLessThan(1.5);
        expect(rail.incline_deg).toBeGreaterThanOrEqual(0);
        expect(norm(rail.axis)).toBeCloseTo(1, 9);
        expect(angle_deg(rail.rest_mps2, mounting(UP))).toBeLessThan(0.5);
        expect(norm(rail.rest_mps2) / GRAVITY_MPS2).toBeCloseTo(1, 2);
      }
    },
  );

  it('has a normal square to the rail, in the vertical plane and pointing up', () => {
    const random = new Random(5);
    for (const incline_deg of INCLINES_DEG.slice(0, -1)) {
      const mounting = anyMounting(random);
      const { axis, normal } = railOf(incline_deg, mounting, random);
      if (!normal) throw new Error(`No normal at ${incline_deg}°.`);
      expect(dot(axis, normal)).toBeCloseTo(0, 9);
      expect(angle_deg(normal, mounting(UP))).toBeLessThan(incline_deg + 1.5);
    }
  });

  it('has no normal on a vertical rail', () => {
    const rail = railOf(90, (world) => world, new Random(1), 0);
    expect(rail.normal).toBeNull();
  });

  it('is not turned by one knock across the rail', () => {
    const force = forceOf(SET, railAt(40), (world) => world);
    for (let k = 700; k < 710; k++) force[k] = [0, 60, GRAVITY_MPS2];
    const rail = findRail(gridOf(force), { start: 0, end: force.length });
    expect(angle_deg(rail?.axis ?? [0, 1, 0], railAt(40))).toBeLessThan(3);
  });

  it('is null where nothing moves', () => {
    const still: Vector3[] = Array.from({ length: 500 }, () => [1, 2, 9]);
    expect(findRail(gridOf(still), { start: 0, end: 500 })).toBeNull();
  });

  it('looks at its span alone', () => {
    const across = forceOf(SET, [0, 1, 0], (world) => world);
    const along = forceOf(SET, [1, 0, 0], (world) => world);
    const grid = gridOf([...across, ...along]);
    const rail = findRail(grid, { start: across.length, end: grid.length });
    expect(Math.abs(rail?.axis[0] ?? 0)).toBeGreaterThan(0.999);
  });
});

describe('reversed', () => {
  it('points the other way on the same rail, and twice is none', () => {
    const rail = railOf(35, (world) => world, new Random(2));
    const back = reversed(rail);
    expect(back.axis).toEqual(scale(rail.axis, -1));
    expect(back.incline_deg).toBe(-rail.incline_deg);
    expect(back.rest_mps2).toEqual(rail.rest_mps2);
    expect(reversed(back)).toEqual(rail);
  });
});

describe('along', () => {
  it('is the acceleration along the rail, and its opposite on the reversed one', () => {
    const mounting = anyMounting(new Random(3));
    const grid = gridOf(forceOf(SET, railAt(30), mounting));
    const [axis, rest] = [mounting(railAt(30)), mounting([0, 0, GRAVITY_MPS2])];
    const span = { start: 100, end: 600 };
    const there = along(grid, span, axis, rest);
    const back = along(grid, span, scale(axis, -1), rest);
    const truth = SET.cellAccel_mps2().subarray(100, 600);
    expect(there).toHaveLength(500);
    there.forEach((a, i) => {
      expect(a).toBeCloseTo(truth[i], 9);
      expect(back[i]).toBeCloseTo(-truth[i], 9);
    });
  });

  it('of zeros is zero', () => {
    const still: Vector3[] = Array.from({ length: 50 }, () => [0, 0, GRAVITY_MPS2]);
    const a = along(gridOf(still), { start: 0, end: 50 }, railAt(30), [0, 0, GRAVITY_MPS2]);
    expect(Math.max(...a.map(Math.abs))).toBe(0);
  });
});

describe('verticalRail', () => {
  it('points up, at 90°', () => {
    const mounting = anyMounting(new Random(4));
    const rail = verticalRail(gridOf(forceOf(SET, UP, mounting)));
    expect(rail && angle_deg(rail.axis, mounting(UP))).toBeLessThan(0.1);
    expect(rail).toMatchObject({ incline_deg: 90, normal: null });
  });

  it('is not to be had without gravity', () => {
    const nothing: Vector3[] = Array.from({ length: 200 }, () => [0, 0, 0]);
    expect(verticalRail(gridOf(nothing))).toBeNull();
  });
});

describe('partsOnRail', () => {
  const rail: Rail = {
    axis: railAt(30),
    normal: null,
    rest_mps2: [0, 0, GRAVITY_MPS2],
    incline_deg: 30,
  };

  it('is the whole span while the sled alone moves', () => {
    const grid = gridOf(forceOf(SET, railAt(30), (world) => world));
    const span = { start: 0, end: grid.length };
    expect(partsOnRail(grid, span, rail)).toEqual([span]);
  });

  it('leaves out what a hand does across the rail, and a little around it', () => {
    const force = forceOf(SET, railAt(30), (world) => world);
    for (let k = 50; k < 130; k++) force[k] = [0, 3, GRAVITY_MPS2];
    const parts = partsOnRail(gridOf(force), { start: 0, end: force.length }, rail);
    expect(parts).toHaveLength(1);
    expect(parts[0].start).toBeGreaterThan(130);
    expect(parts[0].start).toBeLessThan(180);
    expect(parts[0].end).toBe(force.length);
  });

  it('is nothing where a hand is always at it', () => {
    const grid = gridOf(Array.from({ length: 800 }, () => [2, 2, 9]));
    expect(partsOnRail(grid, { start: 0, end: 800 }, rail)).toEqual([]);
  });
});
