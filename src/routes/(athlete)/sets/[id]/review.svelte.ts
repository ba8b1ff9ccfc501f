import { writeCsv } from '$lib/core/file/csv';
import type { Recording } from '$lib/core/recording';
import { analyse } from '$lib/core/sled/analyse';
import type { SetReport } from '$lib/core/sled/report';
import type { Setup } from '$lib/core/sled/setup';
import type { Database } from '$lib/store/database';
import { changeSet, type StoredSet } from '$lib/store/sets';
import { summarise, type SetSummary } from '$lib/store/summary';

/** A stored set under review: its report follows from the samples and the setup, and so from every change of it. */
export class Review {
  set: StoredSet;
  readonly report: SetReport = $derived.by(() => analyse(this.#recording, this.#setup));
  readonly summary: SetSummary = $derived.by(() => summarise(this.report, this.set.plan));
  // Apart from the set, so that a new name does not analyse anew.
  readonly #setup: Setup = $derived.by(() => this.set.setup);
  readonly #database: Database;
  readonly #recording: Recording;

  constructor(database: Database, set: StoredSet, recording: Recording) {
    this.#database = database;
    this.#recording = recording;
    this.set = $state.raw(set);
  }

  /** Gives the set another name; an empty one leaves the old. */
  async rename(title: string): Promise<void> {
    const trimmed = title.trim();
    if (trimmed === '') return;
    await this.#keep({ ...this.set, title: trimmed });
  }

  /** Reads the set with other settings and keeps them. */
  async change(setup: Partial<Setup>): Promise<void> {
    this.set = { ...this.set, setup: { ...this.set.setup, ...setup } };
    await this.#keep({ ...this.set, summary: this.summary });
  }

  /** The recording as canonical CSV. */
  csv(): string {
    return writeCsv(this.#recording);
  }

  async #keep(set: StoredSet): Promise<void> {
    this.set = set;
    await changeSet(this.#database, set);
  }
}
