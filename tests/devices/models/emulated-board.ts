import { EventEmitter } from 'node:events';
import type { Connection, Reading } from '../../../src/lib/devices/models/model';
import type { Sample } from '../../../src/lib/core/recording';
import type { Emulation, Packet, Peripheral, Written } from '../../e2e/ble/emulation';
import { viewOf } from '../decoder-laws';

/** An emulated board at the other end of a connection without a radio. */
export class EmulatedBoard extends EventEmitter implements Peripheral, Connection {
  readonly deviceName: string;
  readonly written: Written[] = [];
  readonly subscribed: string[] = [];
  /** What the hearers threw. */
  readonly refused: unknown[] = [];
  connected = true;
  measures = false;
  onRead: Peripheral['onRead'] = () => [];
  readonly #services: Emulation['services'];
  readonly #hearers = new Map<string, (value: DataView) => void>();

  constructor({ name, services, play }: Pick<Emulation, 'name' | 'services' | 'play'>) {
    super();
    this.deviceName = name;
    this.#services = services;
    play(this, (on) => (this.measures = on));
  }

  has(service: string, characteristic?: string): Promise<boolean> {
    const found = this.#services[service];
    return Promise.resolve(found !== undefined && (!characteristic || characteristic in found));
  }

  characteristics(service: string): Promise<readonly string[]> {
    return Promise.resolve(Object.keys(this.#services[service] ?? {}));
  }

  async read(_service: string, characteristic: string): Promise<DataView> {
    return viewOf(Uint8Array.from(await this.onRead(characteristic)));
  }

  write(service: string, characteristic: string, bytes: Uint8Array): Promise<void> {
    this.#expect(service, characteristic, 'write');
    this.written.push({ characteristic, hex: Buffer.from(bytes).toString('hex') });
    this.emit('write', { uuid: characteristic, data: bytes });
    return Promise.resolve();
  }

  subscribe(service: string, characteristic: string, heard: (value: DataView) => void) {
    this.#expect(service, characteristic, 'notify');
    this.subscribed.push(characteristic);
    this.#hearers.set(characteristic, heard);
    this.emit('subscribe', characteristic);
    return Promise.resolve();
  }

  notify(characteristic: string, bytes: Uint8Array): void {
    try {
      this.#hearers.get(characteristic)?.(viewOf(Uint8Array.from(bytes)));
    } catch (cause) {
      this.refused.push(cause);
    }
  }

  /** Sends packets, as far as the board measures. */
  send(packets: readonly Packet[]): void {
    if (!this.measures) return;
    for (const { characteristic, bytes } of packets) this.notify(characteristic, bytes);
  }

  #expect(service: string, characteristic: string, property: 'write' | 'notify'): void {
    if (this.#services[service]?.[characteristic]?.includes(property)) return;
    throw new Error(`${characteristic} of ${service} has no ${property}.`);
  }
}

/** A few seconds of a movement that differs along all axes, within ± 2 g and ± 100 °/s. */
export function swinging(rate_Hz: number, duration_s: number): Sample[] {
  return Array.from({ length: Math.round(rate_Hz * duration_s) }, (_, i) => {
    const t_s = i / rate_Hz;
    return {
      t_s,
      accel_mps2: [3 * Math.sin(7 * t_s), 5 * Math.cos(3 * t_s), 9.8 + 4 * Math.sin(5 * t_s)],
      gyro_dps: [100 * Math.sin(2 * t_s), -80 * Math.cos(4 * t_s), 20 * Math.sin(11 * t_s)],
    };
  });
}

/** The largest difference between readings and the samples they were made of. */
export function largestErrors(readings: readonly Reading[], samples: readonly Sample[]) {
  const largest = (read: (i: number) => readonly (readonly [number, number])[]) =>
    Math.max(...samples.flatMap((_, i) => read(i).map(([a, b]) => Math.abs(a - b))));
  return {
    accel_mps2: largest((i) => pairs(readings[i].accel_mps2, samples[i].accel_mps2)),
    gyro_dps: largest((i) => pairs(readings[i].gyro_dps, samples[i].gyro_dps)),
  };
}

function pairs(a: readonly number[] = [], b: readonly number[] = []) {
  return [0, 1, 2].map((axis) => [a[axis], b[axis]] as const);
}
