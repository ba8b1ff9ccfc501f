import { paceStroke } from './pace';
import type { Profile } from './profile';

/** From one place on the rail to another. Moves that overlap in time add up. */
export interface Move {
  start_s: number;
  duration_s: number;
  travel_m: number;
  profile: Profile;
}

/** A short ringing of the sled: a stop, a hook, a hand. */
export interface Knock {
  start_s: number;
  amplitude_m: number;
  frequency_Hz: number;
  decay_s: number;
}

/** Moves and knocks as they are added, one after another. */
export class Timeline {
  readonly moves: Move[] = [];
  readonly knocks: Knock[] = [];
  #now_s = 0;
  #place_m = 0;

  get now_s(): number {
    return this.#now_s;
  }

  get place_m(): number {
    return this.#place_m;
  }

  /** Where the sled is before it first moves. */
  startAt(place_m: number): void {
    this.#place_m = place_m;
  }

  pause(duration_s: number): void {
    this.#now_s += duration_s;
  }

  /** What comes next starts that much earlier, inside the move before. */
  overlap(duration_s: number): void {
    this.#now_s -= duration_s;
  }

  /** From standstill now to standstill after the given time. */
  move(place_m: number, duration_s: number, profile: Profile): void {
    const travel_m = place_m - this.#place_m;
    this.moves.push({ start_s: this.#now_s, duration_s, travel_m, profile });
    this.#now_s += duration_s;
    this.#place_m = place_m;
  }

  /** A stroke that is beyond v0 from now on for the given time; its slow ends reach out before and after. */
  stroke(place_m: number, duration_s: number, profile: Profile): void {
    const pace = paceStroke(profile, place_m - this.#place_m, duration_s);
    this.#now_s = Math.max(0, this.#now_s - pace.head_s);
    this.move(place_m, pace.duration_s, profile);
    this.#now_s -= pace.tail_s;
  }

  /** A knock that starts `after_s` from now; negative for a moment ago. */
  knock(after_s: number, knock: Omit<Knock, 'start_s'>): void {
    this.knocks.push({ ...knock, start_s: Math.max(0, this.#now_s + after_s) });
  }
}
