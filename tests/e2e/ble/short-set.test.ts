import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/lib/core/sled/analyse';
import { shortSet } from './play';

const SEED = 1;
const MOST_s = 17;

describe('the set that emulated sensors play', () => {
  it.each([
    // Rate, range, resolution, gyroscope, and how far a depth may be off.
    { rate_Hz: 10, range_g: 8, resolution_mps2: 0.06, hasGyro: false, within_m: 0.1 },
    { rate_Hz: 25, range_g: 8, resolution_mps2: 0.01, hasGyro: false, within_m: 0.03 },
    { rate_Hz: 50, range_g: 2, resolution_mps2: 0.01, hasGyro: false, within_m: 0.03 },
    { rate_Hz: 52, range_g: 8, resolution_mps2: 0.0024, hasGyro: true, within_m: 0.03 },
    { rate_Hz: 100, range_g: 16, resolution_mps2: 0.005, hasGyro: true, within_m: 0.03 },
    { rate_Hz: 200, range_g: 16, resolution_mps2: 0.005, hasGyro: true, within_m: 0.03 },
  ])('is read right at $rate_Hz Hz without a radio', ({ within_m, ...part }) => {
    const { recording, truth } = shortSet(part, { seed: SEED, set: {} });
    expect(recording.t_s[recording.length - 1]).toBeLessThan(MOST_s);
    const { reps } = analyse(recording);
    expect(reps.map(({ kind }) => kind)).toEqual(truth.reps.map(() => 'full'));
    truth.reps.forEach(({ depth_m }, i) => {
      expect(Math.abs(reps[i].depth_m - depth_m)).toBeLessThan(within_m);
    });
  });
});
