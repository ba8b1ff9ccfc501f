import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/lib/core/recording';
import type { TrueRep } from '../../src/lib/core/simulate/truth';
import { categoryNamed, simulateSet } from './categories';
import { SOURCE_NAMES, without } from './without';

const HANDLED = categoryNamed('heavy handling');

/** How far two recordings of as many samples lie apart, m/s², RMS over a time, s. */
function apart_mps2(a: Recording, b: Recording, from_s = -Infinity, to_s = Infinity): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    if (a.t_s[i] < from_s || a.t_s[i] > to_s) continue;
    const [f, g] = [a.accel_mps2, b.accel_mps2];
    sum += (f.x[i] - g.x[i]) ** 2 + (f.y[i] - g.y[i]) ** 2 + (f.z[i] - g.z[i]) ** 2;
    count++;
  }
  return Math.sqrt(sum / count);
}

/** What is true of a rep, but for how the machine shook. */
const motionOf = (rep: TrueRep) => ({ ...rep, burst_mps2: null, vibration: null });

describe('a set without a source of error', () => {
  const whole = simulateSet(HANDLED, 0, 1);
  const lacking = (name: string) => simulateSet(HANDLED, 0, 1, without([name]));

  it('is the same set where nothing is taken out', () => {
    expect(simulateSet(HANDLED, 0, 1, without([]))).toEqual(whole);
  });

  it.each(SOURCE_NAMES)('is in all else the same: %s', (name) => {
    const { truth, recording, setup } = lacking(name);
    expect(setup).toEqual(whole.setup);
    expect(recording.length).toBe(whole.recording.length);
    expect(truth.strokes.map(({ rep }) => rep)).toEqual(whole.truth.strokes.map(({ rep }) => rep));
    truth.reps.forEach(({ press, depth_m }, i) => {
      const twin = whole.truth.reps[i];
      expect(Math.abs(press.start_s - twin.press.start_s)).toBeLessThan(0.1);
      expect(Math.abs(depth_m - twin.depth_m)).toBeLessThan(0.005);
    });
    // In the hand a sensor turns by radians and is jolted by metres per second squared, all of them drawn.
    expect(apart_mps2(recording, whole.recording, 0, 5)).toBeLessThan(0.5);
  });

  it.each(['sway', 'tremor', 'tilt', 'rolling', 'noise', 'bias', 'scale', 'rounding'])(
    'is recorded otherwise: %s',
    (name) => {
      expect(apart_mps2(lacking(name).recording, whole.recording)).toBeGreaterThan(1e-4);
    },
  );

  it('keeps the truth, unless it is the person who moves less', () => {
    for (const name of ['tilt', 'rolling', 'noise', 'bias', 'scale']) {
      expect(lacking(name).truth.reps.map(motionOf)).toEqual(whole.truth.reps.map(motionOf));
    }
    expect(lacking('sway').truth.reps).not.toEqual(whole.truth.reps);
  });

  it('has what is left out of what comes and goes', () => {
    const spiking = categoryNamed('spikes');
    const [wild, tame] = [without([]), without(['spikes'])].map(
      (ablation) => simulateSet(spiking, 0, 1, ablation).recording,
    );
    expect(apart_mps2(wild, tame)).toBeGreaterThan(0.5);
    const poor = categoryNamed('poor50');
    const [losing, whole] = [without([]), without(['loss'])].map(
      (ablation) => simulateSet(poor, 0, 1, ablation).recording,
    );
    expect(losing.length).toBeLessThan(whole.length);
  });

  it('may lack several', () => {
    const { set, sensor } = without(['sway', 'noise', 'tremor']);
    expect(set).toEqual({ sway_m: 0, tremor_m: 0 });
    const { noise_ugPerRootHz, gyro, offset_g } = sensor(HANDLED.sensor);
    expect([noise_ugPerRootHz, gyro?.noise_dpsPerRootHz]).toEqual([0, 0]);
    expect(offset_g).toBe(HANDLED.sensor.offset_g);
  });

  it('is refused when there is no such source', () => {
    expect(() => without(['gravity'])).toThrow('knows no "gravity". There are: sway, tremor');
  });
});
