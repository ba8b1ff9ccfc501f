/** Cells of equal rows set under each other. */
export function columns(rows: readonly string[][], align: 'left' | 'right'): string[] {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  const pad = (cell: string, k: number) =>
    align === 'left' ? cell.padEnd(widths[k]) : cell.padStart(widths[k]);
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd());
}
