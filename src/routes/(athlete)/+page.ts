import { listSets } from '$lib/store/sets';
import { listUnfinished } from '$lib/store/unfinished';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, depends }) => {
  depends('sledtrace:sets');
  const { database } = await parent();
  return {
    // Not awaited: the page stands while the list is read.
    sets: listSets(database),
    // Awaited, as it stands above the list and would push it down.
    unfinished: await listUnfinished(database),
  };
};
