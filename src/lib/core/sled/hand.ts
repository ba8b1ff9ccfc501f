import { GRID_RATE_HZ, type EvenGrid } from '../signal/even-grid';
import { movingMean } from '../signal/moving-mean';
import { levelledGrid, type LevelledGrid } from '../signal/orientation';
import { smoothMotion, type Motion } from '../signal/smoother';
import { mean } from '../signal/statistics';
import { norm } from '../signal/vector';
import { axisErrors, withoutErrors, type Known, type Reading } from './axis-errors';
import type { Span } from './mounted';
import { noiseDensity } from './noise';

/** What is assumed of a hand, and of the sensor in it. */
const SETTINGS = {
  /** Nothing stops a hand, but an arm is no longer: while it moves it is this near to its usual height, sd, anew this often. */
  reachSd_m: 0.2,
  reachTime_s: 2,
  /**
   * How what the vertical acceleration reads too much still wanders once the axes' errors are out, m/s²
   * per √s: a quarter of them, as the hand changes its hold by some 15° in some 10 s.
   */
  offsetWalk_mps2psqrts: 0.002,
  /** Stillness is judged over this long, on a force without what is quicker than a tremor. */
  stillWindow_s: 0.4,
  noiseWindow_s: 0.05,
  /** What lies somewhere, or is held as if it did, turns and trembles less than this. */
  lying: { turn_dps: 2, force_mps2: 0.1 },
  /** A hand that dwells turns and trembles up to this, */
  dwelling: { turn_dps: 8, force_mps2: 0.2 },
  /** and its velocity is zero within so many standard deviations. */
  dwellSds: 2,
  /** What remains of motion in a dwell: velocity sd, and how long it lasts. */
  swaySd_mps: 0.01,
  swayTime_s: 0.3,
};

/** The vertical motion of a sensor in a hand over a whole grid, up positive; edges count from the grid's start. */
export interface HandMotion {
  motion: Motion;
  /** Acceleration along the vertical over each cell, gravity and the sensor's offset taken out, m/s². */
  accel_mps2: Float64Array;
  noise_m2ps3: Float64Array;
  /** Where the hand dwells, in edges. */
  dwells: readonly Span[];
}

/**
 * The vertical motion of a sensor no rail holds. A hand turns as it moves: the gyroscope keeps what is
 * vertical. It need never stop and comes back nowhere exactly, but it goes nowhere either: that its
 * height stays within an arm's reach is what holds velocity and offset, and where it dwells its
 * velocity is zero. The first pass knows where the sensor lies, the second where the hand dwells. Null
 * without a gyroscope, or without gravity.
 */
export function followHand(grid: EvenGrid): HandMotion | null {
  const levelled = levelledGrid(grid);
  if (!levelled) return null;
  const reading = readingOf(grid, levelled);
  const stillness = stillnessOf(levelled);
  const first = followHolding(reading, lyingSpans(stillness));
  const holds = dwellSpans(stillness, first.motion);
  return { ...followHolding(reading, holds), dwells: holds };
}

/** The same motion with press downwards. */
export function mirrored({ motion, accel_mps2, ...rest }: HandMotion): HandMotion {
  const minus = (values: Float64Array) => values.map((value) => -value);
  return {
    motion: {
      ...motion,
      position_m: minus(motion.position_m),
      velocity_mps: minus(motion.velocity_mps),
      bias_mps2: minus(motion.bias_mps2),
    },
    accel_mps2: minus(accel_mps2),
    ...rest,
  };
}

/** What the sensor reads: vertical acceleration less gravity, and what it is made of. */
function readingOf(grid: EvenGrid, levelled: LevelledGrid): Reading {
  // What goes nowhere accelerates nowhere on average: the mean is gravity, as this sensor sees it.
  const gravity_mps2 = mean(levelled.z_mps2);
  const accel_mps2 = levelled.z_mps2.map((force) => force - gravity_mps2);
  return {
    accel_mps2,
    noise_m2ps3: noiseDensity(grid, accel_mps2),
    force: [grid.x_mps2, grid.y_mps2, grid.z_mps2],
    up: levelled.seenUp,
  };
}

/** The motion that stays within reach and rests in the holds, and its acceleration. */
function followHolding(reading: Reading, holds: readonly Span[]): Omit<HandMotion, 'dwells'> {
  const known = knownOf(holds, reading.accel_mps2.length + 1);
  const accel_mps2 = withoutErrors(reading, axisErrors(reading, known));
  const motion = smoothMotion({
    ...known,
    accel_mps2,
    noise_m2ps3: reading.noise_m2ps3,
    tops: [],
    topSd_m: Infinity,
    biasWalk_mps2psqrts: SETTINGS.offsetWalk_mps2psqrts,
  });
  return {
    motion,
    accel_mps2: accel_mps2.map((a, k) => a - motion.bias_mps2[k]),
    noise_m2ps3: reading.noise_m2ps3,
  };
}

/**
 * What is known at each edge of a motion that stays within reach, and rests in the holds. Both last, so
 * that one edge says little; and however long a hand dwells, it is in one place and says no more of it.
 */
function knownOf(holds: readonly Span[], edges: number): Known {
  const { reachSd_m, reachTime_s, swaySd_mps, swayTime_s } = SETTINGS;
  const repeated = (sd: number, time_s: number) => sd * Math.sqrt(time_s * GRID_RATE_HZ);
  const restSd_mps = new Float64Array(edges).fill(Infinity);
  const placeSd_m = new Float64Array(edges).fill(repeated(reachSd_m, reachTime_s));
  for (const { start, end } of holds) {
    restSd_mps.fill(repeated(swaySd_mps, swayTime_s), start, end);
    placeSd_m.fill(Infinity, start, end);
  }
  return { restSd_mps, placeSd_m };
}

/** How fast the sensor turns around each cell, and how much the force on it changes, sd. */
interface Stillness {
  turn_dps: Float64Array;
  force_mps2: Float64Array;
}

function stillnessOf({ x_mps2, y_mps2, z_mps2, gyro }: LevelledGrid): Stillness {
  const { stillWindow_s, noiseWindow_s } = SETTINGS;
  const around = (values: Float64Array) => movingMean(values, stillWindow_s * GRID_RATE_HZ);
  // How much changes, not how much there is: lying another way, the sensor reads another gravity.
  const [x, y, z] = [x_mps2, y_mps2, z_mps2].map((column) => {
    const quiet = movingMean(column, noiseWindow_s * GRID_RATE_HZ);
    const means = around(quiet);
    return around(quiet.map((f) => f * f)).map((square, k) => square - means[k] ** 2);
  });
  const rate_dps = gyro.x_dps.map((x, k) => norm([x, gyro.y_dps[k], gyro.z_dps[k]]));
  return {
    turn_dps: around(rate_dps),
    force_mps2: x.map((_, k) => Math.sqrt(Math.max(0, x[k] + y[k] + z[k]))),
  };
}

/** The stretches stiller than a hand that moves can be: a hand that moves, turns. */
function lyingSpans({ turn_dps, force_mps2 }: Stillness): Span[] {
  const { lying } = SETTINGS;
  return spansWhere(
    turn_dps.length,
    (k) => turn_dps[k] < lying.turn_dps && force_mps2[k] < lying.force_mps2,
  );
}

/** The stretches as still as a hand can be, in which the velocity is zero as far as it is known. */
function dwellSpans(
  { turn_dps, force_mps2 }: Stillness,
  { velocity_mps, velocitySd_mps }: Motion,
): Span[] {
  const { dwelling, dwellSds, swaySd_mps } = SETTINGS;
  return spansWhere(
    turn_dps.length,
    (k) =>
      turn_dps[k] < dwelling.turn_dps &&
      force_mps2[k] < dwelling.force_mps2 &&
      Math.abs(velocity_mps[k]) < dwellSds * Math.hypot(velocitySd_mps[k], swaySd_mps),
  );
}

function spansWhere(length: number, holds: (k: number) => boolean): Span[] {
  const spans: Span[] = [];
  for (let k = 0; k < length; k++) {
    if (!holds(k)) continue;
    const last = spans.at(-1);
    if (last?.end === k) last.end = k + 1;
    else spans.push({ start: k, end: k + 1 });
  }
  return spans;
}
