import 'fake-indexeddb/auto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { encodeRecording } from '$lib/core/file/binary';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { depthAbout, planFor, withTarget } from '$lib/guide/plan';
import { writeLine } from '$lib/store/csv-line';
import { openDatabase } from '$lib/store/database';
import { repTableOf } from '$lib/store/rep-csv';
import { storedSet } from './stored-set';

/** The cells of a CSV, by the letter of RFC 4180. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    lines[lines.length - 1].push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] === '\r\n') lines.push([]);
  }
  expect(lines.pop()).toEqual([]);
  return lines;
}

describe('a line of CSV', () => {
  it.each([
    ['=SUM(A1)', "'=SUM(A1)\r\n"],
    ['+49', "'+49\r\n"],
    ['-1', "'-1\r\n"],
    ['−1', "'−1\r\n"],
    ['@x', "'@x\r\n"],
    ['＝x', "'＝x\r\n"],
    ['\tx', "'\tx\r\n"],
    ['\rx', '"\'\rx"\r\n'],
    ['a=b', 'a=b\r\n'],
    [-0.43, '-0.43\r\n'],
    [NaN, '\r\n'],
    [null, '\r\n'],
    [false, 'false\r\n'],
    ['say "deep", twice', '"say ""deep"", twice"\r\n'],
  ])('writes %j as %j', (cell, line) => {
    expect(writeLine([cell])).toBe(line);
  });

  test.prop([fc.array(fc.string({ unit: 'binary' }), { minLength: 1 })])(
    'gives back every text, none of which a spreadsheet would run',
    (texts) => {
      const [cells] = cellsOf(writeLine(texts));
      expect(cells.map((cell, i) => (cell === `'${texts[i]}` ? texts[i] : cell))).toEqual(texts);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    },
  );
});

describe('the table of reps', async () => {
  const { recording } = simulate({ seed: 3 });
  const report = analyse(recording);
  const asked = withTarget(
    planFor('hamstring', 'sled-45', 'hypertrophy-b'),
    'depth',
    depthAbout(0.4),
    'athlete',
  );
  const database = await openDatabase(`reps-${Math.random()}`);
  const load = { load_kg: 82.25, typedIn: 'lb', includesSled: null } as const;
  const sets = [
    storedSet({ id: 'one', plan: asked, entered: { ...NOTHING_ENTERED, load, note: '=1+1' } }),
    storedSet({ id: 'free', plan: null }),
    storedSet({ id: 'lost' }),
  ];
  for (const { id } of sets.slice(0, 2)) {
    await database.put('recordings', encodeRecording(recording), id);
  }
  const { file, damaged } = await repTableOf(database, sets);
  const [names, ...rows] = cellsOf(await file.text());
  const at = (row: readonly string[], name: string) => row[names.indexOf(name)];

  it('has a row for each rep of each set that can be read, and names the others', () => {
    const reps = report.reps.length;
    expect(reps).toBeGreaterThan(3);
    expect(rows.map((row) => at(row, 'set_id'))).toEqual([
      ...Array<string>(reps).fill('one'),
      ...Array<string>(reps).fill('free'),
    ]);
    expect(damaged.map(({ id }) => id)).toEqual(['lost']);
    expect(rows.every((row) => row.length === names.length)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives every figure exactly, with its standard deviation', () => {
    const [rep] = report.reps;
    expect(Number(at(rows[0], 'lower_s'))).toBe(rep.lower?.duration_s);
    expect(Number(at(rows[0], 'lower_sd_s'))).toBe(rep.lower?.durationSd_s);
    expect(Number(at(rows[0], 'depth_m'))).toBe(rep.depth_m);
    expect(Number(at(rows[0], 'press_mean_mps'))).toBe(rep.press.mean_mps);
    expect(at(rows[0], 'load_kg')).toBe('82.25');
    // The last rep has no pause after it.
    expect(at(rows[report.reps.length - 1], 'top_s')).toBe('');
  });

  it('gives targets, tolerances and verdicts as columns', () => {
    expect(at(rows[0], 'target_lower_low_s')).toBe('3');
    expect(at(rows[0], 'target_lower_high_s')).toBe('4');
    expect(at(rows[0], 'target_depth_floor_m')).toBe(String(0.4 * 0.9));
    expect(at(rows[0], 'tolerance_lower_s')).toBe('0.25');
    expect(at(rows[0], 'tolerance_depthCv')).toBe('0.08');
    for (const row of rows.slice(0, report.reps.length)) {
      expect(at(row, 'lower_verdict')).toMatch(/^(in|out|borderline)$/);
      expect(at(row, 'depth_verdict')).toMatch(/^(in|out|borderline)$/);
    }
    expect(at(rows[0], 'algorithm')).toBe(report.algorithm);
  });

  it('judges nothing where nothing was asked', () => {
    const free = rows[report.reps.length];
    expect(
      ['lower_verdict', 'verdict', 'target_tempo', 'tolerance_lower_s'].map((name) =>
        at(free, name),
      ),
    ).toEqual(['', '', '', '']);
  });

  it('lets no note run in a spreadsheet', () => {
    expect(at(rows[0], 'note')).toBe("'=1+1");
  });
});
