import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { VERSION as PROGRAM } from '$lib/core/version';
import { DEFAULT_TOLERANCES } from '$lib/guide/plan';
import { importArchive } from '$lib/store/archive/import';
import { archiveOf, archiveOfEverything } from '$lib/store/archive/write';
import type { Database } from '$lib/store/database';
import { keepSetting, readSetting, type Calibration } from '$lib/store/settings';
import { SUMMARY_VERSION } from '$lib/store/summary-version';
import { depthAbout } from '$lib/guide/plan';
import packageJson from '../../../package.json';
import { alteredArchive, emptyStore, storeWith, type Altered } from './kept';

const [one, two, three] = ['one', 'two', 'three'].map((id) => ({ id, title: `Set ${id}` }));

const calibration: Calibration = {
  machine: 'sled-45',
  variation: 'hamstring',
  side: null,
  depth: depthAbout(0.4),
  incline_deg: 44.6,
  madeAt: '2026-11-20T18:12:00+01:00',
};

function count(database: Database): Promise<number[]> {
  return Promise.all([database.count('sets'), database.count('recordings')]);
}

describe('an import', () => {
  it('adds what is not there, counts what is, and keeps what differs beside it', async () => {
    const there = await storeWith(one, two, three);
    const { file } = await archiveOf(there, await there.getAll('sets'));
    const here = await storeWith(one);
    await here.put('sets', {
      ...(await there.get('sets', 'two')),
      id: 'two',
      title: 'Mine',
    } as never);
    await here.put('recordings', (await there.get('recordings', 'two')) as never, 'two');

    const imported = await importArchive(here, file);
    expect(imported).toMatchObject({ added: 1, copied: 1, refused: [] });
    const titles = (await here.getAll('sets')).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Mine', 'Set one', 'Set three', 'Set two']);
  });

  it('refuses a set by itself, with where and what, and takes the others', async () => {
    const file = await alteredArchive([one, two, three], ({ sets }) => {
      sets[1].plan.targets.lower = { kind: 'band', low_s: 'three', high_s: 4 };
    });
    const here = await emptyStore();
    const { added, refused } = await importArchive(here, file);
    expect(added).toBe(2);
    expect(refused.map(({ code }) => code)).toEqual(['wrong-field']);
    expect(refused[0].fault).toMatchObject({
      path: 'sets[1].plan.targets.lower.low_s',
      expected: 'number',
      found: '"three"',
    });
    expect(await count(here)).toEqual([2, 2]);
  });

  it('hears how far it is', async () => {
    const there = await storeWith(one, two);
    const told: string[] = [];
    const onProgress = (done: number, of: number) => void told.push(`${done} of ${of}`);
    const { file } = await archiveOf(there, await there.getAll('sets'), { onProgress });
    await importArchive(await emptyStore(), file, { onProgress });
    expect(told).toEqual(['1 of 2', '2 of 2', '1 of 2', '2 of 2']);
  });

  it('leaves nothing behind when it cannot be finished', async () => {
    const there = await storeWith(one, two);
    const { file } = await archiveOf(there, await there.getAll('sets'));
    const here = await emptyStore();
    // The samples of a set that is not there stand in the way of the second set's.
    await here.put('recordings', new Uint8Array(1), 'two');
    await expect(importArchive(here, file)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await here.getAllKeys('sets')).toEqual([]);
    expect(await here.getAllKeys('recordings')).toEqual(['two']);
  });

  it('makes the summary anew where another version made it, or somebody changed it', async () => {
    for (const summary of [
      { version: 'of old' },
      { version: SUMMARY_VERSION, reps: 'many' },
      null,
    ]) {
      const file = await alteredArchive([one], ({ sets }) => void (sets[0].summary = summary));
      const here = await emptyStore();
      expect(await importArchive(here, file)).toMatchObject({ added: 1 });
      expect((await here.get('sets', 'one'))?.summary).toMatchObject({
        version: SUMMARY_VERSION,
        reps: 0,
      });
    }
  });

  it('ignores fields it does not know', async () => {
    const file = await alteredArchive([one], (archive) => {
      archive.colour = 'blue';
      archive.sets[0].mood = 'good';
    });
    const here = await emptyStore();
    await importArchive(here, file);
    expect(await here.getAll('sets')).toEqual(await (await storeWith(one)).getAll('sets'));
  });

  it('takes over what is not set here, and the newer of two calibrations', async () => {
    const there = await storeWith();
    const newer = { ...calibration, depth: depthAbout(0.5), madeAt: '2026-11-21T18:12:00+01:00' };
    const left: Calibration = { ...calibration, side: 'left' };
    await keepSetting(there, 'calibrations', [newer, left]);
    await keepSetting(there, 'name', 'Ada');
    const { file } = await archiveOfEverything(there);

    const here = await storeWith();
    await keepSetting(here, 'calibrations', [calibration]);
    await keepSetting(here, 'name', 'Grace');
    expect(await importArchive(here, file)).toMatchObject({ calibrations: 2 });
    expect(await readSetting(here, 'calibrations')).toEqual([newer, left]);
    expect(await readSetting(here, 'name')).toBe('Grace');
    expect(await importArchive(here, file)).toMatchObject({ calibrations: 0 });
  });
});

describe('an archive is refused', () => {
  const refused: [string, (archive: Altered) => void, object][] = [
    [
      'by name, when a newer program wrote it',
      (archive) => void (archive.version = 2),
      { code: 'newer-version', fault: { found: '2', expected: '1' } },
    ],
    [
      'when it is another JSON',
      (archive) => void (archive.format = 'x'),
      { code: 'not-an-archive' },
    ],
    [
      'with the field of its head that is wrong',
      (archive) => void (archive.kind = 'poem'),
      { code: 'wrong-field', fault: { path: 'kind', found: '"poem"' } },
    ],
    [
      'with the field that is missing',
      ({ sets }) => void delete sets[0].entered.pain,
      { code: 'wrong-field', fault: { path: 'sets[0].entered.pain', found: 'undefined' } },
    ],
    [
      'with a band that ends before it begins',
      ({ sets }) => void (sets[0].plan.targets.bottom = { kind: 'band', low_s: 2, high_s: 1 }),
      {
        code: 'wrong-field',
        fault: { path: 'sets[0].plan.targets.bottom', expected: 'low_s ≤ high_s' },
      },
    ],
    [
      'when the samples are not base64',
      ({ sets }) => void (sets[0].recording.bytes = '???'),
      { code: 'wrong-field', fault: { path: 'sets[0].recording.bytes', expected: 'base64' } },
    ],
    [
      'when the samples are damaged',
      ({ sets: [{ recording }] }) =>
        void (recording.bytes = recording.bytes.replace(/.(?=.{40}$)/, (one) =>
          one === 'A' ? 'B' : 'A',
        )),
      { code: 'wrong-recording', fault: { recording: 'damaged' } },
    ],
    [
      'when the samples are cut short',
      ({ sets: [{ recording }] }) => void (recording.bytes = recording.bytes.slice(0, 400)),
      { code: 'wrong-recording', fault: { recording: 'truncated' } },
    ],
    [
      'when the samples are another’s',
      ({ sets: [{ recording }] }) => void (recording.crc32 = '00000000'),
      { code: 'wrong-checksum', fault: { path: 'sets[0].recording.crc32' } },
    ],
  ];

  it.each(refused)('%s', async (_when, alter, error) => {
    const file = await alteredArchive([one], alter);
    const here = await emptyStore();
    await expect(importArchive(here, file)).rejects.toMatchObject(error);
    expect(await count(here)).toEqual([0, 0]);
  });

  it('where a set stands in it twice, for the second', async () => {
    const file = await alteredArchive([one], ({ sets }) => void sets.push(sets[0]));
    const { added, refused: faults } = await importArchive(await emptyStore(), file);
    expect(added).toBe(1);
    expect(faults[0]).toMatchObject({ code: 'twice', fault: { path: 'sets[1].id', found: 'one' } });
  });
});

describe('an export', () => {
  it('prints the program, its algorithm and rules, the tolerances and the definitions', async () => {
    const { file } = await archiveOf(await emptyStore(), []);
    const archive = JSON.parse(await file.text()) as Record<string, unknown>;
    expect(archive.tolerances).toEqual(DEFAULT_TOLERANCES);
    expect(archive.writtenBy).toMatchObject({ app: 'Sledtrace', version: PROGRAM });
    expect(archive.definitions).toMatchObject({ v0_mps: 0.02, openWithin_sd: 2 });
    expect(PROGRAM).toBe(packageJson.version);
  });

  it('names the sets whose samples are lost, and writes the others', async () => {
    const there = await storeWith(one, two, three);
    await there.delete('recordings', 'one');
    await there.put('recordings', new Uint8Array(100), 'two');
    const { sets, damaged } = await archiveOfEverything(there);
    expect(sets).toBe(1);
    expect(damaged.map(({ id }) => id)).toEqual(['one', 'two']);
  });
});
