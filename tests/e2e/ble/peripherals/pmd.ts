import type { Vector3 } from '../../../../src/lib/core/recording';
import type { Emulation, Packet, Peripheral } from '../emulation';

/** What Polar's devices have in common: the service, its commands, its frames. */

export const PMD_SERVICE = 'fb005c80-02e7-f387-1cad-8acd2d8df0c8';
export const PMD_CONTROL = 'fb005c81-02e7-f387-1cad-8acd2d8df0c8';
export const PMD_DATA = 'fb005c82-02e7-f387-1cad-8acd2d8df0c8';

const BATTERY_SERVICE = '0000180f-0000-1000-8000-00805f9b34fb';
const BATTERY_LEVEL = '00002a19-0000-1000-8000-00805f9b34fb';

export const PMD_SERVICES: Emulation['services'] = {
  [BATTERY_SERVICE]: { [BATTERY_LEVEL]: ['read', 'notify'] },
  [PMD_SERVICE]: {
    [PMD_CONTROL]: ['read', 'write', 'indicate'],
    [PMD_DATA]: ['notify'],
  },
};

export const ACCEL = 2;
export const GYRO = 5;
const SDK_MODE = 9;

const GET_SETTINGS = 1;
const START = 2;
const STOP = 3;
const OK = 0;
const NOT_SUPPORTED = 3;
const ALREADY_IN_STATE = 6;
const INVALID_STATE = 12;

export interface PmdDevice {
  readonly battery_percent: number;
  /** What a read of the control point gives. */
  readonly features: readonly number[];
  /** What a measurement offers now, as the parts in which the device tells it. */
  settings(measurement: number, inSdkMode: boolean): readonly (readonly number[])[] | null;
  /** What the answer to its start carries. */
  startParameters(measurement: number): readonly number[];
  /** The measurements that have to run for the device to measure. */
  readonly measurements: readonly number[];
}

/** Plays a device: one command, one answer. */
export function playPmd(
  device: PmdDevice,
  peripheral: Peripheral,
  measures: (on: boolean) => void,
): void {
  const running = new Set<number>();
  const answer = (command: number, measurement: number, status: number, rest: readonly number[]) =>
    peripheral.notify(PMD_CONTROL, Uint8Array.from([0xf0, command, measurement, status, ...rest]));
  const tellSettings = (measurement: number) => {
    const parts = device.settings(measurement, running.has(SDK_MODE));
    if (!parts) return answer(GET_SETTINGS, measurement, NOT_SUPPORTED, []);
    parts.forEach((part, i) =>
      answer(GET_SETTINGS, measurement, OK, [i < parts.length - 1 ? 1 : 0, ...part]),
    );
  };
  const switchOn = (measurement: number) => {
    if (running.has(measurement)) return answer(START, measurement, ALREADY_IN_STATE, []);
    if (measurement === SDK_MODE && running.size > 0) {
      return answer(START, measurement, INVALID_STATE, []);
    }
    running.add(measurement);
    answer(START, measurement, OK, [0, ...device.startParameters(measurement)]);
    if (device.measurements.every((each) => running.has(each))) measures(true);
  };
  const switchOff = (measurement: number) => {
    const was = running.delete(measurement);
    answer(STOP, measurement, was ? OK : ALREADY_IN_STATE, was ? [0] : []);
    if (device.measurements.includes(measurement)) measures(false);
  };
  const acts: Record<number, (measurement: number) => void> = {
    [GET_SETTINGS]: tellSettings,
    [START]: switchOn,
    [STOP]: switchOff,
  };
  const values: Record<string, readonly number[]> = {
    [PMD_CONTROL]: device.features,
    [BATTERY_LEVEL]: [device.battery_percent],
  };
  peripheral.onRead = (characteristic) => values[characteristic] ?? [];
  peripheral.on('write', ({ uuid, data }) => {
    if (uuid === PMD_CONTROL) acts[data[0]]?.(data[1]);
  });
  peripheral.on('disconnect', () => {
    running.clear();
    measures(false);
  });
}

/** A setting as the control point tells it: its number, how many values, the values of so many bytes each. */
export function setting(number: number, bytesEach: number, values: readonly number[]): number[] {
  return [number, values.length, ...values.flatMap((value) => littleEndian(value, bytesEach))];
}

export function float32Bytes(value: number): number[] {
  return [...new Uint8Array(Float32Array.of(value).buffer)];
}

/** Samples of one measurement in counts, with the instant of each, s. */
export interface Counted {
  readonly t_s: number;
  readonly counts: Vector3;
}

export interface Framing {
  readonly measurement: number;
  readonly samplesPerFrame: number;
  /** The device's clock when the set begins. */
  readonly epoch_ns: bigint;
  /** The byte for the layout, and the content. */
  readonly frameType: number;
  pack(counts: readonly Vector3[]): number[];
}

/** Frames of so many samples each; the last one takes what is left. */
export function frames(samples: readonly Counted[], framing: Framing): Packet[] {
  const packets: Packet[] = [];
  for (let i = 0; i < samples.length; i += framing.samplesPerFrame) {
    const held = samples.slice(i, i + framing.samplesPerFrame);
    const at_s = held[held.length - 1].t_s;
    const stamp_ns = framing.epoch_ns + BigInt(Math.round(at_s * 1e9));
    const bytes = Uint8Array.from([
      framing.measurement,
      ...new Uint8Array(BigUint64Array.of(stamp_ns).buffer),
      framing.frameType,
      ...framing.pack(held.map(({ counts }) => counts)),
    ]);
    packets.push({ characteristic: PMD_DATA, bytes, at_s });
  }
  return packets;
}

/** Raw type 1: three numbers of 16 bits to a sample. */
export function packInt16(samples: readonly Vector3[]): number[] {
  return samples.flatMap((counts) => counts.flatMap((count) => littleEndian(count, 2)));
}

const DELTAS_PER_BLOCK = 11;

/** Compressed: the first sample in full, then blocks of differences, each as wide as its largest needs. */
export function packDeltas(samples: readonly Vector3[]): number[] {
  const bytes = packInt16(samples.slice(0, 1));
  for (let i = 1; i < samples.length; i += DELTAS_PER_BLOCK) {
    const block = samples.slice(i, i + DELTAS_PER_BLOCK);
    const deltas = block.flatMap((counts, j) =>
      counts.map((count, axis) => count - samples[i + j - 1][axis]),
    );
    const width = Math.max(...deltas.map(bitsOf));
    bytes.push(width, block.length, ...packBits(deltas, width));
  }
  return bytes;
}

/** Bits of a two's complement number. */
function bitsOf(value: number): number {
  return (value < 0 ? ~value : value).toString(2).length + 1;
}

/** Two's complement numbers one after the other, the least significant bit first, filled up to whole bytes. */
function packBits(values: readonly number[], width: number): number[] {
  const bits = values.flatMap((value) => Array.from({ length: width }, (_, i) => (value >> i) & 1));
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
    bits.slice(byte * 8, byte * 8 + 8).reduce((sum, bit, i) => sum + bit * 2 ** i, 0),
  );
}

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 0xff);
}
