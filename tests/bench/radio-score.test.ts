import { describe, expect, it } from 'vitest';
import { recordingOf, type Sample } from '../../src/lib/core/recording';
import { asideFrom, compareRecording, delaysOf } from './radio-score';

const RESOLUTION_mps2 = 0.01;
/** A second at 200 Hz in which no two samples are alike. */
const SENT: Sample[] = Array.from({ length: 200 }, (_, i) => ({
  t_s: i / 200,
  accel_mps2: [0.1 * i, -9.8, 0.02 * i * i],
}));
const later = (samples: readonly Sample[]) =>
  recordingOf(samples.map((sample) => ({ ...sample, t_s: sample.t_s + 17 })));

describe('a stored recording beside what was sent', () => {
  it('is whole wherever it lies on the page’s clock', () => {
    const found = compareRecording(SENT, later(SENT), RESOLUTION_mps2);
    expect(found).toMatchObject({ sent: 200, stored: 200, lost: 0, extra: 0, altered: 0 });
    expect(found.error_mps2).toBeLessThan(1e-4);
    expect(found.timeError_s).toBeLessThan(1e-12);
  });

  it.each([
    { what: 'at the start', from: 0, to: 36 },
    { what: 'in the middle', from: 72, to: 108 },
    { what: 'at the end', from: 164, to: 200 },
  ])('lacks a frame $what', ({ from, to }) => {
    const stored = later(SENT.filter((_, i) => i < from || i >= to));
    const found = compareRecording(SENT, stored, RESOLUTION_mps2);
    expect(found).toMatchObject({ sent: 200, stored: 164, lost: 36, extra: 0, altered: 0 });
    expect(found.timeError_s).toBeLessThan(1e-12);
  });

  it('tells an altered value and a moved time from a loss', () => {
    const stored = SENT.map((sample) => ({ ...sample }));
    stored[50].accel_mps2 = [0, 0, 0];
    stored[60].t_s += 0.002;
    const found = compareRecording(SENT, later(stored), RESOLUTION_mps2);
    expect(found).toMatchObject({ lost: 0, extra: 0, altered: 1 });
    expect(found.error_mps2).toBeCloseTo(50, 4);
    expect(found.timeError_s).toBeCloseTo(0.002, 9);
  });

  it('has what was never sent', () => {
    const more: Sample = { t_s: 2, accel_mps2: [1, 2, 3] };
    const found = compareRecording(SENT, later([...SENT, more]), RESOLUTION_mps2);
    expect(found).toMatchObject({ lost: 0, extra: 1 });
  });
});

describe('delays of notifications', () => {
  const sent = [36, 72, 108, 144].map((samples, i) => ({ samples, at_ms: 180 * i }));
  const taken = sent.map(({ samples, at_ms }) => ({ samples, at_ms: at_ms + 2 }));
  const drawn = [
    { samples: 36, start_ms: 2, duration_ms: 3, frameDue_ms: 16, frameDrawn_ms: 18 },
    // The second was not analysed by itself.
    { samples: 108, start_ms: 362, duration_ms: 3, frameDue_ms: 368, frameDrawn_ms: 370 },
    { samples: 144, start_ms: 542, duration_ms: 3, frameDue_ms: 544, frameDrawn_ms: 550 },
  ];

  it('end with the first batch and the first drawn analysis that include them', () => {
    expect(delaysOf({ sent, taken, drawn }, () => false)).toEqual({
      taken_ms: [2, 2, 2, 2],
      drawn_ms: [18, 190, 10, 10],
    });
  });

  it('leave out what was held up from outside, and what has not come', () => {
    const isAside = asideFrom([{ start_ms: 365, duration_ms: 50 }]);
    expect(delaysOf({ sent, taken, drawn: drawn.slice(0, 2) }, isAside)).toEqual({
      taken_ms: [2, 2, 2, 2],
      drawn_ms: [18],
    });
  });
});
