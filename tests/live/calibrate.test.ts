import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { ReplaySensor } from '$lib/devices/replay';
import { DEFAULT_TOLERANCES, planFor } from '$lib/guide/plan';
import { targetFrom } from '$lib/live/calibration';
import { LiveSession } from '$lib/live/session.svelte';
import { NO_BRIEF } from '$lib/store/brief';
import { openDatabase, type Database } from '$lib/store/database';
import { readSetting } from '$lib/store/settings';

const { recording, truth } = simulate({ seed: 3 });
const sled = () => new ReplaySensor(recording, { name: 'Simulated sled', rate_Hz: 100, speed: 40 });
const brief = { ...NO_BRIEF, plan: planFor('hamstring', 'sled-45', 'hypertrophy-b') };

let database: Database;

beforeEach(async () => {
  database = await openDatabase(`calibrate-${Math.random()}`);
});
afterEach(() => database.close());

it('asks for the depth that the first reps show, and does not count them', async () => {
  const session = new LiveSession(database);
  await session.start(sled(), brief);
  await vi.waitFor(() => expect(session.set?.calibration?.step).toBe('done'), {
    timeout: 5000,
    interval: 5,
  });
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

  await vi.waitFor(() => expect(session.status).toBe('over'), { timeout: 9000 });
  const stored = await session.end();
  const [stretch] = stored?.setup.excluded ?? [];
  expect(stretch.reason).toBe('calibration');
  const shown = truth.reps.filter(({ press }) => press.end_s < stretch.end_s).length;
  expect(shown).toBeGreaterThanOrEqual(2);
  expect(stored?.summary.reps).toBe(truth.reps.length - shown);
});

it('begins anew when it is asked to, and counts nothing of what was', async () => {
  const session = new LiveSession(database);
  await session.start(sled(), brief);
  await vi.waitFor(() => expect(session.set?.calibration?.found?.reps).toBeGreaterThan(0), {
    timeout: 5000,
    interval: 5,
  });
  session.set?.passOverCalibration();
  expect(session.set?.calibration?.found).toBeNull();
  expect(session.set?.reps).toEqual([]);
  await session.discard();
});
