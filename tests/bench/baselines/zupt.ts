import type { Recording } from '../../../src/lib/core/recording';
import { evenGrid, GRID_RATE_HZ, type EvenGrid } from '../../../src/lib/core/signal/even-grid';
import { movingMean } from '../../../src/lib/core/signal/moving-mean';
import { V0_MPS } from '../../../src/lib/core/sled/setup';
import { integrate, railAccel, repsFromVelocity, type BaselineRep, type Told } from './strokes';

const SETTINGS = {
  /**
   * The specific force is still where its spread over this long, all three axes together, is small.
   * Longer than on a foot: a stroke's acceleration passes its peaks slowly, and would look like rest.
   */
  window_s: 0.5,
  /** Small is below this (10 mg): several times a good sensor's noise and a steady leg's tremor. */
  stillSd_mps2: 0.1,
};

/**
 * Zero-velocity updates: rest is where the moving variance of the specific force is below a threshold
 * (the acceleration moving variance detector of Skog et al. 2010, doi 10.1109/TBME.2010.2060723).
 * Between rests the acceleration along the rail is integrated, and a straight line taken out so that the
 * velocity is zero at both ends (as in x-io Technologies, "Gait Tracking With x-IMU",
 * github.com/xioTechnologies/Gait-Tracking-With-x-IMU). Strokes begin and end at v0, as ours do.
 * Given the true rail. The recording's ends count as rest.
 */
export function zeroVelocityUpdates(
  recording: Recording,
  told: Told,
  settings = SETTINGS,
): { reps: BaselineRep[] } {
  const grid = evenGrid(recording);
  if (!grid) return { reps: [] };
  const velocity_mps = restToRest(railAccel(grid, told), stillCells(grid, settings));
  const rule = { threshold_mps: V0_MPS, minTravel_m: told.minTravel_m };
  return { reps: repsFromVelocity(velocity_mps, grid.start_s, rule) };
}

/** 1 for every cell around which the specific force is still. */
function stillCells(
  { x_mps2, y_mps2, z_mps2 }: EvenGrid,
  { window_s, stillSd_mps2 }: typeof SETTINGS,
): Uint8Array {
  const [x, y, z] = [x_mps2, y_mps2, z_mps2].map((f) => movingVariance(f, window_s * GRID_RATE_HZ));
  return Uint8Array.from(x, (_, k) => Number(x[k] + y[k] + z[k] < stillSd_mps2 ** 2));
}

function movingVariance(values: Float64Array, width: number): Float64Array {
  const means = movingMean(values, width);
  const squares = movingMean(
    values.map((value) => value * value),
    width,
  );
  return squares.map((square, k) => square - means[k] ** 2);
}

/** Velocity at every edge, m/s: zero in the still cells, between them integrated and levelled. */
function restToRest(accel_mps2: Float64Array, still: Uint8Array): Float64Array {
  const velocity_mps = new Float64Array(accel_mps2.length + 1);
  let start = 0;
  while (start < still.length) {
    if (still[start]) {
      start++;
      continue;
    }
    const nextStill = still.indexOf(1, start);
    const end = nextStill < 0 ? still.length : nextStill;
    const gained_mps = integrate(accel_mps2.subarray(start, end));
    const drift_mps = gained_mps[end - start] / (end - start);
    velocity_mps.set(
      gained_mps.map((v, k) => v - k * drift_mps),
      start,
    );
    start = end;
  }
  return velocity_mps;
}
