import { EventEmitter } from 'node:events';
import type { Connection } from '../../../src/lib/devices/models/model';
import { SensorError } from '../../../src/lib/devices/sensor';
import type { Emulation, Packet, Peripheral, Property, Written } from '../../e2e/ble/emulation';

/** An emulated device and a connection to it, in memory: what a model says and hears, without a radio. */
export class PlayedDevice extends EventEmitter implements Peripheral, Connection {
  readonly deviceName: string;
  /** Every write so far, in order. */
  readonly written: Written[] = [];
  connected = true;
  /** Whether the device would send samples now. */
  measuring = false;
  onRead: Peripheral['onRead'] = () => [];
  readonly #services: Emulation['services'];
  readonly #hearers = new Map<string, (value: DataView) => void>();

  constructor(emulation: Emulation) {
    super();
    this.deviceName = emulation.name;
    this.#services = emulation.services;
    emulation.play(this, (on) => (this.measuring = on));
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
    return new DataView(Uint8Array.from(await this.onRead(characteristic)).buffer);
  }

  async write(service: string, characteristic: string, data: Uint8Array): Promise<void> {
    this.#expect(service, characteristic, ['write', 'write-without-response']);
    this.written.push({ characteristic, hex: Buffer.from(data).toString('hex') });
    this.emit('write', { uuid: characteristic, data });
    return Promise.resolve();
  }

  subscribe(service: string, characteristic: string, heard: (value: DataView) => void) {
    this.#expect(service, characteristic, ['notify', 'indicate']);
    this.#hearers.set(characteristic, heard);
    this.emit('subscribe', characteristic);
    return Promise.resolve();
  }

  /** Sends what nobody who has not subscribed hears. */
  notify(characteristic: string, bytes: Uint8Array): void {
    this.#hearers.get(characteristic)?.(new DataView(Uint8Array.from(bytes).buffer));
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

  #expect(service: string, characteristic: string, properties: readonly Property[]): void {
    const offered = this.#services[service]?.[characteristic] ?? [];
    if (properties.some((each) => offered.includes(each))) return;
    throw new SensorError(
      'wrong-device',
      `${characteristic} of ${service} does not ${properties.join(' or ')}.`,
    );
  }
}

/** For what a device never tells. */
export function unexpected(): never {
  throw new Error('The device told what it has no way to tell.');
}
