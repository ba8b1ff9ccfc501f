import { DEFAULT_SETUP, type Setup } from '$lib/core/sled/setup';
import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import type { Audit, AuditKey } from './audit';
import type { Settings } from './settings';
import { NO_BRIEF } from './brief';
import { type StoredSet } from './sets';
import type { Unfinished } from './unfinished';

const NAME = 'sledtrace';
const VERSION = 5;

interface Schema extends DBSchema {
  /** `byTime`: as the text of `addedAt` sorts, which is by the hour of the place it was lifted at. */
  sets: { key: string; value: StoredSet; indexes: { byTime: string } };
  /** The samples, apart from the sets so that a list of sets does not read them. */
  recordings: { key: string; value: Uint8Array };
  /** Recordings that have not become a set yet: one that runs now, or was cut off. */
  unfinished: { key: string; value: Unfinished };
  /** Their samples, in the order they came: each a recording of its own in the bytes of core/file/binary. */
  chunks: { key: ChunkKey; value: Uint8Array };
  /** What a person has chosen, each under its name. */
  settings: { key: keyof Settings; value: Settings[keyof Settings] };
  /** What other people sent to be looked at: apart from the person's own sets, so that no list or trend takes them for theirs. */
  audits: { key: string; value: Audit };
  /** The samples of their sets. */
  auditRecordings: { key: AuditKey; value: Uint8Array };
}

/** The recording's id, and the chunk's place in it from 0. */
export type ChunkKey = [recording: string, index: number];

export type Database = IDBPDatabase<Schema>;

/** A transaction that writes, over the stores it was begun with. */
export type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

export type StoreErrorCode =
  /** The browser keeps no data for this page: private browsing, or storage turned off or cleared. */
  | 'unavailable'
  /** No room left. */
  | 'full'
  /** A set without its recording, or a recording that cannot be decoded. */
  | 'damaged'
  /** Another page is at it. */
  | 'held';

export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Opens this browser's store, and makes or upgrades it. Rejects with StoreError 'unavailable'. */
export async function openDatabase(name = NAME): Promise<Database> {
  try {
    return await openDB<Schema>(name, VERSION, {
      async upgrade(database, oldVersion, _newVersion, transaction) {
        if (oldVersion < 1) {
          database.createObjectStore('sets', { keyPath: 'id' });
          database.createObjectStore('recordings');
        }
        if (oldVersion < 2) {
          database.createObjectStore('unfinished', { keyPath: 'id' });
          database.createObjectStore('chunks');
        }
        if (oldVersion < 3) database.createObjectStore('settings');
        if (oldVersion < 4) {
          database.createObjectStore('audits', { keyPath: 'id' });
          database.createObjectStore('auditRecordings');
          await completeRows(transaction);
        }
        if (oldVersion < 5) transaction.objectStore('sets').createIndex('byTime', 'addedAt');
      },
      // A newer version of the program waits in another tab: let it have the store.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch (cause) {
    throw unavailable(cause);
  }
}

/** The database, where there is one. Throws StoreError 'unavailable' for null. */
export function requireDatabase(database: Database | null): Database {
  if (!database) throw unavailable();
  return database;
}

/** Where this browser keeps nothing for the page. */
function unavailable(cause?: unknown): StoreError {
  return new StoreError('unavailable', 'This browser does not let the page store anything.', {
    cause,
  });
}

/**
 * Writes in one transaction over these stores: all of it, or nothing. It is on the disk when this
 * resolves, not only handed to the system. Rejects with StoreError 'full' or 'unavailable'.
 */
export async function writeTo(
  database: Database,
  stores: readonly StoreNames<Schema>[],
  write: (transaction: Writing) => Promise<unknown>,
): Promise<void> {
  try {
    const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' });
    await wholly(transaction, write(transaction));
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    if (cause.name === 'QuotaExceededError') {
      throw new StoreError('full', 'There is no room left to store this set.', { cause });
    }
    throw new StoreError('unavailable', 'The set could not be written.', { cause });
  }
}

/** Resolves when the transaction is done; aborts it where what was to be written could not be. */
async function wholly(transaction: Writing, written: Promise<unknown>): Promise<void> {
  let isOver = false;
  const done = transaction.done.finally(() => (isOver = true));
  const aborting = written.catch((cause: unknown) => {
    if (!isOver) transaction.abort();
    throw cause;
  });
  const settled = await Promise.allSettled([done, aborting]);
  const causes = settled.flatMap((each): unknown[] =>
    each.status === 'rejected' ? [each.reason] : [],
  );
  // "Aborted" says only that something else went wrong.
  const isAbort = (cause: unknown) => cause instanceof DOMException && cause.name === 'AbortError';
  if (causes.length > 0) throw causes.find((cause) => !isAbort(cause)) ?? causes[0];
}

/** Gives what was stored before there were plans and proposals what they would have had then: none. */
async function completeRows(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
): Promise<void> {
  const sets = transaction.objectStore('sets');
  const unfinished = transaction.objectStore('unfinished');
  for (const set of await sets.getAll()) {
    const known: Partial<StoredSet> = set;
    const setup = { ...DEFAULT_SETUP, ...known.setup };
    const said = { comments: known.comments ?? [], proposal: known.proposal ?? null };
    await sets.put({ ...NO_BRIEF, ...set, setup, ...said });
  }
  for (const row of await unfinished.getAll()) {
    const { setup, ...rest } = row as typeof row & { setup?: Partial<Setup> };
    const known: Partial<Unfinished> = row;
    if (known.brief) continue;
    await unfinished.put({
      ...rest,
      brief: { ...NO_BRIEF, setup: { ...DEFAULT_SETUP, ...setup } },
    });
  }
}

/** Asks the browser not to clear the store when space runs low. Resolves to whether it agreed. */
export async function requestPersistence(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}
