import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { evenGrid, type EvenGrid } from '../../../src/lib/core/signal/even-grid';
import { mountedSpans, type Span } from '../../../src/lib/core/sled/mounted';
import { simulate } from '../../../src/lib/core/simulate';
import { Random } from '../../../src/lib/core/simulate/random';
import { anyMounting, forceOf, gridOf, Path, railAt, type Mounting } from '../path';

const SET = new Path().rest(3).reps(4).rest(3);
const SET_CELLS = SET.cellAccel_mps2().length;

const onFloor: Mounting = ([x, y, z]) => [x, z, -y];
const onSled: Mounting = (world) => world;

function lying(duration_s: number, random: Random): Vector3[] {
  return forceOf(new Path().rest(duration_s), railAt(0), onFloor, { random, sd_mps2: 0.02 });
}

/** In a hand: the orientation changes all the time, and it shakes. */
function carried(duration_s: number, random: Random): Vector3[] {
  return Array.from({ length: duration_s * 100 }, (_, k) => {
    const angle = k / 60;
    const shake = () => 1.5 * Math.sin(k / 9) + 0.3 * random.normal();
    return [9.8 * Math.sin(angle) + shake(), 9.8 * Math.cos(angle) + shake(), shake()];
  });
}

function pressed(random: Random, mounting = onSled): Vector3[] {
  return forceOf(SET, railAt(35), mounting, { random, sd_mps2: 0.02 });
}

const spansOf = (...parts: Vector3[][]) => mountedSpans(gridOf(parts.flat())).spans;
const cells = (spans: readonly Span[]) =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

describe('mountedSpans', () => {
  it('is everything where the sensor sits on the sled all along', () => {
    for (let seed = 0; seed < 5; seed++) {
      const random = new Random(seed);
      const spans = spansOf(pressed(random, anyMounting(random)));
      expect(spans).toHaveLength(1);
      expect(cells(spans)).toBeGreaterThan(SET_CELLS - 20);
    }
  });

  it('leaves out the handling before and after', () => {
    const random = new Random(1);
    const spans = spansOf(carried(10, random), pressed(random), carried(6, random));
    const start = 1000;
    expect(spans.some((span) => span.start < start + 150 && span.end > start + SET_CELLS - 150)).toBe(true); // prettier-ignore
    expect(cells(spans)).toBeLessThan(SET_CELLS + 400);
  });

  it('leaves out lying still before it was clipped on, longer than the set', () => {
    const random = new Random(2);
    const spans = spansOf(lying(120, random), carried(3, random), pressed(random));
    expect(spans).toHaveLength(1);
    expect(spans[0].start).toBeGreaterThan(11_900);
    expect(spans[0].start).toBeLessThan(12_500);
    expect(cells(spans)).toBeGreaterThan(SET_CELLS - 200);
  });

  it('is not parted by a knock, but by a time in the hand', () => {
    const random = new Random(3);
    const knock = [1, 1, 1, 1, -1, -1, -1, -1].map((way): Vector3 => [40 * way, 20 * way, 9.8]);
    expect(spansOf(pressed(random), knock, pressed(random))).toHaveLength(1);
    expect(spansOf(pressed(random), carried(8, random), pressed(random))).toHaveLength(2);
  });

  it('keeps spans in order, apart, inside the grid and at least 2 s long', () => {
    const random = new Random(4);
    const parts = [carried(5, random), pressed(random), lying(9, random), pressed(random)];
    const length = parts.flat().length;
    const spans = spansOf(...parts);
    spans.forEach(({ start, end }, i) => {
      expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
      expect(end).toBeLessThanOrEqual(length);
      expect(end - start).toBeGreaterThanOrEqual(200);
    });
    expect(spans.length).toBeGreaterThan(0);
  });

  it('is nothing where no orientation is kept, or for no time at all', () => {
    expect(spansOf(Array.from({ length: 15 }, (): Vector3 => [0, 0, 9.8]))).toEqual([]);
    expect(spansOf([])).toEqual([]);
  });

  it.each([1, 2, 3, 4])(
    "holds a simulated set's every stroke, carried about before, seed %i",
    (seed) => {
      const { recording, truth } = simulate({
        seed,
        set: { reps: 4, carriedBefore_s: 12, carriedAfter_s: 8 },
      });
      const grid = evenGrid(recording);
      if (!grid) throw new Error('The recording is empty.');
      const { spans } = mountedSpans(grid);
      const cell = (t_s: number) => (t_s - grid.start_s) * 100;
      for (const { start_s, end_s } of truth.strokes) {
        expect(spans.some(({ start, end }) => start <= cell(start_s) && end >= cell(end_s))).toBe(
          true,
        );
      }
    },
  );
});

describe('what moved', () => {
  const share = (grid: EvenGrid, spans: readonly Span[]) => mountedSpans(grid).movingShare(spans);

  it('moved wholly in the whole, and not at all in nothing', () => {
    const random = new Random(5);
    const grid = gridOf([...lying(20, random), ...pressed(random)]);
    expect(share(grid, [{ start: 0, end: grid.length }])).toBeCloseTo(1, 1);
    expect(share(grid, [])).toBe(0);
    expect(share(grid, [{ start: 0, end: 2000 }])).toBeLessThan(0.1);
  });

  it('is steady on a sled and rocking in a hand, not when carried about', () => {
    const random = new Random(6);
    const rocking = Array.from({ length: 3000 }, (_, k): Vector3 => {
      const angle = 0.4 * Math.sin(k / 25);
      return [9.8 * Math.sin(angle), 0, 9.8 * Math.cos(angle) + Math.sin(k / 12)];
    });
    expect(mountedSpans(gridOf(pressed(random))).steady).toBe(true);
    expect(mountedSpans(gridOf(rocking)).steady).toBe(true);
    expect(mountedSpans(gridOf(carried(30, random))).steady).toBe(false);
  });
});
