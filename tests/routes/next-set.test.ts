import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { depthAbout } from '$lib/guide/plan';
import { openDatabase, type Database } from '$lib/store/database';
import { readSetting, type Calibration } from '$lib/store/settings';
import { NextSet } from '../../src/routes/(athlete)/setup/next-set.svelte';

let database: Database;

beforeEach(async () => {
  database = await openDatabase(`next-${Math.random()}`);
});
afterEach(() => database.close());

const calibrated = (side: Calibration['side'], depth_m: number): Calibration => ({
  machine: 'sled-45',
  variation: side ? 'hamstring-single' : 'hamstring',
  side,
  depth: depthAbout(depth_m),
  incline_deg: 45,
  madeAt: '2026-11-20T18:12:00+01:00',
});

const fresh = (calibrations: readonly Calibration[] = []) =>
  new NextSet(database, { next: null, calibrations });

describe('the next set', () => {
  it('starts from the hamstring press for growth, and keeps what is chosen', async () => {
    const next = fresh();
    expect(next.plan.prescription).toBe('ham-hypertrophy-b');
    await next.choose({ goal: 'strength' });
    await next.enter({ load: { load_kg: 82.25, typedIn: 'kg', includesSled: false } });
    const kept = await readSetting(database, 'next');
    expect(kept).toEqual(next.brief);
    const again = new NextSet(database, { next: kept, calibrations: [] });
    expect(again.plan.prescription).toBe('ham-strength');
    expect(again.entered.load?.load_kg).toBe(82.25);
  });

  it('asks for a side where one leg works, and forgets it where two do', async () => {
    const next = fresh();
    await next.choose({ variation: 'hamstring-single' });
    expect(next.entered.side).toBe('left');
    await next.choose({ variation: 'hamstring' });
    expect(next.entered.side).toBeNull();
  });

  it('takes the depth calibrated for variation, machine and side', async () => {
    const next = fresh([
      calibrated(null, 0.42),
      calibrated('left', 0.3),
      calibrated('right', 0.35),
    ]);
    await next.choose({ variation: 'hamstring-single' });
    expect(next.plan.targets.depth?.target_m).toBe(0.3);
    await next.enter({ side: 'right' });
    expect(next.plan.targets.depth?.target_m).toBe(0.35);
    expect(next.calibration?.side).toBe('right');
    await next.choose({ machine: 'horizontal' });
    expect(next.plan.targets.depth).toBeNull();
    expect(next.calibration).toBeNull();
  });

  it('has a ratio only where a cable lies between', async () => {
    const next = fresh();
    await next.choose({ machine: 'selectorised-stack' });
    await next.setRatio(2);
    await next.choose({ goal: 'strength' });
    expect(next.brief.setup.sledPerSensor).toBe(2);
    await next.choose({ machine: 'sled-45' });
    expect(next.brief.setup.sledPerSensor).toBe(1);
  });

  it('forgets what was ticked off for another way to press', async () => {
    const next = fresh();
    await next.enter({ checked: ['B02'] });
    await next.choose({ goal: 'strength' });
    expect(next.entered.checked).toEqual(['B02']);
    await next.choose({ variation: 'reverse' });
    expect(next.entered.checked).toEqual([]);
  });

  it('holds on the page where nothing can be kept', async () => {
    const next = new NextSet(null, { next: null, calibrations: [] });
    await next.choose({ goal: 'rehab' });
    expect(next.plan.goal).toBe('rehab');
    expect(next.isKept).toBe(false);
  });
});
