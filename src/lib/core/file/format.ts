import type { Column, Unit } from './column-name';

/** The top of a table: what a format is recognised by. */
export interface Header {
  columns: readonly Column[];
  /** The cells of the first row of values. */
  sample: readonly string[];
  /** The file's name, as some apps tell the sensor by it only; '' where unknown. */
  fileName: string;
}

/** Where in a table the recording's columns are, and in which units. */
export interface Mapping {
  time: TimeColumn;
  accel: AxesColumns | null;
  gyro: AxesColumns | null;
  /** What to add to the file's times to reach a clock shared with the app's other files, s. */
  clockOffset_s?: number;
  /** Each sensor or axis writes rows of its own; otherwise told by how few rows are complete. */
  sparse?: boolean;
  /** Times are taken exactly as they stand, even if they count from 1970, and no row is ever merged. */
  verbatim?: boolean;
  /** The app writes m/s² on one system and g on another: the file's own gravity decides. */
  gravityTellsUnit?: boolean;
}

export interface TimeColumn {
  name: string;
  index: number;
  /** Numbers in a unit, or the readings of a clock (16:44:16.689, with or without a date). */
  kind: 'number' | 'clock';
  /** The factor divides. */
  unit: Unit;
  /** Where a counter starts again from zero, s. */
  wrapsAfter_s?: number;
}

export interface AxesColumns {
  names: readonly [string, string, string];
  indexes: readonly [number, number, number];
  unit: Unit;
}

/** One kind of file. */
export interface Format {
  name: string;
  /** The mapping where the header is this format's, else null. Throws RecordingFileError for a file of this format that cannot serve. */
  recognise(header: Header): Mapping | null;
}
