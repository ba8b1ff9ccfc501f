import { GRID_STEP_S } from '../../signal/even-grid';
import { movingMean } from '../../signal/moving-mean';
import type { Motion } from '../../signal/smoother';
import { clamp, mean } from '../../signal/statistics';
import type { Acceleration } from '../report';
import { cellBlur_s2, cellsIn, SCALE_SD, type Measured } from './measured';

const SETTINGS = {
  /** What tilt leaves in the offset within a stroke. */
  offsetSd_mps2: 0.01,
  /** What shakes the sled is no slower than this; in a mean over T a swing of f leaves √2/(2πf·T) of its RMS. */
  slowestShaking_Hz: 10,
  /** Shaking is what differs from the mean over so many cells. */
  shakingCells: 5,
};

/** The mean acceleration over `window_s` about an edge that is known to `sd_s`, m/s². */
export function accelerationAbout(
  measured: Measured,
  edge: number,
  sd_s: number,
  window_s: number,
): Acceleration {
  const { motion } = measured;
  const accel_mps2 = meanAcceleration(motion, edge, window_s);
  const [before, after] = [-1, 1].map((side) =>
    meanAcceleration(motion, edge + (side * sd_s) / GRID_STEP_S, window_s),
  );
  const placing_mps2 = Math.max(Math.abs(before - accel_mps2), Math.abs(after - accel_mps2));
  return {
    accel_mps2,
    accelSd_mps2: Math.hypot(meanSd_mps2(measured, edge, window_s, accel_mps2), placing_mps2),
  };
}

/**
 * The largest mean acceleration in one direction over `window_s` about any edge from `from` to `to`, m/s²,
 * counted positive in that direction.
 */
export function largestAcceleration(
  direction: 'lower' | 'press',
  measured: Measured,
  [from, to]: readonly [from: number, to: number],
  window_s: number,
): Acceleration {
  const sign = direction === 'press' ? 1 : -1;
  const mean_mps2 = (edge: number) => sign * meanAcceleration(measured.motion, edge, window_s);
  let best = Math.round(from);
  let accel_mps2 = mean_mps2(best);
  for (let k = best + 1; k <= to; k++) {
    const here_mps2 = mean_mps2(k);
    if (here_mps2 <= accel_mps2) continue;
    best = k;
    accel_mps2 = here_mps2;
  }
  return { accel_mps2, accelSd_mps2: meanSd_mps2(measured, best, window_s, accel_mps2) };
}

/** The speed gained in a window about an edge, over the window, m/s². */
function meanAcceleration(motion: Motion, edge: number, window_s: number): number {
  const half = window_s / GRID_STEP_S / 2;
  return (velocityAt(motion, edge + half) - velocityAt(motion, edge - half)) / window_s;
}

/** Velocity at a fractional edge, m/s. */
function velocityAt({ velocity_mps, length }: Motion, edge: number): number {
  const below = clamp(Math.floor(edge), 0, length - 2);
  const part = clamp(edge - below, 0, 1);
  return velocity_mps[below] + part * (velocity_mps[below + 1] - velocity_mps[below]);
}

/** From the sensor's noise, scale and offset, what shaking leaves, and what the sensor's own rate blurs. */
function meanSd_mps2(
  measured: Measured,
  edge: number,
  window_s: number,
  mean_mps2: number,
): number {
  const { motion, noise_m2ps3, interval_s } = measured;
  const { offsetSd_mps2, slowestShaking_Hz } = SETTINGS;
  const cells = cellsIn(window_s);
  const from = clamp(Math.round(edge - cells / 2), 0, noise_m2ps3.length - cells);
  const variance_m2ps2 = mean(noise_m2ps3.subarray(from, from + cells)) * window_s;
  const [before, at, after] = [-1, 0, 1].map((side) =>
    meanAcceleration(motion, edge + side * cells, window_s),
  );
  // A blur of variance b² takes ½·b² of the curvature off, and it has blurred the curvature seen as well.
  const blurred_mps2 = (cellBlur_s2(interval_s) / window_s ** 2) * (before - 2 * at + after);
  const left = Math.SQRT2 / (2 * Math.PI * slowestShaking_Hz * window_s);
  return Math.hypot(
    Math.sqrt(variance_m2ps2) / window_s,
    SCALE_SD * mean_mps2,
    offsetSd_mps2,
    left * shaking_mps2(measured, from, from + cells),
    blurred_mps2,
  );
}

/** RMS of what differs from its own mean over a few cells, in and around the cells `[from, to)`. */
function shaking_mps2({ accel_mps2 }: Measured, from: number, to: number): number {
  const { shakingCells } = SETTINGS;
  const around = accel_mps2.subarray(Math.max(0, from - shakingCells), to + shakingCells);
  const slow = movingMean(around, shakingCells);
  return Math.sqrt(mean(around.map((a, k) => (a - slow[k]) ** 2)));
}
