import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileOf } from '$lib/guide/history/load-velocity';
import { sessionsOf } from '$lib/guide/history/sessions';
import { asymmetryOf, pairsOf } from '$lib/guide/history/sides';
import { openDatabase, type Database } from '$lib/store/database';
import { addDemo } from '$lib/store/demo';
import { demoIds, isDemo } from '$lib/store/history';
import { liftedOf, pastOf } from '$lib/store/past';
import { addSet, listSets, removeSets, restoreSets, type StoredSet } from '$lib/store/sets';
import { someRecording } from './recorded';

const now = new Date(2026, 10, 20, 9, 0);
const notes = { hurried: 'Hurried', shallower: 'Short', gap: 'Link', tired: 'Tired' };
const words = { title: ({ variation }: { variation: string }) => variation, notes };

let database: Database;
let sets: StoredSet[];
const progress: number[] = [];

beforeAll(async () => {
  database = await openDatabase(`demo-${Math.random()}`);
  sets = await addDemo(database, { words, now, onProgress: (done) => progress.push(done) });
}, 60_000);
afterAll(() => database.close());

/** Sets lifted that many days before now. */
const lasts = (days: number) =>
  sets.filter(({ addedAt }) => new Date(addedAt).getDate() === now.getDate() - days);
const known = () => sets.map(liftedOf).filter((set) => set !== null);

describe('the demo', () => {
  it('is a week of four sessions, told as it comes', () => {
    const times = sets.map(({ addedAt }) => Date.parse(addedAt));
    expect(sessionsOf(times, (time) => time).map(({ length }) => length)).toEqual([3, 5, 4, 4]);
    expect(Math.max(...times)).toBeLessThan(now.getTime());
    expect(now.getTime() - Math.min(...times)).toBeLessThan(7 * 86_400_000);
    expect(progress).toEqual(sets.map((_, i) => i + 1));
  });

  it('is marked as what nobody lifted', () => {
    expect(sets.every(isDemo)).toBe(true);
    expect(known().every(({ isSimulated }) => isSimulated)).toBe(true);
  });

  it('has sets that keep to what was asked', () => {
    for (const { summary, plan } of lasts(6)) {
      expect(summary.reps).toBe(8);
      expect(plan?.goal).toBe('hypertrophy-b');
      expect(summary.compliance?.share).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('has planted deviations that are found', () => {
    const [, gap, hurried, shallower] = lasts(1);
    expect(gap.summary.doubtful).toBeGreaterThan(0);
    expect(hurried.summary.deviations).toContain('lowering-time');
    expect(hurried.entered.note).toBe('Hurried');
    const { depth_m } = shallower.summary;
    expect((depth_m?.low ?? 0) / (depth_m?.high ?? 0)).toBeLessThan(0.85);
    expect(lasts(4)[4].summary.velocityLoss).toBeGreaterThan(0.25);
  });

  it('has a left leg that goes less deep, and a profile of load and speed', () => {
    const pairs = pairsOf(known());
    expect(pairs.map((pair) => asymmetryOf(pair, 'depth')?.lesser)).toEqual(['left', 'left']);
    expect(profileOf(known()).kind).toBe('line');
  });

  it('is nobody’s past but its own', () => {
    const moment = { addedAt: now.toISOString(), source: sets[0].source };
    expect(pastOf(sets, moment)).toHaveLength(sets.length);
    expect(pastOf(sets, { ...moment, source: { ...moment.source, kind: 'live' } })).toEqual([]);
  });

  it('goes at once, leaves what was lifted, and comes back', async () => {
    const source = { kind: 'file', name: 'a.csv', format: null, notes: [] } as const;
    const own = await addSet(database, { title: 'Mine', source, recording: someRecording(0, 300) });
    const before = await listSets(database);
    const ids = await demoIds(database);
    expect(new Set(ids)).toEqual(new Set(sets.map(({ id }) => id)));
    const removed = await removeSets(database, ids);
    expect(await listSets(database)).toEqual([own]);
    expect(await database.count('recordings')).toBe(1);
    await restoreSets(database, removed);
    expect(await listSets(database)).toEqual(before);
  });
});
