import { STATE_SIZE } from '../signal/rail-state';

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
    const { states } = this;
    const source = from.states;
    for (let k = 0; k < STATE_SIZE; k++) states[STATE_SIZE * j + k] = source[STATE_SIZE * i + k];
    this.holding[j] = from.holding[i];
    this.since[j] = from.since[i];
    this.score[j] = from.score[i];
    this.past[j] = from.past[i];
    return j;
  }

  /** Indices of the likeliest readings, at most `most`, one of each kind, the best first. */
  fittest(most: number, margin: number): number[] {
    let least = -Infinity;
    for (let i = 0; i < this.#count; i++) least = Math.max(least, this.score[i] - margin);
    const kept: number[] = [];
    for (let i = 0; i < this.#count; i++) {
      if (this.score[i] < least) continue;
      const twin = this.#twinAmong(kept, i);
      if (twin < 0) kept.push(i);
      else if (this.score[i] > this.score[kept[twin]]) kept[twin] = i;
    }
    this.#sortByScore(kept);
    if (kept.length > most) kept.length = most;
    return kept;
  }

  /** The best first; by insertion, as there are few. */
  #sortByScore(indices: number[]): void {
    for (let n = 1; n < indices.length; n++) {
      const i = indices[n];
      let place = n;
      for (; place > 0 && this.score[indices[place - 1]] < this.score[i]; place--) {
        indices[place] = indices[place - 1];
      }
      indices[place] = i;
    }
  }

  #twinAmong(kept: readonly number[], i: number): number {
    for (let k = 0; k < kept.length; k++) if (this.#alike(i, kept[k])) return k;
    return -1;
  }

  #alike(i: number, j: number): boolean {
    const a = STATE_SIZE * i;
    const b = STATE_SIZE * j;
    return (
      this.holding[i] === this.holding[j] &&
      Math.abs(this.states[a] - this.states[b]) < KIND.position_m &&
      Math.abs(this.states[a + 1] - this.states[b + 1]) < KIND.velocity_mps &&
      Math.abs(this.states[a + 2] - this.states[b + 2]) < KIND.bias_mps2 &&
      this.states[a + 6] < KIND.varianceRatio * this.states[b + 6] &&
      this.states[b + 6] < KIND.varianceRatio * this.states[a + 6]
    );
  }
}
