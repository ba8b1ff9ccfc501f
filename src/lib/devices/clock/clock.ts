import type { Sample } from '$lib/core/recording';
import type { ClockSettings, Reading } from '../models/model';
import { CountClock } from './count-clock';
import { TickClock } from './tick-clock';

/**
 * Gives readings their times: seconds on one axis for the clock's life, whose origin is that of the arrival
 * times and whose pace is the device's own. Times rise strictly over all calls.
 */
export interface SampleClock {
  /** Readings left out because they came after later ones. */
  readonly late: number;
  /**
   * Samples for the readings of one notification, in the order they were measured, that arrived at `arrived_s`
   * (a clock of the host that never goes back). May hold samples back for a moment and give them with a later call.
   */
  take(readings: readonly Reading[], arrived_s: number): Sample[];
  /** The link broke or was made anew: counts start anew, and a device clock may have been reset. */
  interrupted(): void;
  /** What is still held back; for the end of the stream. */
  flush(): Sample[];
}

/** A clock for a device whose readings are timed as the settings say. */
export function newClock(settings: ClockSettings): SampleClock {
  return settings.kind === 'ticks' ? new TickClock(settings) : new CountClock(settings);
}
