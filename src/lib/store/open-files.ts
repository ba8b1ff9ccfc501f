import { RecordingFileError } from '$lib/core/file/error';
import {
  readRecording,
  readRecordingPair,
  type NamedBytes,
  type ReadRecording,
} from '$lib/core/file/read';
import { ArchiveError } from './archive/error';
import type { Imported, ImportChoices } from './archive/import';
import { requireDatabase, type Database } from './database';
import { addSet, type StoredSet } from './sets';

/** A file that could not be opened, and why. */
export interface Refused {
  name: string;
  error: RecordingFileError | ArchiveError;
}

/** A recording and the file it came from; of a pair, the accelerometer's. */
export interface OpenedFile {
  name: string;
  read: ReadRecording;
}

/** An archive, and what came of it. */
export interface ImportedFile {
  name: string;
  imported: Imported;
}

/** What came of files that were opened together. */
export interface Opened {
  /** Recordings, as sets now. */
  opened: StoredSet[];
  imported: ImportedFile[];
  refused: Refused[];
}

/** Reads the files: stores each recording as a set, and takes in each archive. Rejects with StoreError. */
export async function openFiles(
  database: Database | null,
  files: readonly File[],
  choices: ImportChoices = {},
): Promise<Opened> {
  const store = requireDatabase(database);
  const isArchive = await Promise.all(files.map(looksLikeArchive));
  const archives = await importArchives(
    store,
    files.filter((_, i) => isArchive[i]),
    choices,
  );
  const recordings = await openRecordings(
    store,
    files.filter((_, i) => !isArchive[i]),
  );
  return {
    ...recordings,
    imported: archives.imported,
    refused: [...archives.refused, ...recordings.refused],
  };
}

/** Whether a file can only be an archive: it begins as an object of JSON does. */
async function looksLikeArchive(file: Blob): Promise<boolean> {
  return /^\s*\{/.test(await file.slice(0, 64).text());
}

async function importArchives(
  database: Database,
  files: readonly File[],
  choices: ImportChoices,
): Promise<Pick<Opened, 'imported' | 'refused'>> {
  const [imported, refused]: [ImportedFile[], Refused[]] = [[], []];
  if (files.length === 0) return { imported, refused };
  // Few files are archives, and what validates them is large.
  const { importArchive } = await import('./archive/import');
  for (const file of files) {
    try {
      imported.push({ name: file.name, imported: await importArchive(database, file, choices) });
    } catch (cause) {
      if (!(cause instanceof ArchiveError)) throw cause;
      refused.push({ name: file.name, error: cause });
    }
  }
  return { imported, refused };
}

async function openRecordings(
  database: Database,
  files: readonly File[],
): Promise<Pick<Opened, 'opened' | 'refused'>> {
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
    opened.push(await addSet(database, { title: withoutExtension(name), source, recording }));
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
    refused.push({ name: file.name, error: result });
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
