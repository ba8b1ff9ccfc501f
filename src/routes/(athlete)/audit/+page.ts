import { listAudits } from '$lib/store/audit';
import { listSets } from '$lib/store/sets';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, depends }) => {
  depends('sledtrace:audits');
  const { database } = await parent();
  return {
    database,
    audits: await listAudits(database),
    // Not awaited: the page stands while the list is read.
    sets: database ? listSets(database) : Promise.resolve([]),
  };
};
