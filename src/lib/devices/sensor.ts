import type { Sample } from '$lib/core/recording';

/**
 * A motion sensor. `start` may be called once; after `stop`, or once the listener heard `ended`, no
 * further call reaches the listener.
 */
export interface Sensor {
  /** As a person knows it: "Simulated sled", "WT901BLE68". */
  readonly name: string;
  /** The rate the sensor is set to; null where it is not known before the samples are. */
  readonly rate_Hz: number | null;
  /** Seconds of samples per second of a clock: 1 for a device, more for a recording played fast. */
  readonly speed: number;
  /** Whether it plays what is known already: nobody lifts. */
  readonly isPlayed: boolean;
  /** Resolves once samples are on their way. Rejects with SensorError: `cancelled` where `stop` came first. */
  start(listener: SensorListener): Promise<void>;
  /** Ends the stream and frees whatever it held. Safe to call at any time, and again. */
  stop(): Promise<void>;
}

export interface SensorListener {
  /** A batch in the order it was measured; times rise strictly, within it and from batch to batch. */
  samples(batch: readonly Sample[]): void;
  /** How the sensor is doing, whenever that changes; until the first call as in {@link ALL_WELL}. */
  status(status: SensorStatus): void;
  /** The stream ended without `stop`: null when its source is played to the end, else why. */
  ended(cause: SensorError | null): void;
}

/** How a sensor that has been started is doing. */
export interface SensorStatus {
  readonly link: LinkState;
  /** Charge left; null where the sensor does not tell. */
  readonly battery_percent: number | null;
  readonly notices: readonly SensorNotice[];
}

/** `silent`: connected, but mute for longer than it should be. `reconnecting`: the link broke and is being made anew. */
export type LinkState = 'streaming' | 'silent' | 'reconnecting';

/** What the person should know, though samples come. Screens word it by its code. */
export type SensorNotice =
  /** At rest it does not weigh 1 g: its scale or its range is not what it says, or an axis is broken. */
  | { readonly code: 'gravity-off'; readonly measured_g: number }
  /** Too slow for the times of quick reps. */
  | { readonly code: 'slow'; readonly rate_Hz: number }
  /** It measures no more than this, and a sled that hits its stop may exceed it. */
  | { readonly code: 'narrow-range'; readonly range_g: number }
  /** Packets came that could not be read, and were passed over. */
  | { readonly code: 'unreadable-packets'; readonly count: number };

export const ALL_WELL: SensorStatus = { link: 'streaming', battery_percent: null, notices: [] };

/** What went wrong, named by what the screen should do about it. README.md tells who raises each. */
export type SensorErrorCode =
  /** The browser cannot reach this kind of sensor: offer another browser, this device's own sensor, a file, or the simulated sled. */
  | 'unsupported'
  /** Bluetooth is switched off, or there is none: ask to switch it on. */
  | 'bluetooth-off'
  /** The person closed the chooser: go back without a fuss. */
  | 'not-chosen'
  /** The browser or its settings do not allow it: say where to allow it. */
  | 'forbidden'
  /** Chosen, but it cannot be connected: ask to wake it, to bring it near, and to try again. */
  | 'unreachable'
  /** Connected, but no sensor we can read: say what it is and why not. */
  | 'wrong-device'
  /** The right device, but it wants something first (pairing, another firmware, to leave its charger): the message says what. */
  | 'not-ready'
  /** It answered and then fell silent for good: keep the set open and offer to end it. */
  | 'lost'
  /** It sends what the decoder does not know: name the sensor, and ask for a report. */
  | 'unreadable'
  /** `stop` was called before the sensor had started: nothing to say. */
  | 'cancelled';

export class SensorError extends Error {
  override readonly name = 'SensorError';

  /**
   * `message`: a sentence that says what happened, where, and what to do; in the person's language, but for
   * `unreadable`, which is for whoever mends the decoder.
   */
  constructor(
    readonly code: SensorErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** `not-ready`, because the system has to be paired with the device first. */
export class UnpairedError extends SensorError {
  constructor(message: string, options?: ErrorOptions) {
    super('not-ready', message, options);
  }
}
