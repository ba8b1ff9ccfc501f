import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChosenColumns } from '../lib/core/file/formats/chosen-columns';
import {
  readRecording,
  readRecordingPair,
  type NamedBytes,
  type ReadRecording,
} from '../lib/core/file/read';

/** More than a day at 400 Hz. */
const LARGEST_BYTES = 2 ** 30;

/** A file that could not be brought in. */
export class FileAccessError extends Error {
  override readonly name = 'FileAccessError';
  readonly code: 'not-found' | 'is-directory' | 'unreadable' | 'too-large';

  constructor(code: FileAccessError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The recording at a path: `-` is standard input, and `accel.csv+gyro.csv` are two files of one
 * recording. Throws FileAccessError or RecordingFileError.
 */
export async function openRecording(
  path: string,
  columns: ChosenColumns | undefined,
): Promise<ReadRecording> {
  const parts = path.split('+');
  if (parts.length === 2 && parts.every(Boolean) && !(await exists(path))) {
    return readRecordingPair([await load(parts[0]), await load(parts[1])], columns);
  }
  const { name, bytes } = await load(path);
  return readRecording(bytes, { name, columns });
}

async function load(path: string): Promise<NamedBytes> {
  if (path === '-') return { name: '', bytes: await collect(process.stdin, 'standard input') };
  try {
    if ((await stat(path)).isDirectory()) {
      throw new FileAccessError('is-directory', 'It is a directory: name the files in it.');
    }
    return { name: basename(path), bytes: await collect(createReadStream(path), path) };
  } catch (error) {
    throw accessError(error);
  }
}

/** All bytes of a stream, which may have no end. */
async function collect(stream: AsyncIterable<Buffer>, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_BYTES) {
      throw new FileAccessError('too-large', `There is more than 1 GiB in ${name}.`);
    }
  }
  return Buffer.concat(chunks, length);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function accessError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof FileAccessError) {
    return error;
  }
  return error.code === 'ENOENT'
    ? new FileAccessError('not-found', 'There is no such file.')
    : new FileAccessError('unreadable', `The file cannot be read (${String(error.code)}).`);
}
