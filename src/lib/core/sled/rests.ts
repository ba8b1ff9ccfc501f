import { GRID_STEP_S } from '../signal/even-grid';
import type { ProbableTop } from './presses';
import { observePosition, observeVelocity, predict } from '../signal/smoother';

/**
 * Hold or slow motion? At constant speed the acceleration is zero, so a quiet stretch alone cannot
 * tell. Several readings are carried along at once, each a string of holds and strokes with the exact
 * Gaussian state (position, velocity, bias) it implies; a reading is scored by how well its velocities
 * fit its holds and how well its tops fall on one another, and the best one is kept. (A Gaussian-sum
 * filter over a switching model: Ackerson & Fu 1970, doi 10.1109/TAC.1970.1099359.)
 */
const SETTINGS = {
  /** Readings may change their mind this often. */
  cellsPerStep: 10,
  /** Readings carried along, and how much less likely than the best one may be, in nats. */
  most: 32,
  margin: 24,
  /** How still a hold is: velocity sd of the sway. */
  holdSd_mps: 0.01,
  /** How close to zero, in prior terms, a sled that is about to hold moves. */
  stopWidth_mps: 0.06,
  /** Cost of starting a stroke or a hold, and of a quiet step (0.1 s) read as motion. */
  changeCost: 1.5,
  motionCost: 0.05,
  /** Extra cost of a step read as motion in which the velocity does not change. */
  quietCost: 0.15,
  quiet_mps: 0.01,
  /** Extra cost of a step read as motion at next to no speed: lowering may creep, a press hardly does. */
  lingerCost: 0.35,
  creepingLower_mps: 0.012,
  creepingPress_mps: 0.04,
  /** Cost of reading the end of a strong push as no top; of a weak one less, by the square of its strength. */
  refusedTopCost: 8,
  /** Travel has an end: the sled does not go further than this above or below the top. */
  above_m: 0.07,
  below_m: 1.1,
  /** Weight of that end per step, as the sd of a soft wall. */
  wallSd_m: 0.05,
  /** A set may start at the bottom of the travel, at a cost. */
  bottomStart: { position_m: -0.45, positionSd_m: 0.2, cost: 4 },
  /** No stroke lasts longer than this; a step beyond it costs so much. */
  longestStroke_s: 8,
  endlessCost: 0.5,
  prior: { position_m: 0.06, velocity_mps: 0.3, bias_mps2: 0.05 },
  startMovingCost: 4,
  /** A mounted span usually ends at rest. */
  endMovingCost: 3,
};

export interface Rests {
  /** Stretches of edges `[start, end)` read as holds. */
  holds: { start: number; end: number }[];
  /** The probable tops that the best reading accepts. */
  tops: number[];
  /** How much less likely, in nats, the best reading is that differs at the edge's step; for doubt. */
  lead: number;
}

interface Reading {
  x: Float64Array;
  p: Float64Array;
  holding: boolean;
  score: number;
  /** Edge at which the present hold or stroke began. */
  since: number;
  past: Chapter | null;
}

/** A finished hold or an accepted top; linked backwards. */
interface Chapter {
  before: Chapter | null;
  hold: { start: number; end: number } | null;
  top: number | null;
}

/** The most likely string of holds, given acceleration, noise density per cell and the probable tops. */
export function findRests(
  accel_mps2: Float64Array,
  noise_m2ps3: Float64Array,
  probableTops: readonly ProbableTop[],
  topSd_m: number,
  biasWalk_mps2psqrts: number,
): Rests {
  const { cellsPerStep } = SETTINGS;
  const steps = Math.floor(accel_mps2.length / cellsPerStep);
  let readings = firstReadings();
  let nextTop = 0;
  const walk = biasWalk_mps2psqrts ** 2;
  for (let step = 0; step < steps; step++) {
    const start = step * cellsPerStep;
    const end = start + cellsPerStep;
    const mean_mps2 = meanOf(accel_mps2, start, end);
    const noise = meanOf(noise_m2ps3, start, end);
    let next = readings.flatMap((reading) => advance(reading, mean_mps2, noise, walk, end));
    while (nextTop < probableTops.length && probableTops[nextTop].edge <= end) {
      const top = probableTops[nextTop++];
      next = next.flatMap((reading) => judgeTop(reading, top, topSd_m));
    }
    readings = fittest(next);
  }
  return conclude(readings, accel_mps2.length);
}

function firstReadings(): Reading[] {
  const { prior, bottomStart, holdSd_mps, startMovingCost } = SETTINGS;
  const reading = (holding: boolean, position_m: number, positionSd_m: number, cost: number) => {
    const velocitySd_mps = holding ? holdSd_mps : prior.velocity_mps;
    return {
      x: Float64Array.of(position_m, 0, 0),
      p: Float64Array.of(positionSd_m ** 2, 0, 0, velocitySd_mps ** 2, 0, prior.bias_mps2 ** 2),
      holding,
      score: -cost,
      since: 0,
      past: null,
    };
  };
  return [
    reading(true, 0, prior.position_m, 0),
    reading(true, bottomStart.position_m, bottomStart.positionSd_m, bottomStart.cost),
    reading(false, 0, prior.position_m, startMovingCost),
  ];
}

/** The ways a reading can go on over one step: as it was, or changing between hold and stroke at its end. */
function advance(
  reading: Reading,
  mean_mps2: number,
  noise: number,
  walk: number,
  end: number,
): Reading[] {
  const { cellsPerStep, changeCost, holdSd_mps, stopWidth_mps } = SETTINGS;
  const step_s = cellsPerStep * GRID_STEP_S;
  const moved = copy(reading);
  const gained_mps = (mean_mps2 - reading.x[2]) * step_s;
  predict(moved.x, moved.p, mean_mps2, step_s, noise, walk);
  moved.score -= wallCost(moved) + endlessCost(moved, end);
  const held = copy(moved);
  const seen = observeVelocity(held.x, held.p, 0, holdSd_mps ** 2);
  held.score -= 0.5 * seen.squared;
  if (reading.holding) {
    // Left during the step: the velocity it has gained since is kept.
    moved.holding = false;
    moved.score -= changeCost + motionCost(moved, gained_mps);
    moved.past = {
      before: reading.past,
      hold: { start: reading.since, end: end - cellsPerStep },
      top: null,
    };
    moved.since = end - cellsPerStep;
    return [held, moved];
  }
  moved.score -= motionCost(moved, gained_mps);
  held.holding = true;
  held.since = end;
  // The density of "stops here": stopping is likely only near zero, by as much as the velocity is known.
  held.score += Math.log(stopWidth_mps / Math.sqrt(2 * Math.PI * seen.variance)) - changeCost;
  return [moved, held];
}

function endlessCost({ holding, since }: Reading, end: number): number {
  const endless = !holding && (end - since) * GRID_STEP_S > SETTINGS.longestStroke_s;
  return endless ? SETTINGS.endlessCost : 0;
}

/** Cost of reading a step as motion, given the velocity gained in it. */
function motionCost({ x, p }: Reading, gained_mps: number): number {
  const { lingerCost, creepingLower_mps, creepingPress_mps, quietCost, quiet_mps } = SETTINGS;
  const quiet = Math.exp(-0.5 * (gained_mps / quiet_mps) ** 2);
  const creeping_mps = x[1] < 0 ? creepingLower_mps : creepingPress_mps;
  const variance = creeping_mps ** 2 + p[3];
  const nearness = Math.exp((-0.5 * x[1] * x[1]) / variance) * (creeping_mps / Math.sqrt(variance));
  return SETTINGS.motionCost + quietCost * quiet + lingerCost * nearness;
}

/** Accepts a probable top (the sled is back where it was) or refuses it at a cost. */
function judgeTop(reading: Reading, { edge, strength }: ProbableTop, topSd_m: number): Reading[] {
  const accepted = copy(reading);
  const seen = observePosition(accepted.x, accepted.p, 0, topSd_m ** 2);
  accepted.score -= 0.5 * seen.squared + 0.5 * Math.log(seen.variance / topSd_m ** 2);
  accepted.past = { before: reading.past, hold: null, top: edge };
  const refused = copy(reading);
  refused.score -= SETTINGS.refusedTopCost * strength ** 2;
  return [accepted, refused];
}

/** Soft walls above the top and below the longest travel, as far as the position is known. */
function wallCost({ x, p }: Reading): number {
  const { above_m, below_m, wallSd_m } = SETTINGS;
  const beyond_m = Math.max(0, x[0] - above_m, -below_m - x[0]);
  return (0.5 * beyond_m * beyond_m) / (wallSd_m ** 2 + p[0]);
}

/** The likeliest readings, one of each kind: two that agree in mode and state will never part again. */
function fittest(readings: Reading[]): Reading[] {
  readings.sort((a, b) => b.score - a.score);
  const least = readings[0].score - SETTINGS.margin;
  const kept: Reading[] = [];
  const seen = new Set<string>();
  for (const reading of readings) {
    if (reading.score < least || kept.length === SETTINGS.most) break;
    const { x, holding } = reading;
    const kind = `${holding}|${Math.round(x[0] / 0.02)}|${Math.round(x[1] / 0.01)}|${Math.round(x[2] / 0.01)}`;
    if (seen.has(kind)) continue;
    seen.add(kind);
    kept.push(reading);
  }
  return kept;
}

function conclude(readings: Reading[], edges: number): Rests {
  const ending = (reading: Reading) =>
    reading.score - (reading.holding ? 0 : SETTINGS.endMovingCost);
  readings.sort((a, b) => ending(b) - ending(a));
  const best = readings[0];
  const holds: Rests['holds'] = [];
  const tops: number[] = [];
  for (let chapter = best.past; chapter; chapter = chapter.before) {
    if (chapter.hold) holds.push(chapter.hold);
    if (chapter.top !== null) tops.push(chapter.top);
  }
  holds.reverse();
  tops.reverse();
  if (best.holding) holds.push({ start: best.since, end: edges + 1 });
  const lead = readings.length > 1 ? best.score - readings[1].score : Infinity;
  return { holds: holds.filter(({ start, end }) => end > start), tops, lead };
}

function copy(reading: Reading): Reading {
  return { ...reading, x: reading.x.slice(), p: reading.p.slice() };
}

function meanOf(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let k = start; k < end; k++) sum += values[k];
  return sum / (end - start);
}
