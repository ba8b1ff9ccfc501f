import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { NOTHING_ENTERED, type Side } from '$lib/guide/entered';
import { depthAbout, planFor, type DepthTarget } from '$lib/guide/plan';
import { briefAfter } from '$lib/live/brief';
import type { Brief } from '$lib/store/brief';
import { openDatabase, type Database } from '$lib/store/database';
import { keepSetting, readSetting, type Calibration } from '$lib/store/settings';

let database: Database;

beforeEach(async () => {
  database = await openDatabase(`brief-${Math.random()}`);
});
afterEach(() => database.close());

function oneLegged(side: Side | null, depth: DepthTarget | null = null): Brief {
  const plan = planFor(side ? 'hamstring-single' : 'hamstring', 'sled-45', 'free');
  return {
    setup: { ...DEFAULT_SETUP, excluded: [{ start_s: 2, end_s: 4, reason: 'removed' }] },
    plan: { ...plan, targets: { ...plan.targets, depth } },
    entered: { ...NOTHING_ENTERED, side },
  };
}

const calibrated = (side: Side, depth_m: number): Calibration => ({
  machine: 'sled-45',
  variation: 'hamstring-single',
  side,
  depth: depthAbout(depth_m),
  incline_deg: 45,
  madeAt: '2026-11-20T18:12:00+01:00',
});

const depthOf = ({ plan }: Brief) => plan?.targets.depth?.target_m;

describe('what follows on a set', () => {
  it('is the same again with two legs, all its reps counted', async () => {
    const after = await briefAfter(database, oneLegged(null));
    expect(after).toEqual({ ...oneLegged(null), setup: { ...DEFAULT_SETUP, excluded: [] } });
  });

  it('is the other leg where one works, with its own depth', async () => {
    await keepSetting(database, 'calibrations', [
      calibrated('left', 0.36),
      calibrated('right', 0.4),
    ]);
    const right = await briefAfter(database, oneLegged('left', depthAbout(0.36)));
    expect(right.entered.side).toBe('right');
    expect(depthOf(right)).toBe(0.4);
    const left = await briefAfter(database, right);
    expect(left.entered.side).toBe('left');
    expect(depthOf(left)).toBe(0.36);
  });

  it('asks no depth of a leg that another was calibrated for, but one set by hand', async () => {
    const byHand = await briefAfter(database, oneLegged('left', depthAbout(0.38)));
    expect(depthOf(byHand)).toBe(0.38);
    await keepSetting(database, 'calibrations', [calibrated('left', 0.36)]);
    const after = await briefAfter(database, oneLegged('left', depthAbout(0.36)));
    expect(after.plan?.targets.depth).toBeNull();
  });

  it('turns the chosen next set too, unless something else was chosen meanwhile', async () => {
    await keepSetting(database, 'next', oneLegged('left'));
    await briefAfter(database, oneLegged('left'));
    expect((await readSetting(database, 'next'))?.entered.side).toBe('right');
    await briefAfter(database, oneLegged('left'));
    expect((await readSetting(database, 'next'))?.entered.side).toBe('right');
  });

  it('is offered without a store as well', async () => {
    expect((await briefAfter(null, oneLegged('right'))).entered.side).toBe('left');
  });
});
