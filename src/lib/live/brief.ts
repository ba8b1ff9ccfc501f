import { NO_BRIEF, type Brief } from '$lib/store/brief';
import type { Database } from '$lib/store/database';
import { isoWithOffset } from '$lib/store/sets';
import { keepSetting, readSetting, withCalibration, type Calibration } from '$lib/store/settings';

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

/**
 * Keeps a depth for the machine, variation and side of the brief, and the brief itself, which asks for it by now, for
 * the next set. Without a plan there is nothing to keep it for. Rejects with StoreError.
 */
export async function keepCalibration(
  database: Database,
  brief: Brief,
  shown: Pick<Calibration, 'depth' | 'incline_deg'>,
): Promise<void> {
  if (!brief.plan) return;
  const { machine, variation } = brief.plan;
  const { side } = brief.entered;
  const calibration = { machine, variation, side, ...shown, madeAt: isoWithOffset(new Date()) };
  const before = await readSetting(database, 'calibrations');
  await keepSetting(database, 'calibrations', withCalibration(before, calibration));
  await keepSetting(database, 'next', brief);
}
