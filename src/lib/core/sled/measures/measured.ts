import type { Vector3 } from '../../recording';
import { GRID_STEP_S } from '../../signal/even-grid';
import type { Motion } from '../../signal/smoother';
import { clamp } from '../../signal/statistics';
import type { Instant, StrokeSpan } from '../segment';

/** Scale error of a sensor's axis that no calibration has taken out, sd: anything up to 1 % (datasheets: at most 0.5–2 %). */
export const SCALE_SD = 0.006;

/** What the measures of a span's reps are read from. Columns hold one number per 10 ms cell of the span. */
export interface Measured {
  motion: Motion;
  /** Acceleration along the rail, offset taken out, m/s². */
  accel_mps2: Float64Array;
  /** White-noise density of that acceleration, m²/s³. */
  noise_m2ps3: Float64Array;
  /** Specific force along the sensor's own three axes, m/s². */
  force_mps2: readonly [x: Float64Array, y: Float64Array, z: Float64Array];
  /** Unit vector along the rail in the sensor's frame, pointing in the press direction. */
  axis: Vector3;
  /** Time of edge 0 on the recording's axis. */
  start_s: number;
  incline_deg: number;
  inclineSd_deg: number;
  /** Distance of the sensor's samples, s; no instant is known much better. */
  interval_s: number;
}

/** How exactly any instant can be known from samples so far apart, sd. */
export function instantSd_s({ interval_s }: Measured): number {
  return 0.21 * interval_s;
}

/** Standard deviation of the time between two instants, s: what the velocity errs by at both alike shifts both. */
export function durationSd_s(measured: Measured, from: Instant, to: Instant): number {
  const { motion } = measured;
  const [i, j] = [Math.round(from.edge), Math.round(to.edge)];
  const sds = motion.velocitySd_mps[i] * motion.velocitySd_mps[j];
  const alike = sds > 0 ? clamp(motion.velocityCovariance_m2ps2(i, j) / sds, -1, 1) : 0;
  const shared_s2 = from.lean * to.lean * alike * from.sd_s * to.sd_s;
  const variance_s2 = from.sd_s ** 2 + to.sd_s ** 2 - 2 * shared_s2;
  return Math.sqrt(variance_s2 + 2 * instantSd_s(measured) ** 2);
}

/** Standard deviation of the way between two edges, m. */
export function travelSd_m(motion: Motion, from: number, to: number, travel_m: number): number {
  return Math.hypot(motion.travelSd_m(Math.round(from), Math.round(to)), SCALE_SD * travel_m);
}

/** The edge of a stroke's highest speed. */
export function peakEdge({ velocity_mps }: Motion, { start, end }: StrokeSpan): number {
  let peak = Math.ceil(start.edge);
  for (let k = peak; k <= end.edge; k++) {
    if (Math.abs(velocity_mps[k]) > Math.abs(velocity_mps[peak])) peak = k;
  }
  return peak;
}

/**
 * How much a cell's specific force is blurred in time, as a variance, s²: it is the mean over itself of
 * straight lines between samples, each of which is a mean over one interval.
 */
export function cellBlur_s2(interval_s: number): number {
  return GRID_STEP_S ** 2 / 12 + interval_s ** 2 / 4;
}

/** How many cells a span of time covers. */
export function cellsIn(duration_s: number): number {
  return Math.round(duration_s / GRID_STEP_S);
}
