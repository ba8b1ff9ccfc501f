import type { Rep, SetReport } from '$lib/core/sled/report';
import { depthAbout, type DepthTarget, type Tolerances } from '$lib/guide/plan';

/** So many full reps show the depth; the first already gives one. */
export const WANTED_REPS = 2;
/** The sled is still when it has stayed this slow for this long. */
const STILL_mps = 0.02;
const STILL_s = 1;
/** A rep slower than this to the bottom is slow enough to stop where one means to, s. */
const SLOW_s = 2;

/** How far a calibration has come: what to do next, and what is known. */
export interface CalibrationState {
  readonly step: 'hold-still' | 'slow-rep' | 'another' | 'done';
  /** Of the rail; null before the sled has moved. */
  readonly incline_deg: number | null;
  /** What the reps so far show; null before the first. */
  readonly found: CalibratedDepth | null;
}

export interface CalibratedDepth {
  /** Mean depth of the reps, along the rail, and how well it is known: they may differ from each other. */
  readonly target_m: number;
  readonly targetSd_m: number;
  /** Mean height of the tops above where the first lower began; never below it. */
  readonly softTop_m: number;
  readonly reps: number;
  /** A quick rep shows the depth that the leg was thrown to, not the one that was meant. */
  readonly tooQuick: boolean;
}

/** What the report shows of a calibration that began with its first sample. */
export function calibrationOf(report: SetReport, settled: number): CalibrationState {
  const { incline_deg } = report.rail;
  const reps = report.reps
    .slice(0, settled)
    .filter(({ kind, lower }) => kind === 'full' && lower !== null);
  if (reps.length === 0) {
    const step = stoodStill(report) ? 'slow-rep' : 'hold-still';
    return { step, incline_deg, found: null };
  }
  const found = foundIn(report, reps);
  return { step: reps.length < WANTED_REPS ? 'another' : 'done', incline_deg, found };
}

/** The depth that is asked from then on; a safe stop is set by hand. */
export function targetFrom(
  { target_m, softTop_m }: CalibratedDepth,
  tolerances: Tolerances,
  stop_m: number | null,
): DepthTarget {
  return { ...depthAbout(target_m, tolerances), stop_m, softTop_m };
}

function foundIn(report: SetReport, reps: readonly Rep[]): CalibratedDepth {
  const depths_m = reps.map(({ depth_m }) => depth_m);
  const target_m = mean(depths_m);
  const scatter_m = depths_m.length > 1 ? Math.abs(depths_m[0] - depths_m[1]) / 2 : 0;
  const sd_m = Math.hypot(...reps.map(({ depthSd_m }) => depthSd_m)) / reps.length;
  const tops_m = reps.map(({ press }) => positionAt(report, press.end_s));
  return {
    target_m,
    targetSd_m: Math.hypot(sd_m, scatter_m),
    softTop_m: Math.max(0, mean(tops_m)),
    reps: reps.length,
    tooQuick: reps.some(({ lower }) => lower !== null && lower.duration_s < SLOW_s),
  };
}

/** Whether the sled stood still lately, or has not moved at all. */
function stoodStill({ track, duration_s, strokes }: SetReport): boolean {
  const { t_s, velocity_mps } = track;
  if (t_s.length === 0) return duration_s > 2 * STILL_s && strokes.length === 0;
  const end_s = t_s[t_s.length - 1];
  for (let i = t_s.length - 1; i >= 0 && t_s[i] > end_s - STILL_s; i--) {
    if (!(Math.abs(velocity_mps[i]) < STILL_mps)) return false;
  }
  return end_s - t_s[0] > STILL_s;
}

/** The position at a time of the track, m. */
function positionAt({ track: { t_s, position_m } }: SetReport, at_s: number): number {
  const after = t_s.findIndex((t) => t >= at_s);
  return position_m[after < 0 ? position_m.length - 1 : after];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
