import type { Rep } from '$lib/core/sled/report';
import type { DepthTarget } from '$lib/guide/plan';
import { preferences } from '$lib/locale/preferences';
import { shownLength } from '$lib/locale/units';
import type { MakeDrawing } from './drawing.svelte';
import { repDots, type DotLine, type Dots } from './rep-dots';
import type { RepEars } from './rep-pointer';
import { steppedRange, type SteppedRange } from './scale';
import type { RepsView } from './tempo-bars';

export interface DepthView extends RepsView {
  /** Null where no depth was asked. */
  depth: DepthTarget | null;
}

/** The depth scale, in the unit that the person reads: its steps, and the room beyond the whiskers. */
const SCALES = { cm: { step: 5, spare: 1 }, in: { step: 2, spare: 0.5 } };
const { step: STEP, spare: SPARE } = SCALES[preferences.length];
/** It spans some steps, so that millimetres do not look like failures. */
const LEAST_STEPS = 3;

/**
 * A mark per rep at its depth, deeper is lower. Behind them the band from floor to ceiling with the target and the
 * safe stop, or, where no depth was asked, the mean of the full reps.
 */
export function depthByRep(ears: RepEars): MakeDrawing<DepthView> {
  return repDots(ears, 'down', depthDots);
}

/** The depths as they are drawn, in the person's unit. */
export function depthDots({ reps, marks, depth }: DepthView): Dots {
  return {
    values: reps.map(({ index, depth_m, depthSd_m }) => ({
      value: shownLength(depth_m),
      reach: shownLength(2 * depthSd_m),
      mark: marks.find(({ rep, part }) => rep === index && part === 'depth')?.kind ?? null,
    })),
    range: depthRange(reps, depth),
    band: depth && { from: shownLength(depth.floor_m), to: shownLength(depth.ceiling_m) },
    lines: depth ? linesOf(depth) : [{ kind: 'own', at: shownLength(meanDepth_m(reps)) }],
  };
}

function linesOf({ target_m, stop_m }: DepthTarget): DotLine[] {
  const target: DotLine = { kind: 'target', at: shownLength(target_m) };
  return stop_m === null ? [target] : [target, { kind: 'limit', at: shownLength(stop_m) }];
}

/** The range of the depth scale that holds every mark with its whisker and what was asked, in the person's unit. */
export function depthRange(reps: readonly Rep[], depth: DepthTarget | null = null): SteppedRange {
  const asked_m = depth ? [depth.floor_m, depth.ceiling_m, depth.stop_m ?? depth.ceiling_m] : [];
  const ends_m = [
    ...reps.flatMap(({ depth_m, depthSd_m }) => [depth_m - 2 * depthSd_m, depth_m + 2 * depthSd_m]),
    ...asked_m,
  ];
  const low = shownLength(Math.min(...ends_m));
  const high = shownLength(Math.max(...ends_m));
  const least = LEAST_STEPS * STEP;
  if (!Number.isFinite(low + high)) return { low: 0, high: least, step: STEP };
  const range = steppedRange(low - SPARE, high + SPARE, STEP);
  return { ...range, high: Math.max(range.high, range.low + least) };
}

/** Mean depth of the full reps; NaN where there are none, which draws nothing. */
function meanDepth_m(reps: readonly Rep[]): number {
  const full = reps.filter((rep) => rep.kind === 'full');
  return full.reduce((sum, rep) => sum + rep.depth_m, 0) / full.length;
}
