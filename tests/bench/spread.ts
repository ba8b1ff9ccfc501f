import { quantile } from '../../src/lib/core/signal/statistics';

/** How many values there are, and how they are spread; NaN where there are none. */
export interface Spread {
  count: number;
  p50: number;
  p99: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const at = (q: number) => quantile(values, q);
  return { count: values.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
