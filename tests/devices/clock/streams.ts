import type { Sample } from '../../../src/lib/core/recording';
import type { SampleClock } from '../../../src/lib/devices/clock/clock';
import type { Reading } from '../../../src/lib/devices/models/model';
import type { Delivery, Sent } from './radio';

/** A reading that can be told from others by its number. */
export function numbered(number: number, tick?: number): Reading {
  const accel_mps2 = [number, 0, 9.81] as const;
  return tick === undefined ? { accel_mps2 } : { accel_mps2, tick };
}

/** What was measured at even times from 3 s on, each reading bearing its number. */
export function evenly(rate_Hz: number, duration_s: number): Sent[] {
  return Array.from({ length: Math.floor(duration_s * rate_Hz) }, (_, i) => ({
    reading: numbered(i),
    at_s: 3 + i / rate_Hz,
  }));
}

/** All samples a clock gives for what arrives. */
export function timed(clock: SampleClock, deliveries: readonly Delivery[]): Sample[] {
  const given = deliveries.flatMap(({ sent, arrived_s }) =>
    clock.take(
      sent.map(({ reading }) => reading),
      arrived_s,
    ),
  );
  return [...given, ...clock.flush()];
}

/** Readings by number: how far each one's time is from when it was measured, s, and its place in the stream. */
export interface Timing {
  /** When it was measured, from the stream's first reading on, s. */
  readonly since_s: number;
  /** Time given less true time, s, less the median of that: the link's least delay is no error. */
  readonly error_s: number;
  /** Interval from the sample before, relative to the truth, less 1; NaN where readings between were lost. */
  readonly interval: number;
}

export function timings(samples: readonly Sample[], sent: readonly Sent[]): Timing[] {
  const numbers = samples.map(({ accel_mps2 }) => accel_mps2[0]);
  const off_s = samples.map(({ t_s }, i) => t_s - sent[numbers[i]].at_s);
  const delay_s = off_s.toSorted((a, b) => a - b)[off_s.length >> 1];
  return samples.map(({ t_s }, i) => {
    const follows = i > 0 && numbers[i] === numbers[i - 1] + 1;
    const true_s = follows ? sent[numbers[i]].at_s - sent[numbers[i - 1]].at_s : NaN;
    return {
      since_s: sent[numbers[i]].at_s - sent[0].at_s,
      error_s: off_s[i] - delay_s,
      interval: follows ? (t_s - samples[i - 1].t_s) / true_s - 1 : NaN,
    };
  });
}

export const largest = (values: readonly number[]) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

export const rms = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
