import { GRID_RATE_HZ, GRID_STEP_S, type EvenGrid } from '../signal/even-grid';
import { movingMean } from '../signal/moving-mean';
import { quantile } from '../signal/statistics';
import type { Span } from './mounted';

const SETTINGS = {
  /** Noise is read from blocks this long, where the span is quietest. */
  noiseBlock_s: 0.1,
  noiseWindow_s: 0.6,
  noiseQuantile: 0.1,
  /** No part in use is quieter than this density (60 µg/√Hz). */
  leastNoise_m2ps3: (60e-6 * 9.81) ** 2 / 2,
  /**
   * Between samples the acceleration is taken as straight; where it bends it errs by up to a twelfth of
   * the bend. Of what bends within 10 ms most is vibration, which averages out.
   */
  bendShare_ps: 0.8,
  mostBendShare: 1 / 12,
  /** A sample's time may be off by this share of the sampling interval, and its reading by as much as it changes in it. */
  clockShare: 0.15,
  /** What may bend between two samples unseen grows with the square of their distance, up to this. */
  bendSd_mps4: 11,
  gapAccelSd_mps2: 1,
  /** A sample lost where the acceleration was strong is missed the more: by this share of what is around it. */
  lostShare: 0.3,
  lostWindow_s: 0.3,
  /** What lies beyond the end of the sensor's range. */
  clipSd_mps2: 2,
};

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
  return Math.max(block_m2ps4 * SETTINGS.noiseBlock_s, SETTINGS.leastNoise_m2ps3);
}

/** White-noise density in each cell, m²/s³: the floor, and what may have bent between two samples. */
export function noiseDensity(
  grid: EvenGrid,
  span: Span,
  accel_mps2: Float64Array,
  floor_m2ps3: number,
): Float64Array {
  const { bendSd_mps4, gapAccelSd_mps2, lostShare } = SETTINGS;
  const power = movingMean(
    accel_mps2.map((a) => a * a),
    SETTINGS.lostWindow_s * GRID_RATE_HZ,
  );
  const reach = Math.max(1, Math.round(grid.interval_s * GRID_RATE_HZ));
  const share = Math.hypot(
    Math.min(SETTINGS.mostBendShare, SETTINGS.bendShare_ps * grid.interval_s),
    grid.unevenness / Math.sqrt(6),
  );
  return Float64Array.from(accel_mps2, (a, i) => {
    const spacing_s = Math.max(grid.spacing_s[span.start + i], GRID_STEP_S);
    const before = accel_mps2[Math.max(0, i - reach)];
    const after = accel_mps2[Math.min(accel_mps2.length - 1, i + reach)];
    const seenBend_mps2 = share * (before - 2 * a + after);
    const slip_mps2 = SETTINGS.clockShare * 0.5 * (after - before);
    const lost = spacing_s > 1.5 * grid.interval_s;
    const missedBend_mps2 =
      Math.min(gapAccelSd_mps2, bendSd_mps4 * spacing_s ** 2) +
      (lost ? lostShare * Math.sqrt(power[i]) : 0);
    const cut_mps2 = grid.clipped[span.start + i] ? SETTINGS.clipSd_mps2 : 0;
    return (
      floor_m2ps3 +
      (cut_mps2 ** 2 + slip_mps2 ** 2 + seenBend_mps2 ** 2 + missedBend_mps2 ** 2) * spacing_s
    );
  });
}
