import { GRID_RATE_HZ, GRID_STEP_S, type EvenGrid } from '../signal/even-grid';
import { movingMean } from '../signal/moving-mean';
import { quantile } from '../signal/statistics';

const SETTINGS = {
  /** Noise is read from blocks this long, where the acceleration is quietest. */
  noiseBlock_s: 0.1,
  noiseWindow_s: 0.6,
  noiseQuantile: 0.1,
  /**
   * Between samples the acceleration is taken as straight; where it bends it errs by up to a twelfth of
   * the bend. Of what bends within 10 ms most is vibration, which averages out.
   */
  bendShare_ps: 0.8,
  mostBendShare: 1 / 12,
  /** A sample's time may be off by this share of the sampling interval, and its reading by as much as it changes in it. */
  clockShare: 0.15,
  /** What may bend between two samples unseen grows with the square of their distance, up to this; */
  bendSd_mps4: 11,
  gapAccelSd_mps2: 1,
  /** where the acceleration around is weaker than this, it bends the less. */
  lively_mps2: 0.3,
  /** A sample lost where the acceleration was strong is missed the more: by this share of what is around it. */
  lostShare: 0.3,
  aroundCells: 15,
  /** What lies beyond the end of the sensor's range. */
  clipSd_mps2: 2,
};

/** No part in use is quieter than this density (60 µg/√Hz), m²/s³. */
export const LEAST_NOISE_M2PS3 = (60e-6 * 9.81) ** 2 / 2;

/** How a cell was sampled. */
export interface CellSampling {
  /** Distance of the two samples around it, and the usual one. */
  spacing_s: number;
  interval_s: number;
  /** Spread of the distances relative to the usual one. */
  unevenness: number;
  /** Whether it lies beside a sample at the end of the range. */
  clipped: number;
}

/**
 * White-noise density of an acceleration in one cell, m²/s³: the floor, and what may have happened
 * between two samples. Looks no further than `end` cells.
 */
export function cellNoise_m2ps3(
  accel_mps2: ArrayLike<number>,
  cell: number,
  end: number,
  { spacing_s, interval_s, unevenness, clipped }: CellSampling,
  floor_m2ps3: number,
): number {
  const { bendShare_ps, mostBendShare, clockShare, clipSd_mps2 } = SETTINGS;
  const reach = Math.max(1, Math.round(interval_s * GRID_RATE_HZ));
  const before = accel_mps2[Math.max(0, cell - reach)];
  const after = accel_mps2[Math.min(end - 1, cell + reach)];
  const bendShare = Math.min(mostBendShare, bendShare_ps * interval_s);
  const share = Math.sqrt(bendShare ** 2 + unevenness ** 2 / 6);
  const seenBend_mps2 = share * (before - 2 * accel_mps2[cell] + after);
  const slip_mps2 = clockShare * 0.5 * (after - before);
  const wide_s = Math.max(spacing_s, GRID_STEP_S);
  const around_mps2 = rootMeanSquare(accel_mps2, cell, end);
  const missed_mps2 =
    missedBend_mps2(wide_s, around_mps2) +
    (spacing_s > 1.5 * interval_s ? SETTINGS.lostShare * around_mps2 : 0);
  const cut_mps2 = clipped ? clipSd_mps2 : 0;
  return (
    floor_m2ps3 + (cut_mps2 ** 2 + slip_mps2 ** 2 + seenBend_mps2 ** 2 + missed_mps2 ** 2) * wide_s
  );
}

/** What may have bent unseen between two samples. */
function missedBend_mps2(spacing_s: number, around_mps2: number): number {
  const { gapAccelSd_mps2, bendSd_mps4, lively_mps2 } = SETTINGS;
  const most_mps2 = Math.min(gapAccelSd_mps2, bendSd_mps4 * spacing_s ** 2);
  return most_mps2 * Math.min(1, around_mps2 / lively_mps2);
}

function rootMeanSquare(values: ArrayLike<number>, cell: number, end: number): number {
  const from = Math.max(0, cell - SETTINGS.aroundCells);
  const to = Math.min(end, cell + SETTINGS.aroundCells + 1);
  let sum = 0;
  for (let k = from; k < to; k++) sum += values[k] * values[k];
  return Math.sqrt(sum / (to - from));
}

/** White-noise density of an acceleration where it is quietest, m²/s³. */
export function noiseFloor(accel_mps2: Float64Array): number {
  const width = SETTINGS.noiseBlock_s * GRID_RATE_HZ;
  const means = movingMean(accel_mps2, width);
  const bends = new Float64Array(Math.max(0, Math.floor(means.length / width) - 2));
  for (let i = 0; i < bends.length; i++) {
    const k = (i + 1) * width;
    // A second difference of white noise has 6 times its variance.
    bends[i] = (means[k - width] - 2 * means[k] + means[k + width]) ** 2 / 6;
  }
  const local = movingMean(bends, SETTINGS.noiseWindow_s / SETTINGS.noiseBlock_s);
  const block_m2ps4 = quantile(local, SETTINGS.noiseQuantile) || 0;
  return Math.max(block_m2ps4 * SETTINGS.noiseBlock_s, LEAST_NOISE_M2PS3);
}

/** White-noise density of an acceleration in each cell of a grid, m²/s³. */
export function noiseDensity(grid: EvenGrid, accel_mps2: Float64Array): Float64Array {
  const floor_m2ps3 = noiseFloor(accel_mps2);
  const { interval_s, unevenness } = grid;
  return Float64Array.from(accel_mps2, (_, k) => {
    const sampling = {
      interval_s,
      unevenness,
      spacing_s: grid.spacing_s[k],
      clipped: grid.clipped[k],
    };
    return cellNoise_m2ps3(accel_mps2, k, accel_mps2.length, sampling, floor_m2ps3);
  });
}
