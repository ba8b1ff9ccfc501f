import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../src/lib/core/file/read';
import { medianMagnitude_mps2 } from './tables';

const FOLDER = join(import.meta.dirname, '../../../../shared/recordings');
const MISSING = existsSync(FOLDER) ? '' : ' (skipped: ../shared/recordings is not here)';

/** Counts are the files' own rows; rates and magnitudes what such a sensor must show. */
const RECORDINGS = [
  {
    path: 'barbell-tracker/barbell_log.csv',
    format: 'barbell tracker log: ms, m/s², rad/s',
    length: 1715,
    span_s: [0.358, 16.839],
    step_s: 0.01,
    gaps: 0,
    hasGyro: true,
    notes: [],
  },
  {
    path: 'barbell-tracker/session1.csv',
    format: 'barbell tracker log: ms, m/s², rad/s',
    length: 1234,
    span_s: [6.837, 36.115],
    step_s: 0.01,
    // Only the reps were logged, nine of them.
    gaps: 8,
    hasGyro: true,
    notes: [],
  },
  {
    path: 'broad/10_undisturbed_slow_translation_A.csv',
    format: 'BROAD extract: s, m/s², rad/s',
    length: 40574,
    span_s: [26.803, 168.8085],
    step_s: 0.0035,
    gaps: 0,
    hasGyro: true,
    notes: [],
  },
  {
    path: 'broad/11_undisturbed_slow_translation_B.csv',
    format: 'BROAD extract: s, m/s², rad/s',
    length: 40439,
    span_s: [22.7955, 164.3285],
    step_s: 0.0035,
    gaps: 0,
    hasGyro: true,
    notes: [],
  },
  {
    path: 'elevator/skyscrapper_up.csv',
    format: 'Science Journal CSV: ms, m/s²',
    length: 1837,
    span_s: [0, 37.975],
    step_s: 0.02,
    // The phone paused so often.
    gaps: 5,
    hasGyro: false,
    notes: ['values-interpolated'],
  },
];

describe.skipIf(MISSING !== '')(`real recordings${MISSING}`, () => {
  it.each(RECORDINGS)('$path', ({ path, format, length, span_s, step_s, gaps, hasGyro, notes }) => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, path)));
    const answer = readRecording(bytes, { name: basename(path) });
    const { recording } = answer;
    expect(answer.format).toBe(format);
    expect(answer.notes.map(({ code }) => code)).toEqual(notes);
    expect(recording.length).toBe(length);
    expect([recording.t_s[0], recording.t_s[length - 1]]).toEqual(span_s);
    expect(recording.gyro_dps !== null).toBe(hasGyro);

    const steps = Array.from(recording.t_s.subarray(1), (t_s, i) => t_s - recording.t_s[i]);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(steps.filter((step) => step > 0.1).length).toBe(gaps);
    expect(steps.sort((a, b) => a - b)[steps.length >> 1]).toBeCloseTo(step_s, 3);
    // Gravity, give or take what these sensors are off by.
    expect(medianMagnitude_mps2(recording)).toBeGreaterThan(9.5);
    expect(medianMagnitude_mps2(recording)).toBeLessThan(10.5);
  });
});
