import { error } from '@sveltejs/kit';
import { StoreError, type Database } from '$lib/store/database';
import { readPast } from '$lib/store/past';
import { readSamples, readSet } from '$lib/store/sets';
import { readSetting } from '$lib/store/settings';
import { failureWords } from '$lib/ui/words/failure';
import { reviewWords } from '$lib/ui/words/review';

/** A set with all that its review takes. Ends in an error page where it cannot be shown. */
export async function openReview(database: Database | null, id: string) {
  if (!database) error(503, failureWords.unavailable);
  const set = await readSet(database, id);
  if (!set) error(404, reviewWords.notFound);
  try {
    const [recording, past, calibrations, name] = await Promise.all([
      readSamples(database, id),
      readPast(database, set),
      readSetting(database, 'calibrations'),
      readSetting(database, 'name'),
    ]);
    const chosen = { calibrations: calibrations ?? [], name: name ?? '' };
    return { database, set, recording, past, ...chosen };
  } catch (cause) {
    if (cause instanceof StoreError) error(500, failureWords.damaged);
    throw cause;
  }
}
