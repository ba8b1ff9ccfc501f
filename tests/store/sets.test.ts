import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { planFor, withTarget } from '$lib/guide/plan';
import { openDatabase, StoreError, type Database } from '$lib/store/database';
import {
  addSet,
  changeSet,
  isoWithOffset,
  listSets,
  readSamples,
  readSet,
  removeSet,
  removeSets,
  restoreSet,
  restoreSets,
  type SetDraft,
} from '$lib/store/sets';
import { summarise } from '$lib/store/summary';
import { SUMMARY_VERSION } from '$lib/store/summary-version';

const { recording } = simulate({ seed: 3 });
const draft: SetDraft = {
  title: 'Tuesday',
  source: { kind: 'file', name: 'tuesday.csv', format: 'canonical CSV', notes: [] },
  recording,
};

let database: Database;
let name: string;

beforeEach(async () => {
  name = `store-${Math.random()}`;
  database = await openDatabase(name);
});
afterEach(() => database.close());

describe('the store', () => {
  it('gives back the samples exactly, after closing and opening again', async () => {
    const { id } = await addSet(database, draft);
    database.close();
    database = await openDatabase(name);
    expect(await readSamples(database, id)).toEqual(recording);
  });

  it('keeps a set with the default setup and the summary of its report', async () => {
    const set = await addSet(database, draft);
    expect(await readSet(database, set.id)).toEqual(set);
    expect(set.setup).toEqual(DEFAULT_SETUP);
    expect(set.summary).toEqual(summarise(analyse(recording), null));
    expect(set.addedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  });

  it('gives every set an id that needs no escaping in an address', async () => {
    const sets = await Promise.all(Array.from({ length: 8 }, () => addSet(database, draft)));
    expect(new Set(sets.map(({ id }) => id)).size).toBe(8);
    for (const { id } of sets) expect(id).toMatch(/^[\w-]{12}$/);
  });

  it('lists the newest first', async () => {
    const old = await addSet(database, { ...draft, title: 'Old' });
    await addSet(database, { ...draft, title: 'New' });
    await changeSet(database, { ...old, addedAt: '2020-01-01T10:00:00+02:00' });
    expect((await listSets(database)).map(({ title }) => title)).toEqual(['New', 'Old']);
  });

  it('knows nothing of an unknown id', async () => {
    expect(await readSet(database, 'nobody')).toBeNull();
    expect(await removeSet(database, 'nobody')).toBeNull();
    await expect(readSamples(database, 'nobody')).rejects.toMatchObject({ code: 'damaged' });
  });

  it('removes a set with its samples, and restores both', async () => {
    const set = await addSet(database, draft);
    const removed = await removeSet(database, set.id);
    if (!removed) throw new Error('There was nothing to remove.');
    expect(await listSets(database)).toEqual([]);
    expect(await database.count('recordings')).toBe(0);
    await restoreSet(database, removed);
    expect(await listSets(database)).toEqual([set]);
    expect(await readSamples(database, set.id)).toEqual(recording);
  });

  it('removes and restores several at once, one without its recording too', async () => {
    const sets = [await addSet(database, draft), await addSet(database, draft)];
    await database.delete('recordings', sets[0].id);
    const removed = await removeSets(database, [...sets.map(({ id }) => id), 'nobody']);
    expect(await listSets(database)).toEqual([]);
    await restoreSets(database, removed);
    expect(new Set(await listSets(database))).toEqual(new Set(sets));
    await expect(readSamples(database, sets[0].id)).rejects.toMatchObject({ code: 'damaged' });
    expect(await readSamples(database, sets[1].id)).toEqual(recording);
  });

  it('recomputes a summary by another version of the algorithm', async () => {
    const set = await addSet(database, draft);
    const stale = { ...set.summary, version: 'of old', reps: 99 };
    await changeSet(database, { ...set, summary: stale });
    const [listed] = await listSets(database);
    expect(listed.summary.version).toBe(SUMMARY_VERSION);
    expect(listed.summary.reps).toBe(analyse(recording).set.reps);
    expect(await readSet(database, set.id)).toEqual(listed);
  });

  it('says that a recording is damaged, and lists the others all the same', async () => {
    const set = await addSet(database, draft);
    await changeSet(database, { ...set, summary: { ...set.summary, version: 'of old' } });
    const bytes = await database.get('recordings', set.id);
    if (!bytes) throw new Error('Nothing was stored.');
    bytes[200] ^= 0xff;
    await database.put('recordings', bytes, set.id);
    await expect(readSamples(database, set.id)).rejects.toBeInstanceOf(StoreError);
    await addSet(database, draft);
    expect(await listSets(database)).toHaveLength(2);
  });
});

describe('a summary', () => {
  it('speaks of the full reps, and has the uncertainty of their mean', () => {
    const report = analyse(recording);
    const { depth_m, lower_s, reps } = summarise(report, null);
    const depths = report.reps.map((rep) => rep.depth_m);
    expect(reps).toBe(report.reps.length);
    expect(depth_m?.low).toBe(Math.min(...depths));
    expect(depth_m?.high).toBe(Math.max(...depths));
    expect(depth_m?.mean).toBeCloseTo(depths.reduce((a, b) => a + b) / depths.length);
    // Less than a single rep's, and as many independent errors make it.
    const sds = report.reps.map((rep) => rep.depthSd_m);
    expect(depth_m?.meanSd).toBeCloseTo(Math.hypot(...sds) / sds.length);
    expect(lower_s?.meanSd).toBeLessThan(report.reps[0].lower?.durationSd_s ?? 0);
  });

  it('names the fastest press, and what was not kept to', () => {
    const report = analyse(recording);
    const presses = report.reps.map(({ press }) => press);
    const best = presses.reduce((a, b) => (b.propulsive_mps > a.propulsive_mps ? b : a));
    const plan = withTarget(
      planFor('hamstring', 'sled-45', 'strength'),
      'lower',
      { kind: 'band', low_s: 1, high_s: 1.5 },
      'coach',
    );
    const { fastest_mps, deviations, compliantRun } = summarise(report, plan);
    expect(fastest_mps).toEqual({ mean: best.propulsive_mps, meanSd: best.propulsiveSd_mps });
    expect(deviations).toContain('lowering-time');
    expect(compliantRun).toBe(0);
    expect(summarise(report, null)).toMatchObject({ compliantRun: null, deviations: [] });
  });

  it('of a report without reps knows no figures', () => {
    const none = summarise(analyse({ ...recording, length: 0, t_s: new Float64Array() }), null);
    expect(none).toMatchObject({ reps: 0, lower_s: null, depth_m: null, fastest_mps: null });
  });

  it('sketches the whole track in few points', () => {
    const report = analyse(recording);
    const { sketch_m } = summarise(report, null);
    expect(sketch_m).toHaveLength(160);
    expect(sketch_m[0]).toBeCloseTo(report.track.position_m[0], 3);
    expect(sketch_m[159]).toBeCloseTo(report.track.position_m.at(-1) ?? NaN, 3);
    const lowest_m = Math.min(...report.track.position_m);
    expect(Math.min(...sketch_m)).toBeLessThan(lowest_m + 0.02);
  });
});

describe('a time with offset', () => {
  it('is the same instant, told in local time', () => {
    const date = new Date('2026-11-20T18:12:34Z');
    const text = isoWithOffset(date);
    expect(Date.parse(text)).toBe(date.getTime());
    expect(text).toHaveLength('2026-11-20T18:12:34+00:00'.length);
  });
});
