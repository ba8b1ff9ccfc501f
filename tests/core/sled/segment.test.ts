import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import {
  findReps,
  findStrokes,
  positionAt,
  type Before,
  type Instant,
  type RepSpan,
  type StrokeSpan,
} from '../../../src/lib/core/sled/segment';
import { V0_MPS } from '../../../src/lib/core/sled/setup';
import { motionOf, Path } from '../path';

const MIN_TRAVEL_M = 0.1;

const strokesOf = (path: Path, velocitySd_mps?: number) =>
  findStrokes(motionOf(path, velocitySd_mps), MIN_TRAVEL_M);
const NOTHING_BEFORE: Before = { presses_m: [], anyStroke: false };
const repsOf = (path: Path, before = NOTHING_BEFORE) => findReps(strokesOf(path), before);

/** A stroke's times, s, as `[start, end]`. */
const times_s = ({ start, end }: StrokeSpan) => [start.edge * GRID_STEP_S, end.edge * GRID_STEP_S];
const letters = (strokes: readonly StrokeSpan[]) =>
  strokes.map(({ direction }) => direction[0]).join('');
const kinds = (reps: readonly RepSpan[]) => reps.map(({ kind }) => kind);

/** How long after it set off a sled is faster than v0, at the even acceleration of a path's move. */
const delay_s = (travel_m: number, duration_s: number, ramp_s = 0.2) =>
  (V0_MPS / (travel_m / (duration_s - ramp_s))) * ramp_s;

/** Moves to and fro, at random. */
const arbitrarySet = fc.array(
  fc.record({
    travel_m: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
    duration_s: fc.double({ min: 0.5, max: 4, noNaN: true }),
    rest_s: fc.double({ min: 0.02, max: 2, noNaN: true }),
  }),
  { maxLength: 10 },
);

function pathOf(moves: readonly { travel_m: number; duration_s: number; rest_s: number }[]): Path {
  const path = new Path().rest(1);
  for (const { travel_m, duration_s, rest_s } of moves)
    path.move(travel_m, duration_s).rest(rest_s);
  return path;
}

describe('a stroke', () => {
  it.each([
    [-0.4, 3],
    [-0.25, 4.5],
    [0.4, 1.234],
    [0.15, 0.777],
  ])(
    'of %d m in %d s starts and ends where the velocity passes v0, between edges',
    (travel_m, duration_s) => {
      const path = new Path().rest(1.003).move(travel_m, duration_s).rest(1);
      const strokes = strokesOf(path);
      expect(strokes).toHaveLength(1);
      const late_s = delay_s(Math.abs(travel_m), duration_s);
      const [start_s, end_s] = times_s(strokes[0]);
      expect(Math.abs(start_s - (1.003 + late_s))).toBeLessThan(1e-3);
      expect(Math.abs(end_s - (1.003 + duration_s - late_s))).toBeLessThan(1e-3);
      expect(strokes[0].direction).toBe(travel_m < 0 ? 'lower' : 'press');
      expect(Math.abs(strokes[0].travel_m - (Math.abs(travel_m) - V0_MPS * late_s))).toBeLessThan(1e-4); // prettier-ignore
    },
  );

  it('keeps a stall inside it, longer than the stroke itself', () => {
    const path = new Path().rest(1).move(-0.4, 2).rest(1);
    path.move(0.2, 0.6).rest(1).move(0.2, 0.6).rest(1);
    const strokes = strokesOf(path);
    expect(letters(strokes)).toBe('lp');
    const [start_s, end_s] = times_s(strokes[1]);
    expect(start_s).toBeCloseTo(4, 1);
    expect(end_s).toBeCloseTo(6.2, 1);
    expect(strokes[1].travel_m).toBeCloseTo(0.4, 2);
  });

  it('does not take in sway before and after it', () => {
    const path = new Path().rest(1).move(0.0005, 0.05, 0.02).rest(0.5).move(-0.4, 3);
    path.rest(0.4).move(-0.0005, 0.05, 0.02).rest(1);
    const [stroke] = strokesOf(path);
    const [start_s, end_s] = times_s(stroke);
    expect(start_s).toBeCloseTo(1.55, 1);
    expect(end_s).toBeCloseTo(4.55, 1);
  });

  it('does not take in a re-rack and un-rack in mid set', () => {
    const path = new Path().rest(1).reps(2, 0.4, 3, 1.5, 0.8);
    const pressed_s = path.end_s - 0.8;
    path.rest(1).move(-0.04, 0.6).rest(6).move(0.04, 0.6).rest(1.5);
    const lowers_s = path.end_s;
    path.reps(2, 0.4, 3, 1.5, 0.8);
    const strokes = strokesOf(path);
    expect(letters(strokes)).toBe('lplplplp');
    expect(times_s(strokes[3])[1]).toBeCloseTo(pressed_s, 1);
    expect(times_s(strokes[4])[0]).toBeCloseTo(lowers_s, 1);
    expect(kinds(findReps(strokes, NOTHING_BEFORE))).toEqual(['full', 'full', 'full', 'full']);
  });

  it('does not take in a re-rack after the last press, nor an un-rack before the first lower', () => {
    const path = new Path(-0.05).rest(2).move(0.05, 0.6).rest(1.5);
    const lowers_s = path.end_s;
    path.reps(3);
    const pressed_s = path.end_s - 0.8;
    path.rest(1).move(-0.05, 0.7).rest(2);
    const strokes = strokesOf(path);
    expect(letters(strokes)).toBe('lplplp');
    expect(times_s(strokes[0])[0]).toBeCloseTo(lowers_s, 1);
    expect(times_s(strokes[5])[1]).toBeCloseTo(pressed_s, 1);
  });

  it('does not take in a re-rack that an un-rack has undone, however short the lower', () => {
    const path = new Path()
      .rest(2)
      .reps(2, 0.4)
      .rest(0.5)
      .move(-0.045, 0.5)
      .rest(9)
      .move(0.04, 0.8)
      .rest(0.5);
    const lowers_s = path.end_s;
    path.move(-0.15, 1.5).rest(1).move(0.15, 1).rest(2);
    const strokes = strokesOf(path);
    expect(letters(strokes)).toBe('lplplp');
    expect(times_s(strokes[4])[0]).toBeCloseTo(lowers_s, 1);
  });

  it('is none below the least travel, nor where nothing moves', () => {
    expect(strokesOf(new Path().rest(1).reps(5, 0.09).rest(1))).toEqual([]);
    expect(strokesOf(new Path().rest(10))).toEqual([]);
    expect(findStrokes(motionOf(new Path().rest(1).reps(2, 0.3)), 0.31)).toEqual([]);
  });

  it('is none that only creeps, slower than v0 all the way', () => {
    expect(strokesOf(new Path().rest(1).move(-0.15, 10).rest(1))).toEqual([]);
  });

  it('may be cut off by the start or the end of the record', () => {
    const path = new Path().move(-0.4, 2, 0.01).move(0.4, 1, 0.01);
    const strokes = strokesOf(path);
    expect(letters(strokes)).toBe('lp');
    for (const { start, end } of strokes) {
      expect(start.edge).toBeGreaterThanOrEqual(-1);
      expect(end.edge).toBeLessThanOrEqual(301);
      expect(end.edge).toBeGreaterThan(start.edge);
    }
  });

  it('knows its instants the better, the better the velocity is known and the faster it changes', () => {
    const slow = new Path().rest(2).move(-0.4, 4, 1).rest(2);
    const brisk = new Path().rest(2).move(-0.4, 4, 0.1).rest(2);
    const startSd_s = (path: Path, sd_mps: number) => strokesOf(path, sd_mps)[0].start.sd_s;
    expect(startSd_s(slow, 0.01)).toBeGreaterThan(2 * startSd_s(slow, 0.002));
    expect(startSd_s(slow, 0.01)).toBeGreaterThan(2 * startSd_s(brisk, 0.01));
    // 0.01 m/s at 0.133 m/s² is 75 ms.
    expect(startSd_s(slow, 0.01)).toBeGreaterThan(0.04);
    expect(startSd_s(slow, 0.01)).toBeLessThan(0.11);
  });

  it('swaps lower and press when the axis is reversed, and keeps every instant, each leaning the other way', () => {
    const motion = motionOf(new Path().rest(1).reps(3).rest(1));
    const opposite = {
      ...motion,
      position_m: motion.position_m.map((s_m) => -s_m),
      velocity_mps: motion.velocity_mps.map((v_mps) => -v_mps),
    };
    const leaning = (instant: Instant) => ({ ...instant, lean: -instant.lean });
    const swapped = findStrokes(opposite, MIN_TRAVEL_M).map((stroke) => ({
      ...stroke,
      start: leaning(stroke.start),
      end: leaning(stroke.end),
      direction: stroke.direction === 'lower' ? 'press' : 'lower',
    }));
    expect(swapped).toEqual(findStrokes(motion, MIN_TRAVEL_M));
  });

  it('comes later or earlier, by the way its instants lean, where every velocity is taken too large', () => {
    const motion = motionOf(new Path().rest(2).reps(2, 0.4, 3, 1.5, 1).rest(2));
    const tooLarge = { ...motion, velocity_mps: motion.velocity_mps.map((v_mps) => v_mps + 0.005) };
    const shifted = findStrokes(tooLarge, MIN_TRAVEL_M);
    const instants = (strokes: StrokeSpan[]) => strokes.flatMap(({ start, end }) => [start, end]);
    const truth = instants(findStrokes(motion, MIN_TRAVEL_M));
    const moved = instants(shifted).map(({ edge }, i) => Math.sign(edge - truth[i].edge));
    expect(truth).toHaveLength(8);
    expect(moved).toEqual(truth.map(({ lean }) => lean));
  });

  it('alternates and stays in order, whatever the motion', () => {
    fc.assert(
      fc.property(arbitrarySet, (moves) => {
        const strokes = strokesOf(pathOf(moves));
        strokes.forEach((stroke, i) => {
          expect(stroke.end.edge).toBeGreaterThan(stroke.start.edge);
          expect(stroke.travel_m).toBeGreaterThan(0);
          expect(stroke.start.sd_s).toBeGreaterThanOrEqual(0);
          if (i === 0) return;
          expect(stroke.direction).not.toBe(strokes[i - 1].direction);
          expect(stroke.start.edge).toBeGreaterThanOrEqual(strokes[i - 1].end.edge);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('reps', () => {
  it('are lower then press', () => {
    const reps = repsOf(new Path().rest(1).reps(4).rest(1));
    expect(kinds(reps)).toEqual(['full', 'full', 'full', 'full']);
    for (const { lower, press } of reps) {
      expect(lower?.direction).toBe('lower');
      expect(press.direction).toBe('press');
      expect(lower?.end.edge).toBeLessThanOrEqual(press.start.edge);
    }
  });

  it('do not come of an un-rack push, short against the usual stroke', () => {
    const reps = repsOf(new Path(-0.15).rest(2).move(0.15, 0.8).rest(1.5).reps(3).rest(1));
    expect(reps).toHaveLength(3);
    expect(reps[0].lower).not.toBeNull();
  });

  it('may begin with a press as long as the usual, without a lower', () => {
    const path = new Path(-0.4).rest(2);
    for (let i = 0; i < 3; i++) path.move(0.4, 1.2).rest(0.8).move(-0.4, 3).rest(0.8);
    const reps = repsOf(path.rest(1));
    expect(kinds(reps)).toEqual(['full', 'full', 'full']);
    expect(reps[0].lower).toBeNull();
    expect(reps[1].lower).not.toBeNull();
  });

  it('do not begin with a press nobody stood still before: it was in a hand', () => {
    const path = new Path(-0.4).rest(0.1).move(0.4, 1.2).rest(0.8).reps(2).rest(1);
    const reps = repsOf(path);
    expect(reps).toHaveLength(2);
    expect(reps[0].lower).not.toBeNull();
  });

  it('do not come of a last lower without a press', () => {
    expect(repsOf(new Path().rest(1).reps(3).move(-0.4, 3).rest(2))).toHaveLength(3);
    expect(repsOf(new Path().rest(1).move(-0.4, 3).rest(2))).toEqual([]);
  });

  it('far shorter than the usual are partial, in either stroke', () => {
    const shallow = new Path().rest(1).reps(2).reps(1, 0.15, 1.5, 0.8).reps(2).rest(1);
    expect(kinds(repsOf(shallow))).toEqual(['full', 'full', 'partial', 'full', 'full']);
    const failed = new Path().rest(1).reps(3).move(-0.4, 3).rest(0.8).move(0.15, 1).rest(1);
    expect(kinds(repsOf(failed))).toEqual(['full', 'full', 'full', 'partial']);
  });

  it('a little shallower than the usual are full', () => {
    const path = new Path().rest(1).reps(3, 0.4).reps(2, 0.3).rest(1);
    expect(kinds(repsOf(path))).toEqual(new Array(5).fill('full'));
  });

  it('that a set opens with are judged by nothing that comes later', () => {
    const path = new Path().rest(1).reps(1, 0.15, 1.5, 0.8).reps(3).rest(1);
    expect(kinds(repsOf(path))).toEqual(['full', 'full', 'full', 'full']);
  });

  it('are judged by the presses before, those of other windows too', () => {
    const path = new Path().rest(1).reps(2, 0.2, 1.5, 0.8).rest(1);
    expect(kinds(repsOf(path))).toEqual(['full', 'full']);
    const before = { presses_m: [0.4, 0.4, 0.4], anyStroke: true };
    expect(kinds(repsOf(path, before))).toEqual(['partial', 'partial']);
  });

  it('do not begin with a press where strokes went before', () => {
    const path = new Path(-0.4).rest(2).move(0.4, 1.2).rest(0.8).reps(2).rest(1);
    expect(repsOf(path)).toHaveLength(3);
    expect(repsOf(path, { presses_m: [0.4], anyStroke: true })).toHaveLength(2);
  });

  it('stay what they were when strokes come, and none goes, whatever the motion', () => {
    fc.assert(
      fc.property(arbitrarySet, fc.nat(), (moves, cut) => {
        const strokes = strokesOf(pathOf(moves));
        const all = findReps(strokes, NOTHING_BEFORE);
        if (all.length === 0) return;
        const count = 1 + (cut % all.length);
        const upTo = strokes.indexOf(all[count - 1].press) + 1;
        const soFar = all.slice(0, count);
        expect(findReps(strokes.slice(0, upTo), NOTHING_BEFORE).at(-1)).toEqual(soFar.at(-1));
        const before = { presses_m: soFar.map(({ press }) => press.travel_m), anyStroke: true };
        expect([...soFar, ...findReps(strokes.slice(upTo), before)]).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });

  it('are none of no strokes', () => {
    expect(findReps([], NOTHING_BEFORE)).toEqual([]);
  });
});

describe('a press that fails, sinks back and is tried again', () => {
  const tried = (sinks_m: number, attempt_m = 0.2) =>
    new Path()
      .rest(1)
      .reps(2)
      .move(-0.4, 3)
      .rest(0.5)
      .move(attempt_m, 0.8)
      .move(-sinks_m, 1)
      .rest(0.8)
      .move(0.4 - attempt_m + sinks_m, 1.5)
      .rest(1)
      .reps(1);

  it.each([
    ['all the way', 0.2],
    ['half of it', 0.12],
  ])('ends no rep, and belongs to the bottom: sinks back %s', (_, sinks_m) => {
    const strokes = strokesOf(tried(sinks_m).rest(1));
    expect(letters(strokes)).toBe('lplplplplp');
    const reps = findReps(strokes, NOTHING_BEFORE);
    expect(kinds(reps)).toEqual(['full', 'full', 'full', 'full']);
    expect(reps[2]).toMatchObject({ kind: 'full', lower: strokes[4], press: strokes[7] });
  });

  it('in the first rep is judged by the lower', () => {
    const path = new Path().rest(1).move(-0.4, 3).rest(0.5).move(0.15, 0.8).move(-0.15, 1);
    const reps = repsOf(path.rest(0.8).move(0.4, 1.5).rest(1).reps(2).rest(1));
    expect(kinds(reps)).toEqual(['full', 'full', 'full']);
  });

  it('ends a partial rep where nothing follows', () => {
    const path = new Path().rest(1).reps(3).move(-0.4, 3).rest(0.5).move(0.2, 0.8);
    expect(kinds(repsOf(path.move(-0.2, 1).rest(1)))).toEqual(['full', 'full', 'full', 'partial']);
  });

  it('is not a short rep from the top, followed by another', () => {
    const path = new Path().rest(1).reps(2).reps(2, 0.15, 1.5, 0.8, 0.5).reps(1).rest(1);
    expect(kinds(repsOf(path))).toEqual(['full', 'full', 'partial', 'partial', 'full']);
  });
});

describe('positionAt', () => {
  it('interpolates between edges, and goes on straight beyond the last', () => {
    const motion = { ...motionOf(new Path().rest(0.03)), position_m: Float64Array.of(0, 1, 3, 4) };
    expect([0, 0.5, 1.25, 3].map((edge) => positionAt(motion, edge))).toEqual([0, 0.5, 1.5, 4]);
    expect(positionAt(motion, 3.5)).toBe(4.5);
  });
});
