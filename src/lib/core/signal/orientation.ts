import { GRID_RATE_HZ, GRID_STEP_S, type EvenGrid } from './even-grid';
import { movingMean } from './moving-mean';
import { median, quantile } from './statistics';
import type { Vector3 } from '../recording';
import { cross, dot, norm, scale, unit } from './vector';

const SETTINGS = {
  /** The gyroscope's offset is read where it turns least. */
  stillWindow_s: 0.5,
  stillShare: 0.1,
  /** Gravity is what remains of the turned specific force over this long, twice; a hand's own acceleration averages out. */
  gravity_s: 4,
  /** Less than this points nowhere. */
  leastGravity_mps2: 1,
};

/** Rotation as a unit quaternion w, x, y, z. */
type Quaternion = [w: number, x: number, y: number, z: number];

/**
 * The grid seen from a frame that does not turn with the sensor: as the sensor stood in the first
 * cell, up held where it was then. The gyroscope turns the specific force, and its slow mean, which is
 * gravity, takes out the gyroscope's drift (after Laidig & Seel 2023, VQF, doi
 * 10.1016/j.inffus.2022.10.014, both passes offline). Heading drifts freely; nothing here needs it.
 * Null without a gyroscope, or without gravity to begin with.
 */
export function levelledGrid(grid: EvenGrid): EvenGrid | null {
  if (!grid.gyro) return null;
  const turned = turnedForce(grid, gyroOffset(grid.gyro));
  const width = SETTINGS.gravity_s * GRID_RATE_HZ;
  const gravity = turned.map((column) => movingMean(movingMean(column, width), width));
  const direction = (k: number): Vector3 | null => {
    const g: Vector3 = [gravity[0][k], gravity[1][k], gravity[2][k]];
    return norm(g) > SETTINGS.leastGravity_mps2 ? unit(g) : null;
  };
  const up = direction(0);
  if (!up) return null;
  const levelled = turned.map((column) => new Float64Array(column.length));
  for (let k = 0; k < grid.length; k++) {
    const now = direction(k) ?? up;
    const force = rotate(between(now, up), [turned[0][k], turned[1][k], turned[2][k]]);
    for (let axis = 0; axis < 3; axis++) levelled[axis][k] = force[axis];
  }
  const [x_mps2, y_mps2, z_mps2] = levelled;
  return { ...grid, x_mps2, y_mps2, z_mps2, gyro: null };
}

function gyroOffset({ x_dps, y_dps, z_dps }: NonNullable<EvenGrid['gyro']>): Vector3 {
  const speed = x_dps.map((_, k) => Math.hypot(x_dps[k], y_dps[k], z_dps[k]));
  const slow = movingMean(speed, SETTINGS.stillWindow_s * GRID_RATE_HZ);
  const limit = quantile(slow, SETTINGS.stillShare);
  const atRest = (values: Float64Array) => median(values.filter((_, k) => slow[k] <= limit));
  return [atRest(x_dps), atRest(y_dps), atRest(z_dps)];
}

/** Specific force turned back into the first cell's frame by the integrated gyroscope, three columns. */
function turnedForce(grid: EvenGrid, [ox, oy, oz]: Vector3): Float64Array[] {
  const columns = [0, 1, 2].map(() => new Float64Array(grid.length));
  const { x_dps, y_dps, z_dps } = grid.gyro ?? { x_dps: [], y_dps: [], z_dps: [] };
  let attitude: Quaternion = [1, 0, 0, 0];
  const half = ((Math.PI / 180) * GRID_STEP_S) / 2;
  for (let k = 0; k < grid.length; k++) {
    const step = turnBy([(x_dps[k] - ox) * half, (y_dps[k] - oy) * half, (z_dps[k] - oz) * half]);
    // Half a step before the cell's middle, half after: the cell's force belongs to its middle.
    attitude = multiply(attitude, step);
    const force = rotate(attitude, [grid.x_mps2[k], grid.y_mps2[k], grid.z_mps2[k]]);
    for (let axis = 0; axis < 3; axis++) columns[axis][k] = force[axis];
    attitude = multiply(attitude, step);
  }
  return columns;
}

/** Quaternion of a turn given as a vector along its axis, its angle long (rad). */
function turnBy(turn: Vector3): Quaternion {
  const angle = norm(turn);
  const s = angle > 1e-12 ? Math.sin(angle / 2) / angle : 0.5;
  return [Math.cos(angle / 2), turn[0] * s, turn[1] * s, turn[2] * s];
}

/** The shortest turn that takes one unit vector on to another; they must not be opposite. */
function between(from: Vector3, to: Vector3): Quaternion {
  const [x, y, z] = cross(from, to);
  const w = 1 + dot(from, to);
  const length = Math.hypot(w, x, y, z);
  return [w / length, x / length, y / length, z / length];
}

function multiply(a: Quaternion, b: Quaternion): Quaternion {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}

function rotate([w, x, y, z]: Quaternion, v: Vector3): Vector3 {
  const t = scale(cross([x, y, z], v), 2);
  const u = cross([x, y, z], t);
  return [v[0] + w * t[0] + u[0], v[1] + w * t[1] + u[1], v[2] + w * t[2] + u[2]];
}
