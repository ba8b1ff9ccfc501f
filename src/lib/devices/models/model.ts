import type { Vector3 } from '$lib/core/recording';

/**
 * One kind of Bluetooth sensor. Its bytes are read by pure functions beside it; what is written and in
 * which order stands in `open` and in the stream's `start` and `stop`.
 */
export interface Model {
  /** kebab-case, as the file is named. */
  readonly id: string;
  /** As people know it: "Polar Verity Sense". */
  readonly name: string;
  /** What makes a device of this model appear in the chooser. */
  readonly filters: readonly BluetoothLEScanFilter[];
  /** Every service that `recognises` and `open` touch (128 bits, lower case); the standard ones for battery and model number are always there. */
  readonly services: readonly string[];
  /** Whether the connected device is of this model, told from its services; a name is what its owner wrote. */
  recognises(connection: Connection): Promise<boolean>;
  /**
   * Asks the device what it can do and sets it to the best useful rate and to a range that a sled does not
   * exceed. Rejects with SensorError: `wrong-device` or `not-ready`, with a sentence that says what to do.
   */
  open(connection: Connection): Promise<Stream>;
}

/** A device that has been set up and is about to measure. */
export interface Stream {
  /** As a person knows this very device: its model, or null for what it calls itself. */
  readonly name: string | null;
  /** What it has been set to. */
  readonly rate_Hz: number;
  /** Largest specific force it can tell, g. */
  readonly range_g: number;
  readonly clock: ClockSettings;
  /**
   * Subscribes and starts the measurement. `take` gets the readings of each notification in the order they
   * were measured; `battery`, where the device has a way of its own to tell it, the charge.
   */
  start(
    take: (readings: readonly Reading[]) => void,
    battery: (percent: number) => void,
  ): Promise<void>;
  /** Ends the measurement, so that the device saves its battery; the connection is closed after it. */
  stop(): Promise<void>;
}

/** How the time of a reading is known. */
export type ClockSettings =
  /**
   * The device stamps every reading: `unit_s` seconds to a tick, rolling over after `period` ticks (∞: never).
   * `rate_Hz`, about: given where a tick is not much shorter than an interval; readings are then counted, and
   * the stamps tell the rate and how many were lost.
   */
  | {
      readonly kind: 'ticks';
      readonly unit_s: number;
      readonly period: number;
      readonly rate_Hz?: number;
    }
  /** It does not: readings are counted, at about this rate. */
  | { readonly kind: 'count'; readonly rate_Hz: number };

/** One reading as a decoder gives it; every number finite. */
export interface Reading {
  /** Specific force, m/s². */
  readonly accel_mps2: Vector3;
  /** Angular rate, °/s; absent where there is no gyroscope. */
  readonly gyro_dps?: Vector3;
  /** The device's clock, in ticks (fractions where a batch shares a stamp); absent where readings are counted. */
  readonly tick?: number;
  /** The device sent again what it had sent before, for want of a new measurement: the instant counts, its values are lost. */
  readonly repeated?: true;
}

/**
 * A connected device as a model sees it. Operations wait for one another: a device does one at a time.
 * Each rejects with SensorError (`unreachable` when the link broke or the device did not answer in time).
 */
export interface Connection {
  /** What the device calls itself; '' where it does not. */
  readonly deviceName: string;
  /** Whether there is such a service, and such a characteristic in it. */
  has(service: string, characteristic?: string): Promise<boolean>;
  /** UUIDs of a service's characteristics; none where there is no such service. */
  characteristics(service: string): Promise<readonly string[]>;
  read(service: string, characteristic: string): Promise<DataView>;
  /** With response where the characteristic has it, else without. */
  write(service: string, characteristic: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /**
   * Hears a characteristic's notifications or indications from now on, each in a copy of its own. A SensorError
   * that `heard` throws is counted as a packet that could not be read; the next one goes its usual way.
   */
  subscribe(
    service: string,
    characteristic: string,
    heard: (value: DataView) => void,
  ): Promise<void>;
}
