import type { Verdict } from '../../core/sled/report';
import type { TimeBand } from '../tempo';
import type { Allowed, BandSide } from './rule';

/** An edge of the band nearer than this many standard deviations leaves the verdict open. */
export const OPEN_sd = 2;

export interface Judged {
  readonly verdict: Verdict;
  readonly side: BandSide | null;
}

/**
 * Where a measurement lies in its band: borderline where an edge lies within two of its standard
 * deviations. What is known exactly (sd 0) is never borderline, and a band includes its edges.
 */
export function judge(measured: number, sd: number, [low, high]: Allowed): Judged {
  const open = OPEN_sd * sd;
  const [below, above] = [(low ?? -Infinity) - measured, measured - (high ?? Infinity)];
  const side = below >= above ? 'under' : 'over';
  const beyond = Math.max(below, above);
  if (beyond > open) return { verdict: 'out', side };
  if (open > 0 && beyond > -open) return { verdict: 'borderline', side };
  return { verdict: 'in', side: null };
}

/** How far a measurement would have to change to reach the band, always above 0; 0 inside. */
export function distance(measured: number, [low, high]: Allowed): number {
  return Math.max(0, (low ?? -Infinity) - measured, measured - (high ?? Infinity));
}

/** The times a band allows with a tolerance on either side; a pause cannot be too short for none. */
export function timesAbout(
  { low_s, high_s }: Pick<TimeBand, 'low_s' | 'high_s'>,
  tolerance_s: number,
): Allowed {
  const least_s = low_s - tolerance_s;
  return [least_s > 0 ? least_s : null, high_s + tolerance_s];
}

/** How far a time would have to change to be what was asked; 0 inside. */
export function missed_s(
  time_s: number,
  { low_s, high_s }: Pick<TimeBand, 'low_s' | 'high_s'>,
): number {
  return distance(time_s, [low_s, high_s]);
}
