import type { Vector3 } from '../recording';
import { DEFAULT_SETUP, V0_MPS } from '../sled/setup';
import { GRAVITY_MPS2 } from '../gravity';
import type { SledMotion } from './motion';
import type { Slip } from './slip';
import { rideOf, type Happened, type TrueRide } from './true-ride';

/** What really happened, by the published definitions. Times on the recording's axis. */
export interface SetTruth {
  incline_deg: number;
  /** Unit vector along the rail in the sensor's frame, pointing in the press direction; before any slip. */
  axis: Vector3;
  /** How the clip slipped; null where it held. */
  slip: Slip | null;
  reps: TrueRep[];
  /** Every stroke of at least the least travel, those outside any rep too. */
  strokes: TrueStroke[];
  /** The motion at the recording's sample times, s = 0 where the first rep starts. */
  track: { t_s: Float64Array; position_m: Float64Array; velocity_mps: Float64Array };
  /** The motion it was all read from. */
  motion: SledMotion;
}

export interface TrueRep extends TrueRide {
  index: number;
  kind: 'full' | 'partial';
  lower: TruePhase | null;
  bottom: TrueDwell | null;
  press: TruePress;
  top: TrueDwell | null;
  depth_m: number;
}

export interface TrueDwell {
  duration_s: number;
}

export interface TruePhase extends TrueDwell {
  start_s: number;
  end_s: number;
  mean_mps: number;
  peak_mps: number;
}

export interface TruePress extends TruePhase {
  propulsive_mps: number;
}

export interface TrueStroke {
  direction: 'lower' | 'press';
  start_s: number;
  end_s: number;
  travel_m: number;
  rep: number | null;
}

/** A stroke shorter than this share of the set's usual press makes its rep partial. */
const PARTIAL_SHARE = 0.6;
/** Passing v0 for less than this way is sway, not the start of a stroke. */
const SWAY_M = 0.001;
/** A movement back within this distance of a stroke's end parts it from the stroke: a re-rack, not a hesitation. */
const END_M = 0.05;
/** What so long a rest parts from a stroke, and leads less than this share of its way, is none of it: it settles. */
const SETTLING = { rest_s: 1.2, share: 0.2 };

interface Found {
  direction: 'lower' | 'press';
  /** Grid points of its first and last instant beyond v0. */
  first: number;
  last: number;
  /** Grid points of the turns it lies between. */
  turns: [number, number];
}

/** Reps and strokes of what happened. `minTravel_m` as in the setup. */
export function readTruth(
  happened: Happened,
  incline_deg: number,
  minTravel_m = DEFAULT_SETUP.minTravel_m,
): Pick<SetTruth, 'reps' | 'strokes'> {
  const { motion } = happened;
  const turns = turningPoints(motion.position_m, minTravel_m);
  const found: Found[] = [];
  for (let i = 1; i < turns.length; i++) {
    const stroke = findStroke(motion, turns[i - 1], turns[i]);
    if (stroke && travelOf(motion, stroke) >= minTravel_m) found.push(stroke);
  }
  const reps = pairReps(happened, found, incline_deg);
  return { reps: reps.map(({ rep }) => rep), strokes: strokesOf(motion, found, reps) };
}

/** Grid points where the position turns after at least `least_m` of travel, the ends of the record included. */
function turningPoints(position_m: Float64Array, least_m: number): number[] {
  const turns: number[] = [];
  let [low, high] = [0, 0];
  let heading: 'up' | 'down' | null = null;
  for (let i = 1; i < position_m.length; i++) {
    const s_m = position_m[i];
    if (s_m > position_m[high]) high = i;
    if (s_m < position_m[low]) low = i;
    if (heading !== 'up' && s_m - position_m[low] >= least_m) {
      turns.push(low);
      heading = 'up';
      high = i;
    } else if (heading !== 'down' && position_m[high] - s_m >= least_m) {
      turns.push(high);
      heading = 'down';
      low = i;
    }
  }
  if (heading === 'up') turns.push(high);
  if (heading === 'down') turns.push(low);
  return turns;
}

interface Run {
  first: number;
  last: number;
  forward: boolean;
}

/** The stroke between two turns; null where the sled never passes v0. */
function findStroke(motion: SledMotion, from: number, to: number): Found | null {
  const s_m = motion.position_m;
  const direction = s_m[to] > s_m[from] ? 'press' : 'lower';
  const runs = runsBetween(motion, from, to, direction === 'press' ? 1 : -1);
  const isBack = (run: Run) => !run.forward;
  const nearStart = (run: Run) => Math.abs(s_m[run.last] - s_m[from]) < END_M;
  const nearEnd = (run: Run) => Math.abs(s_m[run.first] - s_m[to]) < END_M;
  const before = runs.findLastIndex((run) => isBack(run) && nearStart(run));
  const after = runs.findIndex((run, i) => i > before && isBack(run) && nearEnd(run));
  const forward = runs
    .slice(before + 1, after < 0 ? runs.length : after)
    .filter((run) => run.forward);
  const own = withoutSettling(motion, forward);
  if (own.length === 0) return null;
  return { direction, first: own[0].first, last: own[own.length - 1].last, turns: [from, to] };
}

/** Stretches beyond v0 either way that lead further than sway does. */
function runsBetween(motion: SledMotion, from: number, to: number, sign: 1 | -1): Run[] {
  const { velocity_mps, position_m } = motion;
  const runs: Run[] = [];
  let i = from;
  while (i <= to) {
    const v_mps = sign * velocity_mps[i];
    if (Math.abs(v_mps) <= V0_MPS) {
      i++;
      continue;
    }
    const first = i;
    const forward = v_mps > 0;
    while (i <= to && sign * velocity_mps[i] * (forward ? 1 : -1) > V0_MPS) i++;
    const run = { first, last: i - 1, forward };
    if (Math.abs(position_m[run.last] - position_m[first]) >= SWAY_M) runs.push(run);
  }
  return runs;
}

/** The runs of a stroke, less those at either end that a rest parts from it. */
function withoutSettling({ position_m, rate_Hz }: SledMotion, runs: Run[]): Run[] {
  if (runs.length === 0) return runs;
  const [start, end] = [runs[0].first, runs[runs.length - 1].last];
  const leads = (from: number, to: number) => Math.abs(position_m[to] - position_m[from]);
  const isSmall = (way_m: number) => way_m < SETTLING.share * leads(start, end);
  const rests = runs
    .slice(1)
    .map(({ first }, i) => (first - runs[i].last) / rate_Hz > SETTLING.rest_s);
  const first =
    1 + rests.findLastIndex((rest, i) => rest && isSmall(leads(start, runs[i + 1].first)));
  const last = rests.findIndex(
    (rest, i) => i >= first && rest && isSmall(leads(runs[i].last, end)),
  );
  return runs.slice(first, last < 0 ? runs.length : last + 1);
}

interface FoundRep {
  rep: TrueRep;
  strokes: Found[];
}

/**
 * Every press makes a rep with the lower before it. A press that fails, sinks back and is tried again
 * makes none: a rep is lower → bottom → press, counted when its press ends, and this one goes on, so the
 * attempt and its sinking belong to the rep's bottom and are strokes of no rep. What fails for good ends
 * its rep, a partial one if far short.
 */
function pairReps(happened: Happened, found: Found[], incline_deg: number): FoundRep[] {
  const { motion } = happened;
  const presses = found.filter(({ direction }) => direction === 'press');
  const usual_m = upperMedian(presses.map((press) => travelOf(motion, press)));
  const reps: FoundRep[] = [];
  /** The lower of the rep under way. */
  let opening: Found | null = null;
  found.forEach((stroke, i) => {
    if (stroke.direction === 'lower') {
      opening ??= stroke;
      return;
    }
    if (isTriedAgain(motion, opening, found.slice(i, i + 3), usual_m)) return;
    const [lower, press] = [opening, stroke];
    opening = null;
    const next = found[i + 1];
    const strokes = lower ? [lower, press] : [press];
    const partial = strokes.some((one) => travelOf(motion, one) < PARTIAL_SHARE * usual_m);
    const dwell_s = (a: Found, b: Found) => ({ duration_s: (b.first - a.last) / motion.rate_Hz });
    const rep: TrueRep = {
      index: reps.length + 1,
      kind: partial ? 'partial' : 'full',
      lower: lower && phaseOf(motion, lower),
      bottom: lower && dwell_s(lower, press),
      press: pressOf(motion, press, incline_deg),
      top:
        next && i + 1 < found.findLastIndex((one) => one.direction === 'press')
          ? dwell_s(press, next)
          : null,
      depth_m: depthOf(motion, lower, press),
      ...rideOf(happened, lower, press),
    };
    reps.push({ rep, strokes });
  });
  return reps;
}

/** Whether the first of three strokes is a press that stays far short of where its rep began, sinks back and is followed by another. */
function isTriedAgain(
  motion: SledMotion,
  opening: Found | null,
  [attempt, sinking, again]: readonly Found[],
  usual_m: number,
): boolean {
  if (sinking?.direction !== 'lower' || again?.direction !== 'press') return false;
  const least_m = PARTIAL_SHARE * usual_m;
  if (travelOf(motion, attempt) >= least_m || travelOf(motion, sinking) >= least_m) return false;
  if (!opening) return true;
  const { position_m } = motion;
  return position_m[opening.first] - position_m[attempt.last] > usual_m - least_m;
}

function phaseOf({ rate_Hz, position_m, velocity_mps }: SledMotion, stroke: Found): TruePhase {
  const { first, last } = stroke;
  const duration_s = (last - first) / rate_Hz;
  let peak_mps = 0;
  for (let i = first; i <= last; i++) peak_mps = Math.max(peak_mps, Math.abs(velocity_mps[i]));
  return {
    start_s: first / rate_Hz,
    end_s: last / rate_Hz,
    duration_s,
    mean_mps: Math.abs(position_m[last] - position_m[first]) / duration_s,
    peak_mps,
  };
}

/** Propulsion ends where, past the peak velocity, the sled is braked by more than gravity. */
function pressOf(motion: SledMotion, press: Found, incline_deg: number): TruePress {
  const { rate_Hz, position_m, velocity_mps, acceleration_mps2 } = motion;
  const phase = phaseOf(motion, press);
  const braked_mps2 = -GRAVITY_MPS2 * Math.sin((incline_deg * Math.PI) / 180);
  let end = press.first;
  while (velocity_mps[end] < phase.peak_mps) end++;
  while (end < press.last && acceleration_mps2[end] >= braked_mps2) end++;
  const duration_s = Math.max(1, end - press.first) / rate_Hz;
  const propulsive_mps = (position_m[end] - position_m[press.first]) / duration_s;
  return { ...phase, propulsive_mps };
}

/** From the start of lower down to the rep's lowest place; without a lower, from there up to the end of press. */
function depthOf({ position_m }: SledMotion, lower: Found | null, press: Found): number {
  let lowest_m = Infinity;
  const from = lower ? lower.first : press.turns[0];
  for (let i = from; i <= press.first; i++) lowest_m = Math.min(lowest_m, position_m[i]);
  return position_m[lower ? lower.first : press.last] - lowest_m;
}

function strokesOf(motion: SledMotion, found: Found[], reps: FoundRep[]): TrueStroke[] {
  return found.map((stroke) => ({
    direction: stroke.direction,
    start_s: stroke.first / motion.rate_Hz,
    end_s: stroke.last / motion.rate_Hz,
    travel_m: travelOf(motion, stroke),
    rep: reps.find(({ strokes }) => strokes.includes(stroke))?.rep.index ?? null,
  }));
}

function travelOf({ position_m }: SledMotion, { first, last }: Found): number {
  return Math.abs(position_m[last] - position_m[first]);
}

function upperMedian(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
