import { quantile } from '../signal/statistics';

const SETTINGS = {
  /** A press has ended when its velocity has fallen to this, or to this share of its peak; */
  end_mps: 0.02,
  endShare: 0.1,
  /** slower than this at its peak it was none. */
  leastPeak_mps: 0.05,
  /** A strong push changes the velocity by as much as this quantile of the latest ones does; at first by so much. */
  strongQuantile: 0.8,
  latest: 8,
  firstSwing_mps: 0.25,
  /** A push must change the velocity by this share of a strong one. */
  leastShare: 0.25,
};

/**
 * Presses are short and strong: whatever is made of the slow parts, where they end is plain. Follows the
 * velocity step by step and tells when a press has ended.
 */
export class Push {
  #peak_mps = 0;
  /** Velocity gained since the start, its least since the last push and its most since then. */
  #gained_mps = 0;
  #least_mps = 0;
  #most_mps = 0;
  #swings_mps: number[] = [];

  clone(): Push {
    const copy = new Push();
    copy.#peak_mps = this.#peak_mps;
    copy.#gained_mps = this.#gained_mps;
    copy.#least_mps = this.#least_mps;
    copy.#most_mps = this.#most_mps;
    copy.#swings_mps = [...this.#swings_mps];
    return copy;
  }

  /** Takes a step's velocity and what was gained in it; the strength (0–1) of a push that ends there, else 0. */
  end(velocity_mps: number, gained_mps: number): number {
    const { end_mps, endShare, leastPeak_mps, latest, leastShare } = SETTINGS;
    this.#gained_mps += gained_mps;
    this.#peak_mps = Math.max(this.#peak_mps, velocity_mps);
    const pushed = this.#peak_mps >= leastPeak_mps;
    // Only before a push does a new low begin one: at its end the velocity is back where it was, or a little below.
    if (!pushed && this.#gained_mps < this.#least_mps) {
      this.#most_mps = this.#least_mps = this.#gained_mps;
    }
    this.#most_mps = Math.max(this.#most_mps, this.#gained_mps);
    if (!pushed) return 0;
    if (velocity_mps > Math.max(end_mps, endShare * this.#peak_mps)) return 0;
    const swing_mps = this.#most_mps - this.#least_mps;
    const strength = Math.min(1, swing_mps / this.#strong_mps);
    this.#peak_mps = 0;
    this.#least_mps = this.#most_mps = this.#gained_mps;
    if (strength < leastShare) return 0;
    this.#swings_mps = [...this.#swings_mps, swing_mps].slice(-latest);
    return strength;
  }

  get #strong_mps(): number {
    return quantile(this.#swings_mps, SETTINGS.strongQuantile) || SETTINGS.firstSwing_mps;
  }
}
