/**
 * Centred moving mean over `width` values (made odd), without delay; at the ends over what there is.
 * Same length as the input; in `result`, which must not be the input itself, if it is given.
 */
export function movingMean(
  values: ArrayLike<number>,
  width: number,
  result: Float64Array = new Float64Array(values.length),
): Float64Array {
  const n = values.length;
  const half = Math.floor(Math.max(1, width) / 2);
  let sum = 0;
  for (let i = 0; i < half && i < n; i++) sum += values[i];
  for (let i = 0; i < n; i++) {
    if (i + half < n) sum += values[i + half];
    if (i > half) sum -= values[i - half - 1];
    result[i] = sum / (Math.min(n, i + half + 1) - Math.max(0, i - half));
  }
  return result;
}

/** `sums[k]` is the sum of the first k values; one longer than the input. */
export function prefixSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}
