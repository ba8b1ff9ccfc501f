import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Recorder,
  recordingOf,
  sampleAt,
  sliceRecording,
  type Sample,
} from '../../src/lib/core/recording';

const sample = (t_s: number): Sample => ({ t_s, accel_mps2: [t_s, -t_s, 9.75] });
const turning = (t_s: number): Sample => ({ ...sample(t_s), gyro_dps: [1, 2, 3] });

describe('Recorder', () => {
  it('gives back what was appended, in any portions', () => {
    const samples = fc.array(fc.tuple(fc.float(), fc.float(), fc.float()), { maxLength: 40 });
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 7 }), (rows, portion) => {
        const appended = rows.map((accel_mps2, i): Sample => ({ t_s: i / 100, accel_mps2 }));
        const recorder = new Recorder(1);
        for (let i = 0; i < appended.length; i += portion) {
          recorder.append(appended.slice(i, i + portion));
        }
        const recording = recorder.recording();
        expect(recorder.length).toBe(rows.length);
        expect(appended.map((_, i) => sampleAt(recording, i))).toEqual(appended);
      }),
    );
  });

  it('leaves earlier views unchanged when it grows', () => {
    const recorder = new Recorder(2);
    recorder.append([sample(0), sample(1)]);
    const before = recorder.recording();
    recorder.append([sample(2), turning(3), sample(4)]);
    expect(before.length).toBe(2);
    expect([...before.t_s]).toEqual([0, 1]);
    expect(before.gyro_dps).toBeNull();
    expect([...recorder.recording().t_s]).toEqual([0, 1, 2, 3, 4]);
  });

  it('takes samples without a gyro as lost once there is one', () => {
    const { gyro_dps } = recordingOf([sample(0), turning(1), sample(2)]);
    expect(gyro_dps?.y).toEqual(Float32Array.of(NaN, 2, NaN));
  });

  it('knows its last time', () => {
    const recorder = new Recorder();
    expect(recorder.lastTime_s).toBe(-Infinity);
    recorder.append([sample(0.5), sample(0.75)]);
    expect(recorder.lastTime_s).toBe(0.75);
  });

  it.each([
    ['repeats', [1, 1]],
    ['falls', [1, 0.5]],
    ['is lost', [1, NaN]],
    ['is infinite', [1, Infinity]],
  ])('refuses a time that %s, and the whole call with it', (_, times) => {
    const recorder = new Recorder();
    recorder.append([sample(0)]);
    expect(() => recorder.append(times.map(sample))).toThrow(RangeError);
    expect(recorder.length).toBe(1);
    expect(() => recorder.append([sample(0)])).toThrow('Sample time 0 s does not follow 0 s.');
  });

  it.each([0, -1, 1.5, NaN])('refuses a capacity of %s', (capacity) => {
    expect(() => new Recorder(capacity)).toThrow(RangeError);
  });
});

describe('sliceRecording', () => {
  it('cuts every column at the same samples, within the recording', () => {
    const recording = recordingOf([turning(0), turning(1), turning(2)]);
    const cut = sliceRecording(recording, 1, 99);
    expect(cut.length).toBe(2);
    expect(sampleAt(cut, 0)).toEqual(turning(1));
    expect(cut.accel_mps2.z.length).toBe(2);
    expect(cut.gyro_dps?.z.length).toBe(2);
    expect(sliceRecording(recordingOf([sample(0)]), 0, 1).gyro_dps).toBeNull();
  });
});
