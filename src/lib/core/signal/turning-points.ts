/**
 * Indices of a series' turning points, maxima and minima in turn, each at least `least` away from the
 * one before. The first is where the first such swing began, the last may still be on its way. Empty
 * when nothing swings that far.
 */
export function turningPoints(values: ArrayLike<number>, least: number): number[] {
  const points: number[] = [];
  let low = 0;
  let high = 0;
  let heading: 'up' | 'down' | null = null;
  for (let k = 1; k < values.length; k++) {
    if (values[k] > values[high]) high = k;
    if (values[k] < values[low]) low = k;
    if (heading !== 'down' && values[high] - values[k] >= least) {
      points.push(high);
      [heading, low] = ['down', k];
    } else if (heading !== 'up' && values[k] - values[low] >= least) {
      points.push(low);
      [heading, high] = ['up', k];
    }
  }
  if (heading) points.push(heading === 'up' ? high : low);
  return points;
}
