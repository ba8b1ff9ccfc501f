import type { Recording } from '../recording';
import { alignSparse, isSparse } from './align';
import type { Format, Mapping } from './format';
import { CANONICAL_NAMES } from './formats/canonical';
import { findTable } from './header';
import { readRows, type RowCounts, type Rows } from './rows';
import { textOf } from './text';
import { orderRows, spreadTies, type TimeRepairs } from './timeline';

/** A table as columns in s, m/s² and °/s, its times rising strictly; not yet judged. */
export interface Table {
  format: string;
  mapping: Mapping;
  rows: Rows;
  /** What to add to the rows' times to reach the clock the app's other files share, s. */
  clockOffset_s: number;
  counts: RowCounts & TimeRepairs;
  /** Values were interpolated onto common times because each sensor or axis wrote rows of its own. */
  aligned: boolean;
}

/** Reads the first table in a text file that one of the formats recognises. Throws RecordingFileError. */
export function readTable(bytes: Uint8Array, fileName: string, formats: readonly Format[]): Table {
  const text = textOf(bytes);
  const found = findTable(text, fileName, formats);
  const { mapping } = found;
  const read = readRows(text, found);
  const ordered = orderRows(read.rows);
  const aligned = mapping.sparse ?? (!mapping.verbatim && isSparse(ordered.rows));
  const settled = aligned
    ? { rows: alignSparse(ordered.rows), spread: 0 }
    : spreadTies(ordered.rows);
  return {
    format: found.format,
    mapping,
    rows: settled.rows,
    clockOffset_s: mapping.clockOffset_s ?? read.origin_s,
    counts: { ...read.counts, ...ordered.repairs, spread: settled.spread },
    aligned,
  };
}

/**
 * The recording as canonical CSV. Every number is the shortest that reads back to the same value;
 * a lost or infinite value is an empty cell.
 */
export function writeCsv(recording: Recording): string {
  const { length, t_s, accel_mps2, gyro_dps } = recording;
  const sensors = gyro_dps ? [accel_mps2, gyro_dps] : [accel_mps2];
  const columns = sensors.flatMap(({ x, y, z }) => [x, y, z]);
  const names = [CANONICAL_NAMES.time, ...CANONICAL_NAMES.accel];
  const lines = [(gyro_dps ? [...names, ...CANONICAL_NAMES.gyro] : names).join(',')];
  for (let i = 0; i < length; i++) {
    let line = exactly(t_s[i]);
    for (const column of columns) line += `,${shortestFloat32(column[i])}`;
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

/** Digits that any float32 survives: fewer than six never make a shorter number than six, zeros dropped. */
const FEWEST_DIGITS = 6;
const ENOUGH_DIGITS = 9;

function shortestFloat32(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (value === 0) return exactly(value);
  for (let digits = FEWEST_DIGITS; digits < ENOUGH_DIGITS; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return exactly(shorter);
  }
  return exactly(Number(value.toPrecision(ENOUGH_DIGITS)));
}

/** The shortest text of a double, keeping the sign of zero. */
function exactly(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
