import {
  observePosition,
  observeVelocity,
  predict,
  setState,
  STATE_SIZE,
} from '../signal/rail-state';
import { leakAt, STEP_S } from '../signal/step-smoother';
import { Rumble } from './rumble';
import { Push } from './push';
import { Readings, type Chapter } from './readings';

/**
 * Hold or slow motion? At constant speed the acceleration is zero, so a quiet stretch alone cannot
 * tell. Several readings are carried along at once, each a string of holds and strokes with the exact
 * Gaussian state (position, velocity, bias) it implies; a reading is scored by how well its velocities
 * fit its holds and how well its tops fall on one another, and the best one is kept. (A Gaussian-sum
 * filter over a switching model: Ackerson & Fu 1970, doi 10.1109/TAC.1970.1099359.)
 */
const SETTINGS = {
  /** Readings carried along, and how much less likely than the best one may be, in nats. */
  most: 16,
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
  /** Cost of reading the end of a press as no top; of a weak one less, by the square of its strength. */
  refusedTopCost: 8,
  /** Travel has an end: the sled does not go further than this above or below the top. */
  above_m: 0.07,
  below_m: 1.1,
  /** How exactly the sled comes back to its top, sd. */
  topSd_m: 0.02,
  /** How the accelerometer's bias wanders, with what is left of the leak: variance per s. */
  walk_m2ps5: 0.002 ** 2,
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
};

export interface Rests {
  /** Stretches of edges `[start, end)` read as holds. */
  holds: { start: number; end: number }[];
  /** Edges at which the sled is back at its top. */
  tops: number[];
  /** Edges at which the reading stops believing what came before. */
  beginnings: number[];
  /** Edges at which presses ended, at the top or not. */
  pressEnds: number[];
}

/** What a step (see STEP_S) gives the search. */
export interface StepForce {
  /** Mean acceleration along the rail, bias and leak still in it. */
  accel_mps2: number;
  noise_m2ps3: number;
  /** Coefficients of the leak that is still in it, as they are known by now; null for none. */
  leak: ArrayLike<number> | null;
  /** Roughness of the samples, mean square, and how many there were. */
  roughness_m2ps4: number;
  samples: number;
}

/** Tells holds from slow motion step by step, forwards; edges count from its first step. */
export interface HoldSeeker {
  /** Steps taken. */
  readonly steps: number;
  step(force: StepForce): void;
  /** What happened since `edge`, as it looks by now. */
  since(edge: number): Rests;
  /** The edge at which the last press ended; −1 for none. */
  readonly lastPressEnd: number;
  /** Since which edge the sled holds; ∞ while it moves. */
  readonly holdingSince: number;
  /**
   * Goes on with another idea of the leak: what it was taken for at a reading's place becomes bias, so that
   * the force left over stays what it was.
   */
  changeLeak(before_mps2: (position_m: number) => number, after: ArrayLike<number>): void;
  /** One that goes on from here by itself. */
  clone(): HoldSeeker;
}

/** Makes what tells holds from slow motion in a ride that starts at a time. */
export type NewSeeker = (start_s: number) => HoldSeeker;

/** The likeliest of several readings. */
export class HoldSearch implements HoldSeeker {
  steps = 0;
  // A reading goes on in two ways, the end of a press doubles them, and one begins anew.
  #now = new Readings(4 * SETTINGS.most + 1);
  #next = new Readings(4 * SETTINGS.most + 1);
  #rumble = new Rumble();
  #push = new Push();

  constructor() {
    addFirst(this.#now);
  }

  step(force: StepForce): void {
    const [now, next] = [this.#now, this.#next];
    const edge = ++this.steps;
    next.clear();
    for (let i = 0; i < now.count; i++) advance(now, i, next, force, edge, this.#rumble);
    beginAnew(next, edge);
    this.#keepFittest();
    const strength = this.#push.end(this.#velocity_mps, force.accel_mps2 * STEP_S);
    if (strength > 0) {
      next.clear();
      for (let i = 0; i < now.count; i++) next.addCopy(now, i);
      judgeTop(next, edge, strength);
      this.#keepFittest();
    }
    this.#rumble.learn(force.roughness_m2ps4, now.holding[0] ? null : now.states[1]);
  }

  changeLeak(before_mps2: (position_m: number) => number, after: ArrayLike<number>): void {
    const { states, count } = this.#now;
    for (let i = 0; i < count; i++) {
      const at = STATE_SIZE * i;
      states[at + 2] += before_mps2(states[at]) - leakAt(after, 0, states[at]);
    }
  }

  #keepFittest(): void {
    this.#now.clear();
    for (const i of this.#next.fittest(SETTINGS.most, SETTINGS.margin)) {
      this.#now.addCopy(this.#next, i);
    }
  }

  /** The likeliest reading's velocity. */
  get #velocity_mps(): number {
    return this.#now.holding[0] ? 0 : this.#now.states[1];
  }

  since(edge: number): Rests {
    const [readings, best] = [this.#now, 0];
    const rests: Rests = { holds: [], tops: [], beginnings: [], pressEnds: [] };
    for (let chapter = readings.past[best]; chapter; chapter = chapter.before) {
      const { hold, pressEnd, atTop, anew } = chapter;
      if (Math.max(hold?.end ?? 0, pressEnd ?? 0, anew ?? 0) < edge) break;
      if (hold && hold.end > hold.start) rests.holds.unshift(hold);
      if (pressEnd !== undefined) rests.pressEnds.unshift(pressEnd);
      if (pressEnd !== undefined && atTop) rests.tops.unshift(pressEnd);
      if (anew !== undefined) rests.beginnings.unshift(anew);
    }
    if (readings.holding[best])
      rests.holds.push({ start: readings.since[best], end: this.steps + 1 });
    return rests;
  }

  get lastPressEnd(): number {
    for (let chapter = this.#now.past[0]; chapter; chapter = chapter.before) {
      if (chapter.pressEnd !== undefined) return chapter.pressEnd;
    }
    return -1;
  }

  get holdingSince(): number {
    return this.#now.holding[0] ? this.#now.since[0] : Infinity;
  }

  clone(): HoldSearch {
    const copy = new HoldSearch();
    copy.steps = this.steps;
    copy.#rumble = this.#rumble.clone();
    copy.#push = this.#push.clone();
    copy.#now.clear();
    for (let i = 0; i < this.#now.count; i++) copy.#now.addCopy(this.#now, i);
    return copy;
  }
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

/** The ways reading `i` can go on over one step, moving and holding at its end, added to `next`. */
function advance(
  now: Readings,
  i: number,
  next: Readings,
  { accel_mps2, noise_m2ps3, leak, roughness_m2ps4, samples }: StepForce,
  edge: number,
  rumble: Rumble,
): void {
  const { changeCost, holdSd_mps, stopWidth_mps, walk_m2ps5 } = SETTINGS;
  const { states, score } = next;
  const moved = next.addCopy(now, i);
  const at = STATE_SIZE * moved;
  const net_mps2 = leak ? accel_mps2 - leakAt(leak, 0, states[at]) : accel_mps2;
  const gained_mps = (net_mps2 - states[at + 2]) * STEP_S;
  predict(states, at, net_mps2, STEP_S, noise_m2ps3, walk_m2ps5);
  score[moved] -= wallCost(next, moved) + endlessCost(next, moved, edge);
  const held = next.addCopy(next, moved);
  const variance = states[at + 6] + holdSd_mps ** 2;
  score[held] -= 0.5 * observeVelocity(states, STATE_SIZE * held, 0, holdSd_mps ** 2);
  score[moved] -= motionCost(next, moved, gained_mps);
  const square_m2ps2 = states[at + 1] ** 2 + states[at + 6];
  score[moved] += rumble.favour(roughness_m2ps4, samples, square_m2ps2);
  next.holding[held] = 1;
  if (now.holding[i]) {
    // Left during the step: the velocity it has gained since is kept.
    score[moved] -= changeCost;
    next.holding[moved] = 0;
    next.past[moved] = { before: now.past[i], hold: { start: now.since[i], end: edge - 1 } };
    next.since[moved] = edge - 1;
  } else {
    // The density of "stops here": stopping is likely only near zero, by as much as the velocity is known.
    score[held] += Math.log(stopWidth_mps / Math.sqrt(2 * Math.PI * variance)) - changeCost;
    next.since[held] = edge;
  }
}

/**
 * Lets every reading take the end of a press for the top (the sled is back where it was), or refuse to,
 * at a cost.
 */
function judgeTop(readings: Readings, edge: number, strength: number): void {
  const { states, score } = readings;
  const { topSd_m } = SETTINGS;
  for (let i = readings.count - 1; i >= 0; i--) {
    const refused = readings.addCopy(readings, i);
    score[refused] -= SETTINGS.refusedTopCost * strength ** 2;
    readings.past[refused] = { before: readings.past[i], pressEnd: edge, atTop: false };
    const total = states[STATE_SIZE * i + 3] + topSd_m ** 2;
    score[i] -= 0.5 * observePosition(states, STATE_SIZE * i, 0, topSd_m ** 2);
    score[i] -= 0.5 * Math.log(total / topSd_m ** 2);
    readings.past[i] = { before: readings.past[i], pressEnd: edge, atTop: true };
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
  const endless = !holding[i] && (end - since[i]) * STEP_S > SETTINGS.longestStroke_s;
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
