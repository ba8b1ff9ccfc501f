import { GRAVITY_MPS2 } from '../gravity';
import type { Columns3, Recording } from '../recording';
import { resample } from './align';
import { decodeRecording, isBinaryRecording } from './binary';
import { unitNamed } from './column-name';
import { readTable, type Table } from './csv';
import { RecordingFileError } from './error';
import { FORMATS } from './formats';
import { chosenFormat, type ChosenColumns } from './formats/chosen-columns';
import { magnitudeQuartiles_mps2, requirePlausible } from './plausible';

/** A recording and how it was read. */
export interface ReadRecording {
  recording: Recording;
  /** The kind of file, and the units its values were taken in: "phyphox CSV: s, m/s², rad/s". */
  format: string;
  /** What was assumed or repaired, one sentence each. */
  notes: Note[];
}

export interface Note {
  code:
    | 'unit-from-gravity'
    | 'rows-dropped'
    | 'cells-unreadable'
    | 'rows-out-of-order'
    | 'rows-repeated'
    | 'times-spread'
    | 'clock-restarted'
    | 'values-interpolated';
  message: string;
}

export interface ReadOptions {
  /** The file's name: some apps tell the sensor by it only. */
  name?: string;
  /** Which column is what, where the file does not tell. */
  columns?: ChosenColumns;
}

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/**
 * The recording in a file's bytes: our own binary, or a table of a format recognised by its header
 * ({@link FORMATS}) or given in the options. Throws RecordingFileError, saying where and why.
 */
export function readRecording(bytes: Uint8Array, options: ReadOptions = {}): ReadRecording {
  if (isBinaryRecording(bytes)) {
    return { recording: decodeRecording(bytes), format: 'Sledtrace recording', notes: [] };
  }
  const { table, notes } = readSensors({ name: options.name ?? '', bytes }, options.columns);
  if (!table.mapping.accel) {
    throw new RecordingFileError(
      'no-acceleration',
      `The file holds a gyroscope only (${table.mapping.gyro?.names.join(', ')}): open it together with its accelerometer's file.`,
    );
  }
  return { recording: recordingOfTable(table), format: formatName(table), notes };
}

/**
 * One recording from an accelerometer's and a gyroscope's file of the same app, in either order. The
 * gyroscope is interpolated at the accelerometer's times. Throws RecordingFileError, `not-a-pair`
 * where the files do not complete each other.
 */
export function readRecordingPair(
  files: readonly [NamedBytes, NamedBytes],
  columns?: ChosenColumns,
): ReadRecording {
  const read = files.map((file) => readSensors(file, columns));
  const accel = read.find(({ table }) => table.mapping.accel);
  const gyro = read.find(({ table }) => table.mapping.gyro && !table.mapping.accel);
  if (!accel || !gyro || accel.table.format !== gyro.table.format) {
    throw new RecordingFileError(
      'not-a-pair',
      `${files[0].name} and ${files[1].name} are not the accelerometer and the gyroscope of one recording (${read.map(({ table }) => table.format).join(', ')}).`,
    );
  }
  const gyro_dps = gyroAt(accel.table, gyro.table);
  if (gyro_dps.x.every(Number.isNaN)) {
    throw new RecordingFileError(
      'not-a-pair',
      `${files[0].name} and ${files[1].name} do not overlap in time.`,
    );
  }
  return {
    recording: { ...recordingOfTable(accel.table), gyro_dps },
    format: `${formatName(accel.table)}, ${gyro.table.mapping.gyro?.unit.label}`,
    notes: [
      ...accel.notes,
      ...gyro.notes,
      {
        code: 'values-interpolated',
        message: 'The gyroscope was interpolated at the times of the accelerometer.',
      },
    ],
  };
}

function readSensors(
  { name, bytes }: NamedBytes,
  columns: ChosenColumns | undefined,
): { table: Table; notes: Note[] } {
  const formats = columns ? [chosenFormat(columns)] : FORMATS;
  const read = readTable(bytes, name, formats);
  const { table, notes } = withUnitFromGravity(read);
  requirePlausible(table, name);
  return { table, notes: [...notes, ...repairNotes(table)] };
}

/** Quartiles of |a| this close to 1 can only be a sensor mostly at rest, measuring in g. */
const ONE_G = { least: 0.85, greatest: 1.15 };

/** The table in m/s², where its app writes either m/s² or g and the values read as g. */
function withUnitFromGravity(table: Table): { table: Table; notes: Note[] } {
  const { accel, gravityTellsUnit } = table.mapping;
  const g = unitNamed('accel', 'g');
  if (!accel || !gravityTellsUnit || !g) return { table, notes: [] };
  const [lower, median, upper] = magnitudeQuartiles_mps2(table);
  const message = (unit: string) =>
    `${table.format} does not tell its unit: ${unit}, as the median of |a| is ${median.toFixed(2)}.`;
  if (!(lower > ONE_G.least && upper < ONE_G.greatest)) {
    return { table, notes: [{ code: 'unit-from-gravity', message: message('m/s² taken') }] };
  }
  const values = table.rows.values.map((column, i) =>
    i < 3 ? column.map((value) => value * GRAVITY_MPS2) : column,
  );
  return {
    table: {
      ...table,
      rows: { ...table.rows, values },
      mapping: { ...table.mapping, accel: { ...accel, unit: g } },
    },
    notes: [{ code: 'unit-from-gravity', message: message('g taken') }],
  };
}

function repairNotes({ counts, aligned }: Table): Note[] {
  const notes: [count: number, code: Note['code'], message: string][] = [
    [counts.dropped, 'rows-dropped', 'without a time or cut short dropped'],
    [counts.outOfOrder, 'rows-out-of-order', 'out of order sorted by time'],
    [counts.repeated, 'rows-repeated', 'repeating the one before dropped'],
    [counts.spread, 'times-spread', 'of the same time stamp but other values spread in time'],
    [
      counts.otherSections,
      'clock-restarted',
      'left out: the clock starts again in the file, and the longest stretch was read',
    ],
  ];
  const repaired = notes
    .filter(([count]) => count > 0)
    .map(([count, code, message]) => ({
      code,
      message: `${count} ${count === 1 ? 'row' : 'rows'} ${message}.`,
    }));
  if (counts.unreadable > 0) {
    const message = `${counts.unreadable} cells that are no numbers taken as lost, the first: ${counts.firstFault}.`;
    repaired.push({ code: 'cells-unreadable', message });
  }
  if (aligned) {
    const message =
      'Each sensor or axis has rows of its own: values were interpolated onto the times of one axis where their neighbours are close.';
    repaired.push({ code: 'values-interpolated', message });
  }
  return repaired;
}

function formatName({ format, mapping: { time, accel, gyro } }: Table): string {
  const units = [time.unit, accel?.unit, gyro?.unit].flatMap((unit) => (unit ? [unit.label] : []));
  return `${format}: ${units.join(', ')}`;
}

function recordingOfTable({ rows, mapping }: Table): Recording {
  const columns = (first: number): Columns3 => {
    const [x, y, z] = rows.values.slice(first, first + 3);
    return { x, y, z };
  };
  return {
    length: rows.length,
    t_s: rows.t_s,
    accel_mps2: columns(0),
    gyro_dps: mapping.gyro ? columns(3) : null,
  };
}

function gyroAt(accel: Table, gyro: Table): Columns3 {
  const shift_s = accel.clockOffset_s - gyro.clockOffset_s;
  const at_s = accel.rows.t_s.map((t_s) => t_s + shift_s);
  const [x, y, z] = gyro.rows.values.map((values) =>
    resample({ t_s: gyro.rows.t_s, values }, at_s),
  );
  return { x, y, z };
}
