import type { Columns3, Recording } from '../recording';
import { crc32 } from './crc-32';
import { RecordingFileError } from './error';

/*
 * One recording, the same bytes on disk and on the wire; little-endian throughout.
 *
 *   0  4 bytes  magic 89 "SLD": no text begins with this byte
 *   4  uint16   version
 *   6  uint16   flags: bit 0 = gyro columns follow
 *   8  uint32   length n, samples
 *  12  uint32   CRC-32 of everything but itself
 *  16  n × float64  t_s
 *      n × float32  accel_mps2 x, then y, then z
 *      n × float32  gyro_dps x, then y, then z, where flagged
 */
const MAGIC = [0x89, 0x53, 0x4c, 0x44];
const VERSION = 1;
const HAS_GYRO = 1;
const CRC_OFFSET = 12;
const HEADER_BYTES = 16;

/** Whether the bytes begin as {@link encodeRecording} writes them. */
export function isBinaryRecording(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** The recording as bytes; {@link decodeRecording} gives back every value exactly. */
export function encodeRecording(recording: Recording): Uint8Array {
  const { length, t_s, accel_mps2, gyro_dps } = recording;
  const bytes = new Uint8Array(byteLength(length, gyro_dps !== null));
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, gyro_dps ? HAS_GYRO : 0, true);
  view.setUint32(8, length, true);

  for (let i = 0; i < length; i++) view.setFloat64(HEADER_BYTES + 8 * i, t_s[i], true);
  let offset = HEADER_BYTES + 8 * length;
  for (const column of [...columnsOf(accel_mps2), ...columnsOf(gyro_dps)]) {
    for (let i = 0; i < length; i++) view.setFloat32(offset + 4 * i, column[i], true);
    offset += 4 * length;
  }

  view.setUint32(CRC_OFFSET, checksum(bytes), true);
  return bytes;
}

/** What the bytes of {@link encodeRecording} say of themselves; nothing of it is checked. */
export function binaryHeader(bytes: Uint8Array): {
  version: number;
  length: number;
  crc32: number;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    version: view.getUint16(4, true),
    length: view.getUint32(8, true),
    crc32: view.getUint32(CRC_OFFSET, true),
  };
}

/**
 * The recording in the bytes, on columns of its own. Throws RecordingFileError `wrong-magic`,
 * `newer-version`, `truncated` or `damaged`.
 */
export function decodeRecording(bytes: Uint8Array): Recording {
  const { view, length, hasGyro } = readHeader(bytes);

  const t_s = new Float64Array(length);
  for (let i = 0; i < length; i++) t_s[i] = view.getFloat64(HEADER_BYTES + 8 * i, true);
  let offset = HEADER_BYTES + 8 * length;
  const column = () => {
    const values = new Float32Array(length);
    for (let i = 0; i < length; i++) values[i] = view.getFloat32(offset + 4 * i, true);
    offset += 4 * length;
    return values;
  };
  const columns = (): Columns3 => ({ x: column(), y: column(), z: column() });
  const accel_mps2 = columns();
  const gyro_dps = hasGyro ? columns() : null;

  requireRisingTimes(t_s);
  return { length, t_s, accel_mps2, gyro_dps };
}

/** The header's facts, once magic, version, size and checksum have been found right. */
function readHeader(bytes: Uint8Array): { view: DataView; length: number; hasGyro: boolean } {
  if (!isBinaryRecording(bytes)) {
    throw new RecordingFileError('wrong-magic', 'This is not a Sledtrace recording.');
  }
  if (bytes.length < HEADER_BYTES) {
    throw truncated(bytes.length, HEADER_BYTES);
  }
  // The bytes may be a view into a larger buffer, at any offset.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint16(4, true);
  const flags = view.getUint16(6, true);
  if (version > VERSION || (flags & ~HAS_GYRO) !== 0) {
    throw new RecordingFileError(
      'newer-version',
      `This recording was written by a newer Sledtrace (file version ${version}, this one reads ${VERSION}): update Sledtrace to open it.`,
    );
  }
  const length = view.getUint32(8, true);
  const hasGyro = (flags & HAS_GYRO) !== 0;
  const expected = byteLength(length, hasGyro);
  if (bytes.length < expected) throw truncated(bytes.length, expected);
  if (bytes.length > expected || checksum(bytes) !== view.getUint32(CRC_OFFSET, true)) {
    throw new RecordingFileError(
      'damaged',
      'The recording is damaged: its content does not match its checksum. Open another copy of it.',
    );
  }
  return { view, length, hasGyro };
}

/** The checksum guards against accidents, not against a writer's mistake; the analysis relies on the order of times. */
function requireRisingTimes(t_s: Float64Array): void {
  for (let i = 0; i < t_s.length; i++) {
    const rises = Number.isFinite(t_s[i]) && (i === 0 || t_s[i] > t_s[i - 1]);
    if (!rises) {
      throw new RecordingFileError(
        'damaged',
        `The recording is damaged: the time of sample ${i}, ${t_s[i]} s, does not follow the one before.`,
      );
    }
  }
}

function truncated(bytes: number, expected: number): RecordingFileError {
  return new RecordingFileError(
    'truncated',
    `The recording is cut short: it has ${bytes} of ${expected} bytes. Copy or download it again.`,
  );
}

function byteLength(length: number, hasGyro: boolean): number {
  return HEADER_BYTES + length * (8 + 4 * (hasGyro ? 6 : 3));
}

function columnsOf(columns: Columns3 | null): Float32Array[] {
  return columns ? [columns.x, columns.y, columns.z] : [];
}

/** Of all bytes but the checksum's own four. */
function checksum(bytes: Uint8Array): number {
  return crc32(bytes.subarray(0, CRC_OFFSET), bytes.subarray(HEADER_BYTES));
}
