import { describeColumn, isUnit } from './column-name';
import { columnsOf, describedTime } from './describe';
import { RecordingFileError } from './error';
import type { Format, Header, Mapping } from './format';
import { cellsOf, delimiterOf, isBlankLine, lineEnd, nextLine } from './line';
import { parseNumber } from './number';

/** How far into a file the header may stand, below lines on the device and the session. */
const HEADER_WITHIN_LINES = 64;
const LONGEST_HEADER_BYTES = 16_384;

/** A table whose header has been recognised. */
export interface FoundTable {
  format: string;
  mapping: Mapping;
  delimiter: number;
  /** Where the rows start in the text, and the number of that line in the file, from 1. */
  start: number;
  line: number;
}

interface Line {
  number: number;
  start: number;
  end: number;
}

/** The first line that a format recognises as its header. Throws RecordingFileError saying what is missing where none does. */
export function findTable(
  text: Uint8Array,
  fileName: string,
  formats: readonly Format[],
): FoundTable {
  const lines = topLines(text);
  const headers = lines.map((line, i) => headerAt(text, line, lines.slice(i + 1, i + 3), fileName));
  for (const candidate of headers) {
    for (const header of [candidate.plain, candidate.withUnits]) {
      for (const format of header ? formats : []) {
        const mapping = header && format.recognise(header);
        if (mapping) return { ...candidate, format: format.name, mapping };
      }
    }
  }
  throw refusal(headers.map(({ plain, withUnits }) => withUnits ?? plain));
}

interface Candidate extends Pick<FoundTable, 'delimiter' | 'start' | 'line'> {
  plain: Header;
  /** The names joined with a second header row of units, where there is one. */
  withUnits: Header | null;
}

function headerAt(text: Uint8Array, line: Line, below: Line[], fileName: string): Candidate {
  const delimiter = delimiterOf(text, line.start, line.end);
  const cells = (each: Line | undefined) =>
    each ? cellsOf(text, each.start, each.end, delimiter) : [];
  const names = cells(line).map((name) => name.replace(/^#\s*/, ''));
  const units = cells(below[0]);
  const hasUnits =
    units.some(isUnit) && units.every((unit) => unit === '' || Number.isNaN(Number(unit)));

  const sample = cells(hasUnits ? below[1] : below[0]);
  const header = (titles: string[]): Header => ({
    columns: titles.map(describeColumn),
    sample,
    fileName,
  });
  const withUnits = names.map((name, i) =>
    units[i] ? `${name} (${units[i].replace(/^[[(]|[\])]$/g, '')})` : name,
  );
  const last = hasUnits ? below[0] : line;
  return {
    delimiter,
    start: nextLine(text, last.end),
    line: last.number + 1,
    plain: header(names),
    withUnits: hasUnits ? header(withUnits) : null,
  };
}

function topLines(text: Uint8Array): Line[] {
  const lines: Line[] = [];
  let number = 1;
  for (let start = 0; start < text.length && lines.length < HEADER_WITHIN_LINES; number++) {
    const end = lineEnd(text, start);
    const readable = end - start <= LONGEST_HEADER_BYTES;
    if (readable && !isBlankLine(text, start, end)) lines.push({ number, start, end });
    start = nextLine(text, end);
  }
  return lines;
}

/** Why no format took any of these lines, judged by the line that says most. */
function refusal(headers: Header[]): RecordingFileError {
  const named = headers.filter(({ columns }) => columns.length > 1 && columns.every(isName));
  const header =
    named.find(({ columns }) => columns.some(({ axis }) => axis !== null)) ??
    named.toSorted((a, b) => b.columns.length - a.columns.length)[0];
  if (!header) {
    return new RecordingFileError(
      'no-header',
      'No row of column names was found, so that nothing tells what the values are: add a header such as time_s,accel_x_mps2,accel_y_mps2,accel_z_mps2.',
    );
  }
  const columns = header.columns.map(({ name }) => name).join(', ');
  const has = (quantity: 'accel' | 'linear' | 'gyro') => columnsOf(header, quantity).some(Boolean);
  const bareAxes = header.columns.some(({ quantity, axis }) => axis !== null && !quantity);
  if (has('linear') && !has('accel')) {
    const name = header.columns.find(({ quantity }) => quantity === 'linear')?.name;
    return new RecordingFileError(
      'linear-acceleration',
      `"${name}" is linear acceleration: gravity has been taken out and slow motion filtered away, so that it cannot give distance. Record the accelerometer itself (with gravity).`,
    );
  }
  if (!header.columns.some(({ quantity }) => quantity === 'time')) {
    return new RecordingFileError('no-time', `No column of times is among ${columns}.`);
  }
  if (has('accel') || bareAxes) {
    const silent = describedTime(header) ? 'acceleration' : 'time or acceleration';
    return new RecordingFileError(
      'unknown-units',
      `The unit of ${silent} cannot be told from the columns ${columns}: name them with units (t_s, ax_mps2, ax_g) or say which is which with --columns.`,
    );
  }
  return new RecordingFileError(
    'no-acceleration',
    `No acceleration is among the columns ${columns}.`,
  );
}

function isName({ name }: { name: string }): boolean {
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  return Number.isNaN(parseNumber(bytes, 0, bytes.length));
}
