import { GRID_STEP_S } from '../signal/even-grid';
import type { Motion } from '../signal/smoother';
import { mean, standardDeviation } from '../signal/statistics';
import { findBounces, turnaround } from './measures/bounce';
import { driftOf } from './measures/drift';
import { knocksOf } from './measures/knocks';
import {
  durationSd_s,
  instantSd_s,
  SCALE_SD,
  travelSd_m,
  type Measured,
} from './measures/measured';
import { mountingOf } from './measures/mounting';
import { propulsiveOf } from './measures/propulsive';
import { stopOf } from './measures/slam';
import { clipTurn } from './measures/slip';
import { loweringOf } from './measures/smoothness';
import { measurePhase } from './measures/speed';
import { meanVibration, rollingPower, rollingVibration } from './measures/vibration';
import type { Dwell, Rep, SetMeasures } from './report';
import { PARTIAL_SHARE, positionAt, type Instant, type RepSpan } from './segment';

/** A rep as one window shows it: what comes after it, its index and its quality are not known there. */
export type MeasuredRep = Omit<Rep, 'index' | 'quality' | 'top'> & {
  /** How exactly the ends are known that it shares with the dwells before and after it, sd. */
  startSd_s: number;
  endSd_s: number;
  /** Whether the data leave open that it is of the other kind. */
  kindIsOpen: boolean;
};

/** A kind is open where the shorter stroke is so many sd from the border between the two. */
const KIND_SDS = 2;

/**
 * Measures one rep. Looks no further than 1 s before it and 1 s after its press, so that a rep that has
 * closed stays as it is.
 */
export function measureRep(measured: Measured, rep: RepSpan): MeasuredRep {
  const { motion } = measured;
  const { kind, lower, press } = rep;
  const deepest = lowestEdge(motion, lower ? lower.end.edge : press.start.edge, press.start.edge);
  const topEdge = lower ? lower.start.edge : press.end.edge;
  const depth_m = positionAt(motion, topEdge) - motion.position_m[deepest];
  const lowerPhase = lower && measurePhase(measured, lower);
  const strokes = lower ? [lower, press] : [press];
  const { start } = strokes[0];
  const rolling = rollingPower(measured, strokes);
  return {
    kind,
    lower: lowerPhase,
    bottom: lower && between(measured, lower.end, press.start),
    press: { ...measurePhase(measured, press), ...propulsiveOf(measured, press) },
    depth_m,
    depthSd_m: travelSd_m(motion, topEdge, deepest, depth_m),
    tension: between(measured, start, press.end),
    lowering: lower && lowerPhase && loweringOf(measured, lower, lowerPhase),
    turnaround: lower && turnaround(measured, lower, press),
    stop: stopOf(measured, press),
    knocks: knocksOf(measured, lower, press, rolling),
    vibration: rollingVibration(measured, rolling),
    mounting: mountingOf(measured, start.edge, press.end.edge),
    startSd_s: Math.hypot(start.sd_s, instantSd_s(measured)),
    endSd_s: Math.hypot(press.end.sd_s, instantSd_s(measured)),
    kindIsOpen: kindIsOpen(motion, rep),
  };
}

/** The usual press, a share of which is the border between the kinds, is taken to err as much as the stroke. */
function kindIsOpen(motion: Motion, { lower, press, partialBelow_m }: RepSpan): boolean {
  const { start, end, travel_m } = lower && lower.travel_m < press.travel_m ? lower : press;
  const sd_m = travelSd_m(motion, start.edge, end.edge, travel_m) * Math.hypot(1, PARTIAL_SHARE);
  return Math.abs(travel_m - partialBelow_m) < KIND_SDS * sd_m;
}

/** The dwell between a rep and the next one; null where that has no lower. */
export function topBetween(rep: MeasuredRep, next: MeasuredRep): Dwell | null {
  if (!next.lower) return null;
  return {
    duration_s: next.lower.start_s - rep.press.end_s,
    durationSd_s: Math.hypot(rep.endSd_s, next.startSd_s),
  };
}

function between(measured: Measured, from: Instant, to: Instant): Dwell {
  return {
    duration_s: (to.edge - from.edge) * GRID_STEP_S,
    durationSd_s: durationSd_s(measured, from, to),
  };
}

function lowestEdge({ position_m }: Motion, from: number, to: number): number {
  let lowest = Math.round(from);
  for (let k = lowest; k <= to; k++) if (position_m[k] < position_m[lowest]) lowest = k;
  return lowest;
}

/** Measures over the reps so far; of time, depth and velocity over the full ones. */
export function measureSet(reps: readonly Rep[]): SetMeasures {
  const full = reps.filter(({ kind }) => kind === 'full');
  const depths_m = full.map(({ depth_m }) => depth_m);
  return {
    reps: full.length,
    timeUnderTension_s: full.reduce((sum, { tension }) => sum + tension.duration_s, 0),
    timeUnderTensionSd_s: Math.hypot(...full.map(({ tension }) => tension.durationSd_s)),
    depthCv: full.length >= 2 ? standardDeviation(depths_m) / mean(depths_m) : null,
    ...velocityLoss(full),
    drift: driftOf(full),
    bounces: findBounces(reps),
    vibration: meanVibration(reps),
    clip: clipTurn(reps),
  };
}

/** (fastest − last) ÷ fastest; the sensor's scale cancels. */
function velocityLoss(full: readonly Rep[]): Pick<SetMeasures, 'velocityLoss' | 'velocityLossSd'> {
  const last = full.at(-1)?.press;
  if (!last || full.length < 2) return { velocityLoss: null, velocityLossSd: null };
  const fastest = full
    .map(({ press }) => press)
    .reduce((a, b) => (b.mean_mps > a.mean_mps ? b : a));
  const kept = last.mean_mps / fastest.mean_mps;
  const shares = [last, fastest].map(({ mean_mps, meanSd_mps }) => meanSd_mps / mean_mps);
  const square = shares.reduce((sum, share) => sum + Math.max(0, share ** 2 - SCALE_SD ** 2), 0);
  return { velocityLoss: 1 - kept, velocityLossSd: kept * Math.sqrt(square) };
}
