import { describe, expect, it } from 'vitest';
import {
  recordingOf,
  sliceRecording,
  type Recording,
  type Sample,
} from '../../../src/lib/core/recording';
import { medianInterval, Sampling, samplingOf } from '../../../src/lib/core/signal/sampling';
import { sampled } from './sampled';

const LOST: Sample['accel_mps2'] = [NaN, NaN, NaN];
const GRAVITY_MPS2 = 9.81;

const gapsOf = (recording: Recording) => samplingOf(recording).gaps;

describe('gaps', () => {
  it('finds stretches without samples, absent or NaN', () => {
    const samples = sampled(100, 10, () => 1);
    const isLost = ({ t_s }: Sample) => (t_s > 3 && t_s < 4.5) || (t_s > 7 && t_s < 7.2);
    const absent = gapsOf(recordingOf(samples.filter((row) => !isLost(row))));
    const marked = gapsOf(
      recordingOf(samples.map((row) => (isLost(row) ? { ...row, accel_mps2: LOST } : row))),
    );
    expect(marked).toEqual(absent);
    expect(absent).toHaveLength(2);
    expect(absent[0].start_s).toBeCloseTo(3, 9);
    expect(absent[0].duration_s).toBeCloseTo(1.5, 9);
    expect(absent[1].duration_s).toBeCloseTo(0.2, 9);
  });

  it.each([10, 25, 100, 400])('finds none in single lost samples at %i Hz', (rate_Hz) => {
    const samples = sampled(rate_Hz, 20, () => 1).filter((_, i) => i % 9 !== 4);
    expect(gapsOf(recordingOf(samples))).toEqual([]);
  });

  it('finds none in nothing', () => {
    expect(gapsOf(recordingOf([]))).toEqual([]);
    expect(gapsOf(recordingOf(sampled(100, 0, () => 1)))).toEqual([]);
  });
});

describe('medianInterval', () => {
  it('is the median distance, s; NaN below two times', () => {
    expect(medianInterval(Float64Array.of(0, 1, 3, 4, 9))).toBe(1.5);
    expect(medianInterval(Float64Array.of(5))).toBeNaN();
    expect(medianInterval(new Float64Array(0))).toBeNaN();
  });
});

describe('a recording that grows', () => {
  /** At 5 Hz first, so that what is no gap then is one later, with an outage and an end of range. */
  const slow = Array.from({ length: 30 }, (_, i): Sample => ({
    t_s: i / 5,
    accel_mps2: [0, 0, GRAVITY_MPS2],
  }));
  const fast = Array.from({ length: 600 }, (_, i): Sample => ({
    t_s: 9 + i / 100,
    accel_mps2: i % 50 === 9 ? LOST : [i % 40 < 3 ? 2 * GRAVITY_MPS2 : 0, 0, i % 7],
  }));
  const recording = recordingOf([...slow, ...fast]);

  it('is sampled as the whole of it so far', () => {
    const growing = new Sampling();
    for (let length = 0; length <= recording.length; length += 35) {
      const soFar = sliceRecording(recording, 0, length);
      growing.take(soFar);
      const { interval_s, gaps, clipped } = samplingOf(soFar);
      expect([growing.interval_s, growing.gaps, growing.clipped]).toEqual([
        interval_s,
        gaps,
        clipped,
      ]);
    }
    expect(growing.gaps.length).toBeGreaterThan(1);
    expect(growing.clipped).toEqual(['x']);
  });
});
