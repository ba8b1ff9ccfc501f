import { requireDatabase, type Database } from './database';
import { renewed, type StoredSet } from './sets';
import { SUMMARY_VERSION } from './summary-version';

/*
 * Reading many sets without keeping the page from answering: newest first, page by page, and as they
 * are kept. A summary by another version is made anew afterwards, set by set.
 */

/** All that a screen shows. */
const FIRST_SETS = 100;
/** As many as a page can be given at once and still answer. */
const PAGE_SETS = 1000;

/** Whether the figures of a set are by the present analysis and rules; those of a damaged set stay what they were. */
export function isCurrent({ summary }: StoredSet): boolean {
  return summary.version === SUMMARY_VERSION;
}

/** The name of what the sets of the demo come from. */
export const DEMO_NAME = 'Demo';

/** Whether a set belongs to the demo: nobody lifted it, and it goes when the demo goes. */
export function isDemo({ source }: Pick<StoredSet, 'source'>): boolean {
  return source.kind === 'simulated' && source.name === DEMO_NAME;
}

/** Every set, newest first, page by page. Throws StoreError 'unavailable' without a database. */
export async function* pagesOfSets(
  database: Database | null,
  pageSets = PAGE_SETS,
): AsyncGenerator<StoredSet[], void, undefined> {
  const store = requireDatabase(database);
  let before: IDBKeyRange | null = null;
  for (;;) {
    const count = before ? pageSets : Math.min(pageSets, FIRST_SETS);
    const page: Page = await readPage(store, before, count);
    if (page.sets.length > 0) yield page.sets;
    if (page.from === null) return;
    before = IDBKeyRange.upperBound(page.from, true);
  }
}

/** The ids of the demo's sets. Rejects with StoreError 'unavailable' without a database. */
export async function demoIds(database: Database | null): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of pagesOfSets(database)) {
    for (const set of page) if (isDemo(set)) ids.push(set.id);
  }
  return ids;
}

/** The sets lifted last, newest first, with a summary by the present algorithm. Rejects with StoreError 'unavailable' without a database. */
export async function latestSets(database: Database | null, count: number): Promise<StoredSet[]> {
  const store = requireDatabase(database);
  const { sets } = await readPage(store, null, count);
  return Promise.all(sets.slice(0, count).map((set) => renewed(store, set)));
}

/** How many sets there are. Rejects with StoreError 'unavailable' without a database. */
export async function countSets(database: Database | null): Promise<number> {
  return requireDatabase(database).count('sets');
}

export interface Page {
  /** Newest first. */
  sets: StoredSet[];
  /** `addedAt` of the oldest, where there may be older ones; null on the last page. */
  from: string | null;
}

/** The newest sets of a range of times. Its times are found by stepping over keys, so that its sets are read in one request. */
export async function readPage(
  database: Database,
  range: IDBKeyRange | null,
  count: number,
): Promise<Page> {
  const index = database.transaction('sets').store.index('byTime');
  const newest = await index.openKeyCursor(range, 'prev');
  if (!newest) return { sets: [], from: null };
  const oldest = count > 1 ? await newest.advance(count - 1) : newest;
  const from = oldest?.key ?? null;
  const sets = await index.getAll(from === null ? range : pageRange(from, range));
  return { sets: newestFirst(sets), from };
}

function pageRange(from: string, range: IDBKeyRange | null): IDBKeyRange {
  if (!range) return IDBKeyRange.lowerBound(from);
  return IDBKeyRange.bound(from, range.upper, false, true);
}

/** By the instant, which the text of a time in another offset does not sort by. */
export function newestFirst(sets: readonly StoredSet[]): StoredSet[] {
  return sets
    .map((set) => ({ set, at_ms: Date.parse(set.addedAt) }))
    .sort((a, b) => b.at_ms - a.at_ms)
    .map(({ set }) => set);
}
