import { listSets } from '$lib/store/sets';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, depends }) => {
  depends('sledtrace:sets');
  const { database } = await parent();
  // Not awaited: the page stands while the list is read.
  return { sets: listSets(database) };
};
