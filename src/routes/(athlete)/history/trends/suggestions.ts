import { analyse } from '$lib/core/sled/analyse';
import { check } from '$lib/guide/check';
import type { Finding } from '$lib/guide/rules/rule';
import type { Database } from '$lib/store/database';
import { readPast } from '$lib/store/past';
import { readSamples, type StoredSet } from '$lib/store/sets';

/** What the guide suggests after a set; nothing where nothing was asked of it. Rejects with StoreError 'damaged'. */
export async function suggestionsFor(
  database: Database,
  set: StoredSet,
): Promise<readonly Finding[]> {
  const { plan, setup, entered, addedAt } = set;
  if (!plan) return [];
  const report = analyse(await readSamples(database, set.id), setup);
  const past = await readPast(database, set);
  const startedAt_ms = Date.parse(addedAt);
  return check({ report, plan, entered, startedAt_ms, past }).suggestions;
}
