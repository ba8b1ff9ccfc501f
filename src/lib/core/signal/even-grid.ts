import { sliceRecording, type Columns3, type Recording } from '../recording';
import { Extremes } from './extremes';
import { medianInterval, samplingOf } from './sampling';
import { robustSd } from './statistics';

/** Grid the science works on; fast enough for the sharpest turnaround, whatever the sensor's rate. */
export const GRID_RATE_HZ = 100;
export const GRID_STEP_S = 1 / GRID_RATE_HZ;

/** Longest gap across which a motion is followed. */
const BRIDGED_S = 2;
/** Longest stretch at either end that a gyroscope may miss. */
const BRIDGED_GYRO_S = 0.2;

/**
 * A recording on even cells: cell k spans `[start_s + k·step, start_s + (k + 1)·step]` and holds the
 * mean specific force over it, so that a sum over cells is exactly the integral of the samples'
 * straight-line interpolation, at any rate and spacing.
 */
export interface EvenGrid {
  start_s: number;
  length: number;
  x_mps2: Float64Array;
  y_mps2: Float64Array;
  z_mps2: Float64Array;
  gyro: { x_dps: Float64Array; y_dps: Float64Array; z_dps: Float64Array } | null;
  /** Distance between the two samples a cell lies between: nominal, or the length of the gap it is in. */
  spacing_s: Float32Array;
  /** Cells beside a sample at the end of the sensor's range. */
  clipped: Uint8Array;
  /** Median distance of samples. */
  interval_s: number;
  /** Spread of those distances, relative to their median, lost samples left out. */
  unevenness: number;
}

/** Time of edge k of the grid. */
export function edgeTime_s(grid: EvenGrid, k: number): number {
  return grid.start_s + k * GRID_STEP_S;
}

/** Lays a recording on the even grid; lost samples are left out. Null when fewer than two samples remain. */
export function evenGrid(recording: Recording): EvenGrid | null {
  const { x, y, z } = recording.accel_mps2;
  const present = presentIn(recording.accel_mps2);
  if (present.length < 2) return null;
  const t_s = pick(recording.t_s, present);
  const start_s = t_s[0];
  const length = Math.floor((t_s[t_s.length - 1] - start_s) / GRID_STEP_S);
  const means = (column: Float32Array) => cellMeans(t_s, pick(column, present), start_s, length);
  return {
    start_s,
    length,
    x_mps2: means(x),
    y_mps2: means(y),
    z_mps2: means(z),
    gyro: gyroGrid(recording, start_s, length),
    spacing_s: cellSpacing(t_s, start_s, length),
    clipped: clippedCells(recording, present, start_s, length),
    interval_s: medianInterval(t_s),
    unevenness: unevenness(t_s),
  };
}

function gyroGrid(recording: Recording, start_s: number, length: number): EvenGrid['gyro'] {
  if (!recording.gyro_dps) return null;
  const { x, y, z } = recording.gyro_dps;
  const present = presentIn(recording.gyro_dps);
  if (present.length < recording.length / 2) return null;
  const t_s = pick(recording.t_s, present);
  const end_s = start_s + length * GRID_STEP_S;
  // What turned the sensor while the gyroscope was silent cannot be made up for.
  if (!(t_s[0] <= start_s + BRIDGED_GYRO_S && t_s[t_s.length - 1] >= end_s - BRIDGED_GYRO_S)) {
    return null;
  }
  const means = (column: Float32Array) => cellMeans(t_s, pick(column, present), start_s, length);
  return { x_dps: means(x), y_dps: means(y), z_dps: means(z) };
}

/** A recording cut where no sample came for so long that no motion can be followed across. */
export function piecesOf(recording: Recording): Recording[] {
  const cuts = samplingOf(recording).gaps.filter(({ duration_s }) => duration_s > BRIDGED_S);
  const ends_s = [...cuts.map(({ start_s }) => start_s), Infinity];
  let start = 0;
  return ends_s.map((end_s) => {
    let end = start;
    while (end < recording.length && recording.t_s[end] <= end_s) end++;
    const piece = sliceRecording(recording, start, end);
    start = end;
    return piece;
  });
}

function unevenness(t_s: Float64Array): number {
  const interval_s = medianInterval(t_s);
  const off = [];
  for (let i = 1; i < t_s.length; i++) off.push((t_s[i] - t_s[i - 1]) / interval_s - 1);
  return robustSd(off);
}

/** Size of the reading at which an axis is cut off, m/s²; ∞ where none is. */
export function clipLevel_mps2(column: Float32Array): number {
  const extremes = new Extremes();
  for (let i = 0; i < column.length; i++) extremes.take(column[i]);
  return extremes.level_mps2;
}

function clippedCells(
  { t_s, accel_mps2 }: Recording,
  present: Int32Array,
  start_s: number,
  length: number,
): Uint8Array {
  const cells = new Uint8Array(length);
  for (const column of [accel_mps2.x, accel_mps2.y, accel_mps2.z]) {
    const level = clipLevel_mps2(column);
    if (level === Infinity) continue;
    present.forEach((i, j) => {
      if (Math.abs(column[i]) < level) return;
      const before_s = t_s[present[Math.max(0, j - 1)]];
      const after_s = t_s[present[Math.min(present.length - 1, j + 1)]];
      const first = Math.floor((before_s - start_s) / GRID_STEP_S);
      cells.fill(1, Math.max(0, first), Math.ceil((after_s - start_s) / GRID_STEP_S));
    });
  }
  return cells;
}

/** Mean over each cell of the straight-line interpolation of (t, values), which goes on level beyond its ends. */
function cellMeans(
  t_s: Float64Array,
  values: Float64Array,
  start_s: number,
  length: number,
): Float64Array {
  const means = new Float64Array(length);
  const last = t_s.length - 1;
  let i = 0;
  let area = 0;
  let before = 0;
  for (let edge = 0; edge <= length; edge++) {
    const at_s = start_s + edge * GRID_STEP_S;
    while (i < last && t_s[i + 1] <= at_s) {
      area += 0.5 * (values[i] + values[i + 1]) * (t_s[i + 1] - t_s[i]);
      i++;
    }
    const into_s = at_s - t_s[i];
    const inside = into_s > 0 && i < last;
    const slope = inside ? (values[i + 1] - values[i]) / (t_s[i + 1] - t_s[i]) : 0;
    const integral = area + into_s * (values[i] + 0.5 * slope * into_s);
    if (edge > 0) means[edge - 1] = (integral - before) / GRID_STEP_S;
    before = integral;
  }
  return means;
}

function cellSpacing(t_s: Float64Array, start_s: number, length: number): Float32Array {
  const spacing_s = new Float32Array(length);
  let i = 0;
  for (let k = 0; k < length; k++) {
    const middle_s = start_s + (k + 0.5) * GRID_STEP_S;
    while (i < t_s.length - 2 && t_s[i + 1] <= middle_s) i++;
    spacing_s[k] = t_s[i + 1] - t_s[i];
  }
  return spacing_s;
}

/** Indices of the rows in which no component is lost. */
function presentIn({ x, y, z }: Columns3): Int32Array {
  const present = new Int32Array(x.length);
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isFinite(x[i] + y[i] + z[i])) present[count++] = i;
  }
  return present.subarray(0, count);
}

function pick(column: ArrayLike<number>, indices: Int32Array): Float64Array {
  const picked = new Float64Array(indices.length);
  for (let k = 0; k < picked.length; k++) picked[k] = column[indices[k]];
  return picked;
}
