import { unitNamed, type Unit } from '../column-name';
import { clockColumn, columnNamed, showsClock } from '../describe';
import { RecordingFileError } from '../error';
import type { AxesColumns, Format, Header, TimeColumn } from '../format';

const ROLES = ['time', 'ax', 'ay', 'az', 'gx', 'gy', 'gz'] as const;
const REQUIRED = ['time', 'ax', 'ay', 'az'] as const;
const UNIT_KEYS = ['unit', 'time_unit', 'gyro_unit'] as const;

/** Which column is what, by the user's word: column names, and units as text. */
export type ChosenColumns = Partial<
  Record<(typeof ROLES)[number] | (typeof UNIT_KEYS)[number], string>
>;

/**
 * Reads `time=t,ax=…,ay=…,az=…,gx=…,gy=…,gz=…,unit=g,time_unit=ms,gyro_unit=rad/s`. Throws
 * RecordingFileError `bad-columns` on a key it does not know, a column missing or a unit unknown.
 */
export function parseChosenColumns(text: string): ChosenColumns {
  const chosen: ChosenColumns = {};
  const keys = [...ROLES, ...UNIT_KEYS];
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=');
    const key = keys.find((known) => known === pair.slice(0, at).trim());
    const value = pair.slice(at + 1).trim();
    if (at < 0 || !key || !value) {
      throw badColumns(`"${pair.trim()}" is not one of ${keys.join('=, ')}= with a value`);
    }
    chosen[key] = value;
  }
  const missing = REQUIRED.filter((role) => !chosen[role]);
  if (missing.length > 0) throw badColumns(`${missing.join(', ')} missing`);
  if (chosen.unit) requireUnit('accel', chosen.unit);
  if (chosen.time_unit) requireUnit('time', chosen.time_unit);
  if (chosen.gyro_unit) requireUnit('gyro', chosen.gyro_unit);
  return chosen;
}

/** The format that the user's choice makes. Times are in seconds unless the choice, the name or a clock says otherwise. */
export function chosenFormat(chosen: ChosenColumns): Format {
  return {
    name: 'columns as given',
    recognise(header) {
      const { time, ax, ay, az } = chosen;
      const isThere = [time, ax, ay, az].some((name) => name && columnNamed(header, name));
      if (!time || !isThere) return null;
      const accel = chosenAxes(header, 'accel', [ax, ay, az], chosen.unit);
      const gyroNames = [chosen.gx, chosen.gy, chosen.gz];
      const gyro = gyroNames.some((name) => name !== undefined)
        ? chosenAxes(header, 'gyro', gyroNames, chosen.gyro_unit)
        : null;
      return { time: chosenTime(header, time, chosen.time_unit), accel, gyro };
    },
  };
}

function chosenTime(header: Header, name: string, unitText: string | undefined): TimeColumn {
  const column = chosenColumn(header, name);
  if (unitText === undefined && showsClock(header, column)) return clockColumn(column);
  const unit = unitText === undefined ? column.unit : requireUnit('time', unitText);
  return { name, index: column.index, kind: 'number', unit: unit ?? requireUnit('time', 's') };
}

function chosenAxes(
  header: Header,
  quantity: 'accel' | 'gyro',
  names: readonly (string | undefined)[],
  unitText: string | undefined,
): AxesColumns {
  const [x, y, z] = names.map((name, axis) => {
    if (name === undefined) throw badColumns(`${quantity} lacks its ${'xyz'[axis]} column`);
    return chosenColumn(header, name);
  });
  const unit = unitText === undefined ? x.unit : requireUnit(quantity, unitText);
  if (!unit) {
    const key = quantity === 'accel' ? 'unit=g or unit=m/s2' : 'gyro_unit=deg/s or gyro_unit=rad/s';
    throw new RecordingFileError(
      'unknown-units',
      `The name "${x.name}" does not tell its unit: add ${key} to the columns.`,
    );
  }
  return { names: [x.name, y.name, z.name], indexes: [x.index, y.index, z.index], unit };
}

function chosenColumn(header: Header, name: string) {
  const column = columnNamed(header, name);
  if (column) return column;
  const there = header.columns.map((each) => each.name).join(', ');
  throw badColumns(`there is no column "${name}"; the file has ${there}`);
}

function requireUnit(quantity: 'time' | 'accel' | 'gyro', text: string): Unit {
  const unit = unitNamed(quantity, text);
  if (!unit) throw badColumns(`"${text}" is not a unit known for ${quantity}`);
  return unit;
}

function badColumns(reason: string): RecordingFileError {
  return new RecordingFileError('bad-columns', `The columns given do not fit: ${reason}.`);
}
