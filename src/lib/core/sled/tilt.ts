import { GRAVITY_MPS2 } from '../gravity';
import { GRID_RATE_HZ, GRID_STEP_S, type EvenGrid } from '../signal/even-grid';
import { leastSquares } from '../signal/least-squares';
import { movingMean } from '../signal/moving-mean';
import type { Motion } from '../signal/smoother';
import { clamp, mean, standardDeviation } from '../signal/statistics';
import { cross } from '../signal/vector';
import type { Span } from './mounted';
import { along, type Rail } from './rail';

/**
 * Carriage play tips the sensor as the sled travels, and gravity leaks on to the rail axis: g·cos θ·δ
 * for a tilt of δ on a rail at θ. Two witnesses see the tilt alone. Square to the rail nothing
 * accelerates, so there it shows as −g·sin θ·δ: what leaks is −cot θ times that. And a gyroscope
 * turns with it.
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
  leastRows: 20,
  driftNoise_mps2: 0.02,
  /** What the fit may find, sd: in fast sets position and acceleration look alike, and this parts them. */
  prior: { offset_mps2: 1, drift_mps2: 0.5, tilt_deg: 0.2, travel_m: 0.4, misalignment: 0.02 },
};

/** The leak as a witness sees it in every cell, m/s², up to an offset, a slow drift, and noise. */
export type LeakWitness = Float64Array;

/** What the normal axis says of the leak; null on a rail too level for it. */
export function normalWitness(grid: EvenGrid, span: Span, rail: Rail): LeakWitness | null {
  const { normal, incline_deg, rest_mps2 } = rail;
  if (!normal || Math.abs(incline_deg) < SETTINGS.leastIncline_deg) return null;
  const cotangent = 1 / Math.tan((incline_deg * Math.PI) / 180);
  return along(grid, span, normal, rest_mps2).map((f) => -cotangent * f);
}

/** What the gyroscope says of the leak: turning at ω, gravity moves by −ω × f. Null without one. */
export function gyroWitness(grid: EvenGrid, span: Span, rail: Rail): LeakWitness | null {
  if (!grid.gyro) return null;
  const { x_dps, y_dps, z_dps } = grid.gyro;
  const [x, y, z] = cross(rail.axis, rail.rest_mps2);
  const leak = new Float64Array(span.end - span.start);
  let turned = 0;
  for (let i = 0; i < leak.length; i++) {
    const k = span.start + i;
    const rate_dps = x * x_dps[k] + y * y_dps[k] + z * z_dps[k];
    turned += ((rate_dps * Math.PI) / 180) * GRID_STEP_S;
    leak[i] = turned;
  }
  return leak;
}

/** The leak as the normal axis shows it, smoothed, and shrunk by how much of what it shows is noise. */
export function seenLeak(witness: LeakWitness, noise_m2ps3: number): Float64Array {
  const slow = movingMean(witness, SETTINGS.smooth_s * GRID_RATE_HZ);
  const centre = mean(slow);
  const variance = slow.reduce((sum, y) => sum + (y - centre) ** 2, 0) / slow.length;
  const share = clamp(1 - noise_m2ps3 / SETTINGS.smooth_s / variance, 0, 1);
  return slow.map((y) => share * (y - centre));
}

/**
 * The leak as a function of position, which it repeats with: a witness fitted by offset, drift,
 * position, its square, and the acceleration (what a rail axis slightly off lets through). Averaged
 * over the set, it is far less noisy than the witness.
 */
export function repeatingLeak(
  witness: LeakWitness,
  accel_mps2: Float64Array,
  { position_m }: Motion,
): Float64Array {
  const n = witness.length;
  const position = position_m.subarray(0, n);
  const square = position.map((s) => s * s);
  const width = SETTINGS.row_s * GRID_RATE_HZ;
  const seen = movingMean(witness, width);
  const accel = movingMean(accel_mps2, width);
  const rows: number[] = [];
  for (let k = 0; k < n; k += width) if (Math.abs(accel[k]) < SETTINGS.calm_mps2) rows.push(k);
  if (rows.length < SETTINGS.leastRows) return new Float64Array(n);
  const { offset_mps2, drift_mps2, tilt_deg, travel_m, misalignment } = SETTINGS.prior;
  const slope = (GRAVITY_MPS2 * (tilt_deg / 180) * Math.PI) / travel_m;
  const time = position.map((_, k) => k / n);
  const drifting = [
    { values: new Float64Array(n).fill(1), priorSd: offset_mps2 },
    { values: time, priorSd: drift_mps2 },
  ];
  const drift = leastSquares(drifting, seen, rows, SETTINGS.driftNoise_mps2);
  // What varies there beyond a drift is taken as noise: a tilt must stand out of it to be believed.
  const noise_mps2 = standardDeviation(rows.map((k) => seen[k] - drift[0] - drift[1] * time[k]));
  const fit = leastSquares(
    [
      ...drifting,
      { values: position, priorSd: slope },
      { values: square, priorSd: slope / travel_m },
      { values: accel, priorSd: misalignment },
    ],
    seen,
    rows,
    noise_mps2,
  );
  return position.map((s, k) => fit[2] * s + fit[3] * square[k]);
}
