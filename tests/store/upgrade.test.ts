import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { encodeRecording } from '$lib/core/file/binary';
import { simulate } from '$lib/core/simulate';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { listAudits } from '$lib/store/audit';
import { openDatabase } from '$lib/store/database';
import { latestSets } from '$lib/store/history';
import { listSets, readSamples } from '$lib/store/sets';
import { listUnfinished } from '$lib/store/unfinished';
import { storedSet } from './stored-set';

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
  expect(set).toMatchObject({
    id: 'a',
    title: 'Old',
    addedAt,
    ...asked,
    comments: [],
    proposal: null,
  });
  expect(await latestSets(database, 1)).toEqual([set]);
  expect((await readSamples(database, 'a')).t_s).toEqual(recording.t_s);
  const [unfinished] = await listUnfinished(database);
  expect(unfinished).toEqual({ id: 'b', startedAt: addedAt, source, brief: asked, ...row });
  database.close();
});

it('gives sets with a plan the place for a proposal, and room for what others send', async () => {
  const name = `upgrade-${Math.random()}`;
  const old = await openDB(name, 3, {
    upgrade(database) {
      database.createObjectStore('sets', { keyPath: 'id' });
      database.createObjectStore('recordings');
      database.createObjectStore('unfinished', { keyPath: 'id' });
      database.createObjectStore('chunks');
      database.createObjectStore('settings');
    },
  });
  const comment = {
    id: 'c',
    author: 'Kim',
    writtenAt: '2026-11-20T20:00:00+01:00',
    text: 'Slower.',
  };
  const { proposal, ...before } = storedSet({ comments: [{ ...comment, about: { kind: 'set' } }] });
  const brief = { setup: before.setup, plan: before.plan, entered: before.entered };
  const row = { id: 'b', startedAt: before.addedAt, source: before.source, brief, chunks: 0 };
  await old.put('sets', before);
  await old.put('unfinished', row);
  old.close();

  const database = await openDatabase(name);
  expect(proposal).toBeNull();
  expect(await listSets(database)).toEqual([{ ...before, proposal }]);
  expect(await listUnfinished(database)).toEqual([row]);
  expect(await listAudits(database)).toEqual([]);
  database.close();
});
