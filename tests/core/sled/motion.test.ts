import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S, type EvenGrid } from '../../../src/lib/core/signal/even-grid';
import { followHand, followSled } from '../../../src/lib/core/sled/motion';
import { reversed, type Rail } from '../../../src/lib/core/sled/rail';
import { Random } from '../../../src/lib/core/simulate/random';
import { forceOf, GRAVITY_MPS2, gridOf, Path, railAt } from '../path';

const SET = new Path().rest(2).reps(3, 0.4, 3, 1.5, 1).rest(2);
const INCLINE_DEG = 35;
const [X, , Z] = railAt(INCLINE_DEG);
const RAIL: Rail = {
  axis: [X, 0, Z],
  normal: [-Z, 0, X],
  rest_mps2: [0, 0, GRAVITY_MPS2],
  incline_deg: INCLINE_DEG,
};
const UPRIGHT: Rail = {
  axis: [0, 0, 1],
  normal: null,
  rest_mps2: [0, 0, GRAVITY_MPS2],
  incline_deg: 90,
};
const NOISE_MPS2 = 0.011;

function gridAlong(direction: Vector3): EvenGrid {
  const noise = { random: new Random(1), sd_mps2: NOISE_MPS2 };
  return gridOf(forceOf(SET, direction, (world) => world, noise));
}
const GRID = gridAlong(RAIL.axis);
const SPAN = { start: 0, end: GRID.length };

/** Edges at which the set's lowers begin, and end. */
const LOWERS = [0, 1, 2].map((i) => {
  const start = Math.round((2 + i * 6.5) / GRID_STEP_S);
  return [start, start + 300];
});

describe.each([
  ['followSled', followSled(GRID, SPAN, RAIL)],
  ['followHand', followHand(gridAlong([0, 0, 1]), SPAN, UPRIGHT)],
])('%s', (_, { motion, accel_mps2 }) => {
  it('has an edge more than cells, and knows every one', () => {
    expect(motion.length).toBe(GRID.length + 1);
    expect(accel_mps2).toHaveLength(GRID.length);
    for (let k = 0; k < motion.length; k++) {
      expect(motion.positionSd_m[k]).toBeGreaterThan(0);
      expect(motion.velocitySd_mps[k]).toBeGreaterThan(0);
      expect(motion.velocitySd_mps[k]).toBeLessThan(0.5);
    }
  });

  it('travels as far as the sled, within its own sd', () => {
    for (const [start, end] of LOWERS) {
      const travel_m = motion.position_m[end] - motion.position_m[start];
      expect(Math.abs(travel_m + 0.4)).toBeLessThan(4 * motion.travelSd_m(start, end));
      expect(Math.abs(travel_m + 0.4)).toBeLessThan(0.1);
    }
  });

  it('moves in a stroke and rests in a hold', () => {
    for (const [start, end] of LOWERS) {
      expect(motion.velocity_mps[(start + end) / 2]).toBeLessThan(-0.1);
      expect(Math.abs(motion.velocity_mps[end + 50])).toBeLessThan(0.02);
      expect(motion.velocity_mps[end + 175]).toBeGreaterThan(0.2);
    }
  });

  it('gives an acceleration without an offset', () => {
    const truth = SET.cellAccel_mps2();
    const off = accel_mps2.reduce((sum, a, k) => sum + a - truth[k], 0) / truth.length;
    expect(Math.abs(off)).toBeLessThan(0.01);
  });
});

describe('what followSled is told', () => {
  const plain = followSled(GRID, SPAN, RAIL);
  const [start, end] = LOWERS[1];
  const sd_m = ({ motion }: typeof plain) => motion.travelSd_m(start, end);

  it('backwards is the opposite motion', () => {
    const back = followSled(GRID, SPAN, reversed(RAIL)).motion;
    const travel_m = back.position_m[end] - back.position_m[start];
    expect(Math.abs(travel_m - 0.4)).toBeLessThan(0.1);
  });

  it('of lost samples or a cut-off reading in a stroke makes it less sure of it', () => {
    const spacing_s = GRID.spacing_s.slice().fill(0.6, start + 100, start + 160);
    const clipped = GRID.clipped.slice().fill(1, start, start + 10);
    expect(sd_m(followSled({ ...GRID, spacing_s }, SPAN, RAIL))).toBeGreaterThan(1.5 * sd_m(plain));
    expect(sd_m(followSled({ ...GRID, clipped }, SPAN, RAIL))).toBeGreaterThan(1.5 * sd_m(plain));
  });

  it('of a span is followed in that span alone', () => {
    const span = { start: start - 100, end: end + 400 };
    const { motion } = followSled(GRID, span, RAIL);
    expect(motion.length).toBe(span.end - span.start + 1);
    const travel_m = motion.position_m[end - span.start] - motion.position_m[100];
    expect(Math.abs(travel_m + 0.4)).toBeLessThan(0.1);
  });

  it('of holds it takes for holds', () => {
    const rests = { holds: [{ start: 0, end: GRID.length + 1 }], tops: [], beginnings: [] };
    const { motion, rests: taken } = followSled(GRID, SPAN, RAIL, rests);
    expect(taken).toBe(rests);
    const travel_m = motion.position_m[end] - motion.position_m[start];
    expect(Math.abs(travel_m)).toBeLessThan(0.2);
  });
});
