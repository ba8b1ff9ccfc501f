import type { Vector3 } from '../recording';
import { GRID_RATE_HZ, GRID_STEP_S, type EvenGrid } from './even-grid';
import { leastSquares, type Column } from './least-squares';
import { lowPass } from './low-pass';
import { movingMean } from './moving-mean';
import { mean, median, quantile, robustSd } from './statistics';
import { norm, unit } from './vector';

const SETTINGS = {
  /** The gyroscope's offset is first read where the sensor turns least. */
  stillWindow_s: 0.5,
  stillShare: 0.1,
  /** From first to last a hand turns the sensor by so much, sd. */
  turned_deg: 60,
  /** In motion the offset differs by so much: no axis is scaled and aligned exactly. */
  offsetSd_dps: 0.2,
  /**
   * Gravity is what of the turned specific force is slower than this. A hand's place within its reach
   * (0.3 m, anew every 2 s) and the remaining drift (0.04 ° per √s) part there: above it acceleration
   * weighs more, below it the drift.
   */
  gravity_radps: 0.25,
  /** How far gravity, so taken, may point astray: ° sd in one row of the fit, rows so far apart. */
  gravitySd_deg: 0.3,
  gravityRow_s: 4,
  /** Less than this points nowhere. */
  leastGravity_mps2: 1,
};

const RADIANS = Math.PI / 180;
const AXES = [0, 1, 2] as const;

/** A vector in every cell. */
export type Columns = readonly [x: Float64Array, y: Float64Array, z: Float64Array];
/** Rotation as a unit quaternion w, x, y, z; for all cells, four values a cell. */
type Quaternion = readonly [w: number, x: number, y: number, z: number];
type Turns = Float64Array;

/** A grid seen from a level frame. */
export interface LevelledGrid extends EvenGrid {
  gyro: NonNullable<EvenGrid['gyro']>;
  /** Up along the sensor's own axes, length 1. */
  seenUp: Columns;
}

/**
 * The grid seen from a level frame that does not turn with the sensor: z up, the heading as it fell
 * out and slowly drifting. Specific force and angular rate, its offset taken out, are both given along
 * the axes of that frame. The gyroscope turns the force into an almost inertial frame, in which gravity
 * is what is slow; how gravity is seen to drift there tells the gyroscope's offset in motion, and what
 * still drifts is levelled out (the frames and the slow gravity of Laidig & Seel 2023, VQF, doi
 * 10.1016/j.inffus.2022.10.014; all passes offline). Null without a gyroscope, or where gravity has
 * been taken out.
 */
export function levelledGrid(grid: EvenGrid): LevelledGrid | null {
  if (!grid.gyro) return null;
  const force: Columns = [grid.x_mps2, grid.y_mps2, grid.z_mps2];
  const rate: Columns = [grid.gyro.x_dps, grid.gyro.y_dps, grid.gyro.z_dps];
  const first = firstUp(force);
  if (!first) return null;
  const start = upright(first);
  const rough = roughOffset(rate);
  const drifting = attitudes(less(rate, rough.offset_dps), start);
  const moving_dps = offsetInMotion(drifting, upIn(turned(force, drifting)), rough);
  const turning = less(rate, moving_dps);
  const attitude = attitudes(turning, start);
  const steady = turned(force, attitude);
  const up = upIn(steady);
  const [x_mps2, y_mps2, z_mps2] = levelled(steady, up);
  const [x_dps, y_dps, z_dps] = levelled(turned(turning, attitude), up);
  const seenUp = turned(up, reversed(attitude));
  return { ...grid, x_mps2, y_mps2, z_mps2, gyro: { x_dps, y_dps, z_dps }, seenUp };
}

/** Up as the sensor saw it first, roughly; null where there is no gravity. */
function firstUp(force: Columns): Vector3 | null {
  const cells = Math.ceil(GRID_RATE_HZ / SETTINGS.gravity_radps);
  const [x, y, z] = force.map((column) => median(column.subarray(0, cells)));
  return Math.hypot(x, y, z) > SETTINGS.leastGravity_mps2 ? unit([x, y, z]) : null;
}

/** The gyroscope's offset, roughly, and how far from it the offset in motion may lie, sd. */
interface RoughOffset {
  offset_dps: Vector3;
  sd_dps: number;
}

/** The offset where the sensor turns least, if it is still there; else its mean, for in the end no hand turns far. */
function roughOffset(rate: Columns): RoughOffset {
  const { stillWindow_s, stillShare, turned_deg, offsetSd_dps } = SETTINGS;
  const speed = rate[0].map((x, k) => norm([x, rate[1][k], rate[2][k]]));
  const slow = movingMean(speed, stillWindow_s * GRID_RATE_HZ);
  const limit = quantile(slow, stillShare);
  const still = rate.map((column) => column.filter((_, k) => slow[k] <= limit));
  const rest = still.map(median);
  const spread_dps = still.map((column, i) => robustSd(column.map((w) => w - rest[i])));
  const restSd_dps = Math.hypot(...spread_dps);
  const meanSd_dps = turned_deg / (speed.length * GRID_STEP_S);
  const [x, y, z] = restSd_dps < meanSd_dps ? rest : rate.map(mean);
  const sd_dps = Math.hypot(offsetSd_dps, Math.min(restSd_dps, meanSd_dps));
  return { offset_dps: [x, y, z], sd_dps };
}

/**
 * The gyroscope's offset that would have made up drift as it does in the frame of `attitude`. What the
 * drift does not tell (an offset about the vertical) stays as it was.
 */
function offsetInMotion(
  attitude: Turns,
  up: Columns,
  { offset_dps, sd_dps }: RoughOffset,
): Vector3 {
  const every = SETTINGS.gravityRow_s * GRID_RATE_HZ;
  const instants = Array.from(
    { length: Math.floor(up[0].length / every) },
    (_, i) => (i + 0.5) * every,
  );
  // Three rows of the fit for every instant: x, y and z of up.
  const inRows = (columns: Columns) => instants.flatMap((k) => columns.map((column) => column[k]));
  const seenUp = turned(up, reversed(attitude));
  const columns: Column[] = AXES.flatMap((axis) => [
    { values: inRows(driftOfUp(attitude, seenUp, axis)), priorSd: sd_dps },
    // Where up was to begin with.
    { values: instants.flatMap(() => AXES.map((each) => Number(each === axis))), priorSd: 1 },
  ]);
  const target = inRows(up);
  const noise = SETTINGS.gravitySd_deg * RADIANS;
  const [x, , y, , z] = leastSquares(columns, target, [...target.keys()], noise);
  return [offset_dps[0] + x, offset_dps[1] + y, offset_dps[2] + z];
}

/**
 * How far up has drifted by each cell for an offset of 1 °/s left in about one of the sensor's axes e:
 * ∫ R·(e × up) dt, with up as the sensor sees it.
 */
function driftOfUp(attitude: Turns, seenUp: Columns, axis: 0 | 1 | 2): Columns {
  const [i, j] = [(axis + 1) % 3, (axis + 2) % 3];
  const across: [Float64Array, Float64Array, Float64Array] = [
    seenUp[0].map(() => 0),
    seenUp[0].map(() => 0),
    seenUp[0].map(() => 0),
  ];
  across[i] = seenUp[j].map((u) => -u);
  across[j] = seenUp[i];
  const [x, y, z] = turned(across, attitude);
  const step = RADIANS * GRID_STEP_S;
  const summed = (rate: Float64Array) => {
    let sum = 0;
    return rate.map((each) => (sum += each * step));
  };
  return [summed(x), summed(y), summed(z)];
}

/** The sensor's attitude in the middle of every cell, from its rate of turning, °/s, alone. */
function attitudes([x, y, z]: Columns, start: Quaternion): Turns {
  const turns = new Float64Array(4 * x.length);
  const half = (RADIANS * GRID_STEP_S) / 2;
  let now = start;
  for (let k = 0; k < x.length; k++) {
    const step = turnBy(x[k] * half, y[k] * half, z[k] * half);
    // Half a step before the cell's middle, half after: the cell's force belongs to its middle.
    const middle = multiply(now, step);
    for (let c = 0; c < 4; c++) turns[4 * k + c] = middle[c];
    now = multiply(middle, step);
  }
  return turns;
}

function less([x, y, z]: Columns, [ox, oy, oz]: Vector3): Columns {
  return [x.map((w) => w - ox), y.map((w) => w - oy), z.map((w) => w - oz)];
}

/** Up in every cell: the direction of what is slow in a force; where that points nowhere, as before. */
function upIn(force: Columns): Columns {
  const [x, y, z] = force.map((column) => lowPass(column, SETTINGS.gravity_radps));
  let last: Vector3 = [0, 0, 1];
  for (let k = 0; k < x.length; k++) {
    const gravity: Vector3 = [x[k], y[k], z[k]];
    if (norm(gravity) > SETTINGS.leastGravity_mps2) last = unit(gravity);
    [x[k], y[k], z[k]] = last;
  }
  return [x, y, z];
}

/** Vectors turned the shortest way that sets `up` upright: v − (u + ẑ)·(u + ẑ)·v / (1 + u·ẑ) + 2ẑ·(u·v). */
function levelled(vectors: Columns, up: Columns): Columns {
  const [x, y, z] = vectors.map((column) => column.slice());
  for (let k = 0; k < x.length; k++) {
    const ux = up[0][k];
    const uy = up[1][k];
    const uz = up[2][k];
    const upward = ux * x[k] + uy * y[k] + uz * z[k];
    const share = (upward + z[k]) / Math.max(1 + uz, Number.EPSILON);
    x[k] -= ux * share;
    y[k] -= uy * share;
    z[k] = upward;
  }
  return [x, y, z];
}

/** The vectors turned as given, cell by cell: v + 2q × (q × v + w·v) for a quaternion w, q. */
function turned([x, y, z]: Columns, turns: Turns): Columns {
  const result: Columns = [x.slice(), y.slice(), z.slice()];
  for (let k = 0; k < x.length; k++) {
    const w = turns[4 * k];
    const qx = turns[4 * k + 1];
    const qy = turns[4 * k + 2];
    const qz = turns[4 * k + 3];
    const tx = 2 * (qy * z[k] - qz * y[k]);
    const ty = 2 * (qz * x[k] - qx * z[k]);
    const tz = 2 * (qx * y[k] - qy * x[k]);
    result[0][k] += w * tx + qy * tz - qz * ty;
    result[1][k] += w * ty + qz * tx - qx * tz;
    result[2][k] += w * tz + qx * ty - qy * tx;
  }
  return result;
}

function reversed(turns: Turns): Turns {
  return turns.map((value, i) => (i % 4 === 0 ? value : -value));
}

/** Quaternion of a turn given as a vector along its axis, its angle long (rad). */
function turnBy(x: number, y: number, z: number): Quaternion {
  const angle = Math.sqrt(x * x + y * y + z * z);
  const s = angle > 1e-12 ? Math.sin(angle / 2) / angle : 0.5;
  return [Math.cos(angle / 2), x * s, y * s, z * s];
}

/** The shortest turn that sets a unit vector upright; about x where it points straight down. */
function upright([x, y, z]: Vector3): Quaternion {
  const length = Math.hypot(1 + z, x, y);
  return length > 1e-9 ? [(1 + z) / length, y / length, -x / length, 0] : [0, 1, 0, 0];
}

function multiply(a: Quaternion, b: Quaternion): Quaternion {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}
