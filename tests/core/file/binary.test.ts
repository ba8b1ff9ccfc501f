import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeRecording,
  encodeRecording,
  isBinaryRecording,
} from '../../../src/lib/core/file/binary';
import { RecordingFileError } from '../../../src/lib/core/file/error';
import { readRecording } from '../../../src/lib/core/file/read';
import { recordingOf } from '../../../src/lib/core/recording';
import { arbitraryRecording } from './arbitrary-recording';

const example = recordingOf([
  { t_s: 0.5, accel_mps2: [0, -0, 9.81], gyro_dps: [1, 2, 3] },
  { t_s: 0.51, accel_mps2: [NaN, 0.1, 9.8] },
]);

/** The example with something done to its bytes. */
function changed(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = encodeRecording(example);
  change(new DataView(bytes.buffer), bytes);
  return bytes;
}

describe('binary recording', () => {
  it('gives back every value exactly', () => {
    fc.assert(
      fc.property(arbitraryRecording, (recording) => {
        expect(decodeRecording(encodeRecording(recording))).toEqual(recording);
      }),
    );
  });

  it('keeps lost values, the sign of zero and the absence of a gyro', () => {
    const { accel_mps2, gyro_dps } = decodeRecording(encodeRecording(example));
    expect(accel_mps2.x[1]).toBeNaN();
    expect(Object.is(accel_mps2.y[0], -0)).toBe(true);
    expect(gyro_dps?.x).toEqual(Float32Array.of(1, NaN));
    const plain = recordingOf([{ t_s: 0, accel_mps2: [0, 0, 9.81] }]);
    expect(decodeRecording(encodeRecording(plain)).gyro_dps).toBeNull();
  });

  it('reads from any offset of a larger buffer', () => {
    const bytes = encodeRecording(example);
    for (let offset = 0; offset < 8; offset++) {
      const buffer = new Uint8Array(bytes.length + offset + 5).fill(0xaa);
      buffer.set(bytes, offset);
      const view = buffer.subarray(offset, offset + bytes.length);
      expect(decodeRecording(view)).toEqual(example);
    }
  });

  it('keeps to the layout: little-endian, 16 bytes of header, 20 or 32 per sample', () => {
    const bytes = encodeRecording(example);
    const view = new DataView(bytes.buffer);
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x53, 0x4c, 0x44]);
    expect(view.getUint16(4, true)).toBe(1);
    expect(view.getUint16(6, true)).toBe(1);
    expect(view.getUint32(8, true)).toBe(2);
    expect(bytes.length).toBe(16 + 2 * 32);
    expect(view.getFloat64(16, true)).toBe(0.5);
    expect(encodeRecording({ ...example, gyro_dps: null }).length).toBe(16 + 2 * 20);
  });

  it('is what readRecording takes it for', () => {
    const bytes = encodeRecording(example);
    expect(isBinaryRecording(bytes)).toBe(true);
    expect(readRecording(bytes)).toEqual({
      recording: example,
      format: 'Sledtrace recording',
      notes: [],
    });
  });

  it.each([
    ['another magic', changed((view) => view.setUint8(0, 0x58)), 'wrong-magic'],
    ['no bytes', new Uint8Array(0), 'wrong-magic'],
    ['a newer version', changed((view) => view.setUint16(4, 2, true)), 'newer-version'],
    ['an unknown flag', changed((view) => view.setUint16(6, 3, true)), 'newer-version'],
    ['half a header', encodeRecording(example).subarray(0, 10), 'truncated'],
    ['a missing last byte', encodeRecording(example).subarray(0, -1), 'truncated'],
    ['a length beyond the bytes', changed((view) => view.setUint32(8, 2 ** 31, true)), 'truncated'],
    ['a byte too many', Uint8Array.of(...encodeRecording(example), 0), 'damaged'],
    ['a flipped bit of content', changed((_, bytes) => (bytes[40] ^= 1)), 'damaged'],
    ['a flipped bit of the checksum', changed((_, bytes) => (bytes[12] ^= 1)), 'damaged'],
    [
      'times that do not rise',
      encodeRecording({ ...example, t_s: Float64Array.of(1, 1) }),
      'damaged',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decodeRecording(bytes)).toThrow(
      expect.objectContaining({ name: 'RecordingFileError', code }),
    );
    expect(() => decodeRecording(bytes)).toThrow(RecordingFileError);
  });
});
