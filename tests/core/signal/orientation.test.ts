import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S, type EvenGrid } from '../../../src/lib/core/signal/even-grid';
import { levelledGrid, type LevelledGrid } from '../../../src/lib/core/signal/orientation';
import { norm, scale, subtract } from '../../../src/lib/core/signal/vector';
import { angle_deg, GRAVITY_MPS2, gridOf } from '../path';
import { rate_dps, seen, type Turn } from '../turning';

const DURATION_S = 24;
const STILL_S = 3;
const SWING_MPS2 = 2;

/** How far a movement that rests at both ends has gathered, 0–1. */
const gathered = (t_s: number) =>
  Math.sin(Math.PI * Math.min(1, Math.max(0, (t_s - STILL_S) / (DURATION_S - 2 * STILL_S)))) ** 2;

/** Upward acceleration: to and fro every 2 s, resting at both ends. */
const upward_mps2 = (t_s: number) => SWING_MPS2 * gathered(t_s) * Math.sin(Math.PI * t_s);

/** A sensor that turns as told while it moves up and down. */
function turning(
  turns: readonly Turn[],
  offset_dps: Vector3 | ((t_s: number) => Vector3) = [0, 0, 0],
): EvenGrid {
  const offsetAt = typeof offset_dps === 'function' ? offset_dps : () => offset_dps;
  const middles_s = Array.from(
    { length: DURATION_S / GRID_STEP_S },
    (_, k) => (k + 0.5) * GRID_STEP_S,
  );
  return gridOf(
    middles_s.map((t_s) => seen([0, 0, GRAVITY_MPS2 + upward_mps2(t_s)], turns, t_s)),
    middles_s.map((t_s) => subtract(rate_dps(turns, t_s), scale(offsetAt(t_s), -1))),
  );
}

const rocking = (size_deg: number, period_s: number) => (t_s: number) =>
  ((size_deg * Math.PI) / 180) * gathered(t_s) * Math.sin((2 * Math.PI * t_s) / period_s);
const standing = (angle_deg: number) => () => (angle_deg * Math.PI) / 180;

const WAYS: [string, Turn[]][] = [
  ['not at all', []],
  ['about one level axis', [{ axis: 0, angle: rocking(40, 2) }]],
  ['clipped on askew', [{ axis: 1, angle: standing(130) }, { axis: 0, angle: rocking(30, 2) }]], // prettier-ignore
  [
    'about three axes at once',
    [
      { axis: 2, angle: rocking(60, 5) },
      { axis: 0, angle: rocking(35, 2) },
      { axis: 1, angle: rocking(25, 3) },
    ],
  ],
  ['once about, for good', [{ axis: 1, angle: (t_s) => 2.5 * gathered(t_s / 2 + STILL_S / 2) }]],
];

/** Largest errors of the vertical, and of the level components. */
function errorsOf({ length, x_mps2, y_mps2, z_mps2 }: EvenGrid) {
  let [up_mps2, level_mps2] = [0, 0];
  for (let k = 0; k < length; k++) {
    const truth_mps2 = GRAVITY_MPS2 + upward_mps2((k + 0.5) * GRID_STEP_S);
    up_mps2 = Math.max(up_mps2, Math.abs(z_mps2[k] - truth_mps2));
    level_mps2 = Math.max(level_mps2, Math.hypot(x_mps2[k], y_mps2[k]));
  }
  return { up_mps2, level_mps2 };
}

function level(grid: EvenGrid): LevelledGrid {
  const levelled = levelledGrid(grid);
  if (!levelled) throw new Error('The grid has a gyroscope.');
  return levelled;
}

describe('levelledGrid', () => {
  it.each(WAYS)('gives back the vertical acceleration of a sensor turning %s', (_, turns) => {
    const { up_mps2, level_mps2 } = errorsOf(level(turning(turns)));
    expect(up_mps2).toBeLessThan(0.02);
    expect(level_mps2).toBeLessThan(0.1);
  });

  it.each(WAYS)("takes out the gyroscope's offset, turning %s", (_, turns) => {
    const { up_mps2, level_mps2 } = errorsOf(level(turning(turns, [0.8, -0.6, 0.5])));
    expect(up_mps2).toBeLessThan(0.02);
    expect(level_mps2).toBeLessThan(0.1);
  });

  it('finds an offset that is another in motion than at rest', () => {
    const turns = WAYS[3][1];
    const grid = turning(turns, (t_s) => scale([0.3, -0.2, 0.25], gathered(t_s) > 0 ? 1 : 0));
    const { up_mps2, level_mps2 } = errorsOf(level(grid));
    expect(up_mps2).toBeLessThan(0.03);
    expect(level_mps2).toBeLessThan(0.2);
  });

  it('finds the offset of a gyroscope that is never at rest', () => {
    const grid = turning(WAYS[3][1], [0.8, -0.6, 0.5]);
    const cut = (column: Float64Array) => column.slice(500, 1900);
    const part: EvenGrid = {
      ...grid,
      length: 1400,
      x_mps2: cut(grid.x_mps2),
      y_mps2: cut(grid.y_mps2),
      z_mps2: cut(grid.z_mps2),
      gyro: grid.gyro && { x_dps: cut(grid.gyro.x_dps), y_dps: cut(grid.gyro.y_dps), z_dps: cut(grid.gyro.z_dps) }, // prettier-ignore
    };
    const { z_mps2 } = level(part);
    const errors_mps2 = z_mps2.map((z, k) => z - GRAVITY_MPS2 - upward_mps2((k + 500.5) / 100));
    expect(Math.max(...errors_mps2.map(Math.abs))).toBeLessThan(0.15);
  });

  it('knows up along the axes of the sensor', () => {
    const turns = WAYS[3][1];
    const { seenUp } = level(turning(turns, [0.8, -0.6, 0.5]));
    for (let k = 0; k < seenUp[0].length; k += 50) {
      const truth = seen([0, 0, 1], turns, (k + 0.5) * GRID_STEP_S);
      expect(angle_deg(truth, [seenUp[0][k], seenUp[1][k], seenUp[2][k]])).toBeLessThan(0.5);
    }
  });

  it('gives how fast the sensor turns, without the offset', () => {
    const turns = WAYS[1][1];
    const { gyro } = level(turning(turns, [0.8, -0.6, 0.5]));
    for (let k = 0; k < gyro.x_dps.length; k += 50) {
      const speed_dps = Math.hypot(gyro.x_dps[k], gyro.y_dps[k], gyro.z_dps[k]);
      expect(Math.abs(speed_dps - norm(rate_dps(turns, (k + 0.5) * GRID_STEP_S)))).toBeLessThan(
        0.1,
      );
    }
  });

  it('keeps the size of the force in every cell', () => {
    const grid = turning(WAYS[3][1]);
    const levelled = level(grid);
    for (let k = 0; k < grid.length; k += 50) {
      const before = Math.hypot(grid.x_mps2[k], grid.y_mps2[k], grid.z_mps2[k]);
      const after = Math.hypot(levelled.x_mps2[k], levelled.y_mps2[k], levelled.z_mps2[k]);
      expect(after).toBeCloseTo(before, 9);
    }
  });

  it('stands a sensor clipped on upside down upright', () => {
    const turns: Turn[] = [
      { axis: 0, angle: standing(180) },
      { axis: 1, angle: rocking(30, 2) },
    ];
    const { up_mps2, level_mps2 } = errorsOf(level(turning(turns)));
    expect(up_mps2).toBeLessThan(0.02);
    expect(level_mps2).toBeLessThan(0.1);
  });

  it('leaves the grid as it was, and its time', () => {
    const grid = turning(WAYS[1][1]);
    const before = structuredClone(grid);
    const levelled = level(grid);
    expect(grid).toEqual(before);
    expect(levelled.length).toBe(grid.length);
    expect(levelled.start_s).toBe(grid.start_s);
  });

  it('is null without a gyroscope, or without gravity', () => {
    const grid = turning([]);
    const nothing = new Float64Array(grid.length);
    expect(levelledGrid({ ...grid, gyro: null })).toBeNull();
    expect(levelledGrid({ ...grid, x_mps2: nothing, y_mps2: nothing, z_mps2: nothing })).toBeNull();
  });
});
