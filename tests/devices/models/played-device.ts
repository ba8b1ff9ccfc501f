import { EventEmitter } from 'node:events';
import type { Connection } from '$lib/devices/models/model';
import { SensorError } from '$lib/devices/sensor';
import type { Emulation, Packet, Peripheral, Property, Written } from '../../e2e/ble/emulation';
import { viewOf } from '../decoder-laws';

/**
 * An emulated device and a connection to it, in memory: what a model says and hears, without a radio. What
 * the model throws at a notification comes back to whoever sent it: see {@link refusalOf}.
 */
export class PlayedDevice extends EventEmitter implements Peripheral, Connection {
  readonly deviceName: string;
  /** Every write so far, in order. */
  readonly written: Written[] = [];
  /** Every characteristic that has been subscribed to, in order. */
  readonly subscribed: string[] = [];
  connected = true;
  /** Whether the device would send samples now. */
  measuring = false;
  onRead: Peripheral['onRead'] = () => [];
  readonly #services: Emulation['services'];
  readonly #hearers = new Map<string, (value: DataView) => void>();

  constructor({ name, services, play }: Pick<Emulation, 'name' | 'services' | 'play'>) {
    super();
    this.deviceName = name;
    this.#services = services;
    play(this, (on) => (this.measuring = on));
    this.emit('connect');
  }

  has(service: string, characteristic?: string): Promise<boolean> {
    const offered = this.#services[service];
    return Promise.resolve(
      offered !== undefined && (characteristic === undefined || characteristic in offered),
    );
  }

  characteristics(service: string): Promise<readonly string[]> {
    return Promise.resolve(Object.keys(this.#services[service] ?? {}));
  }

  async read(service: string, characteristic: string): Promise<DataView> {
    this.#expect(service, characteristic, ['read']);
    return viewOf(Uint8Array.from(await this.onRead(characteristic)));
  }

  async write(service: string, characteristic: string, data: Uint8Array): Promise<void> {
    this.#expect(service, characteristic, ['write', 'write-without-response']);
    this.written.push({ characteristic, hex: Buffer.from(data).toString('hex') });
    // A device answers later than it is asked.
    await Promise.resolve();
    this.emit('write', { uuid: characteristic, data });
  }

  async subscribe(
    service: string,
    characteristic: string,
    heard: (value: DataView) => void,
  ): Promise<void> {
    this.#expect(service, characteristic, ['notify', 'indicate']);
    this.subscribed.push(characteristic);
    await Promise.resolve();
    this.#hearers.set(characteristic, heard);
    this.emit('subscribe', characteristic);
  }

  /** Sends what nobody who has not subscribed hears. */
  notify(characteristic: string, bytes: Uint8Array): void {
    this.#hearers.get(characteristic)?.(viewOf(Uint8Array.from(bytes)));
  }

  /** Sends packets, as far as the device measures. */
  send(packets: readonly Packet[]): void {
    if (!this.measuring) return;
    for (const { characteristic, bytes } of packets) this.notify(characteristic, bytes);
  }

  disconnect(): void {
    this.connected = false;
    this.#hearers.clear();
    this.emit('disconnect');
  }

  /** Throws no SensorError, which a model might take for the device's own. */
  #expect(service: string, characteristic: string, properties: readonly Property[]): void {
    const offered = this.#services[service]?.[characteristic] ?? [];
    if (properties.some((each) => offered.includes(each))) return;
    throw new Error(`${characteristic} of ${service} does not ${properties.join(' or ')}.`);
  }
}

/** The SensorError with which a model refuses what it is sent; null where it takes it. */
export function refusalOf(send: () => void): SensorError | null {
  try {
    send();
    return null;
  } catch (cause) {
    if (cause instanceof SensorError) return cause;
    throw cause;
  }
}

/** For what a device never tells. */
export function unexpected(): never {
  throw new Error('The device told what it has no way to tell.');
}
