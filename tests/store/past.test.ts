import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { openDatabase } from '$lib/store/database';
import { pastOf, pastSetOf, readPast } from '$lib/store/past';
import { changeSet } from '$lib/store/sets';
import { SOME_SUMMARY, storedSet } from './stored-set';

const simulated = { kind: 'simulated', name: 'Simulated sled', format: null, notes: [] } as const;
const load = { load_kg: 120, typedIn: 'kg', includesSled: null } as const;

describe('an earlier set', () => {
  it('carries its means with their uncertainty, and what was entered', () => {
    const entered = { ...NOTHING_ENTERED, load, side: 'left', pain: 2 } as const;
    expect(pastSetOf(storedSet({ entered }))).toMatchObject({
      startedAt_ms: Date.parse('2026-11-20T17:12:00Z'),
      variation: 'hamstring',
      machine: 'sled-45',
      goal: 'hypertrophy-b',
      side: 'left',
      load_kg: 120,
      pain: 2,
      reps: 8,
      depth_m: { mean: 0.4, meanSd: 0.02 },
      compliance: 7 / 8,
    });
  });

  it('without a plan is like no other', () => {
    expect(pastSetOf(storedSet({ plan: null }))).toBeNull();
  });

  it('whose summary could not be made anew says nothing', () => {
    expect(pastSetOf(storedSet({ summary: { ...SOME_SUMMARY, version: 'of old' } }))).toBeNull();
  });
});

describe('the past of a set', () => {
  const before = storedSet({ addedAt: '2026-11-20T18:00:00+01:00' });
  const old = storedSet({ addedAt: '2026-11-13T18:00:00+01:00' });
  const played = storedSet({ addedAt: '2026-11-14T18:00:00+01:00', source: simulated });
  const later = storedSet({ addedAt: '2026-11-20T18:05:00+01:00' });
  const startsOf = (sets: ReturnType<typeof pastOf>) =>
    sets.map(({ startedAt_ms }) => startedAt_ms);

  it('runs from the oldest to the last before it, and not to itself', () => {
    const sets = [later, before, old];
    expect(startsOf(pastOf(sets, later))).toEqual(
      [old, before].map((set) => Date.parse(set.addedAt)),
    );
  });

  it('is read from the store, to the minute', async () => {
    const database = await openDatabase(`past-${Math.random()}`);
    const sets = [old, before, later, storedSet({ addedAt: '2026-11-21T00:10:00+01:00' })];
    for (const [i, set] of sets.entries()) await changeSet(database, { ...set, id: String(i) });
    expect(startsOf(await readPast(database, later))).toEqual(
      [old, before].map((set) => Date.parse(set.addedAt)),
    );
    database.close();
  });

  it('keeps what nobody lifted apart', () => {
    const sets = [later, before, played, old];
    expect(pastOf(sets, before)).toHaveLength(1);
    expect(startsOf(pastOf(sets, { ...later, source: simulated }))).toEqual([
      Date.parse(played.addedAt),
    ]);
  });
});
