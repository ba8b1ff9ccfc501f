import { describe, expect, it } from 'vitest';
import { sliceRecording } from '$lib/core/recording';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { DEFAULT_TOLERANCES } from '$lib/guide/plan';
import { calibrationOf, targetFrom } from '$lib/live/calibration';
import { countSettled } from '$lib/live/phase';

const { recording, truth } = simulate({ seed: 4 });

/** The state when so much of a set has come. */
function stateAt(end_s: number) {
  const length = recording.t_s.findIndex((t) => t - recording.t_s[0] >= end_s);
  const report = analyse(sliceRecording(recording, 0, length));
  return calibrationOf(report, countSettled(report, recording.t_s[length - 1]));
}

const ends_s = truth.reps.map(({ press }) => press.end_s - recording.t_s[0]);

describe('a calibration', () => {
  it('asks to hold still, then for a slow rep, then for another', () => {
    expect(stateAt(0.5)).toEqual({ step: 'hold-still', incline_deg: null, found: null });
    expect(stateAt((truth.reps[0].lower?.start_s ?? NaN) - recording.t_s[0]).step).toBe('slow-rep');
    expect(stateAt(ends_s[0] + 2).step).toBe('another');
    expect(stateAt(ends_s[1] + 2).step).toBe('done');
  });

  it('finds depth, incline and top', () => {
    const { incline_deg, found } = stateAt(ends_s[1] + 2);
    const depth_m = (truth.reps[0].depth_m + truth.reps[1].depth_m) / 2;
    expect(incline_deg).toBeCloseTo(45, -1);
    expect(found?.reps).toBe(2);
    expect(Math.abs((found?.target_m ?? NaN) - depth_m)).toBeLessThan(0.02);
    expect(found?.targetSd_m).toBeGreaterThan(0);
    expect(found?.softTop_m).toBeLessThan(0.03);
  });

  it('becomes a target with floor and ceiling by the tolerances', () => {
    const found = { target_m: 0.4, targetSd_m: 0.01, softTop_m: 0.005, reps: 2, tooQuick: false };
    const target = targetFrom(found, DEFAULT_TOLERANCES, 0.45);
    expect(target).toMatchObject({ target_m: 0.4, stop_m: 0.45, softTop_m: 0.005 });
    expect(target.floor_m).toBeCloseTo(0.36, 9);
  });
});
