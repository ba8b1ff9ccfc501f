import type { Rep } from '$lib/core/sled/report';

/** A stretch of time that belongs to one phase of one rep. */
export interface PhaseBand {
  phase: 'lower' | 'bottom' | 'press';
  rep: number;
  start_s: number;
  end_s: number;
}

/** The lower, the hold and the press of each rep in order of time; phases that a rep lacks are left out. */
export function phaseBands(reps: readonly Rep[]): PhaseBand[] {
  return reps.flatMap(({ index: rep, lower, press }) => {
    const bands: PhaseBand[] = [];
    if (lower) {
      bands.push({ phase: 'lower', rep, start_s: lower.start_s, end_s: lower.end_s });
      bands.push({ phase: 'bottom', rep, start_s: lower.end_s, end_s: press.start_s });
    }
    bands.push({ phase: 'press', rep, start_s: press.start_s, end_s: press.end_s });
    return bands;
  });
}

/** When a rep begins and ends, s. */
export function repSpan({ lower, press }: Rep): { start_s: number; end_s: number } {
  return { start_s: (lower ?? press).start_s, end_s: press.end_s };
}
