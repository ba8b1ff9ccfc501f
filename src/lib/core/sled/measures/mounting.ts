import type { Vector3 } from '../../recording';
import { GRID_RATE_HZ, GRID_STEP_S } from '../../signal/even-grid';
import { movingMean } from '../../signal/moving-mean';
import { mean } from '../../signal/statistics';
import { norm, scale, subtract, unit } from '../../signal/vector';
import type { Mounting } from '../report';
import { cellsIn, type Measured } from './measured';

const SETTINGS = {
  /** A limb's motion passes two means over this long, vibration does not. */
  smooth_s: 0.09,
  /** What disturbs the direction of motion lasts about this long. */
  independent_s: 0.25,
  /** What tilt and the sensor's axes, not quite square, leave in any case. */
  leastAxisSd_deg: 0.05,
};

/**
 * How the sensor sat on the sled during the rep between two edges. Over a whole rep the sled gains
 * hardly any speed, so that the mean specific force is gravity's alone; and it changes along the rail.
 * Null where nothing moved.
 */
export function mountingOf(measured: Measured, from: number, to: number): Mounting | null {
  const [first, last] = [Math.round(from), Math.round(to)];
  const { motion, force_mps2, accel_mps2, axis } = measured;
  const gained_mps = motion.velocity_mps[last] - motion.velocity_mps[first];
  const along_mps2 = gained_mps / ((last - first) * GRID_STEP_S);
  const force = means(force_mps2, first, last);
  const gravity_mps2 = subtract(force, scale(axis, along_mps2));
  const once = new Float64Array(last - first);
  const a = centred(smooth(accel_mps2.subarray(first, last), once));
  const columns = force_mps2.map((column) => centred(smooth(column.subarray(first, last), once)));
  const power = product(a, a);
  if (!(power > 0) || norm(gravity_mps2) === 0) return null;
  const direction: Vector3 = [
    product(columns[0], a),
    product(columns[1], a),
    product(columns[2], a),
  ];
  if (norm(direction) === 0) return null;
  const rail = unit(direction);
  return { gravity_mps2, axis: rail, axisSd_deg: axisSd_deg(columns, rail, power) };
}

/** From what acts across the rail, and how little moves along it. */
function axisSd_deg(columns: readonly Float64Array[], rail: Vector3, power: number): number {
  const [x, y, z] = columns;
  let across = 0;
  for (let k = 0; k < x.length; k++) {
    const along = x[k] * rail[0] + y[k] * rail[1] + z[k] * rail[2];
    across += x[k] * x[k] + y[k] * y[k] + z[k] * z[k] - along * along;
  }
  const dependent = SETTINGS.independent_s * GRID_RATE_HZ;
  // Two directions across share what acts there.
  const sd_rad = Math.sqrt((dependent * Math.max(0, across)) / 2 / x.length / power);
  return Math.hypot((sd_rad * 180) / Math.PI, SETTINGS.leastAxisSd_deg);
}

function means(columns: Measured['force_mps2'], first: number, last: number): Vector3 {
  const [x, y, z] = columns.map((column) => mean(column.subarray(first, last)));
  return [x, y, z];
}

/** Values smoothed twice; what is smoothed once stands in `once`, an array as long. */
function smooth(values: Float64Array, once: Float64Array): Float64Array {
  const cells = cellsIn(SETTINGS.smooth_s);
  return movingMean(movingMean(values, cells, once), cells);
}

/** Takes the mean of values out of them, in place. */
function centred(values: Float64Array): Float64Array {
  const centre = mean(values);
  for (let k = 0; k < values.length; k++) values[k] -= centre;
  return values;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}
