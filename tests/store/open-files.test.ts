import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCsv } from '$lib/core/file/csv';
import { simulate } from '$lib/core/simulate';
import { openDatabase, type Database } from '$lib/store/database';
import { openFiles } from '$lib/store/open-files';
import { listSets, readSamples } from '$lib/store/sets';

const { recording } = simulate({ seed: 3 });

/** A MetaMotion export: accelerometer in g or gyroscope in °/s, in a file of its own. */
function metaMotion(sensor: 'accel' | 'gyro', name: string): File {
  const [columns, axes, scale] =
    sensor === 'accel'
      ? [recording.accel_mps2, 'x-axis (g),y-axis (g),z-axis (g)', 1 / 9.80665]
      : [recording.gyro_dps, 'x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)', 1];
  if (!columns) throw new Error('The simulated sensor has a gyroscope.');
  const rows = Array.from(recording.t_s, (t_s, i) =>
    [
      1_700_000_000_000 + Math.round(t_s * 1000),
      '2023-11-14T22:13:20',
      t_s.toFixed(3),
      ...[columns.x[i], columns.y[i], columns.z[i]].map((value) => (value * scale).toFixed(5)),
    ].join(','),
  );
  return new File([`epoc (ms),timestamp (+0000),elapsed (s),${axes}\n${rows.join('\n')}\n`], name);
}

let database: Database;

beforeEach(async () => {
  database = await openDatabase(`files-${Math.random()}`);
});
afterEach(() => database.close());

describe('opening files', () => {
  it('stores a recording under the name of its file', async () => {
    const file = new File([writeCsv(recording)], 'Tuesday, third set.csv');
    const { opened, refused } = await openFiles(database, [file]);
    expect(refused).toEqual([]);
    expect(opened).toEqual(await listSets(database));
    expect(opened[0]).toMatchObject({
      title: 'Tuesday, third set',
      source: { kind: 'file', name: 'Tuesday, third set.csv' },
    });
    expect(await readSamples(database, opened[0].id)).toEqual(recording);
  });

  it('joins an accelerometer and a gyroscope, whichever comes first', async () => {
    const pair = [metaMotion('gyro', 'set_Gyroscope.csv'), metaMotion('accel', 'set_Accel.csv')];
    for (const files of [pair, pair.toReversed()]) {
      const { opened, refused } = await openFiles(database, files);
      expect(refused).toEqual([]);
      expect(opened).toHaveLength(1);
      expect(opened[0].source.name).toBe('set_Accel.csv');
      const stored = await readSamples(database, opened[0].id);
      expect(stored.gyro_dps?.x).toHaveLength(recording.length);
    }
  });

  it('refuses a gyroscope that comes alone, and says what to add', async () => {
    const { opened, refused } = await openFiles(database, [metaMotion('gyro', 'gyro.csv')]);
    expect(opened).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0].name).toBe('gyro.csv');
    expect(refused[0].error.message).toContain('accelerometer');
  });

  it('opens what can be opened and gives a reason for each of the others', async () => {
    const { opened, refused } = await openFiles(database, [
      new File(['not,a,recording\n1,2,3\n'], 'shopping.csv'),
      new File([writeCsv(recording)], 'good.csv'),
      new File([], 'empty.csv'),
    ]);
    expect(opened.map(({ title }) => title)).toEqual(['good']);
    expect(refused.map(({ name }) => name)).toEqual(['shopping.csv', 'empty.csv']);
    expect(refused[0].error.message).toContain('time');
    expect(refused[1].error.message).toContain('empty');
    expect(await listSets(database)).toHaveLength(1);
  });
});
