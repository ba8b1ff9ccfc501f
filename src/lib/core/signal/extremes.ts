/** An axis is cut off when its extreme, at least this large, has been read at least so often. */
const LEAST_RANGE_MPS2 = 19;
const CLIPPED_TIMES = 3;

/**
 * The extremes of an axis's readings so far, and whether they are the ends of its range: no sensor has a range
 * below ± 2 g, and no motion comes back to exactly its extreme by chance. Lost values (NaN) are none.
 */
export class Extremes {
  #high = -Infinity;
  #low = Infinity;
  #timesHigh = 0;
  #timesLow = 0;

  take(value: number): void {
    if (value > this.#high) {
      this.#high = value;
      this.#timesHigh = 1;
    } else if (value === this.#high) this.#timesHigh++;
    if (value < this.#low) {
      this.#low = value;
      this.#timesLow = 1;
    } else if (value === this.#low) this.#timesLow++;
  }

  /** Whether a reading lies at an end of the range. */
  isEnd(value: number): boolean {
    const atHigh = value === this.#high && this.#timesHigh >= CLIPPED_TIMES;
    const atLow = value === this.#low && this.#timesLow >= CLIPPED_TIMES;
    return Math.abs(value) > LEAST_RANGE_MPS2 && (atHigh || atLow);
  }

  /** Size of the reading at which the axis is cut off, m/s²; ∞ where none is. The two ends may differ by a count. */
  get level_mps2(): number {
    const end = (size: number, times: number) =>
      size > LEAST_RANGE_MPS2 && times >= CLIPPED_TIMES ? size : Infinity;
    return Math.min(end(this.#high, this.#timesHigh), end(-this.#low, this.#timesLow));
  }
}
