import { median } from '../../core/signal/statistics';
import type { Rep, SetReport } from '../../core/sled/report';

/**
 * Whether a rep may hide in the dwell after this one: a sensor too slow to feel the sled roll loses one now and then,
 * and the top then lasts as long as a rep.
 */
export function mayHideRep({ top, vibration }: Rep, { reps }: Pick<SetReport, 'reps'>): boolean {
  if (!top || vibration !== null) return false;
  return top.duration_s > median(reps.map(({ tension }) => tension.duration_s));
}
