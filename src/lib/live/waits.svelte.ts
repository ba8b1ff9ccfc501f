import { Countdown } from './countdown.svelte';
import type { Herald } from './herald';

/** The two waits about a set: to the beep that starts it, and from its end to the next. */
export class Waits {
  /** Seconds to the beep. */
  readonly delay = new Countdown();
  /** Seconds of rest left; below zero, or from the start where no rest is asked, how long it has been. */
  readonly rest = new Countdown();
  readonly #herald: Herald;

  constructor(herald: Herald) {
    this.#herald = herald;
  }

  /** Beeps when the person should have walked to the seat, unless the set has begun by then. */
  beginDelay(delay_s: number, hasBegun: () => boolean): void {
    if (delay_s <= 0) return;
    this.delay.start(delay_s, (left_s) => {
      if (hasBegun()) return this.delay.stop();
      if (left_s > 0) return this.#herald.tell({ kind: 'countdown', left_s });
      this.delay.stop();
      this.#herald.tell({ kind: 'go' });
    });
  }

  /** Null: nothing is asked of the rest, and it only counts on. */
  beginRest(rest_s: number | null): void {
    this.rest.start(rest_s ?? 0, (left_s) => {
      if (left_s > 0) this.#herald.tell({ kind: 'countdown', left_s });
      if (left_s === 0 && rest_s !== null) this.#herald.tell({ kind: 'rest-over' });
    });
  }

  stop(): void {
    this.delay.stop();
    this.rest.stop();
  }
}
