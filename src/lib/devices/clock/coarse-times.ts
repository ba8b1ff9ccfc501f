import { EarliestLine } from './earliest-line';
import { Pace } from './pace';

const SETTINGS = {
  /** A stamp later than the latest possible by this share of an interval means lost readings, */
  stepShare: 0.1,
  /** and so do stamps that stay ahead of the count by this share in so many of the line's buckets. */
  aheadShare: 0.6,
  aheadBuckets: 5,
};

/**
 * Times of readings whose stamps are too coarse to be times, of ticks not much shorter than the interval: the
 * readings are counted, at a rate fitted to the stamps, and the stamps tell how many were lost. A stamp is the
 * time rounded down to a tick, so the reading was there one tick later at the latest ({@link EarliestLine}).
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
    const longest_s = this.#unit_s + SETTINGS.stepShare * interval_s;
    const expected_s = this.#line.timeAt_s(this.#index + 1);
    const ahead_s = stamp_s + this.#unit_s - expected_s;
    // Until the rate is known only a step can be trusted, not where it leads.
    const skipped = this.#pace?.isYoung
      ? stamp_s - this.#stamp_s > interval_s + longest_s
      : ahead_s > longest_s;
    if (skipped) {
      const lost = Math.max(1, Math.round((ahead_s - this.#unit_s / 2) / interval_s));
      this.#index += lost;
      this.#pace?.skip(lost);
      return;
    }
    const { aheadBuckets, aheadShare } = SETTINGS;
    const leastAhead_s = this.#line.leastLag_s(aheadBuckets);
    if (this.#pace?.isYoung || leastAhead_s < aheadShare * interval_s) return;
    const lost = Math.round(leastAhead_s / interval_s);
    this.#line.skip(lost, aheadBuckets);
    this.#index += lost;
  }
}
