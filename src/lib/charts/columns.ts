/**
 * Indices of the values that a line needs where it has `columns` columns of pixels: of each column's
 * share the lowest and the highest, in order of time, and the ends. No peak is lost and no more
 * than about two points fall on a column; of lost values (NaN) one more, so that the line breaks there. All
 * indices where there are few.
 */
export function visibleIndices(values: Float32Array, columns: number): number[] {
  const n = values.length;
  if (n <= 2 * columns) return Array.from({ length: n }, (_, i) => i);
  const kept: number[] = [0];
  for (let column = 0; column < columns; column++) {
    const start = Math.floor((column * n) / columns);
    const end = Math.floor(((column + 1) * n) / columns);
    const seen = extremes(values, start, end);
    const lost = values.subarray(start, end).findIndex(Number.isNaN);
    if (lost >= 0) seen.push(start + lost);
    for (const i of seen.sort((a, b) => a - b)) {
      if (i > kept[kept.length - 1]) kept.push(i);
    }
  }
  if (kept[kept.length - 1] !== n - 1) kept.push(n - 1);
  return kept;
}

/** Where the lowest and the highest value of `[start, end)` lie. */
function extremes(values: Float32Array, start: number, end: number): number[] {
  let low = start;
  let high = start;
  for (let i = start + 1; i < end; i++) {
    if (values[i] < values[low] || Number.isNaN(values[low])) low = i;
    if (values[i] > values[high] || Number.isNaN(values[high])) high = i;
  }
  return [low, high];
}
