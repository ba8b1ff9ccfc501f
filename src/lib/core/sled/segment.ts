import { GRID_STEP_S } from '../signal/even-grid';
import { clamp, median } from '../signal/statistics';
import { turningPoints } from '../signal/turning-points';
import type { Motion } from '../signal/smoother';
import type { Stroke } from './report';
import { V0_MPS } from './setup';

/** A stroke shorter than this share of the set's usual one is partial. */
export const PARTIAL_SHARE = 0.6;

const SETTINGS = {
  /** A movement at either end of a stroke that carries less than this share of it is sway, */
  swayShare: 0.003,
  /** and one parted from it by a pause is another movement (un-racking, settling), not a stall in the stroke. */
  settlingShare: 0.2,
  settlingPause_s: 1.2,
  /** A set that starts with a press has stood still for this long before; every set does after. */
  rest_s: 0.4,
  /** Furthest that an instant's uncertainty is looked for, s. */
  mostInstantSd_s: 1,
  /** A velocity known no better than this is not known: samples were lost. */
  unknown_mps: 0.2,
};

/** An instant between two grid edges, counted in edges from the span's start. */
export interface Instant {
  edge: number;
  sd_s: number;
  /** Where the velocity is taken too large the instant comes later (1) or earlier (−1): by which way it passes v0. */
  lean: 1 | -1;
}

/** One way along the rail, from the first to the last instant faster than v0. */
export interface StrokeSpan {
  direction: 'lower' | 'press';
  start: Instant;
  end: Instant;
  travel_m: number;
}

export interface RepSpan {
  kind: 'full' | 'partial';
  /** A rep with a stroke below this is partial. */
  partialBelow_m: number;
  /** Null where the set starts at the bottom. */
  lower: StrokeSpan | null;
  press: StrokeSpan;
}

/** The strokes of at least `minTravel_m`, in time order, directions in turn. */
export function findStrokes(motion: Motion, minTravel_m: number): StrokeSpan[] {
  const turns = turningPoints(motion.position_m, minTravel_m);
  const strokes: StrokeSpan[] = [];
  for (let i = 1; i < turns.length; i++) {
    const stroke = strokeBetween(motion, turns[i - 1], turns[i]);
    if (stroke && stroke.travel_m >= minTravel_m) strokes.push(stroke);
  }
  return strokes;
}

/** The part of a one-way leg in which the sled moves faster than v0; null when it never does. */
function strokeBetween(motion: Motion, from: number, to: number): StrokeSpan | null {
  const { position_m, velocity_mps } = motion;
  const sign = position_m[to] < position_m[from] ? -1 : 1;
  const moves = withoutFringes(
    movesBetween(velocity_mps, sign, from, to),
    (first, last) => sign * (position_m[last] - position_m[first]),
  );
  if (moves.length === 0) return null;
  const start = crossing(motion, sign, moves[0][0], -1);
  const end = crossing(motion, sign, moves[moves.length - 1][1], 1);
  return {
    direction: sign < 0 ? 'lower' : 'press',
    start,
    end,
    travel_m: sign * (positionAt(motion, end.edge) - positionAt(motion, start.edge)),
  };
}

/** What is left of a leg's moves when those at either end that do not belong to the stroke are dropped. */
function withoutFringes(moves: Move[], travel_m: (first: number, last: number) => number): Move[] {
  const own_m = ([first, last]: Move) => travel_m(first, last);
  const total_m = moves.reduce((sum, move) => sum + own_m(move), 0);
  const bouts = splitAtPauses(moves);
  // What a bout at either end carries is how far it brings the sled for good: a re-rack is undone by the next un-rack.
  const starts = bouts.map(([[first]]) => first);
  const ends = bouts.map((bout) => bout[bout.length - 1][1]);
  const isOwn = (way_m: number) => way_m >= SETTINGS.settlingShare * total_m;
  const firstBout = starts.findIndex((start, i) =>
    isOwn(travel_m(start, starts[i + 1] ?? ends[i])),
  );
  const lastBout = ends.findLastIndex((end, i) => isOwn(travel_m(ends[i - 1] ?? starts[i], end)));
  const own = firstBout < 0 || lastBout < firstBout ? bouts : bouts.slice(firstBout, lastBout + 1);
  return fromFirstToLast(own.flat(), (move) => own_m(move) >= SETTINGS.swayShare * total_m);
}

/** The items from the first to the last that counts; all of them where none does. */
function fromFirstToLast<T>(items: T[], counts: (item: T) => boolean): T[] {
  const first = items.findIndex(counts);
  return first < 0 ? items : items.slice(first, items.findLastIndex(counts) + 1);
}

/** Moves in bouts, with a long pause between one and the next. */
function splitAtPauses(moves: Move[]): Move[][] {
  const bouts: Move[][] = [];
  moves.forEach((move, i) => {
    const pause_s = i > 0 ? (move[0] - moves[i - 1][1]) * GRID_STEP_S : Infinity;
    if (pause_s > SETTINGS.settlingPause_s) bouts.push([move]);
    else bouts[bouts.length - 1].push(move);
  });
  return bouts;
}

/** First and last edge of a run. */
type Move = [first: number, last: number];

/** The runs of edges `[first, last]` in which the sled goes faster than v0 in one direction. */
function movesBetween(velocity_mps: Float64Array, sign: number, from: number, to: number): Move[] {
  const moves: Move[] = [];
  for (let k = from; k <= to; k++) {
    if (sign * velocity_mps[k] <= V0_MPS) continue;
    const last = moves.at(-1);
    if (last && last[1] === k - 1) last[1] = k;
    else moves.push([k, k]);
  }
  return moves;
}

/** Where the velocity passes v0 between `edge`, the outermost edge faster than v0, and the next one `outward`. */
function crossing(motion: Motion, sign: 1 | -1, edge: number, outward: -1 | 1): Instant {
  const { velocity_mps } = motion;
  const speed = (k: number) => sign * velocity_mps[clamp(k, 0, motion.length - 1)];
  const [inside, outside] = [speed(edge), speed(edge + outward)];
  const part = inside > outside ? clamp((inside - V0_MPS) / (inside - outside), 0, 1) : 0;
  return {
    edge: edge + outward * part,
    sd_s: Math.max(
      ...REACHES.map((sds) => spanWithin(motion, speed, { edge, outward, sds }) / (2 * sds)),
    ),
    lean: sign === outward ? 1 : -1,
  };
}

/** So many standard deviations of the velocity are looked at: where it hovers about v0, two reach more than twice as far as one. */
const REACHES = [1, 2];

/** Within so many standard deviations the velocity may have passed v0 anywhere in a span of time about `edge`, s. */
function spanWithin(
  { velocitySd_mps }: Motion,
  speed: (k: number) => number,
  { edge, outward, sds }: { edge: number; outward: -1 | 1; sds: number },
): number {
  const sd_mps = velocitySd_mps[edge];
  const { unknown_mps } = SETTINGS;
  let surely = edge;
  while (inReach(surely, edge) && speed(surely) < V0_MPS + sds * sd_mps) surely -= outward;
  let possibly = edge;
  // Beyond a move the other way it is another stroke.
  for (let k = edge; inReach(k, edge) && speed(k) > -V0_MPS; k += outward) {
    // What was lost tells nothing of a velocity that was known before.
    if (sd_mps < unknown_mps && velocitySd_mps[k] > unknown_mps) break;
    if (speed(k) > V0_MPS - sds * sd_mps) possibly = k;
  }
  return Math.abs(possibly - surely) * GRID_STEP_S;
}

/** Whether an edge is near enough to `edge` to be the same event. */
function inReach(k: number, edge: number): boolean {
  return Math.abs(k - edge) * GRID_STEP_S < SETTINGS.mostInstantSd_s;
}

/** Position at a fractional edge, m. */
export function positionAt({ position_m }: Motion, edge: number): number {
  const below = clamp(Math.floor(edge), 0, position_m.length - 2);
  return position_m[below] + (edge - below) * (position_m[below + 1] - position_m[below]);
}

/** What went before a window's strokes. */
export interface Before {
  /** Travels of the set's presses so far, m. */
  presses_m: readonly number[];
  /** Whether any stroke did; a set may begin with a press, and only begin. */
  anyStroke: boolean;
}

/**
 * Pairs strokes into reps: lower then press. A press that fails, sinks back and is tried again ends no rep:
 * the attempt belongs to the rep's bottom. A set that starts with a press as long as the usual one
 * starts at the bottom, if it stood still before; a shorter first press is an un-rack push. A last
 * lower without a press is no rep. The usual press is the median of those so far: what comes later
 * does not change what a rep was.
 */
export function findReps(strokes: readonly StrokeSpan[], before: Before): RepSpan[] {
  const presses_m = [...before.presses_m];
  const reps: RepSpan[] = [];
  let lower: StrokeSpan | null = null;
  strokes.forEach((press, i) => {
    if (press.direction === 'lower') {
      lower ??= press;
      return;
    }
    if (isTriedAgain(lower, strokes.slice(i, i + 3), presses_m)) return;
    const opening = lower;
    lower = null;
    if (!opening && (i > 0 || before.anyStroke || !beginsSet(press, strokes[i + 1]))) return;
    presses_m.push(press.travel_m);
    const partialBelow_m = PARTIAL_SHARE * median(presses_m);
    const shorter_m = Math.min(press.travel_m, opening?.travel_m ?? Infinity);
    const kind = shorter_m < partialBelow_m ? 'partial' : 'full';
    reps.push({ kind, partialBelow_m, lower: opening, press });
  });
  return reps;
}

/** Whether a set's first press, with no lower before it, is a rep: not out of a motion, nor short against what comes next. */
function beginsSet(press: StrokeSpan, next: StrokeSpan | undefined): boolean {
  const unracks = next && press.travel_m < PARTIAL_SHARE * next.travel_m;
  return !unracks && press.start.edge > SETTINGS.rest_s / GRID_STEP_S;
}

/** Whether the first of three strokes is a press that stays far short of the top, sinks back and is followed by another. */
function isTriedAgain(
  lower: StrokeSpan | null,
  [attempt, sinking, again]: readonly StrokeSpan[],
  presses_m: readonly number[],
): boolean {
  if (!lower || sinking?.direction !== 'lower' || again?.direction !== 'press') return false;
  const usual_m = presses_m.length > 0 ? median(presses_m) : lower.travel_m;
  const least_m = PARTIAL_SHARE * usual_m;
  if (attempt.travel_m >= least_m || sinking.travel_m >= least_m) return false;
  return lower.travel_m - attempt.travel_m > usual_m - least_m;
}

/** A stroke in the recording's time; which rep it belongs to is not known here. */
export type TimedStroke = Omit<Stroke, 'rep'>;

/** Strokes in the recording's time, edge 0 being at `start_s`. */
export function timed(strokes: readonly StrokeSpan[], start_s: number): TimedStroke[] {
  const time_s = (edge: number) => start_s + edge * GRID_STEP_S;
  return strokes.map(({ direction, start, end, travel_m }) => ({
    direction,
    start_s: time_s(start.edge),
    end_s: time_s(end.edge),
    travel_m,
  }));
}
