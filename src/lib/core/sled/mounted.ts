import type { Vector3 } from '../recording';
import { GRID_RATE_HZ, type EvenGrid } from '../signal/even-grid';
import { prefixSums } from '../signal/moving-mean';
import { distance } from '../signal/vector';
import { clamp, quantile } from '../signal/statistics';

/** A stretch of grid cells `[start, end)` in which the sensor keeps its orientation. */
export interface Span {
  start: number;
  end: number;
}

const SETTINGS = {
  /** Distance of the orientation checks. */
  step_s: 0.1,
  /** Gravity is the mean over this long: an effort's own acceleration cancels over it, a turned sensor's does not. */
  window_s: 2,
  /** How far that mean may lie from the mounted orientation's, m/s² (about 8°). */
  tolerance_mps2: 1.4,
  /** In a hand that moves the sensor to and fro it lies this near (about 35°), nearly all the time. */
  heldTolerance_mps2: 6,
  heldShare: 0.8,
  /** Activity is the spread of specific force over this long. */
  activityWindow_s: 0.5,
  /** Lying still shows this share of the recording at its quietest; more than so many times that is motion, */
  restQuantile: 0.1,
  restFactor: 1.5,
  /** and motion beyond this may be a hand: it counts no more. */
  activityCap_mps2: 0.1,
  /** A turn shorter than this (a knock on an end stop) does not part a set. */
  joinBelow_s: 1,
  shortest_s: 2,
  /** Candidate orientations tried; enough for any recording, few enough for an hour. */
  candidates: 240,
};

export interface Mounted {
  spans: Span[];
  /** Whether the sensor was rather held than carried: most moved with up at least roughly where it was. */
  steady: boolean;
  /** How much of all that moved did so in the given spans, 0–1. */
  movingShare: (spans: readonly Span[]) => number;
}

/**
 * The stretches in which the sensor sits on the sled: of all orientations the sensor kept, the one in
 * which most moved. Lying on the floor nothing moves; in the hand nothing keeps its orientation.
 * No spans when no orientation was kept for `shortest_s`.
 */
export function mountedSpans(grid: EvenGrid): Mounted {
  const cellsPerStep = Math.round(SETTINGS.step_s * GRID_RATE_HZ);
  const steps = Math.floor(grid.length / cellsPerStep);
  const gravity = meansAround(grid, steps, cellsPerStep);
  const weight = motionWeight(activityAround(grid, steps, cellsPerStep));
  const centre = busiestOrientation(gravity, weight);
  const within = (limit_mps2: number) =>
    gravity.map((g) => centre !== null && distance(g, centre) <= limit_mps2);
  const total = sum(weight);
  const movingShare = (spans: readonly Span[]) =>
    spans.reduce(
      (share, { start, end }) =>
        share + sum(weight.subarray(start / cellsPerStep, end / cellsPerStep)) / total,
      0,
    );
  const held = spansWhere(within(SETTINGS.heldTolerance_mps2), cellsPerStep);
  return {
    spans: spansWhere(within(SETTINGS.tolerance_mps2), cellsPerStep),
    steady: movingShare(held) > SETTINGS.heldShare,
    movingShare,
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The stretches of steps for which something holds, over short breaks, long enough to matter; in cells. */
function spansWhere(holds: boolean[], cellsPerStep: number): Span[] {
  const spans: Span[] = [];
  holds.forEach((held, i) => {
    if (!held) return;
    const start = i * cellsPerStep;
    const last = spans.at(-1);
    if (last && start - last.end <= SETTINGS.joinBelow_s * GRID_RATE_HZ) {
      last.end = start + cellsPerStep;
    } else spans.push({ start, end: start + cellsPerStep });
  });
  return spans.filter(({ start, end }) => end - start >= SETTINGS.shortest_s * GRID_RATE_HZ);
}

/** Mean specific force over `window_s` around each step. */
function meansAround(grid: EvenGrid, steps: number, cellsPerStep: number): Vector3[] {
  const half = Math.round((SETTINGS.window_s * GRID_RATE_HZ) / 2);
  const sums = [prefixSums(grid.x_mps2), prefixSums(grid.y_mps2), prefixSums(grid.z_mps2)];
  return Array.from({ length: steps }, (_, i) => {
    const middle = Math.floor((i + 0.5) * cellsPerStep);
    const start = Math.max(0, middle - half);
    const end = Math.min(grid.length, middle + half);
    const [x, y, z] = sums.map((sum) => (sum[end] - sum[start]) / (end - start));
    return [x, y, z];
  });
}

/** Root of the summed variance of the three axes over `activityWindow_s` around each step, m/s². */
function activityAround(grid: EvenGrid, steps: number, cellsPerStep: number): Float64Array {
  const half = Math.round((SETTINGS.activityWindow_s * GRID_RATE_HZ) / 2);
  const columns = [grid.x_mps2, grid.y_mps2, grid.z_mps2].map((values) => ({
    sums: prefixSums(values),
    squares: prefixSums(values.map((value) => value * value)),
  }));
  return Float64Array.from({ length: steps }, (_, i) => {
    const middle = Math.floor((i + 0.5) * cellsPerStep);
    const start = Math.max(0, middle - half);
    const end = Math.min(grid.length, middle + half);
    let variance = 0;
    for (const { sums, squares } of columns) {
      const mean = (sums[end] - sums[start]) / (end - start);
      variance += (squares[end] - squares[start]) / (end - start) - mean * mean;
    }
    return Math.sqrt(Math.max(0, variance));
  });
}

/** How much each step's activity says that the sled moved. */
function motionWeight(activity: Float64Array): Float64Array {
  const { restQuantile, restFactor, activityCap_mps2 } = SETTINGS;
  const rest_mps2 = restFactor * quantile(activity, restQuantile);
  return activity.map((a) => clamp(a - rest_mps2, 1e-6, activityCap_mps2));
}

/** The gravity vector around which most moved; null for no steps. */
function busiestOrientation(gravity: Vector3[], weight: Float64Array): Vector3 | null {
  const { tolerance_mps2, candidates } = SETTINGS;
  const stride = Math.max(1, Math.floor(gravity.length / candidates));
  let best: Vector3 | null = null;
  let bestScore = 0;
  for (let c = 0; c < gravity.length; c += stride) {
    let score = 0;
    for (let i = 0; i < gravity.length; i++) {
      if (distance(gravity[i], gravity[c]) <= 0.7 * tolerance_mps2) score += weight[i];
    }
    if (score > bestScore) [best, bestScore] = [gravity[c], score];
  }
  return best && centreOf(gravity, weight, best);
}

/** Weighted mean of the vectors near `around`. */
function centreOf(gravity: Vector3[], weight: Float64Array, around: Vector3): Vector3 {
  let x = 0;
  let y = 0;
  let z = 0;
  let total = 0;
  gravity.forEach((g, i) => {
    if (distance(g, around) > 0.7 * SETTINGS.tolerance_mps2) return;
    x += weight[i] * g[0];
    y += weight[i] * g[1];
    z += weight[i] * g[2];
    total += weight[i];
  });
  return [x / total, y / total, z / total];
}
