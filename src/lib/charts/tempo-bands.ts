import type { Rep } from '$lib/core/sled/report';
import type { Tolerances } from '$lib/guide/plan';
import type { PhaseId, Tempo } from '$lib/guide/tempo';

/** From the bottom of a bar to its top: the order in which a rep passes. */
export const TEMPO_PHASES = ['lower', 'bottom', 'press', 'top'] as const;

/** What was asked of the tempo, and how far from it is still compliant. */
export interface AskedTempo {
  tempo: Tempo;
  tolerances: Tolerances;
}

/** Where one phase of one rep should end on its stacked bar, s. */
export interface TempoBand {
  phase: PhaseId;
  /** The rep's place in the chart, from 0. */
  place: number;
  /** As it was asked; null where no time was, only a limit. */
  asked: readonly [low_s: number, high_s: number] | null;
  /** With the tolerance. */
  allowed: readonly [low_s: number, high_s: number];
}

/** The bands of every phase that something was asked of, each from where the phase before it really ended. */
export function tempoBands(reps: readonly Rep[], asked: AskedTempo | null): TempoBand[] {
  if (!asked) return [];
  return reps.flatMap((rep, place) => {
    let from_s = 0;
    return TEMPO_PHASES.flatMap((phase): TempoBand[] => {
      const start_s = from_s;
      const dwell = rep[phase];
      from_s += dwell?.duration_s ?? 0;
      const band = dwell && bandOf(phase, asked);
      if (!band) return [];
      const [low_s, high_s] = band.allowed;
      return [
        {
          phase,
          place,
          asked: band.asked && [start_s + band.asked[0], start_s + band.asked[1]],
          allowed: [start_s + Math.max(0, low_s), start_s + high_s],
        },
      ];
    });
  });
}

function bandOf(
  phase: PhaseId,
  { tempo, tolerances }: AskedTempo,
): Pick<TempoBand, 'asked' | 'allowed'> | null {
  const target = tempo[phase];
  if (target.kind === 'explosive')
    return { asked: null, allowed: [0, tolerances.explosivePress_s] };
  if (target.kind === 'free') return null;
  const { low_s, high_s } = target;
  const tolerance_s = toleranceOf(phase, tolerances);
  return { asked: [low_s, high_s], allowed: [low_s - tolerance_s, high_s + tolerance_s] };
}

function toleranceOf(phase: PhaseId, { lower_s, press_s, pause_s }: Tolerances): number {
  if (phase === 'lower') return lower_s;
  return phase === 'press' ? press_s : pause_s;
}
