import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/lib/core/sled/analyse';
import { recordingOf, sampleAt } from '../../../src/lib/core/recording';
import { simulate } from '../../../src/lib/core/simulate';
import { newClock } from '../../../src/lib/devices/clock/clock';
import { deliver, type Delivery, type Radio } from './radio';
import { evenly, largest, numbered, rms, timed, timings, type Timing } from './streams';

/** How readings of a true rate are timed by a clock that was told another one. */
function timing(told_Hz: number, true_Hz: number, radio: Partial<Radio> = {}, duration_s = 120) {
  const sent = evenly(true_Hz, duration_s);
  const deliveries = deliver(sent, radio);
  const samples = timed(newClock({ kind: 'count', rate_Hz: told_Hz }), deliveries);
  return { sent, deliveries, samples, timings: timings(samples, sent) };
}

const after = (all: readonly Timing[], start_s: number) =>
  all.filter(({ since_s }) => since_s >= start_s);
const errors = (all: readonly Timing[]) => all.map(({ error_s }) => error_s);
const intervals = (all: readonly Timing[]) =>
  all.map(({ interval }) => interval).filter((interval) => !Number.isNaN(interval));
/** Widest step from one sample's time to the next, s. */
const gaps = (samples: readonly { t_s: number }[], longerThan_s: number) =>
  samples.slice(1).flatMap(({ t_s }, i) => {
    const gap_s = t_s - samples[i].t_s;
    return gap_s > longerThan_s ? [{ start_s: samples[i].t_s, gap_s }] : [];
  });
const countOf = (deliveries: readonly Delivery[]) =>
  deliveries.reduce((sum, { sent }) => sum + sent.length, 0);

describe('readings that are counted', () => {
  it.each([
    ['as told', 100, 100, {}],
    ['slower than told', 100, 82, {}],
    ['faster than told', 100, 120, {}],
    ['slower, two to a notification (Thingy at 200 Hz)', 200, 165, { batch: 2 }],
    ['slower than told (Adafruit at 20 ms)', 50, 42, {}],
    ['eight to a notification (WitMotion at 200 Hz)', 200, 200.1, { batch: 8 }],
    ['over a link that fails half the time', 100, 97, { missed: 0.5 }],
    ['over a link served every 100 ms', 100, 97, { interval_s: 0.1 }],
  ] as const)('come at even times though they arrive in bursts: %s', (_, told, given, radio) => {
    for (const seed of [1, 2, 3]) {
      const { timings: all } = timing(told, given, { ...radio, seed });
      expect(largest(errors(all))).toBeLessThan(0.08);
      expect(largest(errors(after(all, 10)))).toBeLessThan(0.012);
      expect(largest(errors(after(all, 60)))).toBeLessThan(0.006);
      expect(rms(intervals(after(all, 5)))).toBeLessThan(0.0015);
      expect(largest(intervals(after(all, 5)))).toBeLessThan(0.02);
    }
  });

  it('come at even times though few come: 10 Hz, told up to 20 % wrong', () => {
    const told_Hz = fc.double({ min: 8, max: 12, noNaN: true });
    fc.assert(
      fc.property(fc.nat(), told_Hz, (seed, told) => {
        const { timings: all } = timing(told, 10, { seed }, 60);
        expect(largest(errors(after(all, 1)))).toBeLessThan(0.25);
        expect(largest(errors(after(all, 5)))).toBeLessThan(0.04);
        expect(largest(errors(after(all, 20)))).toBeLessThan(0.01);
        expect(largest(intervals(after(all, 5)))).toBeLessThan(0.04);
      }),
    );
  });

  it('come at even times though the first five come at once (SensorTag)', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const sent = evenly(10, 60);
        const single = deliver(sent, { seed });
        const first = { sent: sent.slice(0, 5), arrived_s: single[4].arrived_s };
        const samples = timed(newClock({ kind: 'count', rate_Hz: 10 }), [
          first,
          ...single.slice(5),
        ]);
        const all = timings(samples, sent);
        expect(all).toHaveLength(sent.length);
        expect(largest(errors(all))).toBeLessThan(0.25);
        expect(largest(errors(after(all, 5)))).toBeLessThan(0.04);
        expect(largest(intervals(after(all, 5)))).toBeLessThan(0.04);
      }),
    );
  });

  it('keep intervals that differ from their neighbours by less than 2 % after 5 s', () => {
    const { samples } = timing(100, 82);
    const steps_s = samples.slice(1).map(({ t_s }, i) => t_s - samples[i].t_s);
    const changes = steps_s.slice(1).map((step_s, i) => step_s / steps_s[i] - 1);
    expect(largest(changes)).toBeLessThan(0.0201);
    expect(largest(changes.slice(410))).toBeLessThan(0.006);
  });

  it('follow a clock that drifts by 200 ppm, for an hour', () => {
    const rate_Hz = 50;
    let at_s = 3;
    const sent = Array.from({ length: 3600 * rate_Hz }, (_, i) => {
      at_s += (1 + 200e-6 * Math.sin((2 * Math.PI * at_s) / 1200)) / rate_Hz;
      return { reading: numbered(i), at_s };
    });
    const samples = timed(newClock({ kind: 'count', rate_Hz }), deliver(sent));
    const all = timings(samples, sent);
    expect(all).toHaveLength(sent.length);
    expect(largest(errors(after(all, 60)))).toBeLessThan(0.015);
    expect(rms(intervals(after(all, 60)))).toBeLessThan(0.001);
  });

  it('begin near their arrival', () => {
    const { samples, deliveries } = timing(100, 100);
    expect(Math.abs(samples[0].t_s - deliveries[0].arrived_s)).toBeLessThan(0.1);
  });
});

describe('an outage', () => {
  const outage_s = [33, 35] as const;

  it('leaves no gap where all that was measured comes after it', () => {
    for (const seed of [1, 2, 3]) {
      const { samples, sent, timings: all } = timing(100, 97, { seed, outage_s });
      expect(samples).toHaveLength(sent.length);
      expect(gaps(samples, 0.02)).toEqual([]);
      expect(largest(errors(after(all, 10)))).toBeLessThan(0.012);
    }
  });

  it.each([
    ['0.6 s', 0.6],
    ['2 s', 2],
    ['a minute', 60],
  ])('is one gap where what was measured in it is lost: %s', (_, length_s) => {
    for (const seed of [1, 2, 3]) {
      const radio = { seed, outage_s: [33, 33 + length_s] as const, keepsBacklog: false };
      const { samples, sent, deliveries, timings: all } = timing(100, 97, radio, 150);
      expect(samples).toHaveLength(countOf(deliveries));
      const [gap, ...more] = gaps(samples, 0.02);
      expect(more).toEqual([]);
      const missing = sent.length - samples.length;
      expect(Math.abs(gap.gap_s - (missing + 1) / 97)).toBeLessThan(0.03);
      expect(largest(errors(after(all, 10)))).toBeLessThan(0.03);
    }
  });

  it('is seen through soon after the start too', () => {
    const radio = { outage_s: [9, 11] as const };
    const kept = timing(100, 85, radio);
    expect(gaps(kept.samples, 0.03)).toEqual([]);
    const lost = timing(100, 85, { ...radio, keepsBacklog: false });
    expect(gaps(lost.samples, 0.03)).toHaveLength(1);
    expect(largest(errors(after(lost.timings, 5)))).toBeLessThan(0.03);
  });

  it('holds readings back for 0.8 s, not much longer, and loses none', () => {
    const clock = newClock({ kind: 'count', rate_Hz: 100 });
    const waiting_s: number[] = [];
    const waited_s: number[] = [];
    for (const { sent, arrived_s } of deliver(evenly(100, 40), { outage_s, keepsBacklog: false })) {
      const readings = sent.map(({ reading }) => reading);
      waiting_s.push(...readings.map(() => arrived_s));
      const given = clock.take(readings, arrived_s).length;
      const since_s = waiting_s.splice(0, given);
      if (arrived_s > 10) waited_s.push(...since_s.map((each_s) => arrived_s - each_s));
    }
    expect(Math.max(...waited_s)).toBeGreaterThan(0.79);
    expect(Math.max(...waited_s)).toBeLessThan(1);
    expect(waited_s.filter((each_s) => each_s < 0.05).length).toBeGreaterThan(
      0.9 * waited_s.length,
    );
    expect(clock.flush()).toHaveLength(waiting_s.length);
  });
});

describe('batches lost without a silence', () => {
  it('leave the times of the others within 0.1 s, but for a few', () => {
    const kinds = fc.constantFrom(
      { rate_Hz: 10, batch: 1 },
      { rate_Hz: 25, batch: 1 },
      { rate_Hz: 25, batch: 4 },
      { rate_Hz: 100, batch: 1 },
      { rate_Hz: 100, batch: 4 },
      { rate_Hz: 100, batch: 8 },
    );
    fc.assert(
      fc.property(kinds, fc.nat(), ({ rate_Hz, batch }, seed) => {
        const radio = { seed, batch, loss: 0.01 };
        const { samples, deliveries, timings: all } = timing(rate_Hz, rate_Hz, radio, 60);
        expect(samples).toHaveLength(countOf(deliveries));
        const late = errors(after(all, 10));
        const far = late.filter((error_s) => Math.abs(error_s) > 0.1);
        expect(far.length / late.length).toBeLessThan(0.1);
        expect(rms(late)).toBeLessThan(0.06);
      }),
    );
  });

  it('are gaps, and leave the rate as it was: four readings at 25 Hz', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { samples, sent, timings: all } = timing(25, 24, { seed, batch: 4, loss: 0.01 }, 120);
      const missing = sent.length - samples.length;
      const gap_s = gaps(samples, 0.06).reduce((sum, each) => sum + each.gap_s - 1 / 24, 0);
      expect(Math.abs(gap_s - missing / 24)).toBeLessThan(0.17);
      expect(rms(errors(after(all, 20)))).toBeLessThan(0.03);
      const kept = intervals(after(all, 20));
      const off = kept.filter((interval) => Math.abs(interval) > 0.01);
      expect(off.length).toBeLessThan(0.03 * kept.length);
    }
  });

  it('do not let the times fall behind without bound', () => {
    for (const seed of [1, 2, 3]) {
      const { samples, deliveries, timings: all } = timing(100, 100, { seed, loss: 0.01 }, 600);
      expect(samples).toHaveLength(countOf(deliveries));
      expect(deliveries.length).toBeLessThan(0.995 * 60_000);
      expect(largest(errors(after(all, 10)))).toBeLessThan(0.08);
    }
  });
});

describe('a break of the link', () => {
  it('begins a new count on the same axis, at the rate that was found', () => {
    const clock = newClock({ kind: 'count', rate_Hz: 100 });
    const sent = evenly(85, 90);
    const before = deliver(sent.slice(0, 85 * 40));
    const later = deliver(sent.slice(85 * 52 + 3), { seed: 2 });
    const first = timed(clock, before);
    clock.interrupted();
    const second = timed(clock, later);
    const all = timings([...first, ...second], sent);
    expect(all).toHaveLength(countOf(before) + countOf(later));
    expect(largest(errors(after(all, 10)))).toBeLessThan(0.06);
    expect(largest(intervals(after(all, 52.1)))).toBeLessThan(0.02);
  });

  it('gives what was held back before it', () => {
    const clock = newClock({ kind: 'count', rate_Hz: 100 });
    expect(clock.take([numbered(1), numbered(2)], 5)).toEqual([]);
    clock.interrupted();
    const [first, second, ...more] = clock.take([numbered(3)], 8);
    expect([first.accel_mps2[0], second.accel_mps2[0]]).toEqual([1, 2]);
    expect(second.t_s - first.t_s).toBeCloseTo(0.01, 3);
    expect(more).toEqual([]);
    const [third] = clock.flush();
    expect(third.t_s).toBeGreaterThan(7.9);
    expect(third.t_s).toBeLessThan(8.1);
  });
});

describe('a set that comes through a bursty radio', () => {
  it.each([1, 2, 3, 4])('is measured as with exact times: seed %i', (seed) => {
    const { recording, truth } = simulate({ seed });
    const sent = Array.from({ length: recording.length }, (_, i) => {
      const { t_s, ...reading } = sampleAt(recording, i);
      return { reading, at_s: t_s };
    });
    // The device was asked for a rate that it does not keep.
    const clock = newClock({ kind: 'count', rate_Hz: 110 });
    const samples = timed(clock, deliver(sent, { seed }));
    const exact = analyse(recording);
    const rebuilt = analyse(recordingOf(samples));
    expect(rebuilt.reps).toHaveLength(truth.reps.length);
    expect(rebuilt.gaps).toEqual([]);
    const depth_m = rebuilt.reps.map((rep, i) => rep.depth_m - exact.reps[i].depth_m);
    const press_s = rebuilt.reps.map(
      ({ press }, i) => press.duration_s - exact.reps[i].press.duration_s,
    );
    expect(rms(depth_m)).toBeLessThan(0.004);
    expect(largest(depth_m)).toBeLessThan(0.008);
    expect(largest(press_s)).toBeLessThan(0.05);
  });
});
