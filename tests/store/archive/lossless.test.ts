import 'fake-indexeddb/auto';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { importArchive } from '$lib/store/archive/import';
import { archiveOf, archiveOfEverything } from '$lib/store/archive/write';
import { openDatabase, type Database } from '$lib/store/database';
import { withCalibration, type Calibration } from '$lib/store/settings';
import { calibration, entered, keptSet, plan } from './any-set';

const sets = fc.uniqueArray(keptSet, { maxLength: 3, selector: ({ set }) => set.id });
const calibrations = fc
  .array(calibration, { maxLength: 4 })
  .map((all) => all.reduce((kept: readonly Calibration[], one) => withCalibration(kept, one), []));

/** Everything in the stores that an archive holds, to the last byte. */
async function everythingIn(database: Database) {
  const [keptSets, keys, recordings] = await Promise.all([
    database.getAll('sets'),
    database.getAllKeys('recordings'),
    database.getAll('recordings'),
  ]);
  const [next, made, name] = await Promise.all([
    database.get('settings', 'next'),
    database.get('settings', 'calibrations'),
    database.get('settings', 'name'),
  ]);
  return {
    sets: keptSets,
    recordings: keys.map((key, i) => [key, recordings[i]]),
    next,
    made,
    name,
  };
}

test.prop(
  [sets, calibrations, fc.record({ plan: fc.option(plan), entered }), fc.string({ minLength: 1 })],
  {
    numRuns: 15,
  },
)('everything exported and imported elsewhere is identical', async (kept, made, said, name) => {
  const here = await openDatabase(`here-${Math.random()}`);
  const there = await openDatabase(`there-${Math.random()}`);
  for (const { set, bytes } of kept) {
    await here.put('sets', set);
    await here.put('recordings', bytes, set.id);
  }
  const setup = kept[0]?.set.setup;
  if (setup) await here.put('settings', { ...said, setup }, 'next');
  if (made.length > 0) await here.put('settings', made, 'calibrations');
  await here.put('settings', name, 'name');

  const { file, damaged } = await archiveOfEverything(here);
  const imported = await importArchive(there, file);

  expect(damaged).toEqual([]);
  expect(imported).toMatchObject({ added: kept.length, same: 0, copied: 0, refused: [] });
  expect(await everythingIn(there)).toEqual(await everythingIn(here));
  expect(await importArchive(there, file)).toMatchObject({ added: 0, same: kept.length });
  here.close();
  there.close();
});

test.prop([keptSet, keptSet], { numRuns: 10 })(
  'other content under the same id is kept beside, once',
  async (mine, theirs) => {
    const here = await openDatabase(`here-${Math.random()}`);
    const there = await openDatabase(`there-${Math.random()}`);
    const twin = { ...theirs.set, id: mine.set.id };
    await here.put('sets', mine.set);
    await here.put('recordings', mine.bytes, mine.set.id);
    await there.put('sets', twin);
    await there.put('recordings', theirs.bytes, twin.id);

    const { file } = await archiveOf(there, [twin]);
    const copyTitle = (title: string) => `${title} (copy)`;
    expect(await importArchive(here, file, { copyTitle })).toMatchObject({ copied: 1, added: 0 });
    expect(await importArchive(here, file, { copyTitle })).toMatchObject({ copied: 0, same: 1 });

    expect(await here.get('sets', mine.set.id)).toEqual(mine.set);
    const [copy] = (await here.getAll('sets')).filter(({ id }) => id !== mine.set.id);
    expect(copy).toEqual({ ...twin, id: copy.id, title: `${twin.title} (copy)` });
    expect(await here.get('recordings', copy.id)).toEqual(theirs.bytes);
    here.close();
    there.close();
  },
);
