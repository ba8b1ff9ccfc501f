import { GRID_RATE_HZ, GRID_STEP_S, type EvenGrid } from '../signal/even-grid';
import { movingMean } from '../signal/moving-mean';
import { quantile } from '../signal/statistics';
import { smoothMotion, type Motion } from '../signal/smoother';
import type { Span } from './mounted';
import { probableTops } from './presses';
import { along, type Rail } from './rail';
import { findRests, type Rests } from './rests';
import { gyroWitness, normalWitness, repeatingLeak, seenLeak } from './tilt';

/** What is assumed of a motion. */
interface Assumed {
  /** How exactly the sled comes back to its top, sd, m. */
  topSd_m: number;
  /** How the accelerometer's offset wanders while holds are told from slow motion, m/s² per √s, */
  readingWalk_mps2psqrts: number;
  /** and while the motion is smoothed: more, so that what is odd stays where it is. */
  smoothingWalk_mps2psqrts: number;
}

/** With the carriage's tilt still in the offset, or most of it. */
const TILTED: Assumed = {
  topSd_m: 0.02,
  readingWalk_mps2psqrts: 0.002,
  smoothingWalk_mps2psqrts: 0.002,
};
const LEVELLED: Assumed = { ...TILTED, readingWalk_mps2psqrts: 0.001 };
/** No rail, no stop: a hand comes back roughly, and gravity is known as well as the orientation. */
const IN_HAND: Assumed = {
  topSd_m: 0.15,
  readingWalk_mps2psqrts: 0.01,
  smoothingWalk_mps2psqrts: 0.01,
};

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
  /** Sway in a hold: velocity sd and how long it lasts. */
  swaySd_mps: 0.004,
  swayTime_s: 0.3,
  /** Speed at the ends of a hold; it dies away inside, the more slowly the longer the stroke beside it took. */
  creep_mps: 0.04,
  creepShare: 0.08,
};

/** What happened along the rail in one mounted span; edges count from the span's start. */
export interface SledMotion {
  motion: Motion;
  /** Acceleration along the rail over each cell, offset taken out, m/s². */
  accel_mps2: Float64Array;
  rests: Rests;
}

/**
 * Position and velocity along the rail, with their standard deviations. `told` are the holds and tops
 * where they are known; nobody but a benchmark's oracle knows them.
 */
export function followSled(grid: EvenGrid, span: Span, rail: Rail, told?: Rests): SledMotion {
  const accel_mps2 = along(grid, span, rail.axis, rail.rest_mps2);
  const floor_m2ps3 = noiseFloor(accel_mps2);
  const noise_m2ps3 = noiseDensity(grid, span, accel_mps2, floor_m2ps3);
  const normal = normalWitness(grid, span, rail);
  const seen = normal ? minus(accel_mps2, seenLeak(normal, floor_m2ps3)) : accel_mps2;
  const rough = settleMotion(seen, noise_m2ps3, TILTED, told);
  const witness = gyroWitness(grid, span, rail) ?? normal;
  if (!witness) return rough;
  const leak = repeatingLeak(witness, rough.accel_mps2, rough.motion);
  return settleMotion(minus(accel_mps2, leak), noise_m2ps3, LEVELLED, told);
}

/**
 * The vertical motion of a sensor in the hand, in a grid that does not turn (see levelledGrid): no rail
 * holds its orientation, nothing leaks in step with position, and it comes back only roughly.
 */
export function followHand(grid: EvenGrid, span: Span, up: Rail): SledMotion {
  const accel_mps2 = along(grid, span, up.axis, up.rest_mps2);
  const noise_m2ps3 = noiseDensity(grid, span, accel_mps2, noiseFloor(accel_mps2));
  return settleMotion(accel_mps2, noise_m2ps3, IN_HAND);
}

/** Decides what is a hold, then smooths. */
function settleMotion(
  accel_mps2: Float64Array,
  noise_m2ps3: Float64Array,
  { topSd_m, readingWalk_mps2psqrts, smoothingWalk_mps2psqrts }: Assumed,
  told?: Rests,
): SledMotion {
  const rests =
    told ??
    findRests(accel_mps2, noise_m2ps3, probableTops(accel_mps2), topSd_m, readingWalk_mps2psqrts);
  const motion = smoothMotion({
    accel_mps2,
    noise_m2ps3,
    restSd_mps: restSd(rests.holds, accel_mps2.length + 1),
    tops: rests.tops,
    topSd_m,
    biasWalk_mps2psqrts: smoothingWalk_mps2psqrts,
  });
  return { motion, accel_mps2: minus(accel_mps2, motion.bias_mps2), rests };
}

function minus(values: Float64Array, taken: Float64Array): Float64Array {
  return values.map((value, k) => value - taken[k]);
}

/** White-noise density of an acceleration where it is quietest, m²/s³. */
function noiseFloor(accel_mps2: Float64Array): number {
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
function noiseDensity(
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

/** What is left of the creeping beside a stroke of so many edges, so many edges away from it. */
function fading(edges: number, stroke: number): number {
  return stroke > 0 ? Math.exp(-edges / (SETTINGS.creepShare * stroke)) : 0;
}

/**
 * Standard deviation of "at rest" at each edge, ∞ outside the holds: sway, and towards a hold's ends
 * the creeping that a stroke begins and ends with. Both last a while, so that one edge says little.
 */
function restSd(holds: Rests['holds'], edges: number): Float64Array {
  const { swaySd_mps, swayTime_s, creep_mps } = SETTINGS;
  const sd_mps = new Float64Array(edges).fill(Infinity);
  const repeats = Math.sqrt(swayTime_s * GRID_RATE_HZ);
  holds.forEach(({ start, end }, i) => {
    // A span begins and ends at rest; there no stroke is near.
    const before = start === 0 ? 0 : start - (holds[i - 1]?.end ?? 0);
    const after = end >= edges ? 0 : (holds[i + 1]?.start ?? edges) - end;
    for (let k = start; k < Math.min(end, edges); k++) {
      const creeping = fading(k - start, before) + fading(end - k, after);
      sd_mps[k] = repeats * Math.hypot(swaySd_mps, creep_mps * creeping);
    }
  });
  return sd_mps;
}
