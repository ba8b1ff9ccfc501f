import { RecordingFileError } from './error';
import type { AxesColumns, Mapping } from './format';
import type { FoundTable } from './header';
import {
  cellEnd,
  contentEnd,
  contentStart,
  emptyLines,
  isBlankLine,
  isComment,
  lineEnd,
  nextLine,
} from './line';
import { isLost, parseNumber } from './number';
import { timeReader, type TimeReader } from './time-cell';

/** The values of a table in columns: three of acceleration where mapped, then three of the gyro. */
export interface Rows {
  readonly length: number;
  readonly t_s: Float64Array;
  /** Line of the file each row stands in, from 1. */
  readonly line: Uint32Array;
  readonly values: readonly Float32Array[];
}

/** What became of the lines that are no sample. */
export interface RowCounts {
  /** Lines with nothing on them. */
  blank: number;
  /** Remarks between the rows. */
  comments: number;
  /** Rows without a time, cut short, or not of the table at all. */
  dropped: number;
  /** Cells that should hold a number and hold something else, taken as lost. */
  unreadable: number;
  /** Where the first of these or of the rows dropped stands; '' where there is none. */
  firstFault: string;
}

export interface ReadRows {
  rows: Rows;
  counts: RowCounts;
  /** What was subtracted from the file's clock to reach `t_s`, s; 0 where the file's own axis is kept. */
  origin_s: number;
}

const TIME_SLOT = 0;
const UNUSED = -1;
const HOPELESS_ROWS = 1000;

/** The mapped columns as the file has them, in its order, in s, m/s² and °/s. Throws RecordingFileError `no-rows` where most rows have no time. */
export function readRows(text: Uint8Array, table: FoundTable): ReadRows {
  const reader = new RowReader(text, table);
  let { start, line } = table;
  while (start < text.length && !reader.isHopeless) {
    const empty = emptyLines(text, start);
    if (empty.count > 0) {
      reader.countBlank(empty.count);
      start = empty.end;
      line += empty.count;
      continue;
    }
    const end = lineEnd(text, start);
    reader.read(start, end, line);
    start = nextLine(text, end);
    line++;
  }
  return reader.result();
}

/** The mapped sensors in the order in which {@link Rows.values} holds them. */
export function mappedAxes({ accel, gyro }: Mapping): AxesColumns[] {
  return [accel, gyro].filter((axes) => axes !== null);
}

class RowReader {
  readonly #text: Uint8Array;
  readonly #delimiter: number;
  /** Which slot each column of the file fills: time, or 1 + the column of values; UNUSED for the others. */
  readonly #slotOf: Int8Array;
  readonly #factors: number[];
  readonly #time: TimeReader;
  readonly #cells: Float64Array;
  readonly #counts: RowCounts = {
    blank: 0,
    comments: 0,
    dropped: 0,
    unreadable: 0,
    firstFault: '',
  };
  #length = 0;
  #t_s = new Float64Array(1024);
  #line = new Uint32Array(1024);
  #values: Float32Array[];

  constructor(text: Uint8Array, { mapping, delimiter }: FoundTable) {
    const axes = mappedAxes(mapping);
    const indexes = [mapping.time.index, ...axes.flatMap((each) => each.indexes)];
    this.#text = text;
    this.#delimiter = delimiter;
    this.#slotOf = new Int8Array(Math.max(...indexes) + 1).fill(UNUSED);
    indexes.forEach((index, slot) => (this.#slotOf[index] = slot));
    this.#factors = axes.flatMap(({ unit }) => [unit.factor, unit.factor, unit.factor]);
    this.#time = timeReader(mapping);
    this.#cells = new Float64Array(indexes.length);
    this.#values = this.#factors.map(() => new Float32Array(1024));
  }

  /** Whether so few of the rows have had a time that this is another kind of text. */
  get isHopeless(): boolean {
    return this.#counts.dropped > HOPELESS_ROWS + this.#length;
  }

  countBlank(lines: number): void {
    this.#counts.blank += lines;
  }

  read(start: number, end: number, line: number): void {
    if (isBlankLine(this.#text, start, end)) {
      this.countBlank(1);
      return;
    }
    if (isComment(this.#text, start)) {
      this.#counts.comments++;
      return;
    }
    const { unreadable } = this.#counts;
    const columns = this.#readCells(start, end, line);
    const cutShort = end === this.#text.length && columns < this.#slotOf.length;
    if (!Number.isFinite(this.#cells[TIME_SLOT]) || cutShort) {
      // Not a sample, so that its cells are no lost values either.
      this.#counts.unreadable = unreadable;
      this.#counts.dropped++;
      this.#counts.firstFault ||= cutShort
        ? `line ${line} is cut short`
        : `line ${line} has no time`;
      return;
    }
    this.#append(line);
  }

  result(): ReadRows {
    const length = this.#length;
    const { dropped, firstFault } = this.#counts;
    if (length === 0 && dropped === 0) {
      throw new RecordingFileError('no-rows', 'The table has a header and no rows below it.');
    }
    if (length <= dropped) {
      throw new RecordingFileError(
        'no-rows',
        `The table has ${length} rows with a time and ${dropped} without: ${firstFault}.`,
      );
    }
    return {
      rows: {
        length,
        t_s: this.#t_s.subarray(0, length),
        line: this.#line.subarray(0, length),
        values: this.#values.map((column) => column.subarray(0, length)),
      },
      counts: this.#counts,
      origin_s: this.#time.origin_s(),
    };
  }

  /** Reads one line's mapped cells and returns how many columns it was found to have, up to the last one mapped. */
  #readCells(start: number, end: number, line: number): number {
    this.#cells.fill(NaN);
    let column = 0;
    for (let at = start; at <= end && column < this.#slotOf.length; column++) {
      const stop = cellEnd(this.#text, at, end, this.#delimiter);
      const slot = this.#slotOf[column];
      if (slot !== UNUSED) this.#cells[slot] = this.#readCell(slot, at, stop, line, column);
      at = stop + 1;
    }
    return column;
  }

  #readCell(slot: number, start: number, end: number, line: number, column: number): number {
    const from = contentStart(this.#text, start, end);
    const to = contentEnd(this.#text, from, end);
    const value =
      slot === TIME_SLOT
        ? this.#time.read(this.#text, from, to)
        : parseNumber(this.#text, from, to);
    if (!Number.isNaN(value) || isLost(this.#text, from, to)) return value;
    this.#counts.unreadable++;
    this.#counts.firstFault ||= `line ${line}, column ${column + 1} is not a number`;
    return NaN;
  }

  #append(line: number): void {
    const i = this.#length++;
    if (i === this.#t_s.length) this.#grow();
    this.#t_s[i] = this.#cells[TIME_SLOT];
    this.#line[i] = line;
    for (let k = 0; k < this.#values.length; k++) {
      this.#values[k][i] = this.#cells[k + 1] * this.#factors[k];
    }
  }

  #grow(): void {
    const capacity = 2 * this.#t_s.length;
    this.#t_s = grown(this.#t_s, new Float64Array(capacity));
    this.#line = grown(this.#line, new Uint32Array(capacity));
    this.#values = this.#values.map((column) => grown(column, new Float32Array(capacity)));
  }
}

function grown<Column extends Float64Array | Float32Array | Uint32Array>(
  from: Column,
  to: Column,
): Column {
  to.set(from);
  return to;
}

/** The rows in the given order, which may leave some out. */
export function pickRows(rows: Rows, order: Uint32Array): Rows {
  const pick = <Column extends Float64Array | Float32Array | Uint32Array>(
    from: Column,
    to: Column,
  ): Column => {
    for (let i = 0; i < order.length; i++) to[i] = from[order[i]];
    return to;
  };
  const n = order.length;
  return {
    length: n,
    t_s: pick(rows.t_s, new Float64Array(n)),
    line: pick(rows.line, new Uint32Array(n)),
    values: rows.values.map((column) => pick(column, new Float32Array(n))),
  };
}
