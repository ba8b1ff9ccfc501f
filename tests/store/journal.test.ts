import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, type Database, type StoreErrorCode } from '$lib/store/database';
import { Journal } from '$lib/store/journal';
import { NO_BRIEF } from '$lib/store/brief';
import { addSet, listSets, readSamples, type SetSource } from '$lib/store/sets';
import { discardUnfinished, keepUnfinished, takeUp } from '$lib/store/take-up';
import { listUnfinished, recover, restoreUnfinished } from '$lib/store/unfinished';
import { growing, isBeginning, someRecording, someSamples } from './recorded';

const source: SetSource = { kind: 'live', name: 'WT901', format: null, notes: [] };

let name: string;
let database: Database;
let troubles: (StoreErrorCode | null)[];

beforeEach(async () => {
  name = `journal-${Math.random()}`;
  database = await openDatabase(name);
  troubles = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  database.close();
});

function newJournal(): Journal {
  return Journal.begin(database, {
    source,
    brief: NO_BRIEF,
    onTrouble: (trouble) => void troubles.push(trouble),
  });
}

/** A recording that was cut off after so many samples, in two chunks. */
async function cutOff(samples = 200): Promise<Journal> {
  const journal = newJournal();
  const { add } = growing();
  const all = someSamples(0, samples);
  journal.follow(add(all.slice(0, samples / 2)));
  await journal.flush();
  journal.follow(add(all.slice(samples / 2)));
  await journal.flush();
  await journal.release();
  return journal;
}

async function recovered(id: string) {
  const found = await recover(database, id);
  if (!found) throw new Error(`There is no recording ${id}.`);
  return found;
}

describe('a journal', () => {
  it('writes the first samples at once, and nothing before them', async () => {
    const journal = newJournal();
    expect(await database.count('unfinished')).toBe(0);
    const recording = someRecording(5, 20);
    journal.follow(recording);
    await vi.waitFor(() => expect(troubles).toEqual([null]));
    expect(isBeginning((await recovered(journal.id)).recording, recording)).toBe(true);
    expect(await database.get('unfinished', journal.id)).toMatchObject({
      source,
      brief: NO_BRIEF,
      chunks: 1,
      samples: 20,
      firstTime_s: 5,
      lastTime_s: 5.19,
    });
    await journal.release();
  });

  it('writes one chunk at a time, however fast samples come', async () => {
    const journal = newJournal();
    const { add } = growing();
    for (let i = 0; i < 50; i++) journal.follow(add(someSamples(i / 10, 10)));
    await journal.flush();
    const row = await database.get('unfinished', journal.id);
    // The first, and then all that waited for it.
    expect(row).toMatchObject({ chunks: 2, samples: 500 });
    expect((await recovered(journal.id)).recording.length).toBe(500);
    await journal.release();
  });

  it('is finished by its set in one transaction', async () => {
    const journal = await cutOff();
    const { recording } = await recovered(journal.id);
    const set = await addSet(database, {
      title: 'Set',
      source,
      recording,
      unfinished: journal.id,
    });
    expect(await database.count('unfinished')).toBe(0);
    expect(await database.count('chunks')).toBe(0);
    expect(isBeginning(recording, await readSamples(database, set.id))).toBe(true);
  });

  it('begins again with all there is when the storage was cleared under way', async () => {
    const journal = newJournal();
    const { add } = growing();
    journal.follow(add(someSamples(0, 100)));
    await journal.flush();
    await database.clear('unfinished');
    await database.clear('chunks');
    journal.follow(add(someSamples(1, 100)));
    await journal.flush();
    expect((await recovered(journal.id)).recording.length).toBe(200);
    await journal.release();
  });

  it('says when the database is gone under way, and holds nothing up', async () => {
    const journal = newJournal();
    const { add } = growing();
    journal.follow(add(someSamples(0, 100)));
    await journal.flush();
    await deleteDB(name);
    journal.follow(add(someSamples(1, 100)));
    await journal.flush();
    expect(troubles.at(-1)).toBe('unavailable');
    await journal.release();
  });

  it('writes nothing half, and tries again, when the storage is full', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const journal = newJournal();
    const full = new DOMException('No room.', 'QuotaExceededError');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full;
    });
    const { add } = growing();
    journal.follow(add(someSamples(0, 100)));
    await journal.flush();
    expect(new Set(troubles)).toEqual(new Set(['full']));
    put.mockRestore();
    expect(await database.count('unfinished')).toBe(0);
    expect(await database.count('chunks')).toBe(0);
    journal.follow(add(someSamples(1, 100)));
    vi.advanceTimersByTime(5000);
    await vi.waitFor(() => expect(troubles.at(-1)).toBeNull());
    expect((await recovered(journal.id)).recording.length).toBe(200);
    await journal.release();
  });

  it('loses at most a second of any stream when the page is killed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    const steps = fc.record({
      wait_ms: fc.integer({ min: 1, max: 900 }),
      samples: fc.integer({ min: 0, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 25 }), async (batches) => {
        const journal = newJournal();
        const { add } = growing();
        const came: { at_ms: number; length: number }[] = [];
        let whole = add([]);
        for (const { wait_ms, samples } of batches) {
          await pass(wait_ms);
          if (samples === 0) continue;
          whole = add(someSamples(performance.now() / 1000, samples).map(squeezed(wait_ms)));
          came.push({ at_ms: performance.now(), length: whole.length });
          journal.follow(whole);
        }
        if (whole.length === 0) return;
        // Killed here: the journal hears nothing more, its timers never fire.
        const killed_ms = performance.now();
        vi.clearAllTimers();
        await pass(0);
        const { recording, lost } = await recovered(journal.id);
        expect(isBeginning(recording, whole)).toBe(true);
        expect(lost).toBe(0);
        const safe = came.findLast(({ at_ms }) => at_ms <= killed_ms - 1000);
        expect(recording.length).toBeGreaterThanOrEqual(safe?.length ?? 0);
        await journal.release();
      }),
      { numRuns: 60 },
    );
  });
});

/** Squeezes samples into the time since the batch before, so that times rise from batch to batch. */
const squeezed =
  (wait_ms: number) =>
  <S extends { t_s: number }>(sample: S, i: number): S => ({
    ...sample,
    t_s: sample.t_s - i / 100 + (i / 41) * (Math.min(1, wait_ms) / 1000),
  });

/** Lets so much time pass, and the database do what it has to do in each 10 ms of it. */
async function pass(duration_ms: number): Promise<void> {
  for (let left_ms = duration_ms; left_ms >= 0; left_ms -= 10) {
    vi.advanceTimersByTime(Math.min(10, left_ms));
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('an unfinished recording', () => {
  it('is listed when no page holds it, and not while one does', async () => {
    const journal = await cutOff();
    const running = newJournal();
    running.follow(someRecording(0, 50));
    await running.flush();
    expect((await listUnfinished(database)).map(({ id }) => id)).toEqual([journal.id]);
    await expect(takeUp(database, running.id)).rejects.toMatchObject({ code: 'held' });
    await expect(discardUnfinished(database, running.id)).rejects.toMatchObject({ code: 'held' });
    await running.release();
    expect(await listUnfinished(database)).toHaveLength(2);
  });

  it('can be kept as a set of when it was lifted', async () => {
    const { id } = await cutOff();
    const [{ startedAt }] = await listUnfinished(database);
    const set = await keepUnfinished(database, id);
    expect(set).toMatchObject({ title: 'WT901', addedAt: startedAt, source });
    expect(await listSets(database)).toEqual([set]);
    expect(isBeginning(await readSamples(database, set.id), someRecording(0, 200))).toBe(true);
    expect(await listUnfinished(database)).toEqual([]);
    expect(await database.count('chunks')).toBe(0);
  });

  it('can be discarded, and brought back as it was', async () => {
    const { id } = await cutOff();
    const listed = await listUnfinished(database);
    const removed = await discardUnfinished(database, id);
    if (!removed) throw new Error('There was nothing to discard.');
    expect(await listUnfinished(database)).toEqual([]);
    expect(await database.count('chunks')).toBe(0);
    await restoreUnfinished(database, removed);
    expect(await listUnfinished(database)).toEqual(listed);
    expect((await recovered(id)).recording.length).toBe(200);
  });

  it.each([
    [0, 100],
    [1, 0],
  ])('keeps what is whole when chunk %d is damaged, and says so', async (index, from) => {
    const { id } = await cutOff();
    const bytes = await database.get('chunks', [id, index]);
    if (!bytes) throw new Error('There is no such chunk.');
    bytes[40] ^= 1;
    await database.put('chunks', bytes, [id, index]);
    const { recording, lost } = await recovered(id);
    expect(recording.length).toBe(100);
    expect(recording.t_s[0]).toBe(from / 100);
    expect(lost).toBe(100);
    const set = await keepUnfinished(database, id);
    expect(set.source.notes).toEqual([
      '100 samples could not be read again after the recording was cut off.',
    ]);
  });

  it('of which nothing is whole is refused, and can be discarded', async () => {
    const { id } = await cutOff();
    await database.put('chunks', new Uint8Array(3), [id, 0]);
    await database.put('chunks', new Uint8Array(), [id, 1]);
    await expect(keepUnfinished(database, id)).rejects.toMatchObject({ code: 'damaged' });
    await discardUnfinished(database, id);
    expect(await listUnfinished(database)).toEqual([]);
  });

  it('is gone on with after its last chunk, a damaged one too', async () => {
    const { id } = await cutOff();
    await database.put('chunks', new Uint8Array(3), [id, 1]);
    const interrupted = await takeUp(database, id);
    const journal = Journal.goOn(database, interrupted, () => undefined);
    const { add } = growing();
    add(someSamples(0, 100));
    journal.follow(add(someSamples(9, 50)));
    await journal.release();
    await vi.waitFor(async () => expect((await recovered(id)).recording.length).toBe(150));
    expect((await recovered(id)).lost).toBe(0);
  });
});

describe('the database', () => {
  it('of version 1 keeps its sets when it is upgraded', async () => {
    const old = `old-${Math.random()}`;
    const first = await openDB(old, 1, {
      upgrade(db) {
        db.createObjectStore('sets', { keyPath: 'id' });
        db.createObjectStore('recordings');
      },
    });
    const set = await addSet(database, { title: 'Old', source, recording: someRecording(0, 300) });
    await first.put('sets', set);
    await first.put('recordings', await database.get('recordings', set.id), set.id);
    first.close();
    const upgraded = await openDatabase(old);
    expect(await listSets(upgraded)).toEqual([set]);
    expect((await readSamples(upgraded, set.id)).length).toBe(300);
    expect(await listUnfinished(upgraded)).toEqual([]);
    upgraded.close();
  });
});
