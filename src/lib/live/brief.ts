import { NO_BRIEF, type Brief } from '$lib/store/brief';
import { StoreError, type Database } from '$lib/store/database';
import { isoWithOffset } from '$lib/store/sets';
import {
  calibrationFor,
  keepSetting,
  readSetting,
  withCalibration,
  type Calibration,
} from '$lib/store/settings';

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
 * What follows on a set: the same again, with the other leg where one works. The next set that was chosen turns to the
 * other leg too, where it was to be the one just lifted. What the store does not give is done without.
 */
export async function briefAfter(database: Database | null, lifted: Brief): Promise<Brief> {
  const again = briefAgain(lifted);
  if (!isOneSided(again)) return again;
  try {
    const calibrations = (await readSetting(database, 'calibrations')) ?? [];
    const next = await readSetting(database, 'next');
    if (database && next && isAlike(next, again)) {
      await keepSetting(database, 'next', onOtherSide(next, calibrations));
    }
    return onOtherSide(again, calibrations);
  } catch (cause) {
    if (!(cause instanceof StoreError) && !(cause instanceof DOMException)) throw cause;
    return onOtherSide(again, []);
  }
}

/**
 * The brief with the other leg, and the depth that was calibrated for it. A depth calibrated for this leg is not asked of
 * the other; one set by hand is.
 */
export function onOtherSide(brief: Brief, calibrations: readonly Calibration[]): Brief {
  const { plan, entered } = brief;
  if (!plan || entered.side === null) return brief;
  const side = entered.side === 'left' ? 'right' : 'left';
  const { machine, variation, targets } = plan;
  const calibratedFor = (leg: typeof side) =>
    calibrationFor(calibrations, { machine, variation, side: leg })?.depth ?? null;
  const byHand = calibratedFor(entered.side) ? null : targets.depth;
  const depth = calibratedFor(side) ?? byHand;
  return {
    ...brief,
    plan: { ...plan, targets: { ...targets, depth } },
    entered: { ...entered, side },
  };
}

function isOneSided({ plan, entered }: Brief): boolean {
  return plan !== null && entered.side !== null;
}

function isAlike(a: Brief, b: Brief): boolean {
  return (
    a.plan?.variation === b.plan?.variation &&
    a.plan?.machine === b.plan?.machine &&
    a.entered.side === b.entered.side
  );
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
