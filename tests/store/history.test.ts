import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { openDatabase, type Database } from '$lib/store/database';
import { countSets, isCurrent, latestSets, newestFirst, pagesOfSets } from '$lib/store/history';
import { addSet, changeSet, type StoredSet } from '$lib/store/sets';
import { simulate } from '$lib/core/simulate';
import { SOME_SUMMARY, storedSet } from './stored-set';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`history-${Math.random()}`);
});
afterEach(() => database.close());

/** Keeps sets lifted at these times; the id tells which. */
async function keep(times: readonly string[]): Promise<void> {
  for (const [i, addedAt] of times.entries()) {
    await changeSet(database, storedSet({ id: String(i), addedAt }));
  }
}

async function pages(pageSets?: number): Promise<string[][]> {
  const found: string[][] = [];
  for await (const page of pagesOfSets(database, pageSets)) {
    found.push(page.map(({ addedAt }) => addedAt));
  }
  return found;
}

const minute = (n: number) => `2026-11-20T18:${String(n).padStart(2, '0')}:00+01:00`;

describe('reading many sets', () => {
  it('gives the newest first, page by page', async () => {
    await keep([3, 1, 2, 5, 4].map(minute));
    expect(await pages(2)).toEqual([[minute(5), minute(4)], [minute(3), minute(2)], [minute(1)]]);
  });

  it('ends where the last page is full', async () => {
    await keep([1, 2, 3, 4].map(minute));
    expect(await pages(2)).toHaveLength(2);
  });

  it('gives what a screen shows first, and then much more at once', async () => {
    await keep(Array.from({ length: 150 }, (_, i) => minute(i % 60)));
    expect((await pages()).map(({ length }) => length)).toEqual([102, 48]);
  });

  it('gives nothing where there is nothing', async () => {
    expect(await pages(2)).toEqual([]);
    expect(await countSets(database)).toBe(0);
  });

  test.prop(
    [fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), fc.integer({ min: 1, max: 7 })],
    { numRuns: 30 },
  )('gives each set once, also where many share a time', async (minutes, pageSets) => {
    await database.clear('sets');
    await keep(minutes.map(minute));
    const all = (await pages(pageSets)).flat();
    expect(all).toEqual(minutes.map(minute).sort().reverse());
    expect(await countSets(database)).toBe(minutes.length);
  });
});

describe('the latest sets', () => {
  it('are so many, with figures by the present analysis', async () => {
    const { recording } = simulate({ seed: 3 });
    const source = { kind: 'file', name: 'a.csv', format: null, notes: [] } as const;
    const set = await addSet(database, { title: 'Old figures', source, recording });
    await changeSet(database, { ...set, summary: { ...set.summary, version: 'of old', reps: 99 } });
    await keep([1, 2, 3].map(minute));
    const latest = await latestSets(database, 2);
    expect(latest.map(({ title }) => title)).toEqual(['Old figures', 'Tuesday']);
    expect(latest[0]).toEqual(set);
    expect(await database.get('sets', set.id)).toEqual(set);
  });

  it('keep a damaged set as it was', async () => {
    const summary = { ...SOME_SUMMARY, version: 'of old' };
    await changeSet(database, storedSet({ summary }));
    const [set] = await latestSets(database, 5);
    expect(isCurrent(set)).toBe(false);
    expect(set.summary).toEqual(summary);
  });
});

it('goes by the instant, not by the text of its time', () => {
  const [early, late] = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:10:00+01:00'];
  const sets: StoredSet[] = [early, late].map((addedAt) => storedSet({ addedAt }));
  expect(newestFirst(sets).map(({ addedAt }) => addedAt)).toEqual([late, early]);
});
