import type { Vector3 } from '../recording';
import { GRID_RATE_HZ, type EvenGrid } from '../signal/even-grid';
import { movingMean } from '../signal/moving-mean';
import { clamp, median, robustSd } from '../signal/statistics';
import { cross, dot, norm, scale, subtract, unit } from '../signal/vector';
import type { Span } from './mounted';

/** Below this incline gravity does not say which way is up the rail. */
const LEVEL_BELOW_DEG = 6;

/** A sensor that reads less than this at rest has had gravity taken out. */
const LEAST_GRAVITY_MPS2 = 3;

const SETTINGS = {
  /** Motion of a limb lies below about 5 Hz; two passes over this long keep it and drop vibration. */
  smooth_s: 0.09,
  /** Slower than a press: gravity, and its change as the carriage tilts along the travel. */
  baseline_s: 2,
  /** One knock must not turn the axis: a sample counts at most as much as this many times the usual motion. */
  cap: 4,
  /** Rest is where the smoothed specific force changes least; this share of the span is taken as rest. */
  restShare: 0.2,
  /** A hand on the sensor: force across the rail, over this long, beyond this and beyond this share of that along it. */
  handWindow_s: 0.2,
  handForce_mps2: 0.7,
  handShare: 0.25,
  /** What a hand does reaches this far to either side; what is left must last a rep's time. */
  handReach_s: 0.15,
  shortestPart_s: 2,
};

/** The rail as the sensor sees it, and the specific force reduced to it. */
export interface Rail {
  /** Along the rail; up it where there is an up, else undecided. */
  axis: Vector3;
  /** Square to the rail in the vertical plane, pointing up; null on a vertical rail. */
  normal: Vector3 | null;
  /** Specific force at rest, offset included. */
  rest_mps2: Vector3;
  /** Angle of the axis above the horizontal; negative where it points down. */
  incline_deg: number;
}

/**
 * Finds the rail in a mounted span: the direction along which the specific force varies most once
 * gravity is taken out (its first principal component). Null when nothing moves, or no gravity is there to tell up.
 */
export function findRail(grid: EvenGrid, span: Span): Rail | null {
  const cut = (values: Float64Array) => smooth(values.subarray(span.start, span.end));
  const columns = [cut(grid.x_mps2), cut(grid.y_mps2), cut(grid.z_mps2)];
  const moving = columns.map((values) => withoutBaseline(values));
  const found = principalAxis(moving);
  if (!found) return null;
  const rest_mps2 = restForce(columns, moving);
  if (norm(rest_mps2) < LEAST_GRAVITY_MPS2) return null;
  const up = unit(rest_mps2);
  const axis = dot(found, up) < 0 ? scale(found, -1) : found;
  const incline_deg = (Math.asin(clamp(dot(axis, up), -1, 1)) * 180) / Math.PI;
  const across = subtract(up, scale(axis, dot(axis, up)));
  return { axis, normal: norm(across) > 0.02 ? unit(across) : null, rest_mps2, incline_deg };
}

/** The vertical as a rail, for a sensor no rail holds; null where there is no gravity to tell it. */
export function verticalRail(grid: EvenGrid): Rail | null {
  const rest_mps2: Vector3 = [median(grid.x_mps2), median(grid.y_mps2), median(grid.z_mps2)];
  if (norm(rest_mps2) < LEAST_GRAVITY_MPS2) return null;
  return { axis: unit(rest_mps2), normal: null, rest_mps2, incline_deg: 90 };
}

/** Whether gravity is silent about which way is up the rail. */
export function isLevel(rail: Rail): boolean {
  return Math.abs(rail.incline_deg) < LEVEL_BELOW_DEG;
}

/** The same rail with press and lower exchanged. */
export function reversed(rail: Rail): Rail {
  return { ...rail, axis: scale(rail.axis, -1), incline_deg: -rail.incline_deg };
}

/** `direction · (f − f at rest)` in every cell of a span, m/s². */
export function along(grid: EvenGrid, span: Span, direction: Vector3, rest: Vector3): Float64Array {
  const offset = dot(direction, rest);
  const [x, y, z] = direction;
  const result = new Float64Array(span.end - span.start);
  for (let i = 0; i < result.length; i++) {
    const k = span.start + i;
    result[i] = x * grid.x_mps2[k] + y * grid.y_mps2[k] + z * grid.z_mps2[k] - offset;
  }
  return result;
}

function smooth(values: Float64Array): Float64Array {
  const width = SETTINGS.smooth_s * GRID_RATE_HZ;
  return movingMean(movingMean(values, width), width);
}

function withoutBaseline(values: Float64Array): Float64Array {
  const baseline = movingMean(values, SETTINGS.baseline_s * GRID_RATE_HZ);
  return values.map((value, i) => value - baseline[i]);
}

/** First principal component of three columns by power iteration, large samples capped; null without motion. */
function principalAxis(columns: Float64Array[]): Vector3 | null {
  const [x, y, z] = columns;
  const size = x.map((_, i) => Math.hypot(x[i], y[i], z[i]));
  const limit = SETTINGS.cap * robustSd(size);
  const moments = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const w = size[i] > limit ? (limit / size[i]) ** 2 : 1;
    moments[0] += w * x[i] * x[i];
    moments[1] += w * x[i] * y[i];
    moments[2] += w * x[i] * z[i];
    moments[3] += w * y[i] * y[i];
    moments[4] += w * y[i] * z[i];
    moments[5] += w * z[i] * z[i];
  }
  const [xx, xy, xz, yy, yz, zz] = moments;
  if (!(xx + yy + zz > 0)) return null;
  // Start from the axis that varies most, so that the start is never square to the answer.
  let axis: Vector3 = xx >= yy && xx >= zz ? [1, 0, 0] : yy >= zz ? [0, 1, 0] : [0, 0, 1];
  for (let i = 0; i < 200; i++) {
    const next: Vector3 = [
      dot([xx, xy, xz], axis),
      dot([xy, yy, yz], axis),
      dot([xz, yz, zz], axis),
    ];
    axis = unit(next);
  }
  return axis;
}

/** Median of the specific force where it changes least. */
function restForce(columns: Float64Array[], moving: Float64Array[]): Vector3 {
  const window = GRID_RATE_HZ / 2;
  const [x, y, z] = moving;
  const power = movingMean(
    x.map((_, i) => x[i] ** 2 + y[i] ** 2 + z[i] ** 2),
    window,
  );
  const limit =
    Float64Array.from(power).sort()[Math.floor(SETTINGS.restShare * (power.length - 1))];
  const atRest = (values: Float64Array) => median(values.filter((_, i) => power[i] <= limit));
  const [restX, restY, restZ] = columns.map(atRest);
  return [restX, restY, restZ];
}

/**
 * The parts of a span in which the specific force changes along the rail alone. A hand moves and turns
 * the sensor across it too: what happens then is not the sled's doing.
 */
export function partsOnRail(grid: EvenGrid, span: Span, rail: Rail): Span[] {
  const { handWindow_s, handForce_mps2, handShare, handReach_s, shortestPart_s } = SETTINGS;
  const width = handWindow_s * GRID_RATE_HZ;
  const slow = (direction: Vector3) =>
    movingMean(along(grid, span, direction, rail.rest_mps2), width);
  const lateral = perpendicular(rail.axis);
  const [a, b, c] = [slow(rail.axis), slow(lateral), slow(cross(rail.axis, lateral))];
  const reach = Math.round(handReach_s * GRID_RATE_HZ);
  const parts: Span[] = [];
  let start = span.start;
  const close = (end: number) => {
    if (end - start >= shortestPart_s * GRID_RATE_HZ) parts.push({ start, end });
  };
  for (let i = 0; i < a.length; i++) {
    if (Math.hypot(b[i], c[i]) <= handForce_mps2 + handShare * Math.abs(a[i])) continue;
    close(span.start + i - reach);
    start = span.start + i + reach;
  }
  close(span.end);
  return parts;
}

function perpendicular(axis: Vector3): Vector3 {
  return unit(cross(axis, Math.abs(axis[0]) < 0.7 ? [1, 0, 0] : [0, 1, 0]));
}
