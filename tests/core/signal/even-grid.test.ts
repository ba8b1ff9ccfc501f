import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingOf, type Recording, type Sample } from '../../../src/lib/core/recording';
import {
  clipLevel_mps2,
  edgeTime_s,
  evenGrid,
  GRID_STEP_S,
  type EvenGrid,
} from '../../../src/lib/core/signal/even-grid';
import { Random } from '../../../src/lib/core/simulate/random';
import { sampled, trapezoids } from './sampled';

const LOST: Sample['accel_mps2'] = [NaN, NaN, NaN];
const G_MPS2 = 9.81;

function gridOf(recording: Recording): EvenGrid {
  const grid = evenGrid(recording);
  if (!grid) throw new Error(`No grid of ${recording.length} samples.`);
  return grid;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** Samples at any rate from 10 to 2000 Hz, with any jitter and origin. */
const arbitrarySamples: fc.Arbitrary<Sample[]> = fc
  .tuple(
    fc.array(
      fc.record({
        step_s: fc.double({ min: 0.0005, max: 0.1, noNaN: true }),
        x: fc.double({ min: -80, max: 80, noNaN: true }),
      }),
      { minLength: 2, maxLength: 60 },
    ),
    fc.double({ min: -1000, max: 1000, noNaN: true }),
  )
  .map(([rows, origin_s]) => {
    let t_s = origin_s;
    return rows.map(({ step_s, x }) => ({ t_s: (t_s += step_s), accel_mps2: [x, 0, G_MPS2] }));
  });

describe('evenGrid', () => {
  it('keeps the integral of the samples, at any rate and spacing', () => {
    fc.assert(
      fc.property(arbitrarySamples, (samples) => {
        const recording = recordingOf(samples);
        const grid = gridOf(recording);
        const expected = trapezoids(
          recording.t_s,
          recording.accel_mps2.x,
          edgeTime_s(grid, grid.length),
        );
        expect(Math.abs(sum(grid.x_mps2) * GRID_STEP_S - expected)).toBeLessThan(1e-6);
      }),
    );
  });

  it('covers the recording from its first sample to within a cell of its last', () => {
    fc.assert(
      fc.property(arbitrarySamples, (samples) => {
        const grid = gridOf(recordingOf(samples));
        expect(edgeTime_s(grid, 0)).toBe(samples[0].t_s);
        const rest_s = samples[samples.length - 1].t_s - edgeTime_s(grid, grid.length);
        expect(rest_s).toBeGreaterThan(-1e-9);
        expect(rest_s).toBeLessThan(GRID_STEP_S + 1e-9);
        for (const column of [grid.x_mps2, grid.spacing_s, grid.clipped]) {
          expect(column).toHaveLength(grid.length);
        }
      }),
    );
  });

  it.each([10, 33, 100, 400])('gives a straight line back at %i Hz', (rate_Hz) => {
    const grid = gridOf(recordingOf(sampled(rate_Hz, 2, (t_s) => 3 * t_s - 1)));
    grid.x_mps2.forEach((x, k) => expect(x).toBeCloseTo(3 * (k + 0.5) * GRID_STEP_S - 1, 4));
    grid.y_mps2.forEach((y, k) => expect(y).toBeCloseTo(2 * grid.x_mps2[k], 4));
    grid.z_mps2.forEach((z, k) => expect(z).toBeCloseTo(-grid.x_mps2[k], 4));
  });

  it('leaves lost samples out, whether absent or NaN', () => {
    const samples = sampled(100, 3, (t_s) => Math.sin(7 * t_s));
    const isLost = (i: number) => i % 17 === 3 || (i > 120 && i < 180);
    const absent = recordingOf(samples.filter((_, i) => !isLost(i)));
    const marked = recordingOf(
      samples.map((sample, i) => (isLost(i) ? { ...sample, accel_mps2: LOST } : sample)),
    );
    expect(gridOf(marked)).toEqual(gridOf(absent));
    expect(gridOf(marked).x_mps2.every(Number.isFinite)).toBe(true);
  });

  it('takes a sample with one lost axis as lost', () => {
    const samples = sampled(100, 1, () => 1);
    samples[50] = { ...samples[50], accel_mps2: [1e6, NaN, 1e6] };
    expect(Math.max(...gridOf(recordingOf(samples)).x_mps2)).toBeCloseTo(1, 6);
  });

  it('leaves the recording as it was', () => {
    const recording = recordingOf(sampled(100, 1, Math.sin));
    const before = structuredClone(recording);
    evenGrid(recording);
    expect(recording).toEqual(before);
  });

  it('is null below two usable samples', () => {
    const rows = sampled(100, 0.05, () => 1);
    expect(evenGrid(recordingOf([]))).toBeNull();
    expect(evenGrid(recordingOf(rows.slice(0, 1)))).toBeNull();
    expect(
      evenGrid(recordingOf(rows.map((row, i) => (i === 2 ? row : { ...row, accel_mps2: LOST })))),
    ).toBeNull();
  });

  it('says how far apart the samples are, and in a gap how long it is', () => {
    const samples = sampled(50, 4, () => 1).filter(({ t_s }) => t_s <= 1 || t_s >= 2.5);
    const { spacing_s, interval_s } = gridOf(recordingOf(samples));
    expect(interval_s).toBeCloseTo(0.02, 9);
    expect(spacing_s[50]).toBeCloseTo(0.02, 6);
    expect(spacing_s[175]).toBeCloseTo(1.5, 6);
    expect(spacing_s[300]).toBeCloseTo(0.02, 6);
  });

  it('measures unevenness: none of a steady clock, and lost samples are none', () => {
    const random = new Random(1);
    const steady = sampled(100, 20, () => 1);
    const lossy = steady.filter(() => !random.chance(0.05));
    const uneven = steady.map((row) => ({ ...row, t_s: row.t_s + 0.002 * random.uniform(-1, 1) }));
    expect(gridOf(recordingOf(steady)).unevenness).toBeLessThan(1e-6);
    expect(gridOf(recordingOf(lossy)).unevenness).toBeLessThan(1e-6);
    // Steps between stamps that scatter evenly by ±0.2 intervals: a triangle of sd 0.16.
    expect(gridOf(recordingOf(uneven)).unevenness).toBeGreaterThan(0.12);
    expect(gridOf(recordingOf(uneven)).unevenness).toBeLessThan(0.2);
  });
});

describe("the grid's gyroscope", () => {
  const turning = (gyro: (i: number) => Sample['gyro_dps']) =>
    recordingOf(sampled(100, 4, () => 1).map((row, i) => ({ ...row, gyro_dps: gyro(i) })));

  it('keeps the angle turned', () => {
    const { gyro } = gridOf(turning((i) => [i / 100, 30, -5]));
    expect(sum(gyro?.x_dps ?? new Float64Array(0)) * GRID_STEP_S).toBeCloseTo(8, 3);
    expect(sum(gyro?.y_dps ?? new Float64Array(0)) * GRID_STEP_S).toBeCloseTo(120, 3);
  });

  it('is null without one, and where most of it is lost', () => {
    expect(gridOf(recordingOf(sampled(100, 4, () => 1))).gyro).toBeNull();
    expect(gridOf(turning((i) => (i % 3 === 0 ? [1, 1, 1] : LOST))).gyro).toBeNull();
    expect(gridOf(turning((i) => (i % 3 === 0 ? LOST : [1, 1, 1]))).gyro).not.toBeNull();
  });

  it.each([
    ['starts late', (i: number) => i >= 120],
    ['ends early', (i: number) => i < 280],
  ])('is left out where it %s: what turned meanwhile cannot be made up for', (_, isThere) => {
    expect(gridOf(turning((i) => (isThere(i) ? [1, 0, 0] : LOST))).gyro).toBeNull();
  });

  it('goes on level where it misses a moment at either end', () => {
    const random = new Random(2);
    const { gyro } = gridOf(
      turning((i) => (i >= 10 && i < 390 ? [random.uniform(-1, 1), 0, 0] : LOST)),
    );
    expect(gyro).not.toBeNull();
    expect(Math.max(...(gyro?.x_dps ?? [NaN]).map(Math.abs))).toBeLessThanOrEqual(1);
  });
});

describe('clipping', () => {
  /** Strong shaking, no two swings quite alike, cut off at the given limits. */
  function shaken(low_mps2: number, high_mps2: number, rate_Hz = 100): Float32Array {
    const random = new Random(3);
    const size_mps2 = Array.from({ length: 14 }, () => random.uniform(22, 30));
    return Float32Array.from({ length: 10 * rate_Hz }, (_, i) => {
      const cycles = (1.3 * i) / rate_Hz;
      const wave = size_mps2[Math.floor(cycles)] * Math.sin(2 * Math.PI * cycles);
      return Math.min(high_mps2, Math.max(low_mps2, wave + 0.05 * random.normal()));
    });
  }
  const SMALLEST_RANGE = Math.fround(2 * 9.80665);

  it('is found where a signal is cut off', () => {
    const level = clipLevel_mps2(shaken(-SMALLEST_RANGE, SMALLEST_RANGE));
    expect(level).toBeGreaterThan(0.99 * SMALLEST_RANGE);
    expect(level).toBeLessThanOrEqual(SMALLEST_RANGE);
  });

  it("is found at either end of a coarse part's range, where counts go one further down than up", () => {
    const step_mps2 = SMALLEST_RANGE / 512;
    const high_mps2 = SMALLEST_RANGE - step_mps2;
    expect(clipLevel_mps2(shaken(-5, high_mps2))).toBeLessThanOrEqual(Math.fround(high_mps2));
    const once = shaken(-5, high_mps2);
    once[once.indexOf(-5)] = -SMALLEST_RANGE;
    expect(clipLevel_mps2(once)).toBeLessThanOrEqual(Math.fround(high_mps2));
  });

  it('is not found in strong motion that is not cut off', () => {
    for (const rate_Hz of [50, 100, 200]) {
      expect(clipLevel_mps2(shaken(-Infinity, Infinity, rate_Hz))).toBe(Infinity);
    }
  });

  it('is not found in a quiet sensor that repeats itself below any range, nor in one spike', () => {
    expect(clipLevel_mps2(new Float32Array(100).fill(9.81))).toBe(Infinity);
    expect(clipLevel_mps2(Float32Array.of(0, 9.8, 60, 9.8, 9.7))).toBe(Infinity);
    expect(clipLevel_mps2(new Float32Array(0))).toBe(Infinity);
  });

  it('passes over lost values', () => {
    const column = shaken(-SMALLEST_RANGE, SMALLEST_RANGE);
    column[0] = column[500] = NaN;
    expect(clipLevel_mps2(column)).toBeLessThan(Infinity);
  });

  it('marks the cells about the samples that were cut off, and no others', () => {
    const samples = sampled(100, 3, () => 1).map((row): Sample => {
      const hit = row.t_s > 1.495 && row.t_s < 1.555;
      return { ...row, accel_mps2: [hit ? -40 : 1, 0, 9.81] };
    });
    const { clipped } = gridOf(recordingOf(samples));
    expect([...clipped.subarray(149, 156)]).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(sum(Float64Array.from(clipped))).toBeLessThanOrEqual(9);
  });
});
