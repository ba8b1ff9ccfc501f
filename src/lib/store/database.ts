import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { StoredSet } from './sets';

const NAME = 'sledtrace';
const VERSION = 1;

interface Schema extends DBSchema {
  sets: { key: string; value: StoredSet };
  /** The samples, apart from the sets so that a list of sets does not read them. */
  recordings: { key: string; value: Uint8Array };
}

export type Database = IDBPDatabase<Schema>;

export type StoreErrorCode =
  /** The browser keeps no data for this page: private browsing, or storage turned off. */
  | 'unavailable'
  /** No room left. */
  | 'full'
  /** A set without its recording, or a recording that cannot be decoded. */
  | 'damaged';

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

/** Opens this browser's store, and makes it on the first visit. Rejects with StoreError 'unavailable'. */
export async function openDatabase(name = NAME): Promise<Database> {
  try {
    return await openDB<Schema>(name, VERSION, {
      upgrade(database) {
        database.createObjectStore('sets', { keyPath: 'id' });
        database.createObjectStore('recordings');
      },
      // A newer version of the program waits in another tab: let it have the store.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch (cause) {
    throw new StoreError('unavailable', 'This browser does not let the page store anything.', {
      cause,
    });
  }
}

/** Asks the browser not to clear the store when space runs low. Resolves to whether it agreed. */
export async function requestPersistence(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}
