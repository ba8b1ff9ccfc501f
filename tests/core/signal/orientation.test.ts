import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S, type EvenGrid } from '../../../src/lib/core/signal/even-grid';
import { levelledGrid } from '../../../src/lib/core/signal/orientation';
import { cross, dot, norm, scale, subtract, unit } from '../../../src/lib/core/signal/vector';
import { GRAVITY_MPS2, gridOf } from '../path';

const DURATION_S = 24;
const STILL_S = 3;
const SWING_MPS2 = 2;

/** How far a movement that rests at both ends has gathered, 0–1. */
const gathered = (t_s: number) =>
  Math.sin(Math.PI * Math.min(1, Math.max(0, (t_s - STILL_S) / (DURATION_S - 2 * STILL_S)))) ** 2;

/** Upward acceleration: to and fro every 2 s, resting at both ends. */
const upward_mps2 = (t_s: number) => SWING_MPS2 * gathered(t_s) * Math.sin(Math.PI * t_s);

type Axis = 0 | 1 | 2;

/** The vector in a frame turned about one of its own axes by `angle`, rad. */
function seenTurned(v: Vector3, axis: Axis, angle: number): Vector3 {
  const turned: [number, number, number] = [...v];
  const [i, j] = [(axis + 1) % 3, (axis + 2) % 3];
  turned[i] = Math.cos(angle) * v[i] + Math.sin(angle) * v[j];
  turned[j] = Math.cos(angle) * v[j] - Math.sin(angle) * v[i];
  return turned;
}

/** A turn about one of the sensor's axes after another. */
interface Turn {
  axis: Axis;
  angle: (t_s: number) => number;
}

function seen(world: Vector3, turns: readonly Turn[], t_s: number): Vector3 {
  return turns.reduce((v, { axis, angle }) => seenTurned(v, axis, angle(t_s)), world);
}

/** Angular rate in the sensor's frame, °/s: each turn's own, seen through those after it. */
function rate_dps(turns: readonly Turn[], t_s: number): Vector3 {
  const total: [number, number, number] = [0, 0, 0];
  turns.forEach(({ axis, angle }, i) => {
    const rate = (angle(t_s + 1e-4) - angle(t_s - 1e-4)) / 2e-4;
    const own: [number, number, number] = [0, 0, 0];
    own[axis] = (rate * 180) / Math.PI;
    seen(own, turns.slice(i + 1), t_s).forEach((w, k) => (total[k] += w));
  });
  return total;
}

/** A sensor that turns as told while it moves up and down. */
function turning(turns: readonly Turn[], offset_dps: Vector3 = [0, 0, 0]): EvenGrid {
  const middles_s = Array.from(
    { length: DURATION_S / GRID_STEP_S },
    (_, k) => (k + 0.5) * GRID_STEP_S,
  );
  return gridOf(
    middles_s.map((t_s) => seen([0, 0, GRAVITY_MPS2 + upward_mps2(t_s)], turns, t_s)),
    middles_s.map((t_s) => subtract(rate_dps(turns, t_s), scale(offset_dps, -1))),
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

/** Largest errors of the vertical, and of the level components, off the ends of gravity's window. */
function errorsOf(grid: EvenGrid, levelled: EvenGrid): { up_mps2: number; level_mps2: number } {
  const up = unit([grid.x_mps2[0], grid.y_mps2[0], grid.z_mps2[0]]);
  let [up_mps2, level_mps2] = [0, 0];
  for (let k = 0; k < grid.length; k++) {
    const force: Vector3 = [levelled.x_mps2[k], levelled.y_mps2[k], levelled.z_mps2[k]];
    const truth_mps2 = GRAVITY_MPS2 + upward_mps2((k + 0.5) * GRID_STEP_S);
    up_mps2 = Math.max(up_mps2, Math.abs(dot(up, force) - truth_mps2));
    level_mps2 = Math.max(level_mps2, norm(cross(up, force)));
  }
  return { up_mps2, level_mps2 };
}

describe('levelledGrid', () => {
  it.each(WAYS)('gives back the vertical acceleration of a sensor turning %s', (_, turns) => {
    const grid = turning(turns);
    const levelled = levelledGrid(grid);
    if (!levelled) throw new Error('The grid has a gyroscope.');
    const { up_mps2, level_mps2 } = errorsOf(grid, levelled);
    expect(up_mps2).toBeLessThan(0.05);
    expect(level_mps2).toBeLessThan(0.2);
  });

  it.each(WAYS)("takes out the gyroscope's offset, turning %s", (_, turns) => {
    const grid = turning(turns, [0.8, -0.6, 0.5]);
    const levelled = levelledGrid(grid);
    if (!levelled) throw new Error('The grid has a gyroscope.');
    const { up_mps2, level_mps2 } = errorsOf(grid, levelled);
    expect(up_mps2).toBeLessThan(0.15);
    expect(level_mps2).toBeLessThan(0.5);
  });

  it('keeps the size of the force in every cell', () => {
    const grid = turning(WAYS[3][1]);
    const levelled = levelledGrid(grid);
    for (let k = 0; k < grid.length; k += 50) {
      const before = Math.hypot(grid.x_mps2[k], grid.y_mps2[k], grid.z_mps2[k]);
      const after = Math.hypot(
        levelled?.x_mps2[k] ?? NaN,
        levelled?.y_mps2[k] ?? NaN,
        levelled?.z_mps2[k] ?? NaN,
      );
      expect(after).toBeCloseTo(before, 9);
    }
  });

  it('leaves the grid as it was, and its time', () => {
    const grid = turning(WAYS[1][1]);
    const before = structuredClone(grid);
    const levelled = levelledGrid(grid);
    expect(grid).toEqual(before);
    expect(levelled?.length).toBe(grid.length);
    expect(levelled?.start_s).toBe(grid.start_s);
    expect(levelled?.gyro).toBeNull();
  });

  it('is null without a gyroscope', () => {
    expect(levelledGrid({ ...turning([]), gyro: null })).toBeNull();
  });
});
