import { StoreError, type Database } from './database';
import { holdIfFree, type Hold } from './hold';
import { addSet, type StoredSet } from './sets';
import {
  recover,
  removeUnfinished,
  type Recovered,
  type RemovedUnfinished,
  type Unfinished,
} from './unfinished';

/** A recording taken up again: what it was, what is left of it, and the hold on it. */
export interface Interrupted extends Recovered {
  row: Unfinished;
  hold: Hold;
}

/**
 * Takes up a recording that was cut off, so that no other page does. Rejects with StoreError 'held' where
 * another page was faster, 'damaged' where not one sample of it is left.
 */
export async function takeUp(database: Database, id: string): Promise<Interrupted> {
  const hold = await holdIfFree(id);
  if (!hold) throw new StoreError('held', `Recording ${id} is in the hand of another page.`);
  try {
    const row = await database.get('unfinished', id);
    const recovered = await recover(database, id);
    if (!row || !recovered || recovered.recording.length === 0) {
      throw new StoreError('damaged', `Nothing of recording ${id} can be read.`);
    }
    return { row, hold, ...recovered };
  } catch (cause) {
    await hold.release();
    throw cause;
  }
}

/** Stores a recording that was cut off as a set, as far as it can be read. Rejects with StoreError. */
export async function keepUnfinished(database: Database, id: string): Promise<StoredSet> {
  const { row, recording, lost, hold } = await takeUp(database, id);
  try {
    return await addSet(database, {
      title: row.source.name,
      source: { ...row.source, notes: [...row.source.notes, ...lossNotes(lost)] },
      recording,
      brief: row.brief,
      addedAt: row.startedAt,
      unfinished: id,
    });
  } finally {
    await hold.release();
  }
}

/** One sentence where samples were lost, else none. */
export function lossNotes(lost: number): string[] {
  if (lost <= 0) return [];
  return [`${lost} samples could not be read again after the recording was cut off.`];
}

/** Removes a recording that was cut off, as `removeUnfinished` does, unless another page has it: rejects with StoreError 'held'. */
export async function discardUnfinished(
  database: Database,
  id: string,
): Promise<RemovedUnfinished | null> {
  const hold = await holdIfFree(id);
  if (!hold) throw new StoreError('held', `Recording ${id} is in the hand of another page.`);
  try {
    return await removeUnfinished(database, id);
  } finally {
    await hold.release();
  }
}
