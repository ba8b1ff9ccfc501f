import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../src/lib/core/recording';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';
import {
  axisErrors,
  withoutErrors,
  type AxisErrors,
  type Known,
  type Reading,
} from '../../../src/lib/core/sled/axis-errors';
import { GRAVITY_MPS2 } from '../path';

const CELLS = 6000;
/** A hand that turns a sensor about in one place, and one that swings it up and down as well. */
const IN_PLACE_M = 0;
const SWINGING_M = 0.2;
const RATE_RADPS = 3;

/** Up as a sensor sees it that rocks widely about two axes, at rates that have nothing to do with its motion. */
function upAt(t_s: number): Vector3 {
  const [a, b] = [1.2 * Math.sin(0.7 * t_s), 1.2 * Math.sin(1.1 * t_s + 1)];
  return [Math.sin(a), Math.cos(a) * Math.sin(b), Math.cos(a) * Math.cos(b)];
}

const accelAt_mps2 = (t_s: number, swing_m: number) =>
  -swing_m * RATE_RADPS ** 2 * Math.sin(RATE_RADPS * t_s);

/** What a sensor with such errors reads of a hand that swings so far. */
function readingOf({ offset_mps2, scale }: AxisErrors, swing_m: number): Reading {
  const column = (value: (t_s: number) => number) =>
    Float64Array.from({ length: CELLS }, (_, k) => value((k + 0.5) * GRID_STEP_S));
  const axes = [0, 1, 2] as const;
  const [upX, upY, upZ] = axes.map((axis) => column((t_s) => upAt(t_s)[axis]));
  const [x, y, z] = axes.map((axis) =>
    column((t_s) => {
      const truth_mps2 = upAt(t_s)[axis] * (GRAVITY_MPS2 + accelAt_mps2(t_s, swing_m));
      return truth_mps2 * (1 + scale[axis]) + offset_mps2[axis];
    }),
  );
  const accel_mps2 = x.map((_, k) => x[k] * upX[k] + y[k] * upY[k] + z[k] * upZ[k] - GRAVITY_MPS2);
  const noise_m2ps3 = new Float64Array(CELLS).fill(1e-6);
  return { accel_mps2, noise_m2ps3, force: [x, y, z], up: [upX, upY, upZ] };
}

const edges = (sd: number) => new Float64Array(CELLS + 1).fill(sd);
const RESTS: Known = { restSd_mps: edges(0.05), placeSd_m: edges(Infinity) };
const IN_REACH: Known = { restSd_mps: edges(Infinity), placeSd_m: edges(2) };
const NONE: AxisErrors = { offset_mps2: [0, 0, 0], scale: [0, 0, 0] };
const SOME: AxisErrors = { offset_mps2: [0.15, -0.1, 0.05], scale: [0.01, -0.015, 0.02] };

/** Root mean square error of the acceleration, its mean left out: that says nothing of an axis. */
function wrongBy_mps2(accel_mps2: Float64Array, swing_m: number): number {
  const errors = accel_mps2.map((a, k) => a - accelAt_mps2((k + 0.5) * GRID_STEP_S, swing_m));
  const mean = errors.reduce((sum, error) => sum + error, 0) / CELLS;
  return Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / CELLS);
}

describe('axisErrors', () => {
  const offsets = { ...NONE, offset_mps2: SOME.offset_mps2 };

  it.each([
    ['offsets', offsets],
    ['scales', { ...NONE, scale: SOME.scale }],
    ['both', SOME],
  ])('finds what the axes read too much where a sensor is turned about: %s', (_, errors) => {
    const reading = readingOf(errors, IN_PLACE_M);
    const right_mps2 = withoutErrors(reading, axisErrors(reading, RESTS));
    expect(wrongBy_mps2(reading.accel_mps2, IN_PLACE_M)).toBeGreaterThan(0.05);
    expect(wrongBy_mps2(right_mps2, IN_PLACE_M)).toBeLessThan(0.005);
  });

  it('finds the offsets of a sensor of which no more is known than that it stays in reach', () => {
    const reading = readingOf(offsets, SWINGING_M);
    const right_mps2 = withoutErrors(reading, axisErrors(reading, IN_REACH));
    expect(wrongBy_mps2(reading.accel_mps2, SWINGING_M)).toBeGreaterThan(0.1);
    expect(wrongBy_mps2(right_mps2, SWINGING_M)).toBeLessThan(0.01);
  });

  it.each([
    ['in place', IN_PLACE_M, RESTS],
    ['swinging', SWINGING_M, IN_REACH],
  ])('finds next to nothing wrong where nothing is, %s', (_, swing_m, known) => {
    const { offset_mps2, scale } = axisErrors(readingOf(NONE, swing_m), known);
    for (const offset of offset_mps2) expect(Math.abs(offset)).toBeLessThan(0.01);
    for (const share of scale) expect(Math.abs(share)).toBeLessThan(0.002);
  });

  it('says nothing of axes that never turn into the vertical', () => {
    const [x, z] = [new Float64Array(CELLS), new Float64Array(CELLS).fill(1)];
    const reading: Reading = { ...readingOf(NONE, SWINGING_M), up: [x, x, z] };
    const { offset_mps2, scale } = axisErrors(reading, IN_REACH);
    expect([...offset_mps2.slice(0, 2), ...scale.slice(0, 2)]).toEqual([0, 0, 0, 0]);
  });

  it('does not believe a stretch in which samples are lost', () => {
    const reading = readingOf(offsets, SWINGING_M);
    const accel_mps2 = reading.accel_mps2.slice().fill(2, 3000, 3050);
    const noise_m2ps3 = reading.noise_m2ps3.slice().fill(1, 3000, 3050);
    const errors = axisErrors({ ...reading, accel_mps2, noise_m2ps3 }, IN_REACH);
    expect(wrongBy_mps2(withoutErrors(reading, errors), SWINGING_M)).toBeLessThan(0.02);
  });
});

describe('withoutErrors', () => {
  it('leaves what it is given as it was, and without errors changes nothing', () => {
    const reading = readingOf(SOME, SWINGING_M);
    const before = structuredClone(reading);
    expect(withoutErrors(reading, NONE)).toEqual(reading.accel_mps2);
    withoutErrors(reading, SOME);
    expect(reading).toEqual(before);
  });
});
