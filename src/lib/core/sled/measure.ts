import { GRAVITY_MPS2 } from '../gravity';
import { GRID_STEP_S } from '../signal/even-grid';
import type { Motion } from '../signal/smoother';
import { mean, standardDeviation } from '../signal/statistics';
import type { Dwell, Phase, PressPhase, Rep, SetMeasures } from './report';
import { positionAt, type RepSpan, type StrokeSpan } from './segment';

/** Scale error of a sensor's axis that no calibration has taken out (datasheets: 0.5–2 %). */
const SCALE_SD = 0.01;

/** What the measures of a span's reps are read from. */
export interface Measured {
  motion: Motion;
  /** Acceleration along the rail in each cell, m/s². */
  accel_mps2: Float64Array;
  /** Time of edge 0 on the recording's axis. */
  start_s: number;
  incline_deg: number;
  /** Distance of the sensor's samples, s; no instant is known much better. */
  interval_s: number;
}

/** Measures one rep; `next` tells how long its top lasted. Index and quality are the caller's. */
export function measureRep(
  measured: Measured,
  { kind, lower, press }: RepSpan,
  next: RepSpan | undefined,
): Omit<Rep, 'index' | 'quality'> {
  const { motion } = measured;
  const deepest = lowestEdge(motion, lower ? lower.end.edge : press.start.edge, press.start.edge);
  const topEdge = lower ? lower.start.edge : press.end.edge;
  const depth_m = positionAt(motion, topEdge) - motion.position_m[deepest];
  return {
    kind,
    lower: lower && measurePhase(measured, lower),
    bottom: lower && dwell(measured, lower, press),
    press: measurePress(measured, press),
    top: next?.lower ? dwell(measured, press, next.lower) : null,
    depth_m,
    depthSd_m: travelSd_m(motion, topEdge, deepest, depth_m),
  };
}

function measurePhase(measured: Measured, stroke: StrokeSpan): Phase {
  const { start, end, travel_m } = stroke;
  const duration_s = (end.edge - start.edge) * GRID_STEP_S;
  return {
    start_s: measured.start_s + start.edge * GRID_STEP_S,
    end_s: measured.start_s + end.edge * GRID_STEP_S,
    duration_s,
    durationSd_s: durationSd_s(measured, stroke.start.sd_s, stroke.end.sd_s),
    mean_mps: travel_m / duration_s,
    peak_mps: Math.abs(measured.motion.velocity_mps[peakEdge(measured.motion, stroke)]),
  };
}

function measurePress(measured: Measured, stroke: StrokeSpan): PressPhase {
  const phase = measurePhase(measured, stroke);
  const sd_m = travelSd_m(measured.motion, stroke.start.edge, stroke.end.edge, stroke.travel_m);
  return {
    ...phase,
    meanSd_mps: Math.hypot(sd_m, phase.mean_mps * phase.durationSd_s) / phase.duration_s,
    propulsive_mps: propulsive_mps(measured, stroke),
  };
}

/** Mean velocity from the start of the press until it brakes by more than gravity alone would. */
function propulsive_mps({ motion, accel_mps2, incline_deg }: Measured, stroke: StrokeSpan): number {
  const limit_mps2 = -GRAVITY_MPS2 * Math.sin((Math.abs(incline_deg) * Math.PI) / 180);
  let end = peakEdge(motion, stroke);
  while (end < stroke.end.edge && accel_mps2[end] >= limit_mps2) end++;
  const until = Math.min(end, stroke.end.edge);
  const travel_m = positionAt(motion, until) - positionAt(motion, stroke.start.edge);
  return travel_m / ((until - stroke.start.edge) * GRID_STEP_S);
}

function dwell(measured: Measured, before: StrokeSpan, after: StrokeSpan): Dwell {
  return {
    duration_s: (after.start.edge - before.end.edge) * GRID_STEP_S,
    durationSd_s: durationSd_s(measured, before.end.sd_s, after.start.sd_s),
  };
}

function durationSd_s({ interval_s }: Measured, startSd_s: number, endSd_s: number): number {
  return Math.hypot(startSd_s, endSd_s, 0.3 * interval_s);
}

function travelSd_m(motion: Motion, from: number, to: number, travel_m: number): number {
  return Math.hypot(motion.travelSd_m(Math.round(from), Math.round(to)), SCALE_SD * travel_m);
}

function peakEdge({ velocity_mps }: Motion, { start, end }: StrokeSpan): number {
  let peak = Math.ceil(start.edge);
  for (let k = peak; k <= end.edge; k++) {
    if (Math.abs(velocity_mps[k]) > Math.abs(velocity_mps[peak])) peak = k;
  }
  return peak;
}

function lowestEdge({ position_m }: Motion, from: number, to: number): number {
  let lowest = Math.round(from);
  for (let k = lowest; k <= to; k++) if (position_m[k] < position_m[lowest]) lowest = k;
  return lowest;
}

/** Measures over the set's full reps. */
export function measureSet(reps: readonly Rep[]): SetMeasures {
  const full = reps.filter(({ kind }) => kind === 'full');
  const speeds_mps = full.map(({ press }) => press.mean_mps);
  const depths_m = full.map(({ depth_m }) => depth_m);
  const fastest_mps = Math.max(...speeds_mps);
  const several = full.length >= 2;
  return {
    reps: full.length,
    timeUnderTension_s: full.reduce(
      (sum, { lower, press }) => sum + press.end_s - (lower ?? press).start_s,
      0,
    ),
    depthCv: several ? standardDeviation(depths_m) / mean(depths_m) : null,
    velocityLoss: several ? (fastest_mps - speeds_mps[speeds_mps.length - 1]) / fastest_mps : null,
  };
}
