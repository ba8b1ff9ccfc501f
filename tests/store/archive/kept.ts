import { encodeRecording } from '$lib/core/file/binary';
import { archiveOf } from '$lib/store/archive/write';
import { openDatabase, type Database } from '$lib/store/database';
import type { StoredSet } from '$lib/store/sets';
import { someRecording } from '../recorded';
import { storedSet } from '../stored-set';

/** A new, empty store. */
export function emptyStore(): Promise<Database> {
  return openDatabase(`archive-${Math.random()}`);
}

/** A store with these sets, each of a few samples of its own. */
export async function storeWith(...says: readonly Partial<StoredSet>[]): Promise<Database> {
  const database = await emptyStore();
  for (const [i, each] of says.entries()) {
    const set = storedSet(each);
    await database.put('sets', set);
    await database.put('recordings', encodeRecording(someRecording(i, 20)), set.id);
  }
  return database;
}

/** An archive of those sets, with something changed in its JSON. */
export async function alteredArchive(
  says: readonly Partial<StoredSet>[],
  alter: (archive: Altered) => void,
): Promise<Blob> {
  const database = await storeWith(...says);
  const { file } = await archiveOf(database, await database.getAll('sets'));
  database.close();
  const archive = JSON.parse(await file.text()) as Altered;
  alter(archive);
  return new Blob([JSON.stringify(archive)]);
}

/** JSON of an archive, to be spoilt. */
export interface Altered extends Record<string, unknown> {
  sets: (Record<string, unknown> & {
    entered: Record<string, unknown>;
    plan: { targets: Record<string, unknown> };
    recording: Record<string, unknown> & { bytes: string };
  })[];
}
