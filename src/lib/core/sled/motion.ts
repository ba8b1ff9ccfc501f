import { GRID_RATE_HZ, GRID_STEP_S, type EvenGrid } from '../signal/even-grid';
import { movingMean } from '../signal/moving-mean';
import { quantile } from '../signal/statistics';
import { smoothMotion, type Motion } from '../signal/smoother';
import type { Span } from './mounted';
import { probableTops } from './presses';
import { along, type Rail } from './rail';
import { findRests, type Rests } from './rests';
import { V0_MPS } from './setup';

const SETTINGS = {
  /** How exactly the legs come back to where they were, sd, m. */
  topSd_m: 0.03,
  biasWalk_mps2psqrts: 0.002,
  /** Noise is read from blocks this long, in the quieter half of the span. */
  noiseBlock_s: 0.1,
  noiseQuantile: 0.25,
  /** No part in use is quieter than this density (60 µg/√Hz). */
  leastNoise_m2ps3: (60e-6 * 9.81) ** 2 / 2,
  /** Over a gap the acceleration is unknown to this extent. */
  gapAccelSd_mps2: 1,
  /** The middle of a hold is surely still; its edges may already be motion. */
  holdEdge_s: 0.25,
  holdEdgeShare: 0.3,
  /** Sway in a hold: velocity sd and how long it lasts. */
  swaySd_mps: 0.004,
  swayTime_s: 0.3,
  passes: 2,
};

/** What happened along the rail in one mounted span; edges count from the span's start. */
export interface SledMotion {
  motion: Motion;
  /** Acceleration along the rail over each cell, offset taken out, m/s². */
  accel_mps2: Float64Array;
  rests: Rests;
}

/** Position and velocity along the rail, with their standard deviations. */
export function followSled(grid: EvenGrid, span: Span, rail: Rail): SledMotion {
  const accel_mps2 = along(grid, span, rail.axis, rail.rest_mps2);
  const noise_m2ps3 = noiseDensity(grid, span, accel_mps2);
  const candidates = probableTops(accel_mps2);
  const rests = findRests(accel_mps2, noise_m2ps3, candidates, SETTINGS.topSd_m);
  const smooth = (holds: Rests['holds']) =>
    smoothMotion({
      accel_mps2,
      noise_m2ps3,
      restSd_mps: restSd(holds, accel_mps2.length + 1),
      tops: rests.tops,
      topSd_m: SETTINGS.topSd_m,
      biasWalk_mps2psqrts: SETTINGS.biasWalk_mps2psqrts,
    });
  let holds = rests.holds;
  let motion = smooth(holds);
  for (let pass = 1; pass < SETTINGS.passes; pass++) {
    holds = holds.map((hold) => settle(hold, motion.velocity_mps));
    motion = smooth(holds);
  }
  const net_mps2 = accel_mps2.map((a, k) => a - motion.bias_mps2[k]);
  return { motion, accel_mps2: net_mps2, rests: { ...rests, holds } };
}

/** White-noise density of the acceleration in each cell, m²/s³: what the span shows at its quietest, more over gaps. */
function noiseDensity(grid: EvenGrid, span: Span, accel_mps2: Float64Array): Float64Array {
  const width = SETTINGS.noiseBlock_s * GRID_RATE_HZ;
  const means = movingMean(accel_mps2, width);
  const bends: number[] = [];
  for (let k = width; k < means.length - width; k += width) {
    bends.push(Math.abs(means[k - width] - 2 * means[k] + means[k + width]));
  }
  // The q-quantile of |x| of a normal x is 0.3186 sd at q = 0.25; a second difference has 6 times the variance.
  const blockSd_mps2 = quantile(bends, SETTINGS.noiseQuantile) / (0.3186 * Math.sqrt(6));
  const density = Math.max(blockSd_mps2 ** 2 * SETTINGS.noiseBlock_s || 0, SETTINGS.leastNoise_m2ps3);
  return Float64Array.from(accel_mps2, (_, i) => {
    const spacing_s = grid.spacing_s[span.start + i];
    const gap = spacing_s > 1.5 * Math.max(grid.interval_s, GRID_STEP_S);
    return gap ? density + SETTINGS.gapAccelSd_mps2 ** 2 * spacing_s : density;
  });
}

/** A hold grown or shrunk to where the smoothed velocity stays below v0. */
function settle(hold: { start: number; end: number }, velocity_mps: Float64Array) {
  const still = (k: number) => Math.abs(velocity_mps[k]) < V0_MPS;
  let middle = Math.floor((hold.start + Math.min(hold.end, velocity_mps.length)) / 2);
  middle = Math.min(middle, velocity_mps.length - 1);
  if (!still(middle)) return hold;
  let [start, end] = [middle, middle];
  while (start > 0 && still(start - 1)) start--;
  while (end < velocity_mps.length && still(end)) end++;
  return { start, end };
}

/** Standard deviation of "at rest" at each edge: in the middle of the holds, ∞ elsewhere. */
function restSd(holds: Rests['holds'], edges: number): Float64Array {
  const sd_mps = new Float64Array(edges).fill(Infinity);
  const perEdge_mps = SETTINGS.swaySd_mps * Math.sqrt(SETTINGS.swayTime_s * GRID_RATE_HZ);
  for (const { start, end } of holds) {
    const last = Math.min(end, edges);
    const margin = Math.round(
      Math.min(SETTINGS.holdEdge_s * GRID_RATE_HZ, SETTINGS.holdEdgeShare * (last - start)),
    );
    const from = start === 0 ? 0 : start + margin;
    const to = last === edges ? edges : last - margin;
    for (let k = from; k < to; k++) sd_mps[k] = perEdge_mps;
  }
  return sd_mps;
}
