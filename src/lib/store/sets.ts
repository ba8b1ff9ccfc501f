import { decodeRecording, encodeRecording } from '$lib/core/file/binary';
import type { Recording } from '$lib/core/recording';
import { NO_BRIEF, type Brief } from './brief';
import type { Comment } from './comment';
import { requireDatabase, StoreError, writeTo, type Database } from './database';
import type { Proposal } from './proposal';
import type { SetSummary } from './summary';
import { SUMMARY_VERSION } from './summary-version';
import { deleteUnfinished, UNFINISHED_STORES } from './unfinished';

/** A set as this browser keeps it: facts, what a person said about them, and a summary to list it by. */
export interface StoredSet extends Brief {
  id: string;
  title: string;
  /** When the set was lifted, or its file opened: ISO 8601 with offset. */
  addedAt: string;
  source: SetSource;
  /** What a coach or the athlete wrote to it, in the order it was written. */
  comments: readonly Comment[];
  /** What a coach proposes to ask from now on; null where nobody did. */
  proposal: Proposal | null;
  /** Recomputed where its version is not the present one. */
  summary: SetSummary;
}

export interface SetSource {
  /** `simulated`: nobody lifted it. */
  kind: 'live' | 'file' | 'simulated';
  /** The sensor's name, or the file's. */
  name: string;
  /** The kind of file and its units; null for a sensor. */
  format: string | null;
  /** What was assumed or repaired while the file was read, one sentence each. */
  notes: readonly string[];
}

export interface SetDraft {
  title: string;
  source: SetSource;
  recording: Recording;
  brief?: Brief;
  /** Now, unless it says otherwise. */
  addedAt?: string;
  /** The id of the unfinished recording that this set finishes: it is deleted as the set is written. */
  unfinished?: string | null;
}

/** A set that was removed and what it takes to bring it back. */
export interface RemovedSet {
  set: StoredSet;
  /** Null where its recording was lost before. */
  bytes: Uint8Array | null;
}

/** Analyses and stores a new set. Rejects with StoreError 'full' or 'unavailable'; nothing has changed then. */
export async function addSet(database: Database, draft: SetDraft): Promise<StoredSet> {
  const { title, source, recording, brief = NO_BRIEF, unfinished = null } = draft;
  const set: StoredSet = {
    id: newId(),
    title,
    addedAt: draft.addedAt ?? isoWithOffset(new Date()),
    source,
    ...brief,
    comments: [],
    proposal: null,
    summary: await newSummary(recording, brief),
  };
  const bytes = encodeRecording(recording);
  await writeTo(database, ['sets', 'recordings', ...UNFINISHED_STORES], (transaction) =>
    Promise.all([
      transaction.objectStore('sets').put(set),
      transaction.objectStore('recordings').put(bytes, set.id),
      unfinished === null ? null : deleteUnfinished(transaction, unfinished),
    ]),
  );
  return set;
}

/** Every set, newest first, with a summary by the present algorithm. Rejects with StoreError 'unavailable' without a database. */
export async function listSets(database: Database | null): Promise<StoredSet[]> {
  const store = requireDatabase(database);
  const sets = await store.getAll('sets');
  const current = await Promise.all(sets.map((set) => renewed(store, set)));
  return current.sort((a, b) => Date.parse(b.addedAt) - Date.parse(a.addedAt));
}

/** The set of that id, null where there is none. */
export async function readSet(database: Database, id: string): Promise<StoredSet | null> {
  return (await database.get('sets', id)) ?? null;
}

/** The samples of a set. Rejects with StoreError 'damaged' where they are missing or cannot be decoded. */
export async function readSamples(database: Database, id: string): Promise<Recording> {
  const bytes = await database.get('recordings', id);
  if (!bytes) throw new StoreError('damaged', `Set ${id} has lost its recording.`);
  try {
    return decodeRecording(bytes);
  } catch (cause) {
    throw new StoreError('damaged', `The recording of set ${id} cannot be decoded.`, { cause });
  }
}

/** Replaces what is kept about a set; its samples stay as they are. Rejects with StoreError. */
export async function changeSet(database: Database, set: StoredSet): Promise<void> {
  await writeTo(database, ['sets'], (transaction) => transaction.objectStore('sets').put(set));
}

/** Takes a set out of the store. Resolves to what `restoreSet` needs, null where there is no such set. */
export async function removeSet(database: Database, id: string): Promise<RemovedSet | null> {
  const [removed = null] = await removeSets(database, [id]);
  return removed;
}

/** Takes sets out of the store, all in one. Resolves to what `restoreSets` needs, for those that were there. */
export async function removeSets(
  database: Database,
  ids: readonly string[],
): Promise<RemovedSet[]> {
  const transaction = database.transaction(['sets', 'recordings'], 'readwrite');
  const sets = transaction.objectStore('sets');
  const recordings = transaction.objectStore('recordings');
  const found = await Promise.all(
    ids.map(async (id) => {
      const [set, bytes] = await Promise.all([sets.get(id), recordings.get(id)]);
      await Promise.all([sets.delete(id), recordings.delete(id)]);
      return set ? { set, bytes: bytes ?? null } : null;
    }),
  );
  await transaction.done;
  return found.filter((each) => each !== null);
}

/** Puts a removed set back as it was. */
export async function restoreSet(database: Database, removed: RemovedSet): Promise<void> {
  await restoreSets(database, [removed]);
}

/** Puts removed sets back as they were: all, or none. */
export async function restoreSets(
  database: Database,
  removed: readonly RemovedSet[],
): Promise<void> {
  await writeTo(database, ['sets', 'recordings'], (transaction) =>
    Promise.all(
      removed.map(async ({ set, bytes }) => {
        await transaction.objectStore('sets').put(set);
        if (bytes) await transaction.objectStore('recordings').put(bytes, set.id);
      }),
    ),
  );
}

/** The set with a summary by the present algorithm, which is kept; as it was where its recording is damaged. */
export async function renewed(database: Database, set: StoredSet): Promise<StoredSet> {
  if (set.summary.version === SUMMARY_VERSION) return set;
  const recording = await readSamples(database, set.id).catch(() => null);
  // A damaged set stays in the list; opening it says what is wrong.
  if (!recording) return set;
  const current = { ...set, summary: await newSummary(recording, set) };
  await changeSet(database, current);
  return current;
}

/** Analysis and rules are loaded for it: who only looks at what is stored needs neither. */
async function newSummary(recording: Recording, brief: Brief): Promise<SetSummary> {
  const { summaryOf } = await import('./summary');
  return summaryOf(recording, brief);
}

/** 72 random bits; `crypto.randomUUID` would need a secure page, which a gym's local network is not. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return (
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      // A table's reader would take what begins with a minus for a formula.
      .replace(/^-/, '0')
  );
}

/** ISO 8601 to the second, in local time with its offset; now, unless another moment is given. */
export function isoWithOffset(date = new Date()): string {
  const offset_min = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset_min * 60_000).toISOString().slice(0, 19);
  const sign = offset_min < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset_min) / 60), Math.abs(offset_min) % 60];
  return `${local}${sign}${twoDigits(hours)}:${twoDigits(minutes)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
