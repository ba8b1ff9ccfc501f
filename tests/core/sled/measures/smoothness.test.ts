import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '../../../../src/lib/core/gravity';
import type { LowerShape } from '../../../../src/lib/core/simulate/profile';
import { expectHonest, ridden, riddenKinds } from './ridden';

const sets = riddenKinds(4);
const lowerings = sets.flatMap(({ reps, truth: { incline_deg } }) =>
  reps.flatMap(({ truth, rep }) =>
    truth.lowering && rep.lowering
      ? [{ truth: truth.lowering, found: rep.lowering, incline_deg }]
      : [],
  ),
);

describe('the lowering', () => {
  it('has an honest ratio of peak to mean speed', () => {
    expectHonest(
      lowerings.map(({ truth, found }) => ({
        error: found.peakRatio - truth.peakRatio,
        sd: found.peakRatioSd,
      })),
    );
  });

  it('has an honest place of the peak', () => {
    expectHonest(
      lowerings.map(({ truth, found }) => ({
        error: found.beforePeak - truth.beforePeak,
        sd: found.beforePeakSd,
      })),
    );
  });

  it('has an honest drop, in m/s² and as a share of free fall', () => {
    expectHonest(
      lowerings.map(({ truth, found }) => ({
        error: found.drop_mps2 - truth.drop_mps2,
        sd: found.dropSd_mps2,
      })),
    );
    expectHonest(
      lowerings.map(({ truth, found, incline_deg }) => {
        const pull_mps2 = GRAVITY_MPS2 * Math.sin((incline_deg * Math.PI) / 180);
        return {
          error: (found.freeFall ?? NaN) - truth.drop_mps2 / pull_mps2,
          sd: found.freeFallSd ?? NaN,
        };
      }),
    );
  });

  it('tells an even one from one that is dropped and caught late', () => {
    const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const [steady, drop] = (['steady', 'drop'] as const).map((shape: LowerShape) => {
      const set = { lowerShapes: [shape], lower_s: 1.5, ripple: 0.02, tempoVariation: 0.02 };
      return ridden(5, set).reps.flatMap(({ rep }) => rep.lowering ?? []);
    });
    expect(mean(drop.map(({ peakRatio }) => peakRatio))).toBeGreaterThan(
      1.2 * mean(steady.map(({ peakRatio }) => peakRatio)),
    );
    expect(mean(drop.map(({ beforePeak }) => beforePeak))).toBeGreaterThan(0.55);
  });

  it('is no share of free fall on a level rail', () => {
    for (const { rep } of ridden(1, { incline_deg: 2 }).reps) {
      expect(rep.lowering).toMatchObject({ freeFall: null, freeFallSd: null });
    }
  });
});
