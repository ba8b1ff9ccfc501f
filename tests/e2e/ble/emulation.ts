import type { Sample } from '../../../src/lib/core/recording';

/** A Bluetooth sensor as the tests play it: what it offers, what it expects, how it answers, how it packs samples. */
export interface Emulation {
  /** The id of the model that is to recognise it. */
  readonly model: string;
  /** The name it advertises. */
  readonly name: string;
  /** What the page calls it once it is connected; unless told, its name. */
  readonly shownAs?: string;
  /** Characteristics and their properties by service; UUIDs of 128 bits in lower case. */
  readonly services: Readonly<Record<string, Readonly<Record<string, readonly Property[]>>>>;
  /** The services in its advertisement; unless told, all of them. */
  readonly advertises?: readonly string[];
  /** Companies in its advertisement, for models that are found by them. */
  readonly companies?: readonly number[];
  /** The rate at which it measures once the page has set it up. */
  readonly rate_Hz: number;
  readonly hasGyro: boolean;
  /** Largest specific force, g, and the part's resolution: what the simulated sensor is given. */
  readonly range_g: number;
  readonly resolution_mps2: number;
  /** Every write between connecting and the first sample, in order. */
  readonly setUp: readonly Written[];
  /** Every write when the set ends, in order. */
  readonly putDown: readonly Written[];
  /** The charge that the page is to show; null where the device does not tell. */
  readonly battery_percent: number | null;
  /** How far a depth may be off, m, for what the part measures. */
  readonly depthWithin_m: number;
  /**
   * Makes a peripheral behave like the device from now on, over any number of connections: answers reads and
   * commands. Calls `measures` with true when the device would begin to send samples, with false when it would stop.
   */
  play(peripheral: Peripheral, measures: (on: boolean) => void): void;
  /** Packs samples the device has measured, in the order it would send them. */
  packets(samples: readonly Sample[]): Packet[];
}

export type Property = 'read' | 'write' | 'write-without-response' | 'notify' | 'indicate';

export interface Written {
  readonly characteristic: string;
  /** Bytes in hex, lower case, without spaces. */
  readonly hex: string;
}

/** One notification. */
export interface Packet {
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  /** When it is complete: the time of its last sample, s. */
  readonly at_s: number;
}

/** A peripheral in the emulated Bluetooth world. */
export interface Peripheral {
  readonly connected: boolean;
  onRead: (characteristic: string) => Iterable<number> | Promise<Iterable<number>>;
  on(event: 'write', heard: (write: { uuid: string; data: Uint8Array }) => void): unknown;
  on(event: 'subscribe' | 'unsubscribe', heard: (characteristic: string) => void): unknown;
  on(event: 'connect' | 'disconnect', heard: () => void): unknown;
  notify(characteristic: string, bytes: Uint8Array): void;
}
