import type { Recording } from '../../../src/lib/core/recording';
import {
  edgeTime_s,
  evenGrid,
  GRID_RATE_HZ,
  type EvenGrid,
} from '../../../src/lib/core/signal/even-grid';
import { movingMean } from '../../../src/lib/core/signal/moving-mean';
import { mean, standardDeviation } from '../../../src/lib/core/signal/statistics';
import type { BaselineRep } from './strokes';

const SETTINGS = {
  smooth_s: 0.3,
  /** Least height of a peak above the mean: so many standard deviations of the recording, */
  height_sd: 1,
  /** and no less than this (20 mg), so that noise counts for nothing. */
  height_mps2: 0.2,
  /** Least distance of two peaks; hardly a rep is quicker. */
  apart_s: 1.5,
};

/**
 * Counting as phone apps do: the magnitude of the specific force, smoothed, its mean taken out; every
 * peak higher than one standard deviation is a repetition (MathWorks, "Counting Steps by Capturing
 * Acceleration Data from Your Mobile Device", MATLAB Mobile documentation) if it is more than noise, and of peaks closer than a
 * rep lasts the highest counts. It knows neither rail nor strokes: times and depth are NaN. To be found,
 * a peak stands for everything around it that is nearer to no other peak.
 */
export function countPeaks(
  recording: Recording,
  _told?: unknown,
  settings = SETTINGS,
): { reps: BaselineRep[] } {
  const grid = evenGrid(recording);
  if (!grid) return { reps: [] };
  const peaks = highestPeaks(smoothMagnitude(grid, settings.smooth_s), settings);
  const halfWay = (i: number) => (peaks[i - 1] + peaks[i]) / 2;
  const reps = peaks.map((_, i) => {
    const start_s = edgeTime_s(grid, i === 0 ? 0 : halfWay(i));
    const end_s = edgeTime_s(grid, i === peaks.length - 1 ? grid.length : halfWay(i + 1));
    const around = { start_s, end_s, duration_s: NaN, travel_m: NaN };
    return { lower: null, press: around, depth_m: NaN };
  });
  return { reps };
}

function smoothMagnitude({ x_mps2, y_mps2, z_mps2 }: EvenGrid, smooth_s: number): Float64Array {
  const size_mps2 = x_mps2.map((x, k) => Math.hypot(x, y_mps2[k], z_mps2[k]));
  return movingMean(size_mps2, smooth_s * GRID_RATE_HZ);
}

/** Cells of the peaks in time order; where two are too close, the higher one. */
function highestPeaks(
  values: Float64Array,
  { height_sd, height_mps2, apart_s }: typeof SETTINGS,
): number[] {
  const least = mean(values) + Math.max(height_mps2, height_sd * standardDeviation(values));
  const peaks = Array.from(values.keys()).filter(
    (k) => values[k] > least && values[k] > values[k - 1] && values[k] >= values[k + 1],
  );
  const kept: number[] = [];
  for (const k of peaks.sort((a, b) => values[b] - values[a])) {
    if (kept.every((other) => Math.abs(other - k) >= apart_s * GRID_RATE_HZ)) kept.push(k);
  }
  return kept.sort((a, b) => a - b);
}
