import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { encodeRecording } from '$lib/core/file/binary';
import { simulate } from '$lib/core/simulate';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { openDatabase } from '$lib/store/database';
import { listSets, readSamples } from '$lib/store/sets';
import { listUnfinished } from '$lib/store/unfinished';

const source = { kind: 'live', name: 'WT901', format: null, notes: [] };
const setup = { minTravel_m: 0.15, flip: true };

it('takes over what an earlier version has stored, and leaves the samples alone', async () => {
  const name = `upgrade-${Math.random()}`;
  const { recording } = simulate({ seed: 3 });
  const old = await openDB(name, 2, {
    upgrade(database) {
      database.createObjectStore('sets', { keyPath: 'id' });
      database.createObjectStore('recordings');
      database.createObjectStore('unfinished', { keyPath: 'id' });
      database.createObjectStore('chunks');
    },
  });
  const about = { source, setup };
  const addedAt = '2026-11-20T18:12:00+01:00';
  await old.put('sets', { id: 'a', title: 'Old', addedAt, ...about, summary: { algorithm: 'x' } });
  await old.put('recordings', encodeRecording(recording), 'a');
  const row = { chunks: 1, samples: 9, firstTime_s: 0, lastTime_s: 1, lastAt_ms: 5 };
  await old.put('unfinished', { id: 'b', startedAt: addedAt, ...about, ...row });
  old.close();

  const database = await openDatabase(name);
  const [set] = await listSets(database);
  const asked = { setup: { ...DEFAULT_SETUP, ...setup }, plan: null, entered: NOTHING_ENTERED };
  expect(set).toMatchObject({ id: 'a', title: 'Old', addedAt, ...asked, comments: [] });
  expect((await readSamples(database, 'a')).t_s).toEqual(recording.t_s);
  const [unfinished] = await listUnfinished(database);
  expect(unfinished).toEqual({ id: 'b', startedAt: addedAt, source, brief: asked, ...row });
  database.close();
});
