import { loadAudit } from '../load-audit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
  const { database } = await parent();
  return loadAudit(database, params.id);
};
