import type { Rep, SetReport } from '../../core/sled/report';
import type { FamilyRows } from './rows';

/** Form that gives way as the set goes on: the load is too heavy for it. */
export const TOO_HEAVY_ROWS: FamilyRows = { hamstring: ['H06'], reverse: ['H07'] };

/** A change along the set, from its first full rep to its last, as a share of the mean. */
export interface SetChange {
  readonly share: number;
  readonly sd: number;
}

/** What a slope of `perRep` means over the whole set, for a figure that the full reps have. */
export function changeAlong(
  { reps }: SetReport,
  { perRep, perRepSd }: { perRep: number; perRepSd: number },
  figureOf: (rep: Rep) => number | null,
): SetChange {
  const full = reps.filter(({ kind }) => kind === 'full');
  const figures = full.map(figureOf).filter((figure) => figure !== null);
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const steps = (full.at(-1)?.index ?? 0) - (full.at(0)?.index ?? 0);
  return { share: (perRep * steps) / mean, sd: (perRepSd * steps) / mean };
}
