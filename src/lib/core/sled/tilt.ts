import { GRID_RATE_HZ } from '../signal/even-grid';
import { leastSquares } from '../signal/least-squares';
import { movingMean } from '../signal/moving-mean';
import { clamp, mean, standardDeviation } from '../signal/statistics';
import type { Motion } from '../signal/smoother';

/**
 * Carriage play tips the sensor as the sled travels, and gravity leaks on to the rail axis: g·cos θ·δ
 * for a tilt of δ on a rail at θ. Square to the rail nothing accelerates, so there the same tilt shows
 * alone, as −g·sin θ·δ: what leaks is −cot θ times what is seen there.
 */
const SETTINGS = {
  /** Below this incline the normal axis says too little. */
  leastIncline_deg: 12,
  /** Tilt changes with the travel, so more slowly than this; noise does not. */
  smooth_s: 0.8,
  /** The fit over position looks at means over this long. */
  row_s: 0.2,
  /** Rebounds and knocks shake every axis: only cells calmer than this are fitted. */
  calm_mps2: 1.5,
  /** What the fit may find, sd: in fast sets position and acceleration look alike, and this parts them. */
  prior: { offset_mps2: 1, drift_mps2: 0.05, tilt_deg: 0.2, travel_m: 0.4, misalignment: 0.02 },
};

const GRAVITY_MPS2 = 9.80665;

/** The leak on the rail axis as the normal axis shows it, m/s², shrunk by how much of that is noise. */
export function seenLeak(
  normal_mps2: Float64Array,
  leakRatio: number,
  noise_m2ps3: number,
): Float64Array {
  const width = SETTINGS.smooth_s * GRID_RATE_HZ;
  const slow = movingMean(normal_mps2, width);
  const centre = mean(slow);
  const variance = slow.reduce((sum, y) => sum + (y - centre) ** 2, 0) / slow.length;
  const share = clamp(1 - noise_m2ps3 / SETTINGS.smooth_s / variance, 0, 1);
  return slow.map((y) => leakRatio * share * (y - centre));
}

/**
 * The leak as a function of position, which it repeats with: the normal axis fitted by offset, drift,
 * position, its square, and the acceleration (what a rail axis slightly off lets through). Averaging
 * over the set, it is far less noisy than {@link seenLeak}.
 */
export function repeatingLeak(
  normal_mps2: Float64Array,
  accel_mps2: Float64Array,
  { position_m }: Motion,
  leakRatio: number,
): Float64Array {
  const n = normal_mps2.length;
  const rows: number[] = [];
  const width = SETTINGS.row_s * GRID_RATE_HZ;
  const normal = movingMean(normal_mps2, width);
  const accel = movingMean(accel_mps2, width);
  for (let k = 0; k < n; k += width) if (Math.abs(accel[k]) < SETTINGS.calm_mps2) rows.push(k);
  // What varies there at all is taken as noise: a tilt must stand out of it to be believed.
  const noise_mps2 = standardDeviation(rows.map((k) => normal[k]));
  const position = position_m.subarray(0, n);
  const square = position.map((s) => s * s);
  const time = Float64Array.from({ length: n }, (_, k) => k / n);
  const { offset_mps2, drift_mps2, tilt_deg, travel_m, misalignment } = SETTINGS.prior;
  const slope = (GRAVITY_MPS2 * (tilt_deg / 180) * Math.PI) / travel_m;
  const fit = leastSquares(
    [
      { values: new Float64Array(n).fill(1), priorSd: offset_mps2 },
      { values: time, priorSd: drift_mps2 },
      { values: position, priorSd: slope },
      { values: square, priorSd: slope / travel_m },
      { values: accel, priorSd: misalignment },
    ],
    normal,
    rows,
    noise_mps2,
  );
  return position.map((s, k) => leakRatio * (fit[2] * s + fit[3] * square[k]));
}

/** Leak on the rail axis per tilt seen on the normal axis, −cot θ; null on a rail too level to show it. */
export function leakRatioOf(incline_deg: number): number | null {
  const angle_deg = Math.abs(incline_deg);
  if (angle_deg < SETTINGS.leastIncline_deg) return null;
  // The axis points up or down the rail; the normal always points up.
  return -Math.sign(incline_deg) / Math.tan((angle_deg * Math.PI) / 180);
}
