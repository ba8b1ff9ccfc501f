import { EventEmitter } from 'node:events';
import type { Connection } from '$lib/devices/models/model';
import { SensorError } from '$lib/devices/sensor';
import type { Emulation, Packet, Peripheral, Written } from '../../e2e/ble/emulation';
import { viewOf } from '../decoder-laws';

/** A link within memory to an emulated device, which behaves as it will in the browser. */
export class EmulatedConnection implements Connection {
  readonly deviceName: string;
  /** Every write so far, in order. */
  readonly written: Written[] = [];
  /** Whether the device sends samples. */
  measures = false;
  readonly #emulation: Emulation;
  readonly #peripheral: Peripheral & EventEmitter;
  readonly #heard = new Map<string, (value: DataView) => void>();

  constructor(emulation: Emulation) {
    this.deviceName = emulation.name;
    this.#emulation = emulation;
    this.#peripheral = Object.assign(new EventEmitter(), {
      connected: true,
      onRead: (): Iterable<number> => [],
      notify: (characteristic: string, bytes: Uint8Array) =>
        this.#heard.get(characteristic)?.(viewOf(bytes.slice())),
    });
    emulation.play(this.#peripheral, (on) => (this.measures = on));
    this.#peripheral.emit('connect');
  }

  /** Has the device send what it has measured, if it does measure. */
  send(packets: readonly Packet[]): void {
    if (!this.measures) return;
    for (const { characteristic, bytes } of packets) this.notify(characteristic, bytes);
  }

  notify(characteristic: string, bytes: Uint8Array): void {
    this.#peripheral.notify(characteristic, bytes);
  }

  has(service: string, characteristic?: string): Promise<boolean> {
    const found = this.#emulation.services[service];
    return Promise.resolve(found !== undefined && (!characteristic || characteristic in found));
  }

  characteristics(service: string): Promise<readonly string[]> {
    return Promise.resolve(Object.keys(this.#emulation.services[service] ?? {}));
  }

  async read(service: string, characteristic: string): Promise<DataView> {
    this.#expect(service, characteristic, 'read');
    return viewOf(Uint8Array.from(await this.#peripheral.onRead(characteristic)));
  }

  async write(service: string, characteristic: string, bytes: Uint8Array): Promise<void> {
    this.#expect(service, characteristic, 'write', 'write-without-response');
    this.written.push({ characteristic, hex: Buffer.from(bytes).toString('hex') });
    // A device answers later than it is asked.
    await Promise.resolve();
    this.#peripheral.emit('write', { uuid: characteristic, data: bytes });
  }

  async subscribe(
    service: string,
    characteristic: string,
    heard: (value: DataView) => void,
  ): Promise<void> {
    this.#expect(service, characteristic, 'notify', 'indicate');
    await Promise.resolve();
    this.#heard.set(characteristic, heard);
    this.#peripheral.emit('subscribe', characteristic);
  }

  #expect(service: string, characteristic: string, ...properties: string[]): void {
    const has = this.#emulation.services[service]?.[characteristic] ?? [];
    if (has.some((property) => properties.includes(property))) return;
    throw new SensorError(
      'unreachable',
      `${characteristic} of ${service} cannot ${properties.join(' or ')}.`,
    );
  }
}
