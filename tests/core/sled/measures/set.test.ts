import { describe, expect, it } from 'vitest';
import { SENSOR_GRADES } from '../../../../src/lib/core/simulate/sensor';
import { inclineSd_deg } from '../../../../src/lib/core/sled/measures/incline';
import { expectHonest, ridden, riddenKinds } from './ridden';

const sets = riddenKinds(8);
const deviation = (found: number | null, truth: number, sd: number | null) => ({
  error: (found ?? NaN) - truth,
  sd: sd ?? NaN,
});

describe('the standard deviation', () => {
  it('of the time under tension is honest', () => {
    expectHonest(
      sets.map(({ report, truth }) => {
        const true_s = truth.reps.reduce((sum, { tension }) => sum + tension.duration_s, 0);
        const { timeUnderTension_s, timeUnderTensionSd_s } = report.set;
        return deviation(timeUnderTension_s, true_s, timeUnderTensionSd_s);
      }),
      32,
    );
  });

  it('of the velocity loss is honest', () => {
    expectHonest(
      sets.map(({ report, truth }) => {
        const speeds_mps = truth.reps.map(({ press }) => press.mean_mps);
        const fastest_mps = Math.max(...speeds_mps);
        const loss = (fastest_mps - speeds_mps[speeds_mps.length - 1]) / fastest_mps;
        return deviation(report.set.velocityLoss, loss, report.set.velocityLossSd);
      }),
      32,
      // What errs alike in both reps cancels, and nobody can say how much of it that is.
      10,
    );
  });

  it('of the incline is honest, whatever the sensor’s offset', () => {
    const grades = [SENSOR_GRADES.good100, SENSOR_GRADES.mid50, SENSOR_GRADES.slow25];
    const inclines = grades.flatMap((grade) =>
      Array.from({ length: 12 }, (_, seed) => {
        const { report, truth } = ridden(seed + 1, { reps: 3 }, { ...grade, loss: 0 });
        const { incline_deg, inclineSd_deg } = report.rail;
        return deviation(incline_deg, truth.incline_deg, inclineSd_deg);
      }),
    );
    expectHonest(inclines, 36);
  });
});

it('is surer of the incline the nearer the sensor reads to 9.81 m/s²', () => {
  expect(inclineSd_deg([0, 0, 9.80665])).toBeGreaterThan(0.5);
  expect(inclineSd_deg([0, 0, 10.2])).toBeGreaterThan(2 * inclineSd_deg([0, 0, 9.80665]));
});
