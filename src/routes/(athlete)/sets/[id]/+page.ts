import { error } from '@sveltejs/kit';
import { StoreError } from '$lib/store/database';
import { readPast } from '$lib/store/past';
import { readSamples, readSet } from '$lib/store/sets';
import { readSetting } from '$lib/store/settings';
import { failureWords } from '$lib/ui/words/failure';
import { reviewWords } from '$lib/ui/words/review';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
  const { database } = await parent();
  if (!database) error(503, failureWords.unavailable);
  const set = await readSet(database, params.id);
  if (!set) error(404, reviewWords.notFound);
  try {
    const [recording, past, calibrations] = await Promise.all([
      readSamples(database, params.id),
      readPast(database, set),
      readSetting(database, 'calibrations'),
    ]);
    return { database, set, recording, past, calibrations: calibrations ?? [] };
  } catch (cause) {
    if (cause instanceof StoreError) error(500, failureWords.damaged);
    throw cause;
  }
};
