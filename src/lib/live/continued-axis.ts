import type { Sample } from '$lib/core/recording';

/** The last sample before a recording was cut off: its time on the recording's axis, and when it came by the clock. */
export interface LastSample {
  t_s: number;
  /** ms since 1970. */
  at_ms: number;
}

/**
 * The time between is at least this, s: longer than the analysis follows a sled without samples, as the
 * sensor may have been clipped on anew, or be another one; also where the clock was set back.
 */
const LEAST_GAP_s = 2.5;

/**
 * What to add to a sensor's times so that they go on where the recording was cut off, s: its first batch,
 * come at `now_ms`, ends as much later than the last sample as the clock says.
 */
export function shiftAfter(
  last: LastSample,
  firstBatch: readonly Sample[],
  now_ms: number,
): number {
  const first_s = firstBatch[0].t_s;
  const newest_s = firstBatch[firstBatch.length - 1].t_s;
  const byClock_s = last.t_s + (now_ms - last.at_ms) / 1000 - newest_s;
  return Math.max(byClock_s, last.t_s + LEAST_GAP_s - first_s);
}

/** The samples with their times moved by so much. */
export function shifted(batch: readonly Sample[], by_s: number): Sample[] {
  return batch.map((sample) => ({ ...sample, t_s: sample.t_s + by_s }));
}
