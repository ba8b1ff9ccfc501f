import { readSetting } from '$lib/store/settings';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, depends }) => {
  depends('sledtrace:next');
  const { database } = await parent();
  return {
    next: await readSetting(database, 'next'),
    calibrations: (await readSetting(database, 'calibrations')) ?? [],
  };
};
