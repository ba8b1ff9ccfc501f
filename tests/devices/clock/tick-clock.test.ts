import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/lib/core/recording';
import { newClock, type SampleClock } from '../../../src/lib/devices/clock/clock';
import { deliver, type Delivery, type Radio, type Sent } from './radio';
import { evenly, largest, numbered, rms, timed, timings } from './streams';

interface DeviceClock {
  readonly unit_s: number;
  readonly period: number;
  /** Ticks at the stream's start. */
  readonly start?: number;
  /** How much faster than the host's it goes, parts per million. */
  readonly fast_ppm?: number;
}

const MICROSECONDS: DeviceClock = { unit_s: 1e-6, period: 2 ** 32 };
/** Of the Daydream controller: nine bits of milliseconds. */
const NINE_BITS: DeviceClock = { unit_s: 1e-3, period: 512 };
const NANOSECONDS: DeviceClock = { unit_s: 1e-9, period: Infinity };

/** Stamps readings as a device would that rounds down to its ticks. */
function stamped(sent: readonly Sent[], device: DeviceClock): Sent[] {
  const { unit_s, period, start = 0, fast_ppm = 0 } = device;
  return sent.map(({ reading, at_s }) => {
    const ticks = start + Math.floor(((at_s - sent[0].at_s) * (1 + fast_ppm * 1e-6)) / unit_s);
    return { reading: { ...reading, tick: period === Infinity ? ticks : ticks % period }, at_s };
  });
}

function clockOf({ unit_s, period }: DeviceClock): SampleClock {
  return newClock({ kind: 'ticks', unit_s, period });
}

function stream(device: DeviceClock, rate_Hz: number, duration_s: number, radio?: Partial<Radio>) {
  const sent = stamped(evenly(rate_Hz, duration_s), device);
  const deliveries = deliver(sent, radio);
  const clock = clockOf(device);
  const samples = timed(clock, deliveries);
  return { sent, deliveries, clock, samples, timings: timings(samples, sent) };
}

const numbersOf = (samples: readonly Sample[]) => samples.map(({ accel_mps2 }) => accel_mps2[0]);
const countOf = (deliveries: readonly Delivery[]) =>
  deliveries.reduce((sum, { sent }) => sum + sent.length, 0);

describe('readings with a stamp', () => {
  it.each([
    ['microseconds', { ...MICROSECONDS, start: 2 ** 32 - 20e6 }, 60, 1],
    ['nine bits of milliseconds (Daydream)', { ...NINE_BITS, start: 200 }, 60, 1],
    ['nanoseconds, 36 to a notification (Polar)', { ...NANOSECONDS, start: 5e17 }, 52, 36],
    [
      'milliseconds in 16 bits, 8 to a notification',
      { unit_s: 1e-3, period: 65536, start: 60_000 },
      100,
      8,
    ],
  ] as const)('lie as far apart as their stamps, over rollovers and bursts: %s', (...row) => {
    const [, device, rate_Hz, batch] = row;
    for (const seed of [1, 2, 3]) {
      const { samples, deliveries, sent, clock } = stream(device, rate_Hz, 120, { seed, batch });
      expect(samples).toHaveLength(countOf(deliveries));
      expect(clock.late).toBe(0);
      const { unit_s } = device;
      const off_s = samples.map(({ t_s }, i) => {
        const ticks = Math.floor((sent[i].at_s - sent[0].at_s) / unit_s);
        return t_s - samples[0].t_s - ticks * unit_s;
      });
      expect(largest(off_s)).toBeLessThan(1e-6);
      expect(Math.abs(samples[0].t_s - sent[0].at_s)).toBeLessThan(0.2);
    }
  });

  it.each([150, -150])('keep the right turn though clocks differ by %i ppm', (fast_ppm) => {
    const { samples, sent, clock } = stream({ ...NINE_BITS, fast_ppm }, 60, 1800);
    expect(samples).toHaveLength(sent.length);
    expect(clock.late).toBe(0);
    const elapsed_s = samples[samples.length - 1].t_s - samples[0].t_s;
    const true_s = sent[sent.length - 1].at_s - sent[0].at_s;
    expect(Math.abs(elapsed_s - true_s * (1 + fast_ppm * 1e-6))).toBeLessThan(0.002);
  });

  it.each([
    ['nine bits of milliseconds, 2 s', NINE_BITS, [33, 35], 60],
    ['nine bits of milliseconds, 47 s', NINE_BITS, [33, 80], 60],
    ['microseconds, 2 s', MICROSECONDS, [33, 35], 100],
    ['16 bits of milliseconds, 150 s', { unit_s: 1e-3, period: 65536 }, [33, 183], 50],
  ] as const)('are placed right after an outage in which all was lost: %s', (...row) => {
    const [, device, outage_s, rate_Hz] = row;
    for (const seed of [1, 2, 3]) {
      const radio = { seed, outage_s, keepsBacklog: false };
      const { samples, deliveries, timings: all } = stream(device, rate_Hz, 240, radio);
      expect(samples).toHaveLength(countOf(deliveries));
      expect(largest(all.map(({ error_s }) => error_s))).toBeLessThan(0.0011);
    }
  });

  it.each([
    ['nine bits of milliseconds', NINE_BITS, 60],
    ['microseconds', MICROSECONDS, 100],
  ] as const)('have no gap when all comes after an outage of 2 s: %s', (_, device, rate_Hz) => {
    for (const seed of [1, 2, 3]) {
      const {
        samples,
        sent,
        timings: all,
      } = stream(device, rate_Hz, 60, {
        seed,
        outage_s: [33, 35],
      });
      expect(samples).toHaveLength(sent.length);
      expect(largest(all.map(({ error_s }) => error_s))).toBeLessThan(0.0011);
    }
  });

  it('are placed right after an outage longer than the 71 minutes of 32 bits of microseconds', () => {
    const clock = clockOf(MICROSECONDS);
    const [first] = clock.take([numbered(0, 4e9)], 100);
    const [second] = clock.take([numbered(1, (4e9 + 6000e6) % 2 ** 32)], 6100.02);
    expect(second.t_s - first.t_s).toBeCloseTo(6000, 6);
  });

  it('go on from their arrival when the device starts anew', () => {
    const clock = clockOf(MICROSECONDS);
    const before = [0, 1, 2].flatMap((i) =>
      clock.take([numbered(i, 9e8 + i * 10e3)], 50 + i / 100),
    );
    const after = [0, 1, 2].flatMap((i) => clock.take([numbered(i, 500 + i * 10e3)], 53 + i / 100));
    expect(before.map(({ t_s }) => t_s)).toEqual([50, 50.01, 50.02].map(near));
    expect(after.map(({ t_s }) => t_s)).toEqual([53, 53.01, 53.02].map(near));
    expect(clock.late).toBe(0);
  });

  it('go on from their arrival when the device starts anew soon after its start', () => {
    const clock = clockOf(NANOSECONDS);
    const [before] = clock.take([numbered(0, 5e9)], 50);
    const [after] = clock.take([numbered(1, 1e9)], 50.5);
    expect([before.t_s, after.t_s]).toEqual([50, 50.5]);
    expect(clock.late).toBe(0);
  });

  it('go on from their arrival when the clock leaps', () => {
    const clock = clockOf(NANOSECONDS);
    const [before] = clock.take([numbered(0, 1e9)], 50);
    const [after, next] = clock.take([numbered(1, 1e15), numbered(2, 1e15 + 1e7)], 50.5);
    expect(before.t_s).toBe(50);
    expect(after.t_s).toBeCloseTo(50.49, 6);
    expect(next.t_s).toBeCloseTo(50.5, 6);
  });

  it('are left out and counted when they come late', () => {
    const clock = clockOf(MICROSECONDS);
    const ticks = [0, 10e3, 20e3, 50e3, 30e3, 40e3, 60e3];
    const samples = ticks.flatMap((tick, i) => clock.take([numbered(i, tick)], 7 + i / 100));
    expect(numbersOf(samples)).toEqual([0, 1, 2, 3, 6]);
    expect(samples[4].t_s - samples[0].t_s).toBeCloseTo(0.06, 9);
    expect(clock.late).toBe(2);
  });

  it('follow each other closely where they share a tick, and keep the ticks between', () => {
    const clock = clockOf({ unit_s: 1e-3, period: Infinity });
    const samples = clock.take(
      [5, 5, 5, 25].map((tick, i) => numbered(i, tick)),
      1,
    );
    const since_s = samples.map(({ t_s }) => t_s - samples[0].t_s);
    expect(since_s[3]).toBeCloseTo(0.02, 9);
    expect(since_s[1]).toBeGreaterThan(0);
    expect(since_s[2]).toBeGreaterThan(since_s[1]);
    expect(since_s[2]).toBeLessThan(0.001);
  });
});

const near = (value: number): unknown => expect.closeTo(value, 6);

describe('a break of the link', () => {
  it('keeps the axis where the device’s clock went on', () => {
    const clock = clockOf(MICROSECONDS);
    const [before] = clock.take([numbered(0, 10e6)], 50);
    clock.interrupted();
    const [after] = clock.take([numbered(1, 17e6)], 57.08);
    expect(after.t_s - before.t_s).toBeCloseTo(7, 9);
  });

  it('begins anew by the arrival where it did not', () => {
    const clock = clockOf(MICROSECONDS);
    clock.take([numbered(0, 10e6)], 50);
    clock.interrupted();
    const [after] = clock.take([numbered(1, 12e6)], 57);
    expect(after.t_s).toBeCloseTo(57, 9);
  });

  it('begins anew by the arrival where the clock rolls over so soon that nobody could tell', () => {
    const clock = clockOf(NINE_BITS);
    expect(clock.take([numbered(0, 100)], 50)).toEqual([]);
    clock.interrupted();
    const samples = [...clock.take([numbered(1, 300)], 58.2), ...clock.flush()];
    expect(samples.map(({ t_s }) => t_s)).toEqual([50, 58.2]);
  });
});

describe('readings whose ticks are not much shorter than their intervals', () => {
  /** ST BlueST: 8 ms ticks in 16 bits. */
  const EIGHT_MS: DeviceClock = { unit_s: 0.008, period: 65536, start: 65000 };

  function coarse(told_Hz: number, true_Hz: number, radio: Partial<Radio> = {}) {
    const sent = stamped(evenly(true_Hz, 120), EIGHT_MS);
    const { unit_s, period } = EIGHT_MS;
    const clock = newClock({ kind: 'ticks', unit_s, period, rate_Hz: told_Hz });
    const deliveries = deliver(sent, radio);
    const samples = timed(clock, deliveries);
    expect(samples).toHaveLength(countOf(deliveries));
    return timings(samples, sent).filter(({ since_s }) => since_s >= 5);
  }

  it.each([
    [100, 100],
    [100, 96.3],
    [100, 90],
    [100, 110],
    [50, 51],
    [25, 26],
  ])('are counted, at a rate found from the stamps: told %i Hz, given %f', (told_Hz, true_Hz) => {
    const all = coarse(told_Hz, true_Hz);
    expect(largest(all.map(({ error_s }) => error_s))).toBeLessThan(0.004);
    expect(rms(all.map(({ interval }) => interval))).toBeLessThan(0.002);
  });

  it('find their rate, told 10 % wrong, though some are lost from the start', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(90, 100, 110), (seed, true_Hz) => {
        const all = coarse(100, true_Hz, { seed, loss: 0.02 });
        const later = all.filter(({ since_s }) => since_s >= 20);
        expect(largest(all.map(({ error_s }) => error_s))).toBeLessThan(0.4);
        expect(largest(later.map(({ error_s }) => error_s))).toBeLessThan(0.06);
      }),
      { numRuns: 30 },
    );
  });

  it('leave gaps where some were lost', () => {
    const all = coarse(100, 98.2, { outage_s: [40, 42], keepsBacklog: false, loss: 0.005 });
    expect(largest(all.map(({ error_s }) => error_s))).toBeLessThan(0.02);
    expect(rms(all.map(({ error_s }) => error_s))).toBeLessThan(0.003);
  });
});
