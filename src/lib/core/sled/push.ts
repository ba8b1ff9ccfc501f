import { quantile } from '../signal/statistics';
import { STEP_S } from '../signal/step-smoother';

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
  /** After samples were lost, a velocity known no better than this, sd, says nothing yet. */
  unknown_mps: 0.06,
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
  /** Way gone since the sled last stood or sank before a push, how unsure it is, and the ways of the latest pushes. */
  #way_m = 0;
  #unsure_m = 0;
  #ways_m: number[] = [];
  /** How far the last push that ended may have gone, as a share of the usual way; 1 while nothing is usual. */
  reach = 1;
  /** How many steps ago the last push was fastest, if its velocity became known only at its end or after; else −1. */
  fastestAgo = -1;
  #sinceMost = 0;
  /** Whether the velocity was not known for part of what has been gained since the last push. */
  #unseen = false;
  #isUnknown = false;

  clone(): Push {
    const copy = new Push();
    copy.#peak_mps = this.#peak_mps;
    copy.#gained_mps = this.#gained_mps;
    copy.#least_mps = this.#least_mps;
    copy.#most_mps = this.#most_mps;
    copy.#swings_mps = [...this.#swings_mps];
    copy.#way_m = this.#way_m;
    copy.#unsure_m = this.#unsure_m;
    copy.#ways_m = [...this.#ways_m];
    copy.reach = this.reach;
    copy.fastestAgo = this.fastestAgo;
    copy.#sinceMost = this.#sinceMost;
    copy.#unseen = this.#unseen;
    copy.#isUnknown = this.#isUnknown;
    return copy;
  }

  /** Takes a step's velocity (with its sd) and what was gained in it; the strength (0–1) of a push that ends there, else 0. */
  end(velocity_mps: number, gained_mps: number, velocitySd_mps = 0): number {
    const { end_mps, endShare, leastPeak_mps, latest, leastShare } = SETTINGS;
    this.#gained_mps += gained_mps;
    if (this.#isUnknown && velocitySd_mps > SETTINGS.unknown_mps) {
      this.#sinceMost++;
      if (this.#gained_mps > this.#most_mps) this.#sinceMost = 0;
      this.#most_mps = Math.max(this.#most_mps, this.#gained_mps);
      return 0;
    }
    const late = this.#isUnknown;
    if (late) {
      // Now that it is known, so is how fast the sled was before.
      this.#isUnknown = false;
      this.#peak_mps = velocity_mps + Math.max(0, this.#most_mps - this.#gained_mps);
    }
    this.#peak_mps = Math.max(this.#peak_mps, velocity_mps);
    const pushed = this.#peak_mps >= leastPeak_mps;
    if (!pushed) this.#unseen = false;
    if (pushed || velocity_mps > 0) this.#goOn(velocity_mps, velocitySd_mps);
    else this.#way_m = this.#unsure_m = 0;
    // Only before a push does a new low begin one: at its end the velocity is back where it was, or a little below.
    if (!pushed && this.#gained_mps < this.#least_mps) {
      this.#most_mps = this.#least_mps = this.#gained_mps;
    }
    this.#most_mps = Math.max(this.#most_mps, this.#gained_mps);
    if (!pushed) return 0;
    if (velocity_mps > Math.max(end_mps, endShare * this.#peak_mps)) return 0;
    // Of a push that was seen from its middle on the fall is the larger part.
    const from_mps = this.#unseen ? Math.min(this.#least_mps, this.#gained_mps) : this.#least_mps;
    const swing_mps = this.#most_mps - from_mps;
    const strength = Math.min(1, swing_mps / this.#strong_mps);
    this.#peak_mps = 0;
    this.#least_mps = this.#most_mps = this.#gained_mps;
    if (strength < leastShare) return 0;
    this.fastestAgo = late ? this.#sinceMost : -1;
    if (this.#unseen) {
      this.#forget();
      return strength;
    }
    this.#reached();
    this.#swings_mps = [...this.#swings_mps, swing_mps].slice(-latest);
    return strength;
  }

  /** Nothing is known of the motion so far: a push that was on is none. */
  lose(): void {
    this.#isUnknown = this.#unseen = true;
    this.#peak_mps = this.#sinceMost = 0;
    this.#least_mps = this.#most_mps = this.#gained_mps;
    this.#way_m = this.#unsure_m = 0;
  }

  /** A push of which not all was seen tells nothing of what is usual. */
  #forget(): void {
    this.#unseen = false;
    this.reach = 1;
    this.#way_m = this.#unsure_m = 0;
  }

  #goOn(velocity_mps: number, velocitySd_mps: number): void {
    this.#way_m += velocity_mps * STEP_S;
    this.#unsure_m += velocitySd_mps * STEP_S;
  }

  #reached(): void {
    const { strongQuantile, latest } = SETTINGS;
    const usual_m = quantile(this.#ways_m, strongQuantile) || this.#way_m;
    this.reach = usual_m > 0 ? (this.#way_m + this.#unsure_m) / usual_m : 1;
    this.#ways_m = [...this.#ways_m, this.#way_m].slice(-latest);
    this.#way_m = this.#unsure_m = 0;
  }

  get #strong_mps(): number {
    return quantile(this.#swings_mps, SETTINGS.strongQuantile) || SETTINGS.firstSwing_mps;
  }
}
