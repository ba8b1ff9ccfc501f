import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { depthAbout, planFor } from '$lib/guide/plan';
import { openDatabase } from '$lib/store/database';
import { NO_BRIEF } from '$lib/store/brief';
import {
  calibrationFor,
  keepSetting,
  readSetting,
  withCalibration,
  type Calibration,
} from '$lib/store/settings';

const calibration: Calibration = {
  machine: 'sled-45',
  variation: 'hamstring',
  side: null,
  depth: depthAbout(0.4),
  incline_deg: 44.6,
  madeAt: '2026-11-20T18:12:00+01:00',
};

it('keeps what was chosen for the next set, under its name', async () => {
  const name = `settings-${Math.random()}`;
  const database = await openDatabase(name);
  expect(await readSetting(database, 'next')).toBeNull();
  const next = { ...NO_BRIEF, plan: planFor('hamstring', 'sled-45', 'strength') };
  await keepSetting(database, 'next', next);
  database.close();
  const again = await openDatabase(name);
  expect(await readSetting(again, 'next')).toEqual(next);
  expect(await readSetting(again, 'calibrations')).toBeNull();
  expect(await readSetting(null, 'next')).toBeNull();
  again.close();
});

it('keeps one calibration for each machine, variation and side', () => {
  const left: Calibration = { ...calibration, side: 'left' };
  const deeper: Calibration = { ...calibration, depth: depthAbout(0.45) };
  const kept = withCalibration(withCalibration(withCalibration(null, calibration), left), deeper);
  expect(kept).toEqual([left, deeper]);
  expect(calibrationFor(kept, calibration)).toBe(deeper);
  expect(calibrationFor(kept, { ...calibration, machine: 'horizontal' })).toBeNull();
  expect(calibrationFor(null, calibration)).toBeNull();
});
