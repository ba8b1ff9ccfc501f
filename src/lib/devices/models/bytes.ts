import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Vector3 } from '$lib/core/recording';
import { SensorError } from '../sensor';

/** Little-endian int16 x, y, z at a byte offset. */
export function int16Vector(view: DataView, offset: number): Vector3 {
  return [
    view.getInt16(offset, true),
    view.getInt16(offset + 2, true),
    view.getInt16(offset + 4, true),
  ];
}

/**
 * Little-endian float32 x, y, z at a byte offset. Throws SensorError `unreadable` where one is not a number
 * within ± `limit`.
 */
export function float32Vector(view: DataView, offset: number, limit: number): Vector3 {
  const number = (at: number) => {
    const value = view.getFloat32(at, true);
    if (!(Math.abs(value) <= limit)) {
      throw new SensorError(
        'unreadable',
        `The number at byte ${at} of a packet is ${value}, beyond ± ${limit}.`,
      );
    }
    return value;
  };
  return [number(offset), number(offset + 4), number(offset + 8)];
}

export function scaled([x, y, z]: Vector3, factor: number): Vector3 {
  return [x * factor, y * factor, z * factor];
}

/** A vector in g as specific force, m/s². */
export function fromG(vector_g: Vector3): Vector3 {
  return scaled(vector_g, GRAVITY_MPS2);
}

/** Throws SensorError `unreadable` unless a packet has at least so many bytes. */
export function expectLength(view: DataView, bytes: number, what: string): void {
  if (view.byteLength >= bytes) return;
  throw new SensorError(
    'unreadable',
    `${what} has ${view.byteLength} bytes, where ${bytes} were expected.`,
  );
}

/** The bytes of a view, without a copy. */
export function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** What comes after the first bytes of a view, without a copy. */
export function after(view: DataView, first: number): DataView {
  return new DataView(view.buffer, view.byteOffset + first, view.byteLength - first);
}

/** Bytes from numbers, for commands. */
export function bytes(...values: number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(values);
}
