import type { Sample } from '$lib/core/recording';

/**
 * A motion sensor. `start` may be called once; after `stop`, or once the listener heard `ended`, no
 * further call reaches the listener.
 */
export interface Sensor {
  /** As a person knows it: "Simulated sled", "WT901". */
  readonly name: string;
  /** The rate the sensor is set to; null where it is not known before the samples are. */
  readonly rate_Hz: number | null;
  /** Seconds of samples per second of a clock: 1 for a device, more for a recording played fast. */
  readonly speed: number;
  /** Resolves once samples are on their way. Rejects with SensorError. */
  start(listener: SensorListener): Promise<void>;
  /** Ends the stream and frees whatever it held. Safe to call at any time, and again. */
  stop(): Promise<void>;
}

export interface SensorListener {
  /** A batch in the order it was measured; times rise strictly, within it and from batch to batch. */
  samples(batch: readonly Sample[]): void;
  /** The stream ended without `stop`: null when its source is played to the end, else why. */
  ended(cause: SensorError | null): void;
}

/** What went wrong, named by what the screen should do about it. */
export type SensorErrorCode =
  /** The browser cannot reach this kind of sensor: offer another browser, a file, or the simulated sled. */
  | 'unsupported'
  /** The person closed the chooser: go back without a fuss. */
  | 'not-chosen'
  /** The sensor was chosen but does not answer: ask to wake it and to try again. */
  | 'unreachable'
  /** It answered and then fell silent: keep the set open and offer to end it. */
  | 'lost'
  /** It sends what the decoder does not know: name the sensor, and ask for a report. */
  | 'unreadable';

export class SensorError extends Error {
  override readonly name = 'SensorError';

  constructor(
    readonly code: SensorErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
