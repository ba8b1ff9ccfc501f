import type { Rep } from '$lib/core/sled/report';
import type { MakeDrawing } from './drawing.svelte';
import { repDots, type Dots } from './rep-dots';
import type { RepEars } from './rep-pointer';
import { steppedRange, type SteppedRange } from './scale';
import type { RepsView } from './tempo-bars';

export interface VelocityView extends RepsView {
  /** So much slower than the fastest press is allowed, as a share. */
  allowedLoss: number;
}

const STEP_mps = 0.1;
const SPARE_mps = 0.02;
const LEAST_STEPS = 3;

/** A mark per rep at its mean press velocity, a line at the fastest and one where too much of it is lost. */
export function velocityByRep(ears: RepEars): MakeDrawing<VelocityView> {
  return repDots(ears, 'up', velocityDots);
}

/** The velocities as they are drawn, m/s. */
export function velocityDots({ reps, allowedLoss }: VelocityView): Dots {
  const fastest_mps = fastestPress_mps(reps);
  const limit_mps = fastest_mps * (1 - allowedLoss);
  return {
    values: reps.map(({ press: { mean_mps, meanSd_mps } }) => ({
      value: mean_mps,
      reach: 2 * meanSd_mps,
      mark: lossMark(limit_mps - mean_mps, 2 * meanSd_mps),
    })),
    range: velocityRange(reps, limit_mps),
    band: null,
    lines: Number.isFinite(fastest_mps)
      ? [
          { kind: 'own', at: fastest_mps },
          { kind: 'limit', at: limit_mps },
        ]
      : [],
  };
}

/** Mean velocity of the fastest press of the full reps, m/s; −Infinity where there are none. */
export function fastestPress_mps(reps: readonly Rep[]): number {
  return Math.max(...reps.filter(({ kind }) => kind === 'full').map(({ press }) => press.mean_mps));
}

function lossMark(below_mps: number, reach_mps: number): 'under' | 'borderline' | null {
  if (below_mps > reach_mps) return 'under';
  return below_mps > -reach_mps ? 'borderline' : null;
}

function velocityRange(reps: readonly Rep[], limit_mps: number): SteppedRange {
  const ends_mps = [
    ...reps.flatMap(({ press: { mean_mps, meanSd_mps } }) => [
      mean_mps - 2 * meanSd_mps,
      mean_mps + 2 * meanSd_mps,
    ]),
    ...(Number.isFinite(limit_mps) ? [limit_mps] : []),
  ];
  const [low, high] = [Math.min(...ends_mps), Math.max(...ends_mps)];
  if (!Number.isFinite(low + high)) return { low: 0, high: LEAST_STEPS * STEP_mps, step: STEP_mps };
  const range = steppedRange(Math.max(0, low - SPARE_mps), high + SPARE_mps, STEP_mps);
  return { ...range, high: Math.max(range.high, range.low + LEAST_STEPS * STEP_mps) };
}
