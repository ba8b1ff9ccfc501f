import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';

const { recording } = simulate({ seed: 1 });
const report = analyse(recording);

describe('reps that the user takes out', () => {
  const third = report.reps[2];
  const span = { start_s: third.lower?.start_s ?? NaN, end_s: third.press.end_s };
  const excluded = [{ ...span, reason: 'removed' as const }];
  const without = analyse(recording, { ...DEFAULT_SETUP, excluded });

  it('are not counted, and the others stay as they were, numbered anew', () => {
    expect(without.reps).toHaveLength(report.reps.length - 1);
    const others = report.reps.filter(({ index }) => index !== 3);
    expect(without.reps).toEqual(others.map((rep, i) => ({ ...rep, index: i + 1 })));
    expect(without.set.reps).toBe(report.set.reps - 1);
    expect(without.set.timeUnderTension_s).toBeCloseTo(
      report.set.timeUnderTension_s - third.tension.duration_s,
      9,
    );
  });

  it('leave their strokes, which belong to no rep any more', () => {
    const inSpan = without.strokes.filter(
      ({ start_s }) => start_s >= span.start_s && start_s < span.end_s,
    );
    expect(inSpan.map(({ rep }) => rep)).toEqual([null, null]);
    expect(without.strokes).toHaveLength(report.strokes.length);
  });

  it('are those that lie in the stretch by more than half', () => {
    const half_s = (span.end_s - span.start_s) / 2;
    const count = (end_s: number) =>
      analyse(recording, { ...DEFAULT_SETUP, excluded: [{ ...span, end_s, reason: 'un-rack' }] })
        .reps.length;
    expect(count(span.start_s + half_s - 0.01)).toBe(report.reps.length);
    expect(count(span.start_s + half_s + 0.01)).toBe(report.reps.length - 1);
  });
});

describe('a sensor that travels half as far as the sled', () => {
  const doubled = analyse(recording, {
    ...DEFAULT_SETUP,
    sledPerSensor: 2,
    minTravel_m: 2 * DEFAULT_SETUP.minTravel_m,
  });

  it('gives lengths and speeds of the sled, and the same times', () => {
    expect(doubled.reps.map(({ depth_m }) => depth_m)).toEqual(
      report.reps.map(({ depth_m }) => 2 * depth_m),
    );
    expect(doubled.reps.map(({ press }) => press.propulsiveSd_mps)).toEqual(
      report.reps.map(({ press }) => 2 * press.propulsiveSd_mps),
    );
    expect(doubled.reps.map(({ lower }) => lower?.duration_s)).toEqual(
      report.reps.map(({ lower }) => lower?.duration_s),
    );
    expect(doubled.track.position_m[999]).toBeCloseTo(2 * report.track.position_m[999], 6);
  });

  it('leaves shares as they are, and what drifts goes with the rest', () => {
    expect(doubled.set.depthCv).toBeCloseTo(report.set.depthCv ?? NaN, 9);
    expect(doubled.set.velocityLoss).toBeCloseTo(report.set.velocityLoss ?? NaN, 9);
    expect(doubled.set.drift.depth?.perRep_m).toBeCloseTo(
      2 * (report.set.drift.depth?.perRep_m ?? NaN),
      9,
    );
  });

  it.each([0, -1, NaN, Infinity])('cannot do so %d times', (sledPerSensor) => {
    expect(() => analyse(recording, { ...DEFAULT_SETUP, sledPerSensor })).toThrow(RangeError);
  });
});
