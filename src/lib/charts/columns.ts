/**
 * Indices of the values that a line needs where it has `columns` columns of pixels: of each column's
 * share the lowest and the highest, in order of time, and the ends. No peak is lost and no more
 * than about two points fall on a column. All indices where there are few; NaN never counts as a peak.
 */
export function visibleIndices(values: Float32Array, columns: number): number[] {
  const n = values.length;
  if (n <= 2 * columns) return Array.from({ length: n }, (_, i) => i);
  const kept: number[] = [0];
  for (let column = 0; column < columns; column++) {
    const start = Math.floor((column * n) / columns);
    const end = Math.floor(((column + 1) * n) / columns);
    for (const i of extremes(values, start, end)) {
      if (i > kept[kept.length - 1]) kept.push(i);
    }
  }
  if (kept[kept.length - 1] !== n - 1) kept.push(n - 1);
  return kept;
}

/** Where the lowest and the highest value of `[start, end)` lie, the earlier first. */
function extremes(values: Float32Array, start: number, end: number): [number, number] {
  let low = start;
  let high = start;
  for (let i = start + 1; i < end; i++) {
    if (values[i] < values[low] || Number.isNaN(values[low])) low = i;
    if (values[i] > values[high] || Number.isNaN(values[high])) high = i;
  }
  return low < high ? [low, high] : [high, low];
}
