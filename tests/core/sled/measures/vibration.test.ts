import { describe, expect, it } from 'vitest';
import { meanVibration } from '../../../../src/lib/core/sled/measures/vibration';
import { expectHonest, ridden, riddenKinds, type RiddenSet } from './ridden';

const deviations = (sets: RiddenSet[]) =>
  sets.flatMap(({ reps }) =>
    reps.flatMap(({ truth, rep }) =>
      rep.vibration
        ? [
            {
              error: rep.vibration.rms_mps2 - truth.vibration.rms_mps2,
              sd: rep.vibration.rmsSd_mps2,
            },
          ]
        : [],
    ),
  );

describe('the vibration of rolling', () => {
  it.each([100, 200, 400])('has an honest standard deviation at %i Hz', (rate_Hz) => {
    expectHonest(deviations(riddenKinds(4, {}, { rate_Hz })));
  });

  it('grows as the rail is rougher, and is little on a smooth one', () => {
    const levels = [0, 0.1, 0.4].map((rolling_mps2) => {
      const { report } = ridden(3, { rolling_mps2, knocks: 0 });
      return report.set.vibration?.rms_mps2 ?? NaN;
    });
    expect(levels[0]).toBeLessThan(0.05);
    expect(levels[1]).toBeGreaterThan(1.5 * levels[0]);
    // The squares of what is independent add up: four times the rolling, sixteen times the power above the rest.
    const [smooth, little, rough] = levels.map((level) => level ** 2);
    expect((rough - smooth) / (little - smooth)).toBeGreaterThan(14);
    expect((rough - smooth) / (little - smooth)).toBeLessThan(18);
  });

  it('is not known from a slow sensor', () => {
    const { report } = ridden(1, {}, { rate_Hz: 50 });
    for (const { vibration } of report.reps) expect(vibration).toBeNull();
    expect(report.set.vibration).toBeNull();
  });

  it('of a set lies among those of its reps', () => {
    const { report } = ridden(2);
    const levels = report.reps.map(({ vibration }) => vibration?.rms_mps2 ?? NaN);
    const { rms_mps2 } = meanVibration(report.reps) ?? { rms_mps2: NaN };
    expect(rms_mps2).toBeGreaterThan(Math.min(...levels));
    expect(rms_mps2).toBeLessThan(Math.max(...levels));
    expect(report.set.vibration?.rms_mps2).toBe(rms_mps2);
  });
});
