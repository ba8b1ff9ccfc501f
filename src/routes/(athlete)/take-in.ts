import { resolve } from '$app/paths';
import type { OnProgress } from '$lib/store/archive/write';
import { requestPersistence, type Database } from '$lib/store/database';
import { openFiles, type Opened } from '$lib/store/open-files';
import { archiveWords } from '$lib/ui/words/archive';

/** Takes files that a person chose or dropped into the store. Rejects with StoreError. */
export async function takeIn(
  database: Database | null,
  files: readonly File[],
  onProgress?: OnProgress,
): Promise<Opened> {
  const { copyTitle } = archiveWords;
  const result = await openFiles(database, files, { copyTitle, onProgress });
  if (result.opened.length + result.imported.length > 0) await requestPersistence();
  return result;
}

/** Where the one thing is that there is to see: a set, an audit, or the set that a coach answered; null where it is not one. */
export function whereToLook({ opened, imported, refused }: Opened): string | null {
  if (refused.length > 0 || opened.length + imported.length !== 1) return null;
  if (opened.length === 1) return setAddress(opened[0].id);
  const [{ audit, merged, unknown, refused: sets }] = imported.map((each) => each.imported);
  if (sets.length + unknown.length > 0) return null;
  if (audit) return resolve('/(athlete)/audit/[id]', { id: audit });
  return merged.length === 1 ? setAddress(merged[0]) : null;
}

function setAddress(id: string): string {
  return resolve('/(athlete)/sets/[id]', { id });
}
