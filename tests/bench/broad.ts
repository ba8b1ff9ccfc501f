import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readRecording } from '../../src/lib/core/file/read';
import { analyse } from '../../src/lib/core/sled/analyse';
import type { Stroke } from '../../src/lib/core/sled/report';
import { matchByOverlap } from './score';

/** How the strokes found in one file compare with the optical truth. Medians are of absolute errors; null where nothing matched. */
export interface BroadScore {
  file: string;
  strokes: number;
  found: number;
  missed: number;
  extra: number;
  travelMedian_m: number | null;
  travelRmse_m: number | null;
  /** Start and end of strokes, both sides read at v0. */
  boundaryMedian_s: number | null;
  /** Turnarounds: half way between two strokes found, against the turn of the true height. */
  turnMedian_s: number | null;
}

/** One line of a `*.strokes.json`: turning points of the optical height, and the instants its speed passes 0.02 m/s. */
export interface OpticalStroke {
  direction: 'up' | 'down';
  t_start: number;
  t_end: number;
  dz_m: number;
  t_move_start: number;
  t_move_end: number;
}

/** A longer dwell has no one instant of turning. */
const TURN_S = 0.5;

/** Scores every CSV in the folder's `broad` that has strokes beside it; empty where there is none. */
export function scoreBroadFolder(recordings: string): BroadScore[] {
  const folder = join(recordings, 'broad');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return names.sort().flatMap((name) => {
    const truthPath = join(folder, name.replace(/\.csv$/, '.strokes.json'));
    if (!existsSync(truthPath)) return [];
    const { strokes } = JSON.parse(readFileSync(truthPath, 'utf8')) as { strokes: OpticalStroke[] };
    const { recording } = readRecording(readFileSync(join(folder, name)), { name });
    return scoreStrokes(basename(name, '.csv'), strokes, analyse(recording).strokes);
  });
}

export function scoreStrokes(
  file: string,
  truth: readonly OpticalStroke[],
  found: readonly Stroke[],
): BroadScore {
  const spans = truth.map(({ t_start, t_end }) => ({ start_s: t_start, end_s: t_end }));
  const pairs = matchByOverlap(spans, found);
  const matches = pairs.map(([i, j]) => ({ stroke: found[j], real: truth[i], next: found[j + 1] }));
  const travels_m = matches.map(({ stroke, real }) => stroke.travel_m - Math.abs(real.dz_m));
  const boundaries_s = matches.flatMap(({ stroke, real }) => [
    stroke.start_s - real.t_move_start,
    stroke.end_s - real.t_move_end,
  ]);
  const turns_s = matches.flatMap(({ stroke, real, next }) =>
    next && next.start_s - stroke.end_s < TURN_S
      ? [(stroke.end_s + next.start_s) / 2 - real.t_end]
      : [],
  );
  return {
    file,
    strokes: truth.length,
    found: found.length,
    missed: truth.length - pairs.length,
    extra: found.length - pairs.length,
    travelMedian_m: medianSize(travels_m),
    travelRmse_m:
      travels_m.length === 0
        ? null
        : Math.sqrt(travels_m.reduce((sum, x) => sum + x * x, 0) / travels_m.length),
    boundaryMedian_s: medianSize(boundaries_s),
    turnMedian_s: medianSize(turns_s),
  };
}

function medianSize(errors: readonly number[]): number | null {
  if (errors.length === 0) return null;
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const middle = sizes.length / 2;
  return (sizes[Math.ceil(middle) - 1] + sizes[Math.floor(middle)]) / 2;
}
