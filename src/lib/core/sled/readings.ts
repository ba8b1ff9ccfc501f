import { copyState, STATE_SIZE } from '../signal/rail-state';

/** A finished hold, the end of a press or a new beginning; linked backwards. */
export interface Chapter {
  before: Chapter | null;
  hold?: { start: number; end: number };
  /** Edge at which a press ended. */
  pressEnd?: number;
  /** Whether it ended at the top of the travel. */
  atTop?: boolean;
  /** Edge from which on nothing before was believed. */
  anew?: number;
}

/** Two readings closer than this in state, and as sure of their velocity, will never part again. */
const KIND = { position_m: 0.02, velocity_mps: 0.01, bias_mps2: 0.01, varianceRatio: 4 };

/**
 * A pool of readings of the motion so far, in columns: each a state (see rail-state.ts), whether it
 * holds, since which edge it does or does not, its score in nats, and its past.
 */
export class Readings {
  readonly states: Float64Array;
  readonly holding: Uint8Array;
  readonly since: Int32Array;
  readonly score: Float64Array;
  readonly past: (Chapter | null)[];
  /** Indices of the readings that were kept, the best first. */
  kept: number[] = [];
  #count = 0;

  constructor(capacity: number) {
    this.states = new Float64Array(STATE_SIZE * capacity);
    this.holding = new Uint8Array(capacity);
    this.since = new Int32Array(capacity);
    this.score = new Float64Array(capacity);
    this.past = new Array<Chapter | null>(capacity).fill(null);
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
    this.kept = [];
  }

  /** A new reading to be filled in; returns its index. */
  add(): number {
    if (this.#count === this.score.length) {
      throw new RangeError(`Added reading ${this.#count + 1} to a pool of ${this.score.length}.`);
    }
    return this.#count++;
  }

  /** A copy of reading `i` of a pool; returns its index. */
  addCopy(from: Readings, i: number): number {
    const j = this.add();
    this.copy(from, i, j);
    return j;
  }

  /** Makes reading `j` a copy of reading `i` of a pool. */
  copy(from: Readings, i: number, j: number): void {
    copyState(from.states, STATE_SIZE * i, this.states, STATE_SIZE * j);
    this.holding[j] = from.holding[i];
    this.since[j] = from.since[i];
    this.score[j] = from.score[i];
    this.past[j] = from.past[i];
  }

  /** Copies of another pool's kept readings, and nothing else; all of them kept. */
  copyKept(from: Readings): void {
    this.clear();
    for (const i of from.kept) this.kept.push(this.addCopy(from, i));
  }

  /** The likeliest of the readings that were kept. */
  get best(): number {
    return this.kept[0];
  }

  /** Keeps the likeliest readings alone, as {@link fittest} finds them. */
  keepFittest(most: number, margin: number): void {
    this.kept = this.fittest(most, margin);
  }

  /** Indices of the likeliest readings, at most `most`, one of each kind, the best first. */
  fittest(most: number, margin: number): number[] {
    const { score, holding } = this;
    const count = this.#count;
    let least = -Infinity;
    for (let i = 0; i < count; i++) least = Math.max(least, score[i] - margin);
    const moving: number[] = [];
    const held: number[] = [];
    for (let i = 0; i < count; i++) {
      if (score[i] < least) continue;
      const likely = holding[i] ? held : moving;
      const twin = this.#twinAmong(likely, i);
      if (twin < 0) likely.push(i);
      else if (score[i] > score[likely[twin]]) likely[twin] = i;
    }
    const kept = [...moving, ...held];
    sortByScore(kept, score);
    if (kept.length > most) kept.length = most;
    return kept;
  }

  /** Where the first reading of the kind of `i` stands among some that hold or move as it does; −1 for none. */
  #twinAmong(others: readonly number[], i: number): number {
    const { states } = this;
    const position_m = states[STATE_SIZE * i];
    const velocity_mps = states[STATE_SIZE * i + 1];
    const bias_mps2 = states[STATE_SIZE * i + 2];
    const variance = states[STATE_SIZE * i + 6];
    for (let k = 0; k < others.length; k++) {
      const at = STATE_SIZE * others[k];
      if (
        Math.abs(position_m - states[at]) < KIND.position_m &&
        Math.abs(velocity_mps - states[at + 1]) < KIND.velocity_mps &&
        Math.abs(bias_mps2 - states[at + 2]) < KIND.bias_mps2 &&
        variance < KIND.varianceRatio * states[at + 6] &&
        states[at + 6] < KIND.varianceRatio * variance
      )
        return k;
    }
    return -1;
  }
}

/** The best first; by insertion, as there are few. */
function sortByScore(indices: number[], score: Float64Array): void {
  for (let n = 1; n < indices.length; n++) {
    const i = indices[n];
    let place = n;
    for (; place > 0 && score[indices[place - 1]] < score[i]; place--) {
      indices[place] = indices[place - 1];
    }
    indices[place] = i;
  }
}
