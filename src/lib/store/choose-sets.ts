import type { Database } from './database';
import { newestFirst } from './history';
import type { StoredSet } from './sets';

/** The sets lifted from one day to another, both included (`2026-11-20`, where they were lifted), the newest first. */
export async function setsBetween(
  database: Database,
  { from, to }: { from: string; to: string },
): Promise<StoredSet[]> {
  const sets = await database.getAll('sets');
  return newestFirst(
    sets.filter((set) => from <= dayWhereLifted(set) && dayWhereLifted(set) <= to),
  );
}

/** The day a set was lifted, where it was lifted. */
export function dayWhereLifted({ addedAt }: Pick<StoredSet, 'addedAt'>): string {
  return addedAt.slice(0, 'yyyy-mm-dd'.length);
}
