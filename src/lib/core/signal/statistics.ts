/** The q-quantile (0–1) of finite values by linear interpolation; NaN for none. Does not reorder its input. */
export function quantile(values: ArrayLike<number>, q: number): number {
  return quantileOf(new Float64Array(values), q);
}

/** The same of values that may be reordered. */
function quantileOf(mixed: Float64Array, q: number): number {
  if (mixed.length === 0) return NaN;
  const at = q * (mixed.length - 1);
  const below = Math.floor(at);
  const low = select(mixed, below);
  if (below + 1 === mixed.length) return low;
  let high = Infinity;
  for (let i = below + 1; i < mixed.length; i++) if (mixed[i] < high) high = mixed[i];
  return low + (at - below) * (high - low);
}

/** The value that would stand at `index` if all were sorted; moves the smaller ones before it, the larger behind (Hoare 1961). */
function select(values: Float64Array, index: number): number {
  let first = 0;
  let last = values.length - 1;
  while (first < last) {
    const pivot = values[(first + last) >> 1];
    let i = first;
    let j = last;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const value = values[i];
      values[i++] = values[j];
      values[j--] = value;
    }
    if (index <= j) last = j;
    else if (index >= i) first = i;
    else break;
  }
  return values[index];
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** Standard deviation estimated from the median absolute deviation from zero: 1.4826·median|x| (Gaussian noise). */
export function robustSd(values: ArrayLike<number>): number {
  const sizes = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) sizes[i] = Math.abs(values[i]);
  return 1.4826 * quantileOf(sizes, 0.5);
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Sample standard deviation (n − 1); NaN below two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) ** 2;
  return values.length < 2 ? NaN : Math.sqrt(sum / (values.length - 1));
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
