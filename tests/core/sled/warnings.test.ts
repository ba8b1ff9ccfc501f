import { describe, expect, it } from 'vitest';
import { recordingOf, type Recording } from '../../../src/lib/core/recording';
import { samplingOf } from '../../../src/lib/core/signal/sampling';
import type { Rail } from '../../../src/lib/core/sled/rail';
import { warningsOf } from '../../../src/lib/core/sled/warnings';
import { GRAVITY_MPS2, railAt } from '../path';

const INCLINED: Rail = {
  axis: railAt(40),
  normal: null,
  rest_mps2: [0, 0, GRAVITY_MPS2],
  incline_deg: 40,
};

/** A minute at a rate, but for what is lost. */
function recorded(rate_Hz: number, isLost: (t_s: number) => boolean = () => false): Recording {
  const samples = Array.from({ length: 60 * rate_Hz }, (_, i) => ({
    t_s: i / rate_Hz,
    accel_mps2: [0, Math.sin(i), GRAVITY_MPS2] as const,
  }));
  return recordingOf(samples.filter(({ t_s }) => !isLost(t_s)));
}

function warnings(recording: Recording, rail: Rail | null = INCLINED) {
  return warningsOf(recording, samplingOf(recording), rail);
}
const codes = (...args: Parameters<typeof warnings>) => warnings(...args).map(({ code }) => code);

describe('warningsOf', () => {
  it('says nothing of a good recording', () => {
    expect(warnings(recorded(100))).toEqual([]);
    expect(warnings(recorded(25))).toEqual([]);
  });

  it('says when samples are too few, with the rate', () => {
    const [warning] = warnings(recorded(10));
    expect(warning.code).toBe('slow-rate');
    expect(warning.message).toContain('10 samples a second');
  });

  it('says how much was lost, and passes over a short gap', () => {
    const outage = recorded(100, (t_s) => t_s > 20 && t_s < 22.5);
    expect(codes(outage)).toEqual(['samples-lost']);
    expect(warnings(outage)[0].message).toContain('2.5 s of 60 s were lost');
    expect(codes(recorded(100, (t_s) => t_s > 20 && t_s < 20.5))).toEqual([]);
  });

  it('names the axes that were cut off', () => {
    const recording = recorded(100);
    recording.accel_mps2.y.fill(2 * GRAVITY_MPS2, 100, 110);
    recording.accel_mps2.z.fill(-2 * GRAVITY_MPS2, 300, 305);
    expect(codes(recording)).toEqual(['clipped']);
    expect(warnings(recording)[0].message).toContain('on y, z');
  });

  it('doubts a sensor for which gravity is far off, with the figure', () => {
    const [warning] = warnings(recorded(100), { ...INCLINED, rest_mps2: [0, 0, 10.6] });
    expect(warning.code).toBe('gravity-off');
    expect(warning.message).toContain('10.60 m/s²');
    expect(codes(recorded(100), { ...INCLINED, rest_mps2: [0, 10.1, 0] })).toEqual([]);
  });

  it('says that a level rail has no up, whichever way it points', () => {
    for (const incline_deg of [0, 3, -3]) {
      expect(codes(recorded(100), { ...INCLINED, incline_deg })).toEqual(['level-rail']);
    }
    expect(codes(recorded(100), { ...INCLINED, incline_deg: -40 })).toEqual([]);
  });

  it('tells what the samples lack where no rail was found', () => {
    const outage = recorded(10, (t_s) => t_s > 20 && t_s < 30);
    expect(codes(outage, null)).toEqual(['slow-rate', 'samples-lost']);
  });

  it('says in every message what to do, in sentences', () => {
    const bad = recorded(10, (t_s) => t_s > 20 && t_s < 30);
    bad.accel_mps2.x.fill(30, 0, 20);
    const all = warnings(bad, { ...INCLINED, rest_mps2: [0, 0, 12], incline_deg: 1 });
    expect(all).toHaveLength(5);
    for (const { message } of all) expect(message).toMatch(/^\S.{30,}\.$/);
  });
});
