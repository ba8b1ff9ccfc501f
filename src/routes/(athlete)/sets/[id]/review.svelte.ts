import { writeCsv } from '$lib/core/file/csv';
import type { Recording } from '$lib/core/recording';
import type { Setup } from '$lib/core/sled/setup';
import type { Database } from '$lib/store/database';
import { changeSet, type StoredSet } from '$lib/store/sets';
import { Reviewed } from '../reviewed.svelte';

/** A stored set under review, and what may be changed about it: everything but the recording. */
export class Review {
  readonly reviewed: Reviewed;
  readonly #database: Database;

  constructor(database: Database, set: StoredSet, recording: Recording) {
    this.#database = database;
    this.reviewed = new Reviewed(set, recording);
  }

  get set(): StoredSet {
    return this.reviewed.set;
  }

  /** Gives the set another name; an empty one leaves the old. */
  async rename(title: string): Promise<void> {
    const trimmed = title.trim();
    if (trimmed === '') return;
    await this.#keep({ ...this.set, title: trimmed });
  }

  /** Reads the set with other settings and keeps them. */
  async change(setup: Partial<Setup>): Promise<void> {
    this.reviewed.set = { ...this.set, setup: { ...this.set.setup, ...setup } };
    await this.#keep({ ...this.set, summary: this.reviewed.summary });
  }

  /** The recording as canonical CSV. */
  csv(): string {
    return writeCsv(this.reviewed.recording);
  }

  async #keep(set: StoredSet): Promise<void> {
    this.reviewed.set = set;
    await changeSet(this.#database, set);
  }
}
