import { describe, expect, it } from 'vitest';
import { lowPass } from '../../../src/lib/core/signal/low-pass';
import { GRID_STEP_S } from '../../../src/lib/core/signal/even-grid';

const CUTOFF_RADPS = 2;
const CELLS = 6000;

function wave(rate_radps: number): Float64Array {
  return Float64Array.from({ length: CELLS }, (_, k) => Math.sin(rate_radps * k * GRID_STEP_S));
}

/** Share of a wave that passes, away from the ends: its part in step with the wave, and the rest. */
function passing(rate_radps: number): { inStep: number; rest: number } {
  const before = wave(rate_radps).subarray(1500, 4500);
  const after = lowPass(wave(rate_radps), CUTOFF_RADPS).subarray(1500, 4500);
  const power = before.reduce((sum, value) => sum + value * value, 0);
  const inStep = after.reduce((sum, value, k) => sum + value * before[k], 0) / power;
  return {
    inStep,
    rest: Math.max(...after.map((value, k) => Math.abs(value - inStep * before[k]))),
  };
}

describe('lowPass', () => {
  it('leaves zeros zero and constants constant', () => {
    expect(lowPass(new Float64Array(50), CUTOFF_RADPS)).toEqual(new Float64Array(50));
    for (const value of lowPass(new Float64Array(50).fill(9.8), CUTOFF_RADPS)) {
      expect(value).toBeCloseTo(9.8, 12);
    }
  });

  it.each([0.3, 0.5, 1, 2, 4, 8])(
    'passes a third-order share at %d of the cutoff, undelayed',
    (share) => {
      const { inStep, rest } = passing(share * CUTOFF_RADPS);
      expect(inStep).toBeCloseTo(1 / (1 + share ** 6), 3);
      expect(rest).toBeLessThan(2e-3);
    },
  );

  it('leaves a straight line straight, away from the ends', () => {
    const line = Float64Array.from({ length: CELLS }, (_, k) => 0.01 * k);
    const passed = lowPass(line, CUTOFF_RADPS);
    for (let k = 1500; k < 4500; k += 100) expect(passed[k]).toBeCloseTo(line[k], 4);
  });

  it('is linear, and the same backwards', () => {
    const one = wave(1.3).map((value, k) => value + (k % 7));
    const other = wave(5);
    const both = lowPass(
      one.map((value, k) => 2 * value - other[k]),
      CUTOFF_RADPS,
    );
    const apart = [lowPass(one, CUTOFF_RADPS), lowPass(other, CUTOFF_RADPS)];
    both.forEach((value, k) => expect(value).toBeCloseTo(2 * apart[0][k] - apart[1][k], 9));
    const backwards = lowPass(one.slice().reverse(), CUTOFF_RADPS).reverse();
    for (let k = 1500; k < 4500; k += 100) expect(backwards[k]).toBeCloseTo(apart[0][k], 4);
  });

  it('leaves its input as it was', () => {
    const values = wave(1);
    lowPass(values, CUTOFF_RADPS);
    expect(values).toEqual(wave(1));
  });

  it('takes a record shorter than its memory, or none', () => {
    expect(lowPass(Float64Array.of(1, 1, 1), 0.1)).toHaveLength(3);
    expect(lowPass(new Float64Array(0), 0.1)).toHaveLength(0);
  });
});
