import { describe, expect, it } from 'vitest';
import { GRID_STEP_S, type EvenGrid } from '../../../src/lib/core/signal/even-grid';
import { median } from '../../../src/lib/core/signal/statistics';
import { followHand, mirrored, type HandMotion } from '../../../src/lib/core/sled/hand';
import { findStrokes } from '../../../src/lib/core/sled/segment';
import { Random } from '../../../src/lib/core/simulate/random';
import { FLAWS, handGrid, handSet, HandPath } from '../hand-held';

const REPS = 12;
const SEEDS = [1, 2, 3, 4];
const LEAST_TRAVEL_M = 0.1;
const FLAWLESS = { ...FLAWS, scaleSd: 0, offsetSd_mps2: 0, gyroOffsetSd_dps: 0, gyroScaleSd: 0 };

function follow(grid: EvenGrid): HandMotion {
  const hand = followHand(grid);
  if (!hand) throw new Error('The grid has a gyroscope.');
  return hand;
}

function followed(seed: number, flaws = FLAWS, kind: Parameters<typeof handSet>[2] = {}) {
  const random = new Random(seed);
  const path = handSet(random, REPS, kind);
  const grid = handGrid(path, random, flaws);
  return { path, grid, hand: follow(grid) };
}

/** Errors of the strokes found against those made: of travel, of turning instants, and how many sds the travel is off. */
function errorsOf({ path, hand: { motion } }: ReturnType<typeof followed>) {
  const strokes = findStrokes(motion, LEAST_TRAVEL_M);
  expect(strokes).toHaveLength(path.reaches.length);
  const travels = strokes.map((stroke, i) => {
    const error_m = stroke.travel_m - Math.abs(path.reaches[i].travel_m);
    const [start, end] = [Math.round(stroke.start.edge), Math.round(stroke.end.edge)];
    return { error_m, sds: error_m / Math.hypot(motion.travelSd_m(start, end), 0.01 * stroke.travel_m) }; // prettier-ignore
  });
  const middles_s = strokes.map(
    (stroke, i) =>
      ((stroke.start.edge + stroke.end.edge) / 2) * GRID_STEP_S -
      (path.reaches[i].start_s + path.reaches[i].duration_s / 2),
  );
  return {
    travels_m: travels.map(({ error_m }) => Math.abs(error_m)),
    sds: travels.map(({ sds }) => sds),
    middles_s: middles_s.map(Math.abs),
  };
}

const together = (runs: ReturnType<typeof followed>[]) => {
  const errors = runs.map(errorsOf);
  return {
    travels_m: errors.flatMap(({ travels_m }) => travels_m),
    sds: errors.flatMap(({ sds }) => sds),
    middles_s: errors.flatMap(({ middles_s }) => middles_s),
  };
};

const usual = SEEDS.map((seed) => followed(seed));

describe('followHand', () => {
  it('has an edge more than cells, and knows every one', () => {
    const { grid, hand } = usual[0];
    expect(hand.motion.length).toBe(grid.length + 1);
    expect(hand.accel_mps2).toHaveLength(grid.length);
    for (let k = 0; k < hand.motion.length; k++) {
      expect(hand.motion.positionSd_m[k]).toBeGreaterThan(0);
      expect(hand.motion.velocitySd_mps[k]).toBeGreaterThan(0);
      expect(hand.motion.velocitySd_mps[k]).toBeLessThan(0.05);
    }
  });

  it('travels as far as a hand that dwells now and then', () => {
    const { travels_m, middles_s } = together(usual);
    expect(median(travels_m)).toBeLessThan(0.005);
    expect(Math.max(...travels_m)).toBeLessThan(0.03);
    expect(median(middles_s)).toBeLessThan(0.005);
  });

  it('travels as far as a hand that never dwells', () => {
    const { travels_m, middles_s } = together(
      SEEDS.map((seed) => followed(seed, FLAWS, { dwellShare: 0 })),
    );
    expect(median(travels_m)).toBeLessThan(0.008);
    expect(Math.max(...travels_m)).toBeLessThan(0.05);
    expect(median(middles_s)).toBeLessThan(0.007);
  });

  it('travels as far as a hand that lowers slowly, and takes no lowering for a dwell', () => {
    const slow = SEEDS.map((seed) => followed(seed, FLAWS, { lower_s: 3 }));
    expect(median(together(slow).travels_m)).toBeLessThan(0.015);
    for (const { path, hand } of slow) {
      for (const { start, end } of hand.dwells) {
        for (let k = start; k < end; k++) {
          expect(Math.abs(path.velocityAt(k * GRID_STEP_S))).toBeLessThan(0.06);
        }
      }
    }
  });

  it('travels as far with a poor sensor, not much less exactly', () => {
    const poor = { ...FLAWS, scaleSd: 0.02, offsetSd_mps2: 0.2, gyroOffsetSd_dps: 1 };
    const { travels_m } = together(SEEDS.map((seed) => followed(seed, poor)));
    expect(median(travels_m)).toBeLessThan(0.012);
  });

  it('is as uncertain of a travel as it is wrong', () => {
    const { sds } = together(usual);
    const rms = Math.sqrt(sds.reduce((sum, each) => sum + each * each, 0) / sds.length);
    expect(rms).toBeGreaterThan(0.3);
    expect(rms).toBeLessThan(1.5);
  });

  it('sees the same motion without flaws, only better', () => {
    const { travels_m } = together(SEEDS.map((seed) => followed(seed, FLAWLESS)));
    expect(median(travels_m)).toBeLessThan(median(together(usual).travels_m));
    expect(median(travels_m)).toBeLessThan(0.003);
  });

  it('gives an acceleration without an offset', () => {
    for (const { path, hand } of usual) {
      const sum_mps = hand.accel_mps2.reduce((sum, a) => sum + a * GRID_STEP_S, 0);
      expect(Math.abs(sum_mps)).toBeLessThan(0.02);
      const errors_mps2 = hand.accel_mps2.map((a, k) => {
        const gained = path.velocityAt((k + 1) * GRID_STEP_S) - path.velocityAt(k * GRID_STEP_S);
        return Math.abs(a - gained / GRID_STEP_S);
      });
      expect(median(errors_mps2)).toBeLessThan(0.05);
    }
  });

  it('holds where the sensor lies or the hand dwells, and has no tops', () => {
    const path = new HandPath().dwell(3).reach(0.5, 1).dwell(2).reach(-0.4, 1).dwell(2);
    path.reach(0.4, 1).dwell(2).reach(-0.4, 1).reach(0.4, 1).reach(-0.5, 1).dwell(3);
    const { dwells } = follow(handGrid(path, new Random(5)));
    const held = (t_s: number) =>
      dwells.some(({ start, end }) => start * GRID_STEP_S <= t_s && t_s < end * GRID_STEP_S);
    for (const t_s of [1.5, 5, 8, 11]) expect(held(t_s)).toBe(true);
    for (const t_s of [3.5, 6.5, 9.5, 12.5, 13, 13.5, 14]) expect(held(t_s)).toBe(false);
  });

  it('lies still where nothing moves', () => {
    const { motion, dwells } = follow(handGrid(new HandPath().dwell(4).reach(1e-9, 1).dwell(5), new Random(1), FLAWS)); // prettier-ignore
    expect(Math.max(...motion.velocity_mps.map(Math.abs))).toBeLessThan(0.02);
    expect(dwells.reduce((sum, { start, end }) => sum + end - start, 0)).toBeGreaterThan(800);
  });

  it('of a sensor upside down is the same motion', () => {
    const { grid, hand } = usual[1];
    const turnedOver = (column: Float64Array) => column.map((value) => -value);
    const { motion } = follow({
      ...grid,
      y_mps2: turnedOver(grid.y_mps2),
      z_mps2: turnedOver(grid.z_mps2),
      gyro: grid.gyro && {
        x_dps: grid.gyro.x_dps,
        y_dps: turnedOver(grid.gyro.y_dps),
        z_dps: turnedOver(grid.gyro.z_dps),
      },
    });
    for (let k = 0; k < motion.length; k += 20) {
      expect(Math.abs(motion.velocity_mps[k] - hand.motion.velocity_mps[k])).toBeLessThan(0.002);
    }
  });

  it('of lost samples or a cut-off reading in a stroke is less sure of it', () => {
    const { path, grid, hand } = usual[2];
    const [start, end] =
      [path.reaches[5].start_s, path.reaches[5].start_s + path.reaches[5].duration_s] // prettier-ignore
        .map((t_s) => Math.round(t_s / GRID_STEP_S));
    const spacing_s = grid.spacing_s.slice().fill(0.5, start + 10, start + 60);
    const clipped = grid.clipped.slice().fill(1, start, start + 10);
    const plain_m = hand.motion.travelSd_m(start, end);
    for (const worse of [
      { ...grid, spacing_s },
      { ...grid, clipped },
    ]) {
      expect(follow(worse).motion.travelSd_m(start, end)).toBeGreaterThan(1.5 * plain_m);
    }
  });

  it('leaves the grid as it was', () => {
    const { grid } = usual[3];
    const before = structuredClone(grid);
    followHand(grid);
    expect(grid).toEqual(before);
  });

  it('is null without a gyroscope', () => {
    expect(followHand({ ...usual[0].grid, gyro: null })).toBeNull();
  });
});

describe('mirrored', () => {
  it('is the opposite motion, as well known', () => {
    const { hand } = usual[0];
    const { motion, accel_mps2, dwells } = mirrored(hand);
    for (let k = 0; k < accel_mps2.length; k += 50) {
      expect(motion.position_m[k]).toBe(-hand.motion.position_m[k]);
      expect(motion.velocity_mps[k]).toBe(-hand.motion.velocity_mps[k]);
      expect(accel_mps2[k]).toBe(-hand.accel_mps2[k]);
    }
    expect(motion.velocitySd_mps).toEqual(hand.motion.velocitySd_mps);
    expect(dwells).toEqual(hand.dwells);
    const ways = findStrokes(motion, LEAST_TRAVEL_M).map(({ direction }) => direction);
    const before = findStrokes(hand.motion, LEAST_TRAVEL_M).map(({ direction }) => direction);
    expect(ways).toEqual(before.map((way) => (way === 'press' ? 'lower' : 'press')));
  });
});
