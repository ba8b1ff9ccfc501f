import { sampleAt, type Recording, type Sample } from '../../src/lib/core/recording';
import { median } from '../../src/lib/core/signal/statistics';
import type { DrawnAnalysis, Held, Task } from './radio-page';

/** A stored recording beside what the sensor sent. */
export interface Fidelity {
  sent: number;
  stored: number;
  /** Sent, and not stored. */
  lost: number;
  /** Stored, and never sent. */
  extra: number;
  /** Stored with another acceleration than was measured, by more than the part's resolution. */
  altered: number;
  /** Largest error of an acceleration. */
  error_mps2: number;
  /** Largest error of a time, from the median: where the set lies on the page's clock is not the sensor's to say. */
  timeError_s: number;
}

/** A loss is told from altered samples by so many samples in a row that agree after it, */
const RUN = 4;
/** and is looked for this far ahead. */
const LONGEST_LOSS = 6000;

/** Goes through both in order, and finds what was left out. */
export function compareRecording(
  sent: readonly Sample[],
  stored: Recording,
  resolution_mps2: number,
): Fidelity {
  const kept = Array.from({ length: stored.length }, (_, i) => sampleAt(stored, i));
  const agree = (i: number, j: number) =>
    i < kept.length && j < sent.length && errorOf(kept[i], sent[j]) <= resolution_mps2;
  const pairs: [kept: Sample, sent: Sample][] = [];
  for (let i = 0, j = 0; i < kept.length && j < sent.length; i++, j++) {
    if (!agree(i, j)) j += lossBefore((ahead, k) => agree(i + k, j + ahead + k));
    pairs.push([kept[i], sent[j]]);
  }
  const errors_mps2 = pairs.map((pair) => errorOf(...pair));
  const offsets_s = pairs.map(([{ t_s }, { t_s: sent_s }]) => t_s - sent_s);
  const offset_s = median(offsets_s);
  return {
    sent: sent.length,
    stored: kept.length,
    lost: sent.length - pairs.length,
    extra: kept.length - pairs.length,
    altered: errors_mps2.filter((error_mps2) => error_mps2 > resolution_mps2).length,
    error_mps2: largest(errors_mps2),
    timeError_s: largest(offsets_s.map((each_s) => Math.abs(each_s - offset_s))),
  };
}

/** How many samples to leave out for a run of them to agree; 0 where nothing helps. */
function lossBefore(agree: (ahead: number, k: number) => boolean): number {
  const run = Array.from({ length: RUN }, (_, k) => k);
  for (let ahead = 1; ahead <= LONGEST_LOSS; ahead++) {
    if (run.every((k) => agree(ahead, k))) return ahead;
  }
  return 0;
}

function errorOf({ accel_mps2: kept }: Sample, { accel_mps2: sent }: Sample): number {
  const off = (axis: 0 | 1 | 2) => Math.abs(kept[axis] - sent[axis]);
  return Math.max(off(0), off(1), off(2));
}

/** Largest of many; 0 of none. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** How long notifications took to be taken by the session, and to be drawn with an analysis that includes them, ms. */
export interface Delays {
  taken_ms: number[];
  drawn_ms: number[];
}

/**
 * Each notification with the first batch, and the first analysis drawn, of at least the samples that had been
 * sent with it; the three in order, on one clock. Right only while nothing is lost. What took until a time that
 * `isAside` is left out.
 */
export function delaysOf(
  {
    sent,
    taken,
    drawn,
  }: { sent: readonly Held[]; taken: readonly Held[]; drawn: readonly DrawnAnalysis[] },
  isAside: (from_ms: number, to_ms: number) => boolean,
): Delays {
  const until = (ends: readonly Held[]) => {
    let next = 0;
    return sent.flatMap(({ at_ms, samples }) => {
      while (next < ends.length && ends[next].samples < samples) next++;
      if (next === ends.length || isAside(at_ms, ends[next].at_ms)) return [];
      return [ends[next].at_ms - at_ms];
    });
  };
  const frames = drawn.map(({ samples, frameDrawn_ms }) => ({ samples, at_ms: frameDrawn_ms }));
  return { taken_ms: until(taken), drawn_ms: until(frames) };
}

/** Whether a time overlaps one of those in which the page was held up from outside. */
export function asideFrom(spans: readonly Task[]): (from_ms: number, to_ms: number) => boolean {
  return (from_ms, to_ms) =>
    spans.some(
      ({ start_ms, duration_ms }) => from_ms <= start_ms + duration_ms && to_ms >= start_ms,
    );
}
