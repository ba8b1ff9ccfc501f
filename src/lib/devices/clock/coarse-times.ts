import { EarliestLine } from './earliest-line';
import { Pace } from './pace';

const SETTINGS = {
  /** A stamp later than the latest possible by this share of an interval means lost readings: after the one before, */
  stepShare: 0.1,
  /** and, once the rate is known, by the count (of an interval or a tick, whichever is longer). */
  aheadShare: 0.5,
  /** Where all stamps of so many of the line's buckets lie ahead of it by this share, the line has gone astray and is begun anew. */
  astrayShare: 0.3,
  astrayBuckets: 5,
};

/**
 * Times of readings whose stamps are too coarse to be times, of ticks not much shorter than the interval: the
 * readings are counted, at a rate fitted to the stamps, and the stamps tell how many were lost. A stamp is the
 * time rounded down to a tick, so the reading was there one tick later at the latest ({@link EarliestLine}).
 * Of ticks longer than an interval a single lost reading cannot be told at once.
 */
export class CoarseTimes {
  readonly #unit_s: number;
  readonly #line: EarliestLine;
  #pace: Pace | null = null;
  #index = -1;
  #stamp_s = -Infinity;

  constructor({ unit_s, rate_Hz }: { unit_s: number; rate_Hz: number }) {
    this.#unit_s = unit_s;
    this.#line = new EarliestLine({ rate_Hz, scatter_s: unit_s / 4 });
  }

  /** The time, s, of the reading with this stamp, no earlier than those before; `isAnew` where the stamps' axis begins. */
  next(stamp_s: number, isAnew: boolean): number {
    const by_s = stamp_s + this.#unit_s;
    if (isAnew || !this.#pace) this.#begin(by_s);
    else this.#countLost(stamp_s);
    this.#stamp_s = stamp_s;
    this.#index++;
    this.#line.add(this.#index, by_s);
    if (!this.#pace) throw new Error('The pace was not begun.');
    return this.#pace.next(this.#index);
  }

  #begin(by_s: number): void {
    this.#line.restart({ index: this.#index + 1, at_s: by_s });
    if (this.#pace) this.#pace.resume(by_s);
    else this.#pace = new Pace(this.#line, by_s);
  }

  #countLost(stamp_s: number): void {
    const { interval_s } = this.#line;
    const index = this.#index + 1;
    const longer_s = Math.max(interval_s, this.#unit_s);
    const ahead_s = stamp_s + this.#unit_s - this.#line.timeAt_s(index);
    // Until the rate is known only a step can be trusted, not where it leads.
    const beyond_s = this.#pace?.isYoung
      ? stamp_s - this.#stamp_s - interval_s - SETTINGS.stepShare * interval_s
      : ahead_s - SETTINGS.aheadShare * longer_s;
    if (beyond_s > this.#unit_s) {
      const lost = Math.max(1, Math.round((ahead_s - this.#unit_s / 2) / interval_s));
      this.#index += lost;
      this.#pace?.skip(lost);
      return;
    }
    const leastAhead_s = this.#line.leastLag_s(SETTINGS.astrayBuckets);
    if (this.#pace?.isYoung || leastAhead_s < SETTINGS.astrayShare * longer_s) return;
    this.#line.restart({ index, at_s: this.#line.timeAt_s(index) + leastAhead_s });
  }
}
