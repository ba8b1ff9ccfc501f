import type { Recording, Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S, type EvenGrid } from '../../../src/lib/core/signal/even-grid';
import { along } from '../../../src/lib/core/sled/rail';

/** What a baseline is told, and what ours has to find. */
export interface Told {
  /** The true rail in the sensor's frame, pointing in the press direction. */
  axis: Vector3;
  minTravel_m: number;
}

/** Times on the recording's axis; NaN for what a method does not measure. */
export interface BaselineStroke {
  start_s: number;
  end_s: number;
  duration_s: number;
  travel_m: number;
}

export interface BaselineRep {
  lower: BaselineStroke | null;
  press: BaselineStroke;
  depth_m: number;
}

export type Baseline = (recording: Recording, told: Told) => { reps: BaselineRep[] };

/** Acceleration along the told rail in every cell, gravity still in it, m/s². */
export function railAccel(grid: EvenGrid, { axis }: Told): Float64Array {
  return along(grid, { start: 0, end: grid.length }, axis, [0, 0, 0]);
}

/** Velocity at every edge of the grid, from standstill at the first, m/s. */
export function integrate(accel_mps2: Float64Array): Float64Array {
  const velocity_mps = new Float64Array(accel_mps2.length + 1);
  for (let k = 0; k < accel_mps2.length; k++) {
    velocity_mps[k + 1] = velocity_mps[k] + accel_mps2[k] * GRID_STEP_S;
  }
  return velocity_mps;
}

/** How a velocity is parted into strokes. */
export interface StrokeRule {
  /** A stroke lasts while the sled goes faster than this one way. */
  threshold_mps: number;
  minTravel_m: number;
}

/** Every press that is long enough is a rep, with the lower before it; `start_s` is the time of edge 0. */
export function repsFromVelocity(
  velocity_mps: Float64Array,
  start_s: number,
  rule: StrokeRule,
): BaselineRep[] {
  const runs = runsByDirection(velocity_mps, rule.threshold_mps);
  const strokes = runs
    .map(({ sign, first, last }) => {
      const travel_mps = velocity_mps.subarray(first, last).reduce((sum, v) => sum + v, 0);
      const duration_s = (last - first) * GRID_STEP_S;
      const from_s = start_s + first * GRID_STEP_S;
      const travel_m = sign * travel_mps * GRID_STEP_S;
      return { sign, start_s: from_s, end_s: from_s + duration_s, duration_s, travel_m };
    })
    .filter(({ travel_m }) => travel_m >= rule.minTravel_m);
  return strokes.flatMap((press, i) => {
    if (press.sign < 0) return [];
    const lower = strokes[i - 1]?.sign < 0 ? strokes[i - 1] : null;
    return { lower, press, depth_m: (lower ?? press).travel_m };
  });
}

interface Run {
  sign: 1 | -1;
  /** First and last edge beyond the threshold. */
  first: number;
  last: number;
}

function runsByDirection(velocity_mps: Float64Array, threshold_mps: number): Run[] {
  const runs: Run[] = [];
  velocity_mps.forEach((v, k) => {
    if (Math.abs(v) <= threshold_mps) return;
    const sign = v > 0 ? 1 : -1;
    const run = runs.at(-1);
    if (run?.sign === sign && run.last === k - 1) run.last = k;
    else runs.push({ sign, first: k, last: k });
  });
  return runs;
}
