import { deleteDB } from 'idb';
import { StoreError, type Database } from './database';
import { heldAmong } from './hold';

/** Other pages let go of the store when they are told; one that has not by now hangs, ms. */
const PATIENCE_ms = 5000;

/**
 * Deletes the store with everything in it. Rejects with StoreError 'held' while a page records a set, or has
 * the store open and does not let it go. Afterwards this database is closed for good: open the page anew.
 */
export async function deleteEverything(database: Database): Promise<void> {
  const running = await heldAmong(await database.getAllKeys('unfinished'));
  if (running.size > 0) throw new StoreError('held', 'A page is recording a set.');
  const { name } = database;
  database.close();
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new StoreError('held', 'Another page has the store open.')),
      PATIENCE_ms,
    );
  });
  await Promise.race([deleteDB(name), timeout]);
}
