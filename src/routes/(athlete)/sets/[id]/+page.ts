import { error } from '@sveltejs/kit';
import { StoreError } from '$lib/store/database';
import { readSamples, readSet } from '$lib/store/sets';
import { failureWords } from '$lib/ui/words/failure';
import { reviewWords } from '$lib/ui/words/review';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
  const { database } = await parent();
  if (!database) error(503, failureWords.unavailable);
  const set = await readSet(database, params.id);
  if (!set) error(404, reviewWords.notFound);
  try {
    return { database, set, recording: await readSamples(database, params.id) };
  } catch (cause) {
    if (cause instanceof StoreError) error(500, failureWords.damaged);
    throw cause;
  }
};
