import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { DEFAULT_TOLERANCES, planFor } from '$lib/guide/plan';
import { targetFrom } from '$lib/live/calibration';
import { LiveSession } from '$lib/live/session.svelte';
import { NO_BRIEF } from '$lib/store/brief';
import { openDatabase, type Database } from '$lib/store/database';
import { readSetting } from '$lib/store/settings';
import { analysisPort } from './analysis-port';
import { ToldSensor } from './told-sensor';

const { recording, truth } = simulate({ seed: 3 });
/** When two reps are known for good. */
const SHOWN_s = truth.reps[1].press.end_s + 1.6;
const brief = { ...NO_BRIEF, plan: planFor('hamstring', 'sled-45', 'hypertrophy-b') };

let database: Database;

/** Until a report shows it: on a busy machine an analysis takes its time. */
const shown = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });

beforeEach(async () => {
  database = await openDatabase(`calibrate-${Math.random()}`);
});
afterEach(() => database.close());

it('asks for the depth that the first reps show, and does not count them', async () => {
  const session = new LiveSession(database, analysisPort);
  const sled = new ToldSensor();
  await session.start(sled, brief);
  sled.play(recording, 0, SHOWN_s);
  await shown(() => expect(session.set?.calibration?.step).toBe('done'));
  const found = session.set?.calibration?.found;
  if (!found) throw new Error('There is no depth.');
  const depth = targetFrom(found, DEFAULT_TOLERANCES, 0.6);
  expect(await session.calibrate(depth)).toBe(true);

  expect(session.set?.brief.plan?.targets.depth).toEqual(depth);
  expect(session.set?.brief.plan?.origins.depth).toBe('athlete');
  const [calibration] = (await readSetting(database, 'calibrations')) ?? [];
  expect(calibration).toMatchObject({
    machine: 'sled-45',
    variation: 'hamstring',
    side: null,
    depth,
  });
  expect(calibration.incline_deg).toBeCloseTo(45, -1);
  const next = await readSetting(database, 'next');
  expect(next?.plan?.targets.depth).toEqual(depth);
  expect(next?.setup.excluded).toEqual([]);

  sled.play(recording, SHOWN_s, Infinity);
  const stored = await session.end();
  const [stretch] = stored?.setup.excluded ?? [];
  expect(stretch.reason).toBe('calibration');
  expect(stretch.end_s).toBeCloseTo(SHOWN_s, 1);
  expect(stored?.summary.reps).toBe(truth.reps.length - 2);
});

it('begins anew when it is asked to, and counts nothing of what was', async () => {
  const session = new LiveSession(database, analysisPort);
  const sled = new ToldSensor();
  await session.start(sled, brief);
  sled.play(recording, 0, SHOWN_s);
  await shown(() => expect(session.set?.calibration?.found?.reps).toBe(2));
  session.set?.passOverCalibration();
  const standing = session.set?.report;
  expect(session.set?.calibration?.found).toBeNull();
  expect(session.set?.reps).toEqual([]);
  await shown(() => expect(session.set?.report).not.toBe(standing));
  expect(session.set?.calibration?.found).toBeNull();
  expect(session.set?.reps).toEqual([]);
  await session.discard();
});
