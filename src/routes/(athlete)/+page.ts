import { countSets, latestSets } from '$lib/store/history';
import { listUnfinished } from '$lib/store/unfinished';
import type { PageLoad } from './$types';

/** The rest is in the history. */
const RECENT_SETS = 5;

export const load: PageLoad = async ({ parent, depends }) => {
  depends('sledtrace:sets');
  const { database } = await parent();
  return {
    // Not awaited: the page stands while the list is read.
    recent: Promise.all([latestSets(database, RECENT_SETS), countSets(database)]),
    // Awaited, as it stands above the list and would push it down.
    unfinished: await listUnfinished(database),
  };
};
