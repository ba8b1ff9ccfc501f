import type { Rep, Stroke } from '$lib/core/sled/report';
import type { Plan, Targets } from '$lib/guide/plan';
import { shownLength } from '$lib/locale/units';
import type { FigureId } from '$lib/store/choices';
import type { CurrentPhase, PhaseName } from './phase';

/** The one big figure: a measure, and the band that was asked of it. */
export interface Figure {
  readonly id: FigureId;
  /** In the unit the person reads; null where it is not known yet. */
  readonly value: number | null;
  readonly unit: 's' | 'length' | 'm/s' | 'reps';
  /** What it is of: the phase whose colour it wears. */
  readonly of: PhaseName | null;
  readonly target: FigureTarget;
  /** The end of the bar; null where nothing is asked, and there is no bar. */
  readonly scale: number | null;
}

/** In the figure's own unit. */
export type FigureTarget =
  | { readonly kind: 'none' }
  /** As fast as can be. */
  | { readonly kind: 'explosive' }
  | { readonly kind: 'band'; readonly low: number; readonly high: number };

/** What of a set a figure may be read from. */
export interface Readable {
  readonly phase: CurrentPhase | null;
  readonly strokes: readonly Stroke[];
  /** Those whose press has ended. */
  readonly reps: readonly Rep[];
  readonly plan: Plan | null;
}

const NONE = { kind: 'none' } as const;

/** The figure a person has chosen, as it stands now. */
export function figureOf(id: FigureId, set: Readable): Figure {
  const { phase, plan } = set;
  switch (id) {
    case 'lower':
      return timed(id, lowerTime_s(set), 'lower', plan?.targets.lower ?? null);
    case 'phase': {
      const name = phase?.name ?? 'ready';
      if (name === 'ready') return timed(id, 0, null, null);
      return timed(id, phase?.elapsed_s ?? 0, name, plan?.targets[name] ?? null);
    }
    case 'depth':
      return depthFigure(set);
    case 'press':
      return pressFigure(set);
    case 'reps': {
      const asked = plan?.targets.reps ?? null;
      const target: FigureTarget = asked ? { kind: 'band', ...asked } : NONE;
      return { id, value: fullReps(set).length, unit: 'reps', of: null, ...scaled(target) };
    }
  }
}

function timed(
  id: FigureId,
  value: number | null,
  of: PhaseName | null,
  asked: Targets[PhaseName] | null,
): Figure {
  return { id, value, unit: 's', of, ...scaled(targetOf(asked)) };
}

function targetOf(asked: Targets[PhaseName] | null): FigureTarget {
  if (asked?.kind === 'explosive') return { kind: 'explosive' };
  if (asked?.kind !== 'band') return NONE;
  return { kind: 'band', low: asked.low_s, high: asked.high_s };
}

function scaled(target: FigureTarget): Pick<Figure, 'target' | 'scale'> {
  return { target, scale: target.kind === 'band' ? scaleEnd(target.high) : null };
}

/** The lower under way; after it, that of the same rep; at the top, that of the last. */
function lowerTime_s({ phase, strokes, reps }: Readable): number | null {
  if (!phase || phase.name === 'ready') return 0;
  if (phase.name === 'lower') return phase.elapsed_s;
  const rep = reps.at(-1);
  const stroke = strokes.findLast(({ direction }) => direction === 'lower');
  // The rep knows better, once it is there.
  if (rep?.lower && (!stroke || stroke.start_s <= rep.lower.end_s)) return rep.lower.duration_s;
  return stroke ? stroke.end_s - stroke.start_s : null;
}

function depthFigure({ phase, reps, plan }: Readable): Figure {
  const depth_m = phase?.depth?.depth_m ?? reps.at(-1)?.depth_m ?? null;
  const asked = plan?.targets.depth ?? null;
  const target: FigureTarget = asked
    ? { kind: 'band', low: shownLength(asked.floor_m), high: shownLength(asked.ceiling_m) }
    : NONE;
  return {
    id: 'depth',
    value: depth_m === null ? null : shownLength(depth_m),
    unit: 'length',
    of: 'bottom',
    ...scaled(target),
  };
}

/** The speed of a press while it lasts, then its mean. Of maximal presses the set's fastest stands as what to come near to. */
function pressFigure({ phase, reps, plan }: Readable): Figure {
  const value =
    (phase?.name === 'press' ? phase.speed?.speed_mps : null) ??
    reps.at(-1)?.press.mean_mps ??
    null;
  const isMaximal = plan?.targets.press.kind === 'explosive';
  const fastest = Math.max(0, ...fullReps({ reps }).map(({ press }) => press.mean_mps));
  const target: FigureTarget =
    !isMaximal || fastest === 0
      ? isMaximal
        ? { kind: 'explosive' }
        : NONE
      : { kind: 'band', low: fastest * (1 - plan.tolerances.velocityLoss), high: fastest };
  return { id: 'press', value, unit: 'm/s', of: 'press', ...scaled(target) };
}

function fullReps({ reps }: Pick<Readable, 'reps'>): Rep[] {
  return reps.filter(({ kind }) => kind === 'full');
}

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** A round number that leaves room beyond the band: 3–4 s are shown up to 5. */
export function scaleEnd(high: number): number {
  const least = high * 1.2;
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = STEPS.find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return step * power;
}
