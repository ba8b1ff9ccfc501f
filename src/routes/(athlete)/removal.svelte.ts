import type { Database } from '$lib/store/database';
import { removeSet, restoreSet, type RemovedSet } from '$lib/store/sets';

/** Removes sets, and holds the last one so that it can be brought back. */
export class Removal {
  last = $state.raw<RemovedSet | null>(null);
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async remove(id: string): Promise<void> {
    this.last = await removeSet(this.#database, id);
  }

  async undo(): Promise<void> {
    if (!this.last) return;
    await restoreSet(this.#database, this.last);
    this.last = null;
  }

  forget(): void {
    this.last = null;
  }
}
