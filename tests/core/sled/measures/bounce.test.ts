import { describe, expect, it } from 'vitest';
import { findBounces } from '../../../../src/lib/core/sled/measures/bounce';
import type { Rep } from '../../../../src/lib/core/sled/report';
import { expectHonest, KINDS, ridden, riddenKinds } from './ridden';

const SEEDS = [1, 2, 3, 4];

describe('the acceleration of the turn', () => {
  it('has an honest standard deviation', () => {
    expectHonest(
      riddenKinds(4).flatMap(({ reps }) =>
        reps.flatMap(({ truth, rep }) =>
          truth.turnaround && rep.turnaround
            ? [
                {
                  error: rep.turnaround.accel_mps2 - truth.turnaround.accel_mps2,
                  sd: rep.turnaround.accelSd_mps2,
                },
              ]
            : [],
        ),
      ),
    );
  });

  it('is the same at 50, 100 and 400 Hz', () => {
    for (const seed of SEEDS) {
      const [slow, usual, fast] = [50, 100, 400].map((rate_Hz) =>
        ridden(seed, KINDS.bounced, { rate_Hz }).reps.map(({ rep }) => rep.turnaround),
      );
      usual.forEach((turn, i) => {
        for (const other of [slow[i], fast[i]]) {
          expect((other?.accel_mps2 ?? NaN) / (turn?.accel_mps2 ?? NaN)).toBeCloseTo(1, 0.7);
        }
      });
    }
  });
});

describe('bounces', () => {
  const verdicts = (seed: number, kind: keyof typeof KINDS) =>
    ridden(seed, KINDS[kind]).report.set.bounces.map(({ rep, verdict }) => [rep, verdict]);

  it('are found in every rep that bounced', () => {
    for (const seed of SEEDS) {
      const expected = [1, 2, 3, 4, 5, 6, 7, 8].map((rep) => [rep, 'out']);
      expect(verdicts(seed, 'bounced')).toEqual(expected);
    }
  });

  it.each(['guide tempo', 'quick', 'touch-and-go'] as const)('are not seen in %s', (kind) => {
    for (const seed of SEEDS) expect(verdicts(seed, kind)).toEqual([]);
  });

  it('are told from paused reps of the same set', () => {
    for (const seed of SEEDS) {
      const { report, truth } = ridden(seed, { ...KINDS.quick, bottom_s: 0.6, bounces: 0.4 });
      const bounced = truth.reps.filter((rep) => rep.bounced).map(({ index }) => index);
      expect(report.set.bounces.map(({ rep }) => rep)).toEqual(bounced);
    }
  });

  const turned = (index: number, accel_mps2: number, bottom_s: number): Rep => {
    const [{ rep }] = ridden(1, { reps: 1 }).reps;
    return {
      ...rep,
      index,
      turnaround: { accel_mps2, accelSd_mps2: 0.2 },
      bottom: { duration_s: bottom_s, durationSd_s: 0.02 },
    };
  };

  it('are borderline where the limit lies within two standard deviations', () => {
    expect(findBounces([turned(1, 3.3, 0.05)])).toEqual([{ rep: 1, verdict: 'borderline' }]);
    expect(findBounces([turned(1, 3.5, 0.05)])).toEqual([{ rep: 1, verdict: 'out' }]);
    expect(findBounces([turned(1, 2.5, 0.05)])).toEqual([]);
  });

  it('are measured by what the same person’s paused reps do', () => {
    const paused = [turned(1, 0.8, 0.5), turned(2, 0.9, 0.6), turned(3, 1, 0.5)];
    expect(findBounces([...paused, turned(4, 3.6, 0.05)])).toEqual([
      { rep: 4, verdict: 'borderline' },
    ]);
  });

  it('do not dwell', () => {
    expect(findBounces([turned(1, 9, 0.4)])).toEqual([]);
  });
});
