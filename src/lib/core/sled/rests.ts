import { GRID_STEP_S } from '../signal/even-grid';
import {
  observePosition,
  observeVelocity,
  predict,
  setState,
  STATE_SIZE,
} from '../signal/rail-state';
import type { ProbableTop } from './presses';
import { Readings, type Chapter } from './readings';

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
  most: 24,
  margin: 16,
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
  lingerCost: 0.12,
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
  /** Cost of not believing what came before, and where the sled may then be. Below the margin, or it never counts. */
  anewCost: 14,
  anywhere: { position_m: -0.2, positionSd_m: 0.3 },
  /** A mounted span usually ends at rest. */
  endMovingCost: 3,
};

export interface Rests {
  /** Stretches of edges `[start, end)` read as holds. */
  holds: { start: number; end: number }[];
  /** The probable tops that the best reading accepts. */
  tops: number[];
  /** Edges at which the best reading stops believing what came before. */
  beginnings: number[];
}

/** The most likely string of holds, given acceleration, noise density per cell and the probable tops. */
export function findRests(
  accel_mps2: Float64Array,
  noise_m2ps3: Float64Array,
  probableTops: readonly ProbableTop[],
  topSd_m: number,
  biasWalk_mps2psqrts: number,
): Rests {
  const { cellsPerStep, most, margin } = SETTINGS;
  const steps = Math.floor(accel_mps2.length / cellsPerStep);
  const walk_m2ps5 = biasWalk_mps2psqrts ** 2;
  // A reading goes on in two ways, a top doubles them, and one begins anew.
  const now = new Readings(4 * most + 1);
  const next = new Readings(4 * most + 1);
  addFirst(now);
  let top = 0;
  for (let step = 0; step < steps; step++) {
    const start = step * cellsPerStep;
    const end = start + cellsPerStep;
    const mean_mps2 = meanOf(accel_mps2, start, end);
    const noise = meanOf(noise_m2ps3, start, end);
    next.clear();
    for (let i = 0; i < now.count; i++) advance(now, i, next, mean_mps2, noise, walk_m2ps5, end);
    for (; top < probableTops.length && probableTops[top].edge <= end; top++) {
      judgeTop(next, probableTops[top], topSd_m);
    }
    beginAnew(next, end);
    now.clear();
    for (const i of next.fittest(most, margin)) now.addCopy(next, i);
  }
  return conclude(now, accel_mps2.length);
}

/** The ways a motion may begin: at rest at the top, at rest at the bottom, or already moving. */
function addFirst(readings: Readings): void {
  const { prior, bottomStart, holdSd_mps, startMovingCost } = SETTINGS;
  const top = { position_m: 0, positionSd_m: prior.position_m };
  add(readings, top, holdSd_mps, { since: 0, score: 0, past: null });
  add(readings, bottomStart, holdSd_mps, { since: 0, score: -bottomStart.cost, past: null });
  const moving = add(readings, top, prior.velocity_mps, {
    since: 0,
    score: -startMovingCost,
    past: null,
  });
  readings.holding[moving] = 0;
}

/**
 * Adds the reading that what came before was no motion of the sled (a hand, a sensor that slipped) and
 * that it holds now, somewhere. However badly the others went astray, there is a way back.
 */
function beginAnew(readings: Readings, edge: number): void {
  const { anewCost, anywhere, holdSd_mps } = SETTINGS;
  let best = 0;
  for (let i = 1; i < readings.count; i++) if (readings.score[i] > readings.score[best]) best = i;
  add(readings, anywhere, holdSd_mps, {
    since: edge,
    score: readings.score[best] - anewCost,
    past: { before: readings.past[best], anew: edge },
  });
}

/** Adds a holding reading with nothing behind it but the prior; returns its index. */
function add(
  readings: Readings,
  { position_m, positionSd_m }: { position_m: number; positionSd_m: number },
  velocitySd_mps: number,
  { since, score, past }: { since: number; score: number; past: Chapter | null },
): number {
  const i = readings.add();
  setState(
    readings.states,
    STATE_SIZE * i,
    { position_m, velocity_mps: 0, bias_mps2: 0 },
    { ...SETTINGS.prior, position_m: positionSd_m, velocity_mps: velocitySd_mps },
  );
  readings.holding[i] = 1;
  readings.since[i] = since;
  readings.score[i] = score;
  readings.past[i] = past;
  return i;
}

/** The two ways reading `i` can go on over one step, moving and holding at its end, added to `next`. */
function advance(
  now: Readings,
  i: number,
  next: Readings,
  mean_mps2: number,
  noise_m2ps3: number,
  walk_m2ps5: number,
  end: number,
): void {
  const { cellsPerStep, changeCost, holdSd_mps, stopWidth_mps } = SETTINGS;
  const step_s = cellsPerStep * GRID_STEP_S;
  const { states, score } = next;
  const moved = next.addCopy(now, i);
  const gained_mps = (mean_mps2 - states[STATE_SIZE * moved + 2]) * step_s;
  predict(states, STATE_SIZE * moved, mean_mps2, step_s, noise_m2ps3, walk_m2ps5);
  score[moved] -= wallCost(next, moved) + endlessCost(next, moved, end);
  const held = next.addCopy(next, moved);
  const variance = states[STATE_SIZE * held + 6] + holdSd_mps ** 2;
  score[held] -= 0.5 * observeVelocity(states, STATE_SIZE * held, 0, holdSd_mps ** 2);
  score[moved] -= motionCost(next, moved, gained_mps);
  next.holding[held] = 1;
  if (now.holding[i]) {
    // Left during the step: the velocity it has gained since is kept.
    const start = end - cellsPerStep;
    score[moved] -= changeCost;
    next.holding[moved] = 0;
    next.past[moved] = { before: now.past[i], hold: { start: now.since[i], end: start } };
    next.since[moved] = start;
  } else {
    // The density of "stops here": stopping is likely only near zero, by as much as the velocity is known.
    score[held] += Math.log(stopWidth_mps / Math.sqrt(2 * Math.PI * variance)) - changeCost;
    next.since[held] = end;
  }
}

/** Lets every reading accept a probable top (the sled is back where it was) or refuse it at a cost. */
function judgeTop(readings: Readings, { edge, strength }: ProbableTop, topSd_m: number): void {
  const { states, score } = readings;
  for (let i = readings.count - 1; i >= 0; i--) {
    const refused = readings.addCopy(readings, i);
    score[refused] -= SETTINGS.refusedTopCost * strength ** 2;
    const variance = states[STATE_SIZE * i + 3] + topSd_m ** 2;
    score[i] -= 0.5 * observePosition(states, STATE_SIZE * i, 0, topSd_m ** 2);
    score[i] -= 0.5 * Math.log(variance / topSd_m ** 2);
    readings.past[i] = { before: readings.past[i], top: edge };
  }
}

/** Soft walls above the top and below the longest travel, as far as the position is known. */
function wallCost({ states }: Readings, i: number): number {
  const { above_m, below_m, wallSd_m } = SETTINGS;
  const position_m = states[STATE_SIZE * i];
  const beyond_m = Math.max(0, position_m - above_m, -below_m - position_m);
  return (0.5 * beyond_m * beyond_m) / (wallSd_m ** 2 + states[STATE_SIZE * i + 3]);
}

function endlessCost({ holding, since }: Readings, i: number, end: number): number {
  const endless = !holding[i] && (end - since[i]) * GRID_STEP_S > SETTINGS.longestStroke_s;
  return endless ? SETTINGS.endlessCost : 0;
}

/** Cost of reading a step as motion, given the velocity gained in it. */
function motionCost({ states }: Readings, i: number, gained_mps: number): number {
  const { lingerCost, creepingLower_mps, creepingPress_mps, quietCost, quiet_mps } = SETTINGS;
  const quiet = Math.exp(-0.5 * (gained_mps / quiet_mps) ** 2);
  const velocity_mps = states[STATE_SIZE * i + 1];
  const creeping_mps = velocity_mps < 0 ? creepingLower_mps : creepingPress_mps;
  const variance = creeping_mps ** 2 + states[STATE_SIZE * i + 6];
  const nearness =
    Math.exp((-0.5 * velocity_mps ** 2) / variance) * (creeping_mps / Math.sqrt(variance));
  return SETTINGS.motionCost + quietCost * quiet + lingerCost * nearness;
}

function conclude(readings: Readings, cells: number): Rests {
  const ending = (i: number) =>
    readings.score[i] - (readings.holding[i] ? 0 : SETTINGS.endMovingCost);
  let best = 0;
  for (let i = 1; i < readings.count; i++) if (ending(i) > ending(best)) best = i;
  const rests: Rests = { holds: [], tops: [], beginnings: [] };
  for (let chapter = readings.past[best]; chapter; chapter = chapter.before) {
    const { hold, top, anew } = chapter;
    if (hold && hold.end > hold.start) rests.holds.unshift(hold);
    if (top !== undefined) rests.tops.unshift(top);
    if (anew !== undefined) rests.beginnings.unshift(anew);
  }
  if (readings.holding[best]) {
    rests.holds.push({ start: readings.since[best], end: cells + 1 });
  }
  return rests;
}

function meanOf(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let k = start; k < end; k++) sum += values[k];
  return sum / (end - start);
}
