import { countSets } from '$lib/store/history';
import { readSetting } from '$lib/store/settings';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, depends }) => {
  depends('sledtrace:sets');
  const { database } = await parent();
  return {
    database,
    name: (await readSetting(database, 'name')) ?? '',
    calibrations: (await readSetting(database, 'calibrations')) ?? [],
    sets: database ? await countSets(database) : 0,
    audits: (await database?.count('audits')) ?? 0,
  };
};
