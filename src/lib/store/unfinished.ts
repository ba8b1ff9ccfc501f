import { decodeRecording } from '$lib/core/file/binary';
import { RecordingFileError } from '$lib/core/file/error';
import { Recorder, samplesOf, type Recording } from '$lib/core/recording';
import { writeTo, type ChunkKey, type Database, type Writing } from './database';
import { heldAmong } from './hold';
import type { Brief } from './brief';
import type { SetSource } from './sets';

/** What is kept about a recording that is not a set yet, beside its chunks. */
export interface Unfinished {
  id: string;
  /** When its first sample came: ISO 8601 with offset. */
  startedAt: string;
  source: SetSource;
  brief: Brief;
  /** How many chunks have been written, and how many samples are in them. */
  chunks: number;
  samples: number;
  /** Times of the first and the last of these samples, on the recording's axis, s. */
  firstTime_s: number;
  lastTime_s: number;
  /** When the last of them came, ms since 1970. */
  lastAt_ms: number;
}

/** What the chunks still hold. */
export interface Recovered {
  recording: Recording;
  /** Samples that were written and cannot be read any more. */
  lost: number;
}

/** A recording that was discarded, and what it takes to bring it back. */
export interface RemovedUnfinished {
  row: Unfinished;
  chunks: { key: ChunkKey; bytes: Uint8Array }[];
}

/** The stores of unfinished recordings, for a transaction over them. */
export const UNFINISHED_STORES = ['unfinished', 'chunks'] as const;

/** The recordings that were cut off, the latest first; none that a living page is recording. */
export async function listUnfinished(database: Database | null): Promise<Unfinished[]> {
  if (!database) return [];
  // Read before the holds: whatever begins in between is not in the list.
  const rows = await database.getAll('unfinished');
  if (rows.length === 0) return [];
  const held = await heldAmong(rows.map(({ id }) => id));
  return rows.filter(({ id }) => !held.has(id)).sort((a, b) => b.lastAt_ms - a.lastAt_ms);
}

/**
 * The samples of an unfinished recording, in the order they came. A chunk that cannot be decoded, or does
 * not follow the one before it, is left out. Null where there is no such recording.
 */
export async function recover(database: Database, id: string): Promise<Recovered | null> {
  const transaction = database.transaction(UNFINISHED_STORES);
  const [row, chunks] = await Promise.all([
    transaction.objectStore('unfinished').get(id),
    transaction.objectStore('chunks').getAll(chunksOf(id)),
    transaction.done,
  ]);
  if (!row) return null;
  const recorder = new Recorder();
  for (const bytes of chunks) {
    const chunk = wholeChunk(bytes);
    if (!chunk || chunk.t_s[0] <= recorder.lastTime_s) continue;
    recorder.append(samplesOf(chunk));
  }
  return { recording: recorder.recording(), lost: row.samples - recorder.length };
}

/** Removes an unfinished recording. Resolves to what `restoreUnfinished` needs, null where there is none. Rejects with StoreError. */
export async function removeUnfinished(
  database: Database,
  id: string,
): Promise<RemovedUnfinished | null> {
  let removed: RemovedUnfinished | null = null;
  await writeTo(database, UNFINISHED_STORES, async (transaction) => {
    const chunks = transaction.objectStore('chunks');
    const [row, keys, bytes] = await Promise.all([
      transaction.objectStore('unfinished').get(id),
      chunks.getAllKeys(chunksOf(id)),
      chunks.getAll(chunksOf(id)),
    ]);
    if (row) removed = { row, chunks: keys.map((key, i) => ({ key, bytes: bytes[i] })) };
    await deleteUnfinished(transaction, id);
  });
  return removed;
}

/** Puts a removed recording back as it was: unfinished. Rejects with StoreError. */
export async function restoreUnfinished(
  database: Database,
  { row, chunks }: RemovedUnfinished,
): Promise<void> {
  await writeTo(database, UNFINISHED_STORES, (transaction) =>
    Promise.all([
      transaction.objectStore('unfinished').put(row),
      ...chunks.map(({ key, bytes }) => transaction.objectStore('chunks').put(bytes, key)),
    ]),
  );
}

/** Deletes a recording's row and chunks as part of a transaction. */
export async function deleteUnfinished(transaction: Writing, id: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('unfinished').delete(id),
    transaction.objectStore('chunks').delete(chunksOf(id)),
  ]);
}

function chunksOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}

/** The samples in a chunk; null where it is damaged. */
function wholeChunk(bytes: Uint8Array): Recording | null {
  try {
    return decodeRecording(bytes);
  } catch (cause) {
    if (cause instanceof RecordingFileError) return null;
    throw cause;
  }
}
