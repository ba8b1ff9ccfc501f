import { setState, STATE_SIZE } from '../signal/rail-state';
import { leakAt, STEP_S } from '../signal/step-smoother';
import { addAnyhow, ANYWHERE, endHolds } from './lost';
import { Push } from './push';
import { refusedTopCost } from './reading-costs';
import { Readings, type Chapter } from './readings';
import { Rumble } from './rumble';
import { judgeTop } from './tops';
import { goOn, HOLD_SD_MPS, type StepForce } from './ways-on';

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
  /** A press that went this share of the usual way has not stopped half way. */
  wholeReach: 0.8,
  /** A set may start at the bottom of the travel, at a cost. */
  bottomStart: { position_m: -0.45, positionSd_m: 0.2, cost: 4 },
  prior: { position_m: 0.06, velocity_mps: 0.3, bias_mps2: 0.05 },
  startMovingCost: 4,
  /** Cost of not believing what came before. Below the margin, or it never counts. */
  anewCost: 14,
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
  /** How likely the last press has ended elsewhere than at the top, 0–1. */
  readonly refused: number;
  /**
   * Goes on with another idea of the leak: what it was taken for at a reading's place becomes bias, so that
   * the force left over stays what it was.
   */
  changeLeak(before_mps2: (position_m: number) => number, after: ArrayLike<number>): void;
  /** From here on the bias is taken to wander so much more, as a variance. */
  drifts(factor: number): void;
  /** One that goes on from here by itself. */
  clone(): HoldSeeker;
}

/** Makes what tells holds from slow motion in a ride that starts at a time. */
export type NewSeeker = (start_s: number) => HoldSeeker;

/** The likeliest of several readings. */
export class HoldSearch implements HoldSeeker {
  steps = 0;
  // The readings kept go on in two ways each, three where samples come back, and one begins anew.
  #now = new Readings(4 * SETTINGS.most + 1);
  #next = new Readings(4 * SETTINGS.most + 1);
  #rumble = new Rumble();
  #push = new Push();
  /** How much more the bias wanders than usual, as a variance. */
  #drift = 1;
  /** Whether nothing is known of the step before. */
  #isLost = false;
  /** The reading that speaks for all by now; null until it is asked for. */
  #speaker: number | null = null;

  constructor() {
    addFirst(this.#now);
    this.#now.keepFittest(SETTINGS.most, SETTINGS.margin);
  }

  step(force: StepForce): void {
    const edge = ++this.steps;
    if (force.lost) {
      this.#lose(edge - 1);
      return;
    }
    if (this.#isLost) this.#findAgain(edge - 1);
    this.#goOn(force, edge);
    const { velocity_mps, velocitySd_mps } = this.#likeliest;
    const strength = this.#push.end(velocity_mps, force.accel_mps2 * STEP_S, velocitySd_mps);
    if (strength > 0)
      this.#endPress(edge, refusedTopCost(strength, this.#push.reach, velocitySd_mps));
    const { states, holding, best } = this.#now;
    this.#rumble.learn(force.roughness_m2ps4, holding[best] ? null : states[STATE_SIZE * best + 1]);
  }

  /** Every reading goes on over a step, moving and holding at its end, and one begins anew. */
  #goOn(force: StepForce, edge: number): void {
    const now = this.#now;
    const next = this.#next;
    goOn(now, next, force, { edge, rumble: this.#rumble, drift: this.#drift });
    beginAnew(next, edge);
    this.#keepFittest();
  }

  /** A press ends: every reading takes it for the top, or refuses to, at a cost. */
  #endPress(edge: number, refusedCost: number): void {
    const { fastestAgo } = this.#push;
    this.#next.copyKept(this.#now);
    judgeTop(this.#next, edge, refusedCost, fastestAgo < 0 ? Infinity : edge - fastestAgo);
    this.#keepFittest();
  }

  /** From an edge on nothing is known of the motion: every reading's hold ends there. */
  #lose(edge: number): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#push.lose();
    endHolds(this.#now, edge);
  }

  /** At an edge the samples are back: what a reading knew of the sensor it still knows, of the motion nothing. */
  #findAgain(edge: number): void {
    this.#isLost = false;
    const [now, next] = [this.#now, this.#next];
    next.clear();
    for (const i of now.kept) addAnyhow(next, now, i, edge);
    this.#keepFittest();
  }

  changeLeak(before_mps2: (position_m: number) => number, after: ArrayLike<number>): void {
    const { states, kept } = this.#now;
    for (const i of kept) {
      const at = STATE_SIZE * i;
      states[at + 2] += before_mps2(states[at]) - leakAt(after, 0, states[at]);
    }
  }

  drifts(factor: number): void {
    this.#drift = factor;
  }

  /** Goes on with the fittest of the next readings. */
  #keepFittest(): void {
    this.#next.keepFittest(SETTINGS.most, SETTINGS.margin);
    [this.#now, this.#next] = [this.#next, this.#now];
    this.#speaker = null;
  }

  /** The likeliest reading's velocity, and its sd. */
  get #likeliest(): { velocity_mps: number; velocitySd_mps: number } {
    const { states, holding, best } = this.#now;
    const at = STATE_SIZE * best;
    return {
      velocity_mps: holding[best] ? 0 : states[at + 1],
      velocitySd_mps: Math.sqrt(states[at + 6]),
    };
  }

  since(edge: number): Rests {
    const readings = this.#now;
    const best = this.#agreed;
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
    return lastPress(this.#now.past[this.#agreed])?.pressEnd ?? -1;
  }

  get holdingSince(): number {
    const best = this.#agreed;
    return this.#now.holding[best] ? this.#now.since[best] : Infinity;
  }

  /** The reading that speaks for all. */
  get #agreed(): number {
    return (this.#speaker ??= agreedAmong(this.#now));
  }

  get refused(): number {
    if (this.#push.reach > SETTINGS.wholeReach) return 0;
    const { score, past, kept, best } = this.#now;
    const edge = this.lastPressEnd;
    let [refused, all] = [0, 0];
    for (const i of kept) {
      const weight = Math.exp(score[i] - score[best]);
      const chapter = lastPress(past[i]);
      all += weight;
      if (chapter?.pressEnd === edge && !chapter.atTop) refused += weight;
    }
    return refused / all;
  }

  clone(): HoldSearch {
    const copy = new HoldSearch();
    copy.steps = this.steps;
    copy.#rumble = this.#rumble.clone();
    copy.#push = this.#push.clone();
    copy.#drift = this.#drift;
    copy.#isLost = this.#isLost;
    copy.#now.copyKept(this.#now);
    return copy;
  }
}

/**
 * The likeliest of the readings that agree with most, by their likelihood, on how the last press ended: at the top
 * or not. They have all been asked at once.
 */
function agreedAmong({ score, past, kept, best }: Readings): number {
  const verdicts = { top: { weight: 0, first: -1 }, refused: { weight: 0, first: -1 } };
  for (const i of kept) {
    const verdict = verdicts[lastPress(past[i])?.atTop ? 'top' : 'refused'];
    verdict.weight += Math.exp(score[i] - score[best]);
    if (verdict.first < 0) verdict.first = i;
  }
  const { top, refused } = verdicts;
  return (refused.weight > top.weight ? refused : top).first;
}

/** The chapter in which the last press ended; null where none has. */
function lastPress(past: Chapter | null): Chapter | null {
  let chapter = past;
  while (chapter && chapter.pressEnd === undefined) chapter = chapter.before;
  return chapter;
}

/** The ways a motion may begin: at rest at the top, at rest at the bottom, or already moving. */
function addFirst(readings: Readings): void {
  const { prior, bottomStart, startMovingCost } = SETTINGS;
  const top = { position_m: 0, positionSd_m: prior.position_m };
  add(readings, top, HOLD_SD_MPS, { since: 0, score: 0, past: null });
  add(readings, bottomStart, HOLD_SD_MPS, { since: 0, score: -bottomStart.cost, past: null });
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
  let best = 0;
  for (let i = 1; i < readings.count; i++) if (readings.score[i] > readings.score[best]) best = i;
  add(readings, ANYWHERE, HOLD_SD_MPS, {
    since: edge,
    score: readings.score[best] - SETTINGS.anewCost,
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
