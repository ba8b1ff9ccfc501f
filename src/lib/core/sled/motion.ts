import { GRID_RATE_HZ, type EvenGrid } from '../signal/even-grid';
import { smoothMotion, type Motion } from '../signal/smoother';
import type { Span } from './mounted';
import { noiseDensity, noiseFloor } from './noise';
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
  /** For one cell, a velocity error of 1 m/s. */
  interruption_m2ps3: 100,
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
  const witness = normal ?? gyroWitness(grid, span, rail);
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
    noise_m2ps3: interrupted(noise_m2ps3, rests.beginnings),
    restSd_mps: restSd(rests.holds, accel_mps2.length + 1),
    tops: rests.tops,
    topSd_m,
    biasWalk_mps2psqrts: smoothingWalk_mps2psqrts,
  });
  return { motion, accel_mps2: minus(accel_mps2, motion.bias_mps2), rests };
}

/** The noise with so much more where a motion begins anew that no velocity is carried across. */
function interrupted(noise_m2ps3: Float64Array, beginnings: readonly number[]): Float64Array {
  if (beginnings.length === 0) return noise_m2ps3;
  const noise = noise_m2ps3.slice();
  for (const edge of beginnings) noise[Math.max(0, edge - 1)] = SETTINGS.interruption_m2ps3;
  return noise;
}

function minus(values: Float64Array, taken: Float64Array): Float64Array {
  return values.map((value, k) => value - taken[k]);
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
