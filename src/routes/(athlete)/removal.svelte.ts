import { requireDatabase, type Database } from '$lib/store/database';
import { removeSet, restoreSet } from '$lib/store/sets';
import { discardUnfinished } from '$lib/store/take-up';
import { restoreUnfinished, type RemovedUnfinished } from '$lib/store/unfinished';

/** What was removed, and how it comes back. */
export interface Removed {
  title: string;
  restore(): Promise<void>;
}

/** Removes sets and unfinished recordings, and holds the last one so that it can be brought back. */
export class Removal {
  last = $state.raw<Removed | null>(null);
  readonly #database: Database | null;

  constructor(database: Database | null) {
    this.#database = database;
  }

  async remove(id: string): Promise<void> {
    const database = requireDatabase(this.#database);
    const removed = await removeSet(database, id);
    this.last = removed && {
      title: removed.set.title,
      restore: () => restoreSet(database, removed),
    };
  }

  /** Rejects with StoreError 'held' where another page has the recording. */
  async discardUnfinished(id: string): Promise<void> {
    this.discarded(await discardUnfinished(requireDatabase(this.#database), id));
  }

  /** An unfinished recording has been discarded; null where there was nothing on the disk. */
  discarded(removed: RemovedUnfinished | null): void {
    const database = this.#database;
    this.last = database &&
      removed && {
        title: removed.row.source.name,
        restore: () => restoreUnfinished(database, removed),
      };
  }

  async undo(): Promise<void> {
    await this.last?.restore();
    this.last = null;
  }

  forget(): void {
    this.last = null;
  }
}
