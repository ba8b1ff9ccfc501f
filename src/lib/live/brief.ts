import type { Database } from '$lib/store/database';
import { NO_BRIEF, type Brief } from '$lib/store/brief';
import { readSetting } from '$lib/store/settings';

/** What was chosen for the next set; nothing where nothing was, or it cannot be read. */
export async function nextBrief(database: Database | null): Promise<Brief> {
  try {
    return (await readSetting(database, 'next')) ?? NO_BRIEF;
  } catch (cause) {
    // The store has just been closed: a set without a plan is better than none.
    if (!(cause instanceof DOMException)) throw cause;
    return NO_BRIEF;
  }
}

/** The same again: what did not count then is the last set's own. */
export function briefAgain({ setup, plan, entered }: Brief): Brief {
  return { setup: { ...setup, excluded: [] }, plan, entered };
}
