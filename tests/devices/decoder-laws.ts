import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reading } from '../../src/lib/devices/models/model';
import { SensorError } from '../../src/lib/devices/sensor';

export interface DecoderLaws {
  /** A decoder with no past: called anew for every example. */
  newDecoder: () => (view: DataView) => readonly Reading[];
  /** A packet that it reads. */
  packet: Uint8Array<ArrayBuffer>;
  /** No component of a reading may lie beyond these. */
  accelLimit_mps2: number;
  gyroLimit_dps: number;
}

/** What holds for every decoder, whatever bytes it is given. To be called inside a `describe`. */
export function obeysDecoderLaws({
  newDecoder,
  packet,
  accelLimit_mps2,
  gyroLimit_dps,
}: DecoderLaws): void {
  const bytes = fc.uint8Array({ maxLength: 300 });
  /** Bytes that begin as a real packet does, so that more than the first check is tried. */
  const nearly = fc
    .tuple(fc.nat({ max: packet.length }), fc.uint8Array({ maxLength: 120 }))
    .map(([kept, rest]) => Uint8Array.from([...packet.subarray(0, kept), ...rest]));
  const anything = fc.array(fc.oneof(bytes, nearly), { minLength: 1, maxLength: 5 });

  it('reads any bytes as finite numbers within range, or throws a SensorError', () => {
    fc.assert(
      fc.property(anything, (packets) => {
        const decode = newDecoder();
        for (const each of packets) {
          for (const reading of readOrNone(() => decode(viewOf(each)))) {
            expectWithin(reading.accel_mps2, accelLimit_mps2);
            if (reading.gyro_dps) expectWithin(reading.gyro_dps, gyroLimit_dps);
            if (reading.tick !== undefined) expect(Number.isFinite(reading.tick)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads a packet alike wherever it lies in its buffer', () => {
    fc.assert(
      fc.property(fc.nat({ max: 16 }), fc.nat({ max: 16 }), (before, after) => {
        const roomy = new Uint8Array(before + packet.length + after).fill(0x55);
        roomy.set(packet, before);
        const view = new DataView(roomy.buffer, before, packet.length);
        expect(newDecoder()(view)).toEqual(newDecoder()(viewOf(packet)));
      }),
    );
  });
}

/** The law of decoders of a byte stream: where a packet is cut does not matter. */
export function mayBeSplitAnywhere(
  newDecoder: DecoderLaws['newDecoder'],
  stream: Uint8Array<ArrayBuffer>,
): void {
  it('reads a stream alike wherever it is split', () => {
    const whole = newDecoder()(viewOf(stream));
    expect(whole.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: stream.length }), { maxLength: 8 }), (cuts) => {
        const decode = newDecoder();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const parts = edges.slice(1).map((end, i) => stream.slice(edges[i], end));
        expect(parts.flatMap((part) => decode(viewOf(part)))).toEqual(whole);
      }),
    );
  });
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Bytes of a hexadecimal text. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function readOrNone(read: () => readonly Reading[]): readonly Reading[] {
  try {
    return read();
  } catch (cause) {
    expect(cause).toBeInstanceOf(SensorError);
    return [];
  }
}

function expectWithin(values: readonly number[], limit: number): void {
  for (const value of values) expect(Math.abs(value)).toBeLessThanOrEqual(limit);
}
