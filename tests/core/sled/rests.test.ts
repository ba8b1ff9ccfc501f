import { describe, expect, it } from 'vitest';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { movingMean } from '../../../src/lib/core/signal/moving-mean';
import { probableTops } from '../../../src/lib/core/sled/presses';
import { findRests, type Rests } from '../../../src/lib/core/sled/rests';
import { Random } from '../../../src/lib/core/simulate/random';
import { Path } from '../path';

const NOISE_M2PS3 = 2e-6;

/** The rests of a path's acceleration with a sensor's noise and offset on it. */
function restsOf(path: Path, seed = 1, offset_mps2 = 0.01): Rests {
  return restsOfAccel(
    path.cellAccel_mps2().map((a) => a + offset_mps2),
    seed,
  );
}

function restsOfAccel(ideal_mps2: Float64Array, seed: number): Rests {
  const random = new Random(seed);
  const sd_mps2 = Math.sqrt(NOISE_M2PS3 / GRID_STEP_S);
  const accel_mps2 = ideal_mps2.map((a) => a + sd_mps2 * random.normal());
  const noise_m2ps3 = new Float64Array(accel_mps2.length).fill(NOISE_M2PS3);
  return findRests(accel_mps2, noise_m2ps3, probableTops(accel_mps2), 0.02, 0.001);
}

function holdsAt({ holds }: Rests, t_s: number): boolean {
  const edge = t_s / GRID_STEP_S;
  return holds.some(({ start, end }) => start <= edge && edge < end);
}

describe('findRests', () => {
  it.each([1, 2, 3])('tells holds from strokes, as slow as they are, seed %i', (seed) => {
    const path = new Path().rest(2);
    const holds_s: number[] = [1];
    const strokes_s: number[] = [];
    const stroke = (travel_m: number, duration_s: number) => {
      strokes_s.push(path.end_s + duration_s / 2);
      path.move(travel_m, duration_s);
      holds_s.push(path.end_s + 0.6);
      path.rest(1.2);
    };
    for (let i = 0; i < 4; i++) {
      stroke(-0.4, 4.5);
      stroke(0.4, 1.5);
    }
    const rests = restsOf(path.rest(2), seed);
    expect(strokes_s.filter((t_s) => holdsAt(rests, t_s))).toEqual([]);
    expect(holds_s.filter((t_s) => !holdsAt(rests, t_s))).toEqual([]);
  });

  it('keeps holds in order, apart and inside the record', () => {
    const path = new Path().rest(1).reps(4).rest(2);
    const { holds } = restsOf(path);
    holds.forEach(({ start, end }, i) => {
      expect(start).toBeGreaterThanOrEqual(holds[i - 1]?.end ?? 0);
      expect(end).toBeGreaterThan(start);
    });
    expect(holds.at(-1)?.end).toBeLessThanOrEqual(path.cellAccel_mps2().length + 1);
  });

  it('accepts tops out of those it was given, in order', () => {
    const path = new Path().rest(1).reps(4).rest(2);
    const given = probableTops(path.cellAccel_mps2()).map(({ edge }) => edge);
    const { tops } = restsOf(path, 1, 0);
    expect(tops.length).toBeGreaterThanOrEqual(3);
    tops.forEach((top, i) => {
      expect(given.some((edge) => Math.abs(edge - top) <= 3)).toBe(true);
      expect(top).toBeGreaterThan(tops[i - 1] ?? -1);
    });
  });

  it('begins anew after a moment that was no motion of the sled', () => {
    const slipping_s = 1.2;
    const path = new Path()
      .rest(slipping_s + 2)
      .reps(5)
      .rest(2);
    const slipped = path
      .cellAccel_mps2()
      .map((a, k) => (k * GRID_STEP_S < slipping_s ? -0.9 : a + 0.01));
    const rests = restsOfAccel(slipped, 1);
    const [beginning_s] = rests.beginnings.map((edge) => edge * GRID_STEP_S);
    expect(beginning_s).toBeGreaterThanOrEqual(slipping_s);
    expect(beginning_s).toBeLessThan(slipping_s + 2);
    expect(holdsAt(rests, path.end_s - 1)).toBe(true);
    expect(rests.tops.length).toBeGreaterThanOrEqual(4);
    expect(restsOf(path).beginnings).toEqual([]);
  });

  it('is one long hold where nothing moves, offset or not', () => {
    for (const offset_mps2 of [0, 0.05]) {
      const rests = restsOf(new Path().rest(20), 4, offset_mps2);
      for (let t_s = 0.5; t_s < 20; t_s += 0.5) expect(holdsAt(rests, t_s)).toBe(true);
    }
  });

  it('finds the first hold where the set starts at the bottom', () => {
    const path = new Path(-0.4).rest(2);
    for (let i = 0; i < 4; i++) path.move(0.4, 1.2).rest(0.8).move(-0.4, 3).rest(0.8);
    const rests = restsOf(path.rest(1));
    expect(holdsAt(rests, 1)).toBe(true);
    expect(holdsAt(rests, 2.6)).toBe(false);
  });

  it('has room for whatever shaking brings', () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = new Random(seed);
      const accel_mps2 = movingMean(
        Float64Array.from({ length: 2000 }, () => 3 * random.normal()),
        5,
      );
      const noise_m2ps3 = new Float64Array(2000).fill(1e-3);
      const { holds } = findRests(accel_mps2, noise_m2ps3, probableTops(accel_mps2), 0.02, 0.002);
      expect(holds.every(({ start, end }) => start < end)).toBe(true);
    }
  });

  it('says nothing of a record shorter than a step', () => {
    expect(findRests(new Float64Array(5), new Float64Array(5), [], 0.02, 0.001).tops).toEqual([]);
  });
});
