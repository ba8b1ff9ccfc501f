import { requireDatabase, type Database } from '$lib/store/database';
import { removeSet, removeSets, restoreSet, restoreSets } from '$lib/store/sets';
import { discardUnfinished } from '$lib/store/take-up';
import { restoreUnfinished, type RemovedUnfinished } from '$lib/store/unfinished';
import { setTitle } from '$lib/ui/set-title';
import { undoWords } from '$lib/ui/words/undo';

/** What was removed, and how it comes back. */
export interface Removed {
  /** A sentence that says so. */
  said: string;
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
      said: undoWords.removed(setTitle(removed.set)),
      restore: () => restoreSet(database, removed),
    };
  }

  /** Removes several, which come back together. `say` tells what is gone, by how many there were. */
  async removeAll(ids: readonly string[], say: (count: number) => string): Promise<void> {
    const database = requireDatabase(this.#database);
    const removed = await removeSets(database, ids);
    this.last =
      removed.length === 0
        ? null
        : { said: say(removed.length), restore: () => restoreSets(database, removed) };
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
        said: undoWords.removed(removed.row.source.name),
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
