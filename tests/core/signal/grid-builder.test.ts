import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingOf, type Recording, type Sample } from '../../../src/lib/core/recording';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import { GridBuilder } from '../../../src/lib/core/signal/grid-builder';
import { Random } from '../../../src/lib/core/simulate/random';
import { sampled, trapezoids } from './sampled';

const LOST: Sample['accel_mps2'] = [NaN, NaN, NaN];
const G_MPS2 = 9.81;

function builtFrom(recording: Recording): GridBuilder {
  const grid = new GridBuilder();
  for (let i = 0; i < recording.length; i++) grid.take(recording, i);
  return grid;
}

/** What is known of every complete cell, by name. */
function cellsOf({ length, channels, ...grid }: GridBuilder): Record<string, number[]> {
  const cut = (column: ArrayLike<number>) => Array.from({ length }, (_, k) => column[k]);
  const [x_mps2, y_mps2, z_mps2, x_dps, y_dps, z_dps] = channels.map(cut);
  return {
    ...{ x_mps2, y_mps2, z_mps2, x_dps, y_dps, z_dps },
    spacing_s: cut(grid.spacing_s),
    interval_s: cut(grid.interval_s),
    unevenness: cut(grid.unevenness),
    roughness_m2ps4: cut(grid.roughness_m2ps4),
    samples: cut(grid.samples),
    clipped: cut(grid.clipped),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Samples at any rate from 10 to 2000 Hz, with any jitter and origin. */
const arbitrarySamples: fc.Arbitrary<Sample[]> = fc
  .tuple(
    fc.array(
      fc.record({
        step_s: fc.double({ min: 0.0005, max: 0.1, noNaN: true }),
        x: fc.double({ min: -4, max: 4, noNaN: true }),
      }),
      { minLength: 2, maxLength: 60 },
    ),
    fc.double({ min: -1000, max: 1000, noNaN: true }),
  )
  .map(([rows, origin_s]) => {
    let t_s = origin_s;
    return rows.map(({ step_s, x }) => ({
      t_s: (t_s += step_s),
      accel_mps2: [x, 0, G_MPS2],
      gyro_dps: [2 * x, 0, 1],
    }));
  });

describe('the cells of a growing grid', () => {
  it('keep the integral of the samples, at any rate and spacing', () => {
    fc.assert(
      fc.property(arbitrarySamples, (samples) => {
        const recording = recordingOf(samples);
        const grid = builtFrom(recording);
        const { x_mps2, x_dps } = cellsOf(grid);
        const end_s = grid.start_s + grid.length * GRID_STEP_S;
        const integral = trapezoids(recording.t_s, recording.accel_mps2.x, end_s);
        expect(Math.abs(sum(x_mps2) * GRID_STEP_S - integral)).toBeLessThan(1e-6);
        expect(Math.abs(sum(x_dps) * GRID_STEP_S - 2 * integral)).toBeLessThan(1e-4);
      }),
    );
  });

  it('reach from the first sample to within a cell of the last', () => {
    fc.assert(
      fc.property(arbitrarySamples, (samples) => {
        const grid = builtFrom(recordingOf(samples));
        expect(grid.start_s).toBe(samples[0].t_s);
        expect(grid.last_s).toBe(samples[samples.length - 1].t_s);
        const rest_s = grid.last_s - (grid.start_s + grid.length * GRID_STEP_S);
        expect(rest_s).toBeGreaterThan(-1e-9);
        expect(rest_s).toBeLessThan(GRID_STEP_S + 1e-9);
      }),
    );
  });

  it('never change, whatever samples come later', () => {
    fc.assert(
      fc.property(arbitrarySamples, fc.nat(60), (samples, count) => {
        const recording = recordingOf(samples);
        const early = cellsOf(builtFrom(recordingOf(samples.slice(0, count))));
        const late = cellsOf(builtFrom(recording));
        for (const [name, column] of Object.entries(early)) {
          expect(late[name].slice(0, column.length), name).toEqual(column);
        }
      }),
    );
  });

  it.each([10, 33, 100, 400])('give a straight line back at %i Hz', (rate_Hz) => {
    const { x_mps2, y_mps2, z_mps2 } = cellsOf(
      builtFrom(recordingOf(sampled(rate_Hz, 2, (t_s) => 3 * t_s - 1))),
    );
    x_mps2.forEach((x, k) => expect(x).toBeCloseTo(3 * (k + 0.5) * GRID_STEP_S - 1, 4));
    y_mps2.forEach((y, k) => expect(y).toBeCloseTo(2 * x_mps2[k], 4));
    z_mps2.forEach((z, k) => expect(z).toBeCloseTo(-x_mps2[k], 4));
  });

  it('keep zeros zero', () => {
    const { x_mps2, y_mps2, roughness_m2ps4 } = cellsOf(
      builtFrom(recordingOf(sampled(100, 3, () => 0))),
    );
    for (const column of [x_mps2, y_mps2, roughness_m2ps4]) {
      expect(column.every((value) => value === 0)).toBe(true);
    }
  });

  it('are not there before two usable samples are', () => {
    const rows = sampled(100, 0.05, () => 1);
    const oneLeft = rows.map((row, i) => (i === 2 ? row : { ...row, accel_mps2: LOST }));
    for (const samples of [[], rows.slice(0, 1), oneLeft]) {
      expect(builtFrom(recordingOf(samples)).length).toBe(0);
    }
    expect(builtFrom(recordingOf([])).start_s).toBeNaN();
  });

  it('leave the recording as it was', () => {
    const recording = recordingOf(sampled(100, 1, Math.sin));
    const before = structuredClone(recording);
    builtFrom(recording);
    expect(recording).toEqual(before);
  });

  it('have room for an hour', () => {
    const grid = builtFrom(recordingOf(sampled(20, 3600, () => 1)));
    expect(grid.length).toBeGreaterThan(359_990);
    expect(cellsOf(grid).x_mps2.every((x) => Math.abs(x - 1) < 1e-9)).toBe(true);
  });
});

describe('lost samples', () => {
  const samples = sampled(100, 3, (t_s) => Math.sin(7 * t_s));
  const isLost = (i: number) => i % 17 === 3 || (i > 120 && i < 180);

  it('are left out, whether absent or NaN', () => {
    const absent = cellsOf(builtFrom(recordingOf(samples.filter((_, i) => !isLost(i)))));
    const marked = cellsOf(
      builtFrom(
        recordingOf(samples.map((row, i) => (isLost(i) ? { ...row, accel_mps2: LOST } : row))),
      ),
    );
    expect(marked).toEqual(absent);
    expect(marked.x_mps2.every(Number.isFinite)).toBe(true);
    expect(marked.roughness_m2ps4.every(Number.isFinite)).toBe(true);
  });

  it('are lost with one axis', () => {
    const rows = sampled(100, 1, () => 1);
    rows[50] = { ...rows[50], accel_mps2: [1e6, NaN, 1e6] };
    expect(Math.max(...cellsOf(builtFrom(recordingOf(rows))).x_mps2)).toBeCloseTo(1, 6);
  });

  it('of the gyroscope alone darken the cells beside them, and no others', () => {
    const rows = samples.map((row, i): Sample => ({
      ...row,
      gyro_dps: i === 100 ? LOST : [1, 2, 3],
    }));
    const { x_mps2, x_dps, z_dps } = cellsOf(builtFrom(recordingOf(rows)));
    const dark = x_dps.flatMap((value, k) => (Number.isNaN(value) ? [k] : []));
    expect(dark.length).toBeGreaterThan(0);
    for (const k of dark) expect(Math.abs(k - 99.5)).toBeLessThanOrEqual(1.5);
    expect(z_dps.filter(Number.isFinite).every((value) => Math.abs(value - 3) < 1e-9)).toBe(true);
    expect(x_mps2.every(Number.isFinite)).toBe(true);
  });

  it('a sensor without a gyroscope has no angular rate', () => {
    const { x_dps, y_dps, z_dps } = cellsOf(builtFrom(recordingOf(samples)));
    expect([...x_dps, ...y_dps, ...z_dps].every(Number.isNaN)).toBe(true);
  });
});

describe('a sample far from those around it', () => {
  const calm = sampled(100, 3, (t_s) => Math.sin(7 * t_s));
  const withAt = (values: Record<number, number>) =>
    calm.map((row, i): Sample => ({ ...row, accel_mps2: [values[i] ?? row.accel_mps2[0], 0, G_MPS2] })); // prettier-ignore

  it('is wild where all is calm, and passed over', () => {
    const without = builtFrom(recordingOf(withAt({}).filter((_, i) => i !== 150)));
    expect(cellsOf(builtFrom(recordingOf(withAt({ 150: 30 }))))).toEqual(cellsOf(without));
  });

  it('is part of it where the sled rings after a blow', () => {
    // A stop hit at 30 Hz, as a sensor felt it: two of its peaks jump away from neighbours that agree.
    const blow_mps2 = [4.8, -6.2, -4.6, 11.9, -3, -3.3, 2.6, 0.4];
    const rows = withAt(Object.fromEntries(blow_mps2.map((x, k) => [150 + k, x])));
    const grid = builtFrom(recordingOf(rows));
    const end_s = grid.start_s + grid.length * GRID_STEP_S;
    const all = recordingOf(rows);
    const integral = trapezoids(all.t_s, all.accel_mps2.x, end_s);
    expect(sum(cellsOf(grid).x_mps2) * GRID_STEP_S).toBeCloseTo(integral, 6);
  });
});

describe('what a cell tells of the samples', () => {
  it('is how far apart they are, and in a gap how long it is', () => {
    const rows = sampled(50, 4, () => 1).filter(({ t_s }) => t_s <= 1 || t_s >= 2.5);
    const { spacing_s, interval_s } = cellsOf(builtFrom(recordingOf(rows)));
    for (const [k, expected_s] of [
      [50, 0.02],
      [175, 1.5],
      [300, 0.02],
    ]) {
      // prettier-ignore
      expect(spacing_s[k]).toBeCloseTo(expected_s, 6);
    }
    for (const value of interval_s) expect(value).toBeCloseTo(0.02, 6);
  });

  it.each([
    ['a steady clock', (t_s: number) => t_s, 0, 1e-5],
    ['a clock that is uneven by up to a fifth of its interval', uneven(), 0.13, 0.21],
  ])('is unevenness: %s', (_, clock, low, high) => {
    const rows = sampled(100, 20, () => 1).map((row) => ({ ...row, t_s: clock(row.t_s) }));
    const { unevenness } = cellsOf(builtFrom(recordingOf(rows)));
    expect(mean(unevenness)).toBeGreaterThanOrEqual(low);
    expect(mean(unevenness)).toBeLessThan(high);
  });

  it('lost samples are no unevenness', () => {
    const random = new Random(1);
    const rows = sampled(100, 20, () => 1).filter(() => !random.chance(0.05));
    const { unevenness } = cellsOf(builtFrom(recordingOf(rows)));
    expect(Math.max(...unevenness)).toBeLessThan(1e-5);
  });

  it('counts the samples, each once', () => {
    fc.assert(
      fc.property(arbitrarySamples, (samples) => {
        const grid = builtFrom(recordingOf(samples));
        const counted = sum(cellsOf(grid).samples);
        expect(counted).toBeLessThanOrEqual(samples.length - 2);
        const inLast = samples.filter(({ t_s }) => t_s >= grid.last_s - 2 * GRID_STEP_S).length;
        expect(counted).toBeGreaterThanOrEqual(samples.length - 2 - inLast);
      }),
    );
  });
});

/** A clock whose stamps scatter evenly by a fifth of 10 ms: their steps by a triangle of sd 0.16 intervals. */
function uneven(): (t_s: number) => number {
  const random = new Random(2);
  return (t_s) => t_s + 0.002 * random.uniform(-1, 1);
}

describe('roughness', () => {
  const perSample = (samples: Sample[]) => {
    const { roughness_m2ps4, samples: counts } = cellsOf(builtFrom(recordingOf(samples)));
    return sum(roughness_m2ps4.slice(10)) / sum(counts.slice(10));
  };
  const noisy = (sd_mps2: number, signal = (t_s: number) => 0 * t_s): Sample[] => {
    const random = new Random(3);
    const one = (mean_mps2: number) => mean_mps2 + sd_mps2 * random.normal();
    return sampled(100, 40, signal).map(({ t_s, accel_mps2: [x, y, z] }) => ({
      t_s,
      accel_mps2: [one(x), one(y), one(z)],
    }));
  };

  it("of white noise is the three axes' variance", () => {
    for (const sd_mps2 of [0.01, 0.3]) {
      expect(perSample(noisy(sd_mps2)) / (3 * sd_mps2 ** 2)).toBeCloseTo(1, 0.9);
    }
  });

  it('is not moved by what changes evenly', () => {
    const still = perSample(noisy(0.02));
    expect(perSample(noisy(0.02, (t_s) => 5 - 0.2 * t_s)) / still).toBeCloseTo(1, 3);
    expect(perSample(sampled(100, 4, (t_s) => 3 * t_s))).toBeLessThan(1e-9);
  });

  it('is nothing in a sensor at rest, from its first samples on', () => {
    const { roughness_m2ps4 } = cellsOf(builtFrom(recordingOf(sampled(100, 1, () => G_MPS2))));
    expect(Math.max(...roughness_m2ps4)).toBeLessThan(1e-9);
  });

  it.each([
    [
      'of a clock that is uneven',
      (row: Sample, i: number) => [{ ...row, t_s: row.t_s + (i % 2) * 0.004 }],
    ],
    ['where samples are lost', (row: Sample, i: number) => (i % 10 === 4 ? [] : [row])],
  ])('is no more where the force changes evenly, %s', (_, taken) => {
    const ramp = (t_s: number) => 10 * t_s;
    const rows = sampled(100, 2, () => 0)
      .flatMap(taken)
      .map(({ t_s }): Sample => ({ t_s, accel_mps2: [ramp(t_s), 0, 0] }));
    expect(perSample(rows)).toBeLessThan(1e-6);
  });

  it('belongs to the moment it was felt in', () => {
    const rows = sampled(100, 3, () => 0);
    rows[150] = { ...rows[150], accel_mps2: [1, 0, 0] };
    const { roughness_m2ps4 } = cellsOf(builtFrom(recordingOf(rows)));
    const rough = roughness_m2ps4.flatMap((value, k) => (value > 0 ? [k] : []));
    for (const k of rough) expect(Math.abs(k - 150)).toBeLessThanOrEqual(3);
    expect(sum(roughness_m2ps4)).toBeCloseTo((1 + 4 + 1) / 6, 6);
  });
});

describe('clipping', () => {
  const SMALLEST_RANGE = Math.fround(2 * 9.80665);

  /** Strong shaking on x, no two swings quite alike, cut off at the given limits. */
  function shaken(low_mps2: number, high_mps2: number, rate_Hz = 100): Sample[] {
    const random = new Random(3);
    const size_mps2 = Array.from({ length: 14 }, () => random.uniform(22, 30));
    return Array.from({ length: 10 * rate_Hz }, (_, i) => {
      const cycles = (1.3 * i) / rate_Hz;
      const wave = size_mps2[Math.floor(cycles)] * Math.sin(2 * Math.PI * cycles);
      const x = Math.min(high_mps2, Math.max(low_mps2, wave + 0.05 * random.normal()));
      return { t_s: i / rate_Hz, accel_mps2: [x, 0, G_MPS2] };
    });
  }
  const clippedShare = (samples: Sample[]) =>
    mean(cellsOf(builtFrom(recordingOf(samples))).clipped);

  it.each([
    ['both ends', -SMALLEST_RANGE, SMALLEST_RANGE],
    ['the upper end', -Infinity, SMALLEST_RANGE],
    ['the lower end', -SMALLEST_RANGE, Infinity],
    ['ends one count apart, as a coarse part has them', -SMALLEST_RANGE, SMALLEST_RANGE * (511 / 512)], // prettier-ignore
  ])('is found at %s', (_, low_mps2, high_mps2) => {
    const samples = shaken(low_mps2, high_mps2);
    const cut = samples.filter(({ accel_mps2: [x] }) => x === low_mps2 || x === high_mps2);
    const share = clippedShare(samples);
    expect(share).toBeGreaterThan(0.9 * (cut.length / samples.length));
    expect(share).toBeLessThan(1.5 * (cut.length / samples.length));
  });

  it('is not found in strong motion that is not cut off', () => {
    for (const rate_Hz of [50, 100, 200]) {
      expect(clippedShare(shaken(-Infinity, Infinity, rate_Hz))).toBe(0);
    }
  });

  it('is not found in a quiet sensor that repeats itself below any range, nor in one spike', () => {
    expect(clippedShare(sampled(100, 2, () => 9.81 / 2))).toBe(0);
    const spike = sampled(100, 1, () => 1);
    spike[40] = { ...spike[40], accel_mps2: [60, 1, 9.8] };
    expect(clippedShare(spike)).toBe(0);
  });

  it('is marked on the cells beside a sample that was cut off, and no others', () => {
    // A single sample that far off would be wild: each time it is cut off for two.
    const isHit = (t_s: number) =>
      [0.3, 0.31, 1.5, 1.51].some((at_s) => Math.abs(t_s - at_s) < 1e-6);
    const rows = sampled(100, 3, () => 1).map((row): Sample => ({
      ...row,
      accel_mps2: [isHit(row.t_s) ? -40 : 1, 0, 9.81],
    }));
    const { clipped } = cellsOf(builtFrom(recordingOf(rows)));
    expect(clipped.slice(149, 152)).toEqual([1, 1, 1]);
    clipped.slice(75).forEach((mark, i) => {
      if (mark) expect(Math.abs(i + 75 - 150)).toBeLessThanOrEqual(2);
    });
  });
});
