import { describe, expect, it } from 'vitest';
import { noiseDensity } from '../../../src/lib/core/sled/noise';
import { gridOf } from '../path';

const CELLS = 400;

/** Noise of a motion to and fro at 1 m/s², by a sensor that samples so often. */
function noiseAt(interval_s: number, spacing_s = interval_s): Float64Array {
  const accel_mps2 = Float64Array.from({ length: CELLS }, (_, k) => Math.sin(0.05 * k));
  const grid = gridOf(Array.from(accel_mps2, (a) => [a, 0, 0]));
  const sampled = { ...grid, interval_s, spacing_s: grid.spacing_s.map(() => spacing_s) };
  return noiseDensity(sampled, accel_mps2);
}

describe('noiseDensity', () => {
  it('takes no sample of a fast sensor for lost', () => {
    const [fast, plain] = [noiseAt(1 / 400), noiseAt(1 / 100)];
    for (let k = 0; k < CELLS; k++) expect(fast[k]).toBeLessThanOrEqual(plain[k]);
  });

  it('is more where samples are lost', () => {
    const [lost, plain] = [noiseAt(1 / 100, 1 / 20), noiseAt(1 / 100)];
    for (let k = 0; k < CELLS; k++) expect(lost[k]).toBeGreaterThan(3 * plain[k]);
  });
});
