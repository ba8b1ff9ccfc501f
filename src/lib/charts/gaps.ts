import type { SetReport } from '$lib/core/sled/report';

/**
 * The track's positions, m; NaN where no sample came. The analysis carries the motion across a short
 * gap, but what is drawn as a line has been measured.
 */
export function measuredPositions({ track: { t_s, position_m }, gaps }: SetReport): Float32Array {
  const measured_m = position_m.slice();
  let row = 0;
  for (const { start_s, duration_s } of gaps) {
    while (row < t_s.length && t_s[row] <= start_s) row++;
    while (row < t_s.length && t_s[row] < start_s + duration_s) measured_m[row++] = NaN;
  }
  return measured_m;
}
