import type { Sample } from '../../../src/lib/core/recording';

/** A signal sampled at a steady rate, on x; y and z are its double and its opposite. */
export function sampled(
  rate_Hz: number,
  duration_s: number,
  signal: (t_s: number) => number,
): Sample[] {
  return Array.from({ length: Math.round(duration_s * rate_Hz) + 1 }, (_, i) => {
    const t_s = i / rate_Hz;
    return { t_s, accel_mps2: [signal(t_s), 2 * signal(t_s), -signal(t_s)] };
  });
}

/** Integral of the straight-line interpolation of (t, values) up to `end_s`. */
export function trapezoids(
  t_s: ArrayLike<number>,
  values: ArrayLike<number>,
  end_s: number,
): number {
  let area = 0;
  for (let i = 1; i < t_s.length && t_s[i - 1] < end_s; i++) {
    const until_s = Math.min(t_s[i], end_s);
    const share = (until_s - t_s[i - 1]) / (t_s[i] - t_s[i - 1]);
    const last = values[i - 1] + share * (values[i] - values[i - 1]);
    area += ((values[i - 1] + last) / 2) * (until_s - t_s[i - 1]);
  }
  return area;
}
