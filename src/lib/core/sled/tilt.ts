import { GRID_RATE_HZ } from '../signal/even-grid';
import { leastSquares } from '../signal/least-squares';
import { movingMean } from '../signal/moving-mean';
import { clamp, mean } from '../signal/statistics';
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
  /** The fit over position looks at every nth cell. */
  stride: 5,
};

/** The leak on the rail axis as the normal axis shows it, m/s², shrunk by how much of that is noise. */
export function seenLeak(
  normal_mps2: Float64Array,
  incline_deg: number,
  noise_m2ps3: number,
): Float64Array | null {
  const cotangent = cotangentOf(incline_deg);
  if (cotangent === null) return null;
  const width = SETTINGS.smooth_s * GRID_RATE_HZ;
  const slow = movingMean(normal_mps2, width);
  const centre = mean(slow);
  const variance = slow.reduce((sum, y) => sum + (y - centre) ** 2, 0) / slow.length;
  const share = clamp(1 - noise_m2ps3 / SETTINGS.smooth_s / variance, 0, 1);
  return slow.map((y) => -cotangent * share * (y - centre));
}

/**
 * The leak as a function of position, which it repeats with: the normal axis fitted by offset, drift,
 * position, its square, and the acceleration (what a rail axis slightly off lets through). Averaging
 * over the set, it is far less noisy than {@link seenLeak}. Null where it cannot be told.
 */
export function repeatingLeak(
  normal_mps2: Float64Array,
  accel_mps2: Float64Array,
  { position_m }: Motion,
  incline_deg: number,
  moving: { start: number; end: number },
): Float64Array | null {
  const cotangent = cotangentOf(incline_deg);
  if (cotangent === null) return null;
  const n = normal_mps2.length;
  const rows: number[] = [];
  for (let k = moving.start; k < moving.end; k += SETTINGS.stride) rows.push(k);
  const position = position_m.subarray(0, n);
  const square = position.map((s) => s * s);
  const time = Float64Array.from({ length: n }, (_, k) => k / n);
  const fit = leastSquares(
    [new Float64Array(n).fill(1), time, position, square, accel_mps2],
    normal_mps2,
    rows,
  );
  if (!fit) return null;
  return position.map((s, k) => -cotangent * (fit[2] * s + fit[3] * square[k]));
}

function cotangentOf(incline_deg: number): number | null {
  const angle_deg = Math.abs(incline_deg);
  if (angle_deg < SETTINGS.leastIncline_deg) return null;
  // The axis points up or down the rail; the normal always points up.
  return Math.sign(incline_deg) / Math.tan((angle_deg * Math.PI) / 180);
}
