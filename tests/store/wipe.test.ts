import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '$lib/store/database';
import { keepSetting } from '$lib/store/settings';
import { deleteEverything } from '$lib/store/wipe';
import { storeWith } from './archive/kept';

it('deletes the store itself, though another page has it open', async () => {
  const database = await storeWith({ id: 'one' });
  await keepSetting(database, 'name', 'Ada');
  const elsewhere = await openDatabase(database.name);
  await deleteEverything(database);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(database.name);
  await expect(elsewhere.count('sets')).rejects.toThrow();
  const anew = await openDatabase(database.name);
  expect(await anew.count('sets')).toBe(0);
  expect(await anew.count('settings')).toBe(0);
  anew.close();
});
