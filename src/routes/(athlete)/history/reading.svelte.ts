import { createContext } from 'svelte';
import type { Lifted } from '$lib/guide/history/lifted';
import { StoreError, type Database, type StoreErrorCode } from '$lib/store/database';
import { isCurrent, newestFirst, pagesOfSets } from '$lib/store/history';
import { liftedOf } from '$lib/store/past';
import { renewed, type StoredSet } from '$lib/store/sets';
import { setTitle } from '$lib/ui/set-title';

/** How long figures are made anew before the page draws them, ms: it then goes through all its sets. */
const RENEWED_TOGETHER_ms = 500;

/**
 * The sets of this browser while they are read: the newest first, then all. Reading again keeps what stands until there is
 * something else to show. Figures of an earlier analysis are made anew afterwards, a few at a time.
 */
export class Reading {
  sets = $state.raw<readonly StoredSet[]>([]);
  /** Whether all of them are there. */
  isComplete = $state(false);
  trouble = $state.raw<StoreErrorCode | null>(null);
  /** Sets whose figures are on the way to new ones, by id. */
  pending = $state.raw<readonly string[]>([]);
  readonly lifted = $derived.by(() => this.sets.map(named).filter((set) => set !== null));
  #round = 0;

  /** Reads everything, from the beginning. */
  async read(database: Database | null): Promise<void> {
    const round = ++this.#round;
    try {
      await this.#readPages(database, round);
      if (database && round === this.#round) await this.#renew(database, round);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      if (round === this.#round) this.trouble = cause.code;
    }
  }

  /** Reads no further. */
  leave(): void {
    this.#round++;
  }

  async #readPages(database: Database | null, round: number): Promise<void> {
    const found: StoredSet[] = [];
    for await (const page of pagesOfSets(database)) {
      if (round !== this.#round) return;
      found.push(...page);
      // The first page is all that a screen shows. Drawing each as it comes would take longer than reading them.
      if (found.length === page.length && !this.isComplete) this.sets = page;
      await drawn();
    }
    if (round !== this.#round) return;
    this.sets = newestFirst(found);
    this.isComplete = true;
    this.trouble = null;
  }

  async #renew(database: Database, round: number): Promise<void> {
    const stale = this.sets.filter((set) => !isCurrent(set));
    this.pending = stale.map(({ id }) => id);
    let fresh: StoredSet[] = [];
    let since_ms = performance.now();
    for (const [i, set] of stale.entries()) {
      await drawn();
      if (round !== this.#round) return;
      fresh.push(await renewed(database, set));
      const isLast = i === stale.length - 1;
      if (!isLast && performance.now() - since_ms < RENEWED_TOGETHER_ms) continue;
      this.sets = this.sets.map((each) => fresh.find(({ id }) => id === each.id) ?? each);
      this.pending = stale.slice(i + 1).map(({ id }) => id);
      fresh = [];
      since_ms = performance.now();
    }
  }
}

export const [getReading, setReading] = createContext<Reading>();

/** A set as its history sees it, under the name that the list calls it by. */
function named(set: StoredSet): Lifted | null {
  return liftedOf({ ...set, title: setTitle(set) });
}

/** Lets the page draw what it has, and answer. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
