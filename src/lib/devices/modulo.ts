/** The remainder from 0 up to the period, also of what is negative; the value itself where the period is ∞. */
export function modulo(value: number, period: number): number {
  if (period === Infinity) return value;
  return ((value % period) + period) % period;
}
