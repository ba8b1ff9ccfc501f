import { describe, expect, it } from 'vitest';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import {
  independentBelief,
  leakAt,
  STEP_S,
  type Belief,
} from '../../../src/lib/core/signal/step-smoother';
import type { Rests } from '../../../src/lib/core/sled/hold-search';
import { STEP_CELLS } from '../../../src/lib/core/sled/step-means';
import { fillIn, smoothWindow, type Window } from '../../../src/lib/core/sled/window';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';

const NOISE_M2PS3 = 1e-6;
const BIAS_SD_MPS2 = 0.05;
/** The leak of a rail that is known not to tip, and of one that may. */
const [NO_LEAK, SOME_LEAK] = [
  [1e-9, 1e-9, 1e-9],
  [0.034, 0.034, 0.017],
];

const firstBelief = (leak_mps2 = NO_LEAK): Belief =>
  independentBelief([0.05, 0.05, BIAS_SD_MPS2, ...leak_mps2]);

const [REPS, DEPTH_M, LOWER_S, PRESS_S, HOLD_S] = [4, 0.4, 3, 1.5, 1];
const SET = new Path().rest(2).reps(REPS, DEPTH_M, LOWER_S, PRESS_S, HOLD_S).rest(1);
const STEPS = Math.round(SET.end_s / STEP_S);
/** Its true holds and tops, in edges. */
const RESTS = restsOf();

function restsOf(): Rests {
  const rests: Rests = { holds: [], tops: [], beginnings: [], pressEnds: [] };
  let edge = 0;
  const hold = (duration_s: number) => {
    rests.holds.push({ start: edge, end: edge + Math.round(duration_s / STEP_S) + 1 });
    edge += Math.round(duration_s / STEP_S);
  };
  hold(2);
  for (let i = 0; i < REPS; i++) {
    edge += LOWER_S / STEP_S;
    hold(HOLD_S);
    edge += PRESS_S / STEP_S;
    rests.tops.push(edge);
    hold(i === REPS - 1 ? HOLD_S + 1 : HOLD_S);
  }
  return { ...rests, pressEnds: rests.tops };
}

/** A window of so much acceleration in each cell. */
function windowOf(along_mps2: Float64Array, changes: Partial<Window> = {}): Window {
  const steps = Math.floor(along_mps2.length / STEP_CELLS);
  const [gained_mps, shifted_m] = [new Float64Array(steps), new Float64Array(steps)];
  for (let k = 0; k < steps; k++) {
    for (const a of along_mps2.subarray(k * STEP_CELLS, (k + 1) * STEP_CELLS)) {
      shifted_m[k] += GRID_STEP_S * (gained_mps[k] + 0.5 * GRID_STEP_S * a);
      gained_mps[k] += GRID_STEP_S * a;
    }
  }
  return {
    steps,
    gained_mps,
    shifted_m,
    noise_m2ps3: new Float64Array(steps).fill(NOISE_M2PS3),
    lost: new Uint8Array(steps),
    along_mps2,
    witness_mps2: new Float64Array(steps).fill(NaN),
    seen_mps2: new Float64Array(steps),
    witnessDrifts: false,
    rests: RESTS,
    ...changes,
  };
}

function followed(window: Window, first = firstBelief(), leakKnown = true) {
  const smoothed = smoothWindow(window, first, { leakKnown });
  return { smoothed, ...fillIn(window, smoothed, 1) };
}

/** Edges of cells at which the set's lowers begin and end. */
const LOWERS = Array.from({ length: REPS }, (_, i) => {
  const start = Math.round((2 + i * (LOWER_S + PRESS_S + 2 * HOLD_S)) / GRID_STEP_S);
  return [start, start + LOWER_S / GRID_STEP_S];
});

describe('a window', () => {
  it('in which nothing happens has no motion', () => {
    const { motion, accel_mps2 } = followed(windowOf(new Float64Array(2000)));
    for (const column of [motion.position_m, motion.velocity_mps, motion.bias_mps2, accel_mps2]) {
      for (const value of column) expect(Math.abs(value)).toBeLessThan(1e-12);
    }
  });

  it('without noise has the true motion, whatever the offset', () => {
    for (const offset_mps2 of [0, 0.03, -0.03]) {
      const along_mps2 = SET.cellAccel_mps2().map((a) => a + offset_mps2);
      const { motion, accel_mps2 } = followed(windowOf(along_mps2));
      for (let k = 0; k < motion.length; k += 7) {
        const t_s = k * GRID_STEP_S;
        expect(Math.abs(motion.position_m[k] - SET.positionAt(t_s))).toBeLessThan(0.01);
        expect(Math.abs(motion.velocity_mps[k] - SET.velocityAt(t_s))).toBeLessThan(0.005);
      }
      const off_mps2 = accel_mps2.map((a, k) => a - along_mps2[k] + offset_mps2);
      expect(Math.max(...off_mps2.map(Math.abs))).toBeLessThan(0.005);
    }
  });

  it('turned round has the opposite motion, known as well', () => {
    const along_mps2 = SET.cellAccel_mps2().map((a) => a + 0.02);
    const [there, back] = [along_mps2, along_mps2.map((a) => -a)].map(
      (accel) => followed(windowOf(accel)).motion,
    );
    for (let k = 0; k < there.length; k++) {
      expect(back.position_m[k]).toBeCloseTo(-there.position_m[k], 6);
      expect(back.velocity_mps[k]).toBeCloseTo(-there.velocity_mps[k], 6);
      expect(back.positionSd_m[k]).toBeCloseTo(there.positionSd_m[k], 6);
      expect(back.velocitySd_mps[k]).toBeCloseTo(there.velocitySd_mps[k], 6);
    }
  });

  it('knows travel to honest standard deviations', () => {
    const deviations: number[] = [];
    for (let seed = 0; seed < 30; seed++) {
      const random = new Random(seed);
      const bias_mps2 = BIAS_SD_MPS2 * random.normal();
      const sd_mps2 = Math.sqrt(NOISE_M2PS3 / GRID_STEP_S);
      const noisy = SET.cellAccel_mps2().map((a) => a + bias_mps2 + sd_mps2 * random.normal());
      const { motion } = followed(windowOf(noisy));
      for (const [start, end] of LOWERS) {
        const travel_m = motion.position_m[start] - motion.position_m[end];
        deviations.push((travel_m - DEPTH_M) / motion.travelSd_m(start, end));
      }
    }
    const within = deviations.filter((deviation) => Math.abs(deviation) <= 2);
    expect(within.length).toBeGreaterThanOrEqual(0.9 * deviations.length);
    const rms = Math.hypot(...deviations) / Math.sqrt(deviations.length);
    expect(rms).toBeGreaterThan(0.2);
  });

  it('is not dragged by the end of a stroke that was read as part of a hold', () => {
    const early = (edges: number): Rests => ({
      ...RESTS,
      holds: RESTS.holds.map(({ start, end }, i) => ({
        start: i === 0 ? start : start - edges,
        end,
      })),
    });
    const along_mps2 = SET.cellAccel_mps2();
    const worst_mps = (rests: Rests) => {
      const { motion } = followed(windowOf(along_mps2, { rests }));
      const errors_mps = LOWERS.map(([, end]) => {
        const middle = end + (0.5 * HOLD_S) / GRID_STEP_S;
        return motion.velocity_mps[middle] - SET.velocityAt(middle * GRID_STEP_S);
      });
      return Math.max(...errors_mps.map(Math.abs));
    };
    expect(worst_mps(early(0))).toBeLessThan(0.001);
    expect(worst_mps(early(3))).toBeLessThan(0.002);
  });

  it('goes straight across steps of which nothing is known, from place to place', () => {
    const lost = new Uint8Array(STEPS);
    // From the first lower into its hold.
    const [from, to] = [30, 52];
    lost.fill(1, from, to);
    const along = SET.cellAccel_mps2();
    along.fill(3, from * STEP_CELLS, to * STEP_CELLS);
    const window = windowOf(along, { lost });
    const { motion, accel_mps2 } = followed(window);
    const at = (edge: number) => motion.position_m[edge * STEP_CELLS];
    expect(Math.abs(at(from) - SET.positionAt(from * STEP_S))).toBeLessThan(0.02);
    expect(Math.abs(at(to) - SET.positionAt(to * STEP_S))).toBeLessThan(0.03);
    expect(at((from + to) / 2)).toBeCloseTo((at(from) + at(to)) / 2, 2);
    expect(Math.max(...accel_mps2.subarray(from * STEP_CELLS, to * STEP_CELLS))).toBe(0);
    const sd_m = motion.positionSd_m.subarray(from * STEP_CELLS, to * STEP_CELLS);
    expect(Math.max(...sd_m)).toBeGreaterThan(0.05);
    expect(Math.max(...sd_m)).toBeLessThanOrEqual(0.3);
  });

  it('of lost values in what shows the tilt has a finite motion', () => {
    const random = new Random(1);
    const witness_mps2 = Float64Array.from({ length: STEPS }, () =>
      random.chance(0.3) ? NaN : 0.01 * random.normal(),
    );
    for (const leakKnown of [true, false]) {
      const window = windowOf(SET.cellAccel_mps2(), { witness_mps2 });
      const { motion, accel_mps2 } = followed(window, firstBelief(SOME_LEAK), leakKnown);
      for (const column of [motion.position_m, motion.velocitySd_mps, accel_mps2]) {
        expect(column.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('does not carry over where the sled seemed to be before a new beginning', () => {
    const [slipping, beginning] = [12, 14];
    const slipped = SET.cellAccel_mps2().map((a, k) => (k < slipping * STEP_CELLS ? -0.9 : a));
    const holds = RESTS.holds.map((hold, i) => (i === 0 ? { ...hold, start: beginning } : hold));
    const window = windowOf(slipped, { rests: { ...RESTS, holds, beginnings: [beginning] } });
    const { motion } = followed(window);
    for (const [start, end] of LOWERS) {
      const travel_m = motion.position_m[start] - motion.position_m[end];
      expect(Math.abs(travel_m - DEPTH_M)).toBeLessThan(0.02);
    }
  });
});

describe('what is filled in between steps', () => {
  const along_mps2 = SET.cellAccel_mps2().map((a) => a + 0.02);
  const window = windowOf(along_mps2);
  const { smoothed, motion } = followed(window);

  it('meets the smoothed steps, and jumps nowhere', () => {
    for (let k = 0; k <= window.steps; k++) {
      const cell = k * STEP_CELLS;
      expect(motion.position_m[cell]).toBeCloseTo(smoothed.mean(k, 0), 9);
      expect(motion.velocity_mps[cell]).toBeCloseTo(smoothed.mean(k, 1), 9);
      expect(motion.velocitySd_mps[cell]).toBeCloseTo(smoothed.sd(k, 1), 9);
    }
    for (let k = 1; k < motion.length; k++) {
      const moved_m = motion.position_m[k] - motion.position_m[k - 1];
      const mean_mps = (motion.velocity_mps[k] + motion.velocity_mps[k - 1]) / 2;
      expect(Math.abs(moved_m - mean_mps * GRID_STEP_S)).toBeLessThan(1e-4);
    }
  });

  it('has an edge more than cells', () => {
    expect(motion.length).toBe(along_mps2.length + 1);
    expect(motion.position_m).toHaveLength(motion.length);
  });

  it('scales every standard deviation, and nothing else', () => {
    const doubled = fillIn(window, smoothed, 2).motion;
    expect(doubled.position_m).toEqual(motion.position_m);
    expect(doubled.velocity_mps).toEqual(motion.velocity_mps);
    for (let k = 0; k < motion.length; k += 13) {
      expect(doubled.positionSd_m[k]).toBeCloseTo(2 * motion.positionSd_m[k], 12);
      expect(doubled.velocitySd_mps[k]).toBeCloseTo(2 * motion.velocitySd_mps[k], 12);
    }
    const [[start, end]] = LOWERS;
    expect(doubled.travelSd_m(start, end)).toBeCloseTo(2 * motion.travelSd_m(start, end), 12);
  });
});

describe('a rail that tips', () => {
  const LEAK = [0.04, -0.02, 0.01];
  const leakOf = (position_m: number) => leakAt(LEAK, 0, position_m);
  const leaking = SET.cellAccel_mps2().map(
    (a, k) => a + leakOf(SET.positionAt((k + 0.5) * GRID_STEP_S)),
  );
  const shown = Float64Array.from({ length: STEPS }, (_, k) =>
    leakOf(SET.positionAt((k + 0.5) * STEP_S)),
  );
  const random = new Random(4);
  /** A witness knows no offset, and is noisy. */
  const witness_mps2 = shown.map((leak) => leak + 0.2 + 0.005 * random.normal());

  /** Largest error of a lower's travel. */
  function worst_m(changes: Partial<Window>, leakKnown: boolean): number {
    const window = windowOf(leaking, changes);
    const { motion } = followed(window, firstBelief(SOME_LEAK), leakKnown);
    const errors_m = LOWERS.map(
      ([start, end]) => motion.position_m[start] - motion.position_m[end] - DEPTH_M,
    );
    return Math.max(...errors_m.map(Math.abs));
  }

  it.each([true, false])('is set right by what shows it (leak known: %s)', (leakKnown) => {
    const seen_mps2 = leakKnown ? new Float64Array(shown.length) : shown;
    const blind_m = worst_m({}, true);
    const seeing_m = worst_m({ witness_mps2, seen_mps2 }, leakKnown);
    expect(seeing_m).toBeLessThan(0.01);
    expect(seeing_m).toBeLessThan(Math.max(blind_m, 0.003));
  });
});
