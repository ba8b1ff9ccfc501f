import { countSets, latestSets } from '$lib/store/history';
import { readSetting } from '$lib/store/settings';
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
    next: await readSetting(database, 'next'),
    // Awaited, as it stands above the list and would push it down.
    unfinished: await listUnfinished(database),
  };
};
