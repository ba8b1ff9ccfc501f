/**
 * Centred moving mean over `width` values (made odd), without delay; at the ends over what there is.
 * Same length as the input.
 */
export function movingMean(values: ArrayLike<number>, width: number): Float64Array {
  const n = values.length;
  const half = Math.floor(Math.max(1, width) / 2);
  const result = new Float64Array(n);
  let start = 0;
  let end = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const until = Math.min(n, i + half + 1);
    while (end < until) sum += values[end++];
    while (start < i - half) sum -= values[start++];
    result[i] = sum / (end - start);
  }
  return result;
}

/** `sums[k]` is the sum of the first k values; one longer than the input. */
export function prefixSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}
