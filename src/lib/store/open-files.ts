import { RecordingFileError, type RecordingFileErrorCode } from '$lib/core/file/error';
import {
  readRecording,
  readRecordingPair,
  type NamedBytes,
  type ReadRecording,
} from '$lib/core/file/read';
import { requireDatabase, type Database } from './database';
import { addSet, type StoredSet } from './sets';

/** A file that could not be opened, and why. */
export interface Refused {
  name: string;
  code: RecordingFileErrorCode;
  /** The reader's sentence for a person, in English. */
  reason: string;
}

/** A recording and the file it came from; of a pair, the accelerometer's. */
export interface OpenedFile {
  name: string;
  read: ReadRecording;
}

/** Reads the files and stores each recording as a set. Rejects with StoreError. */
export async function openFiles(
  database: Database | null,
  files: readonly File[],
): Promise<{ opened: StoredSet[]; refused: Refused[] }> {
  const store = requireDatabase(database);
  const named = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const { read, refused } = readFiles(named);
  const opened: StoredSet[] = [];
  for (const { name, read: found } of read) {
    const { recording, format, notes } = found;
    const source = {
      kind: 'file',
      name,
      format,
      notes: notes.map(({ message }) => message),
    } as const;
    opened.push(await addSet(store, { title: withoutExtension(name), source, recording }));
  }
  return { opened, refused };
}

/**
 * The recordings in the files. A file of a gyroscope only is joined with the first accelerometer file
 * that it completes; every other file is a recording by itself or refused.
 */
export function readFiles(files: readonly NamedBytes[]): {
  read: OpenedFile[];
  refused: Refused[];
} {
  const tried = files.map((file) => ({
    file,
    result: attempt(() => readRecording(file.bytes, { name: file.name })),
  }));
  const read: OpenedFile[] = [];
  const refused: Refused[] = [];
  const partners = new Set(
    tried.filter(({ result }) => isGyroOnly(result)).map(({ file }) => file),
  );
  for (const { file, result } of tried) {
    if (result instanceof RecordingFileError) continue;
    const pair = result.recording.gyro_dps ? null : joinFirst(file, partners);
    read.push({ name: file.name, read: pair ?? result });
  }
  for (const { file, result } of tried) {
    if (!(result instanceof RecordingFileError)) continue;
    // A gyroscope that found its accelerometer is no longer among the partners.
    if (isGyroOnly(result) && !partners.has(file)) continue;
    refused.push({ name: file.name, code: result.code, reason: result.message });
  }
  return { read, refused };
}

function isGyroOnly(result: ReadRecording | RecordingFileError): boolean {
  return result instanceof RecordingFileError && result.code === 'no-acceleration';
}

/** Joins the accelerometer's file with the first gyroscope that completes it, and takes that one out; null if none does. */
function joinFirst(accel: NamedBytes, gyros: Set<NamedBytes>): ReadRecording | null {
  for (const gyro of gyros) {
    const pair = attempt(() => readRecordingPair([accel, gyro]));
    if (pair instanceof RecordingFileError) continue;
    gyros.delete(gyro);
    return pair;
  }
  return null;
}

/** What the reading gives, or why the file is refused; any other error is thrown on. */
function attempt(read: () => ReadRecording): ReadRecording | RecordingFileError {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RecordingFileError) return cause;
    throw cause;
  }
}

function withoutExtension(name: string): string {
  return name.replace(/\.[a-z0-9]+$/i, '') || name;
}
