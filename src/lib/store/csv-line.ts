/** What a cell of an export may hold; nothing where it is not known. */
export type Cell = string | number | boolean | null | undefined;

/**
 * What a spreadsheet would take for a formula: = + - @, their wide forms, a minus, a tab or a line's end at a
 * text's beginning. A number that we measured may begin with its sign.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠−]/;

/** One line of a CSV as RFC 4180 has it, with its end. A text that a spreadsheet would run gets an apostrophe before it. */
export function writeLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = String(cell);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
