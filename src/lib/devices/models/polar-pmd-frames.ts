import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Vector3 } from '$lib/core/recording';
import { SensorError } from '../sensor';
import { after, expectLength, scaled } from './bytes';
import { GyroJoin, type GyroReading, type StampedReading } from './join-gyro';
import type { Reading } from './model';

/** Measurements by the number that Polar's service (PMD) gives them. */
export const MEASUREMENT = { accel: 2, gyro: 5, sdkMode: 9 } as const;

export const TICKS_PER_SECOND = 1e9;

const HEADER_BYTES = 10;
const AXES = 3;
/** Compressed accelerometer and gyroscope frames begin with three numbers of 16 bits. */
const REFERENCE_BYTES = 2;
const REFERENCE_LIMIT = 2 ** 15;
/** No difference of two such numbers, nor of anything else that is sent, needs more. */
const WIDEST_DELTA_BITS = 32;
/** Twice the largest ranges, 16 g and 2000 °/s. */
const LARGEST_MPS2 = 33 * GRAVITY_MPS2;
const LARGEST_DPS = 4000;
/** A step longer than so many periods spans a frame that was lost. */
const LONGEST_STEP = 1.5;

/** A notification of the data characteristic, its content not yet read. */
export interface PmdFrame {
  readonly measurement: number;
  /** The device's clock at the last sample, ns since 2000. */
  readonly stamp_ns: bigint;
  readonly compressed: boolean;
  /** How the content is laid out, 0 to 127. */
  readonly type: number;
  readonly content: DataView;
}

/** Samples of one frame. */
export interface Batch {
  /** How many samples the frame says it holds: more than there are where its end was cut off. */
  readonly declared: number;
  readonly vectors: readonly Vector3[];
}

/** What is known of one stream of a device. */
export interface PmdStream {
  /** What the stream was set to. */
  readonly rate_Hz: number;
  /** Units to a count, as the answer to the start told; 1 where it told none. */
  factor: number;
}

export interface PmdStreams {
  readonly accel: PmdStream;
  /** null: the device has no gyroscope. */
  readonly gyro: PmdStream | null;
}

/**
 * A decoder of the data characteristic. Ticks are ns since the first frame's stamp. With a gyroscope,
 * readings wait for it as {@link GyroJoin} tells. Frames of other measurements, which another program may have
 * left running, give no readings. Throws SensorError `unreadable`.
 */
export function newPmdDecoder({ accel, gyro }: PmdStreams): (view: DataView) => readonly Reading[] {
  let origin_ns: bigint | null = null;
  const join = new GyroJoin(TICKS_PER_SECOND);
  const accelTimes = new FrameTimes(accel.rate_Hz);
  const gyroTimes = new FrameTimes(gyro?.rate_Hz ?? accel.rate_Hz);
  return (view) => {
    const frame = readPmdFrame(view);
    // Nanoseconds since 2000 need more bits than a number has; those since the start do not.
    origin_ns ??= frame.stamp_ns;
    const stamp = Number(frame.stamp_ns - origin_ns);
    if (frame.measurement === MEASUREMENT.accel) {
      const batch = accelBatch(frame, accel.factor);
      const readings = stamped(batch, accelTimes.ticks(stamp, batch.declared), toReading);
      return gyro ? join.accel(readings) : readings;
    }
    if (frame.measurement !== MEASUREMENT.gyro || !gyro) return [];
    const batch = gyroBatch(frame, gyro.factor);
    return join.gyro(stamped(batch, gyroTimes.ticks(stamp, batch.declared), toTurn));
  };
}

/** Throws SensorError `unreadable` where there is less than a header. */
export function readPmdFrame(view: DataView): PmdFrame {
  expectLength(view, HEADER_BYTES, 'A Polar data frame');
  const kind = view.getUint8(9);
  return {
    measurement: view.getUint8(0),
    stamp_ns: view.getBigUint64(1, true),
    compressed: (kind & 0x80) !== 0,
    type: kind & 0x7f,
    content: after(view, HEADER_BYTES),
  };
}

/** Specific force, m/s², of an accelerometer frame. Throws SensorError `unreadable`. */
export function accelBatch(frame: PmdFrame, factor: number): Batch {
  const { compressed, type, content } = frame;
  if (!compressed && type <= 2) {
    return inUnits(rawBatch(content, type + 1), GRAVITY_MPS2 / 1000, LARGEST_MPS2);
  }
  if (compressed && type === 0) {
    return inUnits(decompressed(content), factor * GRAVITY_MPS2, LARGEST_MPS2);
  }
  if (compressed && type === 1) {
    return inUnits(decompressed(content), (factor * GRAVITY_MPS2) / 1000, LARGEST_MPS2);
  }
  throw unknownLayout('accelerometer', frame);
}

/** Angular rates, °/s, of a gyroscope frame. Throws SensorError `unreadable`. */
export function gyroBatch(frame: PmdFrame, factor: number): Batch {
  if (!frame.compressed || frame.type !== 0) throw unknownLayout('gyroscope', frame);
  return inUnits(decompressed(frame.content), factor, LARGEST_DPS);
}

/**
 * Counts of a compressed content: a first sample, then blocks of differences from sample to sample, each block
 * with a bit width of its own, packed from the least significant bit on and filled up to whole bytes.
 * Throws SensorError `unreadable`.
 */
export function decompressed(content: DataView): Batch {
  expectLength(content, AXES * REFERENCE_BYTES, 'A compressed Polar frame');
  let last = countsAt(content, 0, REFERENCE_BYTES);
  const vectors = [last];
  let declared = 1;
  let at = AXES * REFERENCE_BYTES;
  while (at + 2 <= content.byteLength) {
    const bits = content.getUint8(at);
    const samples = content.getUint8(at + 1);
    if (bits > WIDEST_DELTA_BITS) throw unreadable(`has differences of ${bits} bits`);
    at += 2;
    declared += samples;
    // A frame that was cut short still tells how many samples it had, and thereby when each was taken.
    const there = Math.min(samples, wholeSamples(content.byteLength - at, bits));
    for (let i = 0; i < there; i++) {
      last = plusDeltas(last, content, at * 8 + i * AXES * bits, bits);
      vectors.push(last);
    }
    at += Math.ceil((samples * AXES * bits) / 8);
  }
  return { declared, vectors };
}

/** When the samples of one stream's frames were taken. */
export class FrameTimes {
  readonly #period: number;
  #last: number | null = null;

  constructor(rate_Hz: number) {
    this.#period = TICKS_PER_SECOND / rate_Hz;
  }

  /**
   * Ticks of so many samples, the last of them taken at `stamp`: spread evenly since the frame before;
   * in the first frame and after a lost one backwards at the stream's rate. None for a frame that came before.
   */
  ticks(stamp: number, count: number): number[] {
    if (stamp === this.#last || count === 0) return [];
    const even = this.#last === null ? Infinity : (stamp - this.#last) / count;
    this.#last = stamp;
    const step = even > 0 && even <= LONGEST_STEP * this.#period ? even : this.#period;
    return Array.from({ length: count }, (_, i) => stamp - (count - 1 - i) * step);
  }
}

/** Samples of three little-endian signed numbers. */
function rawBatch(content: DataView, bytesEach: number): Batch {
  const size = AXES * bytesEach;
  // The stamp is the last sample's: without the end nobody knows when the others were taken.
  if (content.byteLength % size !== 0) {
    throw unreadable(`has ${content.byteLength} bytes of samples, which have ${size} each`);
  }
  const declared = content.byteLength / size;
  const vectors = Array.from({ length: declared }, (_, i) =>
    countsAt(content, i * size, bytesEach),
  );
  return { declared, vectors };
}

function countsAt(view: DataView, offset: number, bytesEach: number): Vector3 {
  const axis = (i: number) => signedBits(view, (offset + i * bytesEach) * 8, bytesEach * 8);
  return [axis(0), axis(1), axis(2)];
}

function plusDeltas(counts: Vector3, view: DataView, bit: number, bits: number): Vector3 {
  const axis = (i: 0 | 1 | 2) => {
    const sum = counts[i] + signedBits(view, bit + i * bits, bits);
    if (sum < -REFERENCE_LIMIT || sum >= REFERENCE_LIMIT) {
      throw unreadable(`adds up to ${sum}, more than 16 bits hold`);
    }
    return sum;
  };
  return [axis(0), axis(1), axis(2)];
}

/** A two's complement number of so many bits, least significant first; 0 bits are 0. */
function signedBits(view: DataView, bit: number, bits: number): number {
  let value = 0;
  for (let i = 0; i < bits; i++) {
    const at = bit + i;
    value += ((view.getUint8(at >> 3) >> (at & 7)) & 1) * 2 ** i;
  }
  return bits > 0 && value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
}

/** How many samples of three differences so many bytes hold. */
function wholeSamples(bytes: number, bits: number): number {
  return bits === 0 ? Infinity : Math.floor((bytes * 8) / (AXES * bits));
}

function inUnits({ declared, vectors }: Batch, unit: number, largest: number): Batch {
  return {
    declared,
    vectors: vectors.map((counts) => {
      const vector = scaled(counts, unit);
      if (!vector.every((value) => Math.abs(value) <= largest)) {
        throw unreadable(`holds (${vector.join(', ')}), beyond ± ${largest}`);
      }
      return vector;
    }),
  };
}

function stamped<T>(
  { vectors }: Batch,
  ticks: readonly number[],
  pair: (tick: number, vector: Vector3) => T,
): T[] {
  return ticks.slice(0, vectors.length).map((tick, i) => pair(tick, vectors[i]));
}

function toReading(tick: number, accel_mps2: Vector3): StampedReading {
  return { tick, accel_mps2 };
}

function toTurn(tick: number, gyro_dps: Vector3): GyroReading {
  return { tick, gyro_dps };
}

function unknownLayout(what: string, { compressed, type }: PmdFrame): SensorError {
  const how = compressed ? 'compressed' : 'raw';
  return unreadable(`of the ${what} is of ${how} type ${type}, which is not known`);
}

function unreadable(what: string): SensorError {
  return new SensorError('unreadable', `A Polar frame ${what}.`);
}
