import { decodeText } from './text';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;

/** Cell separators in the order in which they are looked for: a comma may be a decimal mark, a tab never is. */
const DELIMITERS = [0x09, 0x3b, 0x2c];

/** Where the line starting at `start` ends: the index of its line break (LF, CR or CRLF), or the text's end. */
export function lineEnd(text: Uint8Array, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== NEWLINE && text[end] !== RETURN) end++;
  return end;
}

/** Where the next line starts, given where this one ends. */
export function nextLine(text: Uint8Array, end: number): number {
  return text[end] === RETURN && text[end + 1] === NEWLINE ? end + 2 : end + 1;
}

/** How many empty lines begin at `start`, and where they end. They may come by the million, so that they are not looked at one by one. */
export function emptyLines(text: Uint8Array, start: number): { count: number; end: number } {
  let count = 0;
  let end = start;
  for (; text[end] === NEWLINE || text[end] === RETURN; end++) {
    // The LF of a CRLF ends no line of its own.
    if (text[end] === RETURN || end === start || text[end - 1] !== RETURN) count++;
  }
  return { count, end };
}

/** Whether nothing but blanks stands in `text[start, end)`. */
export function isBlankLine(text: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text[i] > SPACE) return false;
  return true;
}

/** Whether the line is a remark between the rows, such as a logger's summary of a set. */
export function isComment(text: Uint8Array, start: number): boolean {
  return text[start] === HASH;
}

/** Where the cell starting at `start` ends: at its delimiter outside quotes, or at the line's end. */
export function cellEnd(text: Uint8Array, start: number, end: number, delimiter: number): number {
  let i = start;
  if (text[i] === QUOTE) {
    i++;
    while (i < end && text[i] !== QUOTE) i++;
  }
  while (i < end && text[i] !== delimiter) i++;
  return i;
}

/** First byte of a cell's content, past blanks and quotes. */
export function contentStart(text: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && (text[i] <= SPACE || text[i] === QUOTE)) i++;
  return i;
}

/** The byte after a cell's content, before blanks and quotes. */
export function contentEnd(text: Uint8Array, start: number, end: number): number {
  let i = end;
  while (i > start && (text[i - 1] <= SPACE || text[i - 1] === QUOTE)) i--;
  return i;
}

/** The cells of one line as strings, for headers. */
export function cellsOf(text: Uint8Array, start: number, end: number, delimiter: number): string[] {
  const cells: string[] = [];
  for (let at = start; at <= end;) {
    const stop = cellEnd(text, at, end, delimiter);
    const from = contentStart(text, at, stop);
    cells.push(decodeText(text, from, contentEnd(text, from, stop)));
    at = stop + 1;
  }
  return cells;
}

/** What separates the cells of a header line; names seldom hold tabs or semicolons, but may hold commas. */
export function delimiterOf(text: Uint8Array, start: number, end: number): number {
  const found = DELIMITERS.find((delimiter) => cellEnd(text, start, end, delimiter) < end);
  return found ?? DELIMITERS[DELIMITERS.length - 1];
}
