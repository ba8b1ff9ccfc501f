import { openReview } from '../open-review';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
  const { database } = await parent();
  return openReview(database, params.id);
};
