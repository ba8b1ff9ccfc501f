import { clamp } from '../signal/statistics';

const SETTINGS = {
  /** What rolls faster than this tells how the roughness grows with speed. */
  rolling_mps: 0.12,
  /** Levels follow the median of what is learned: up or down by this factor a step. */
  follow: 1.1,
  /** What fewer steps tell is not believed yet. */
  least: 5,
  /** Rolling that adds less than so many times the roughness of rest tells nothing. */
  plain: 2,
  /** Samples are not independent, nor is their roughness Gaussian: they count so much, */
  weight: 0.25,
  /** and a step counts at most this many nats for motion, or for rest. */
  mostFor: 1.5,
  mostAgainst: 0.5,
};

/**
 * Rolling shakes a sled the more the faster it goes, and not at all in a hold: a second witness of
 * motion, beside the acceleration. Learns the roughness in holds and how it grows with speed,
 * r² = r₀² + κ·v², both as medians: a knock is neither.
 */
export class Rumble {
  #still_m2ps4 = 0;
  #growth = 0;
  /** Steps that have told how the roughness grows. */
  #rolled = 0;

  clone(): Rumble {
    const copy = new Rumble();
    copy.#still_m2ps4 = this.#still_m2ps4;
    copy.#growth = this.#growth;
    copy.#rolled = this.#rolled;
    return copy;
  }

  /** Learns from a step: its roughness and the velocity it was read with, null in a hold. */
  learn(roughness_m2ps4: number, velocity_mps: number | null): void {
    if (velocity_mps === null) {
      this.#still_m2ps4 = followed(this.#still_m2ps4, roughness_m2ps4);
    } else if (Math.abs(velocity_mps) > SETTINGS.rolling_mps && this.#still_m2ps4 > 0) {
      const more = Math.max(0, roughness_m2ps4 - this.#still_m2ps4);
      this.#growth = followed(this.#growth, more / velocity_mps ** 2);
      this.#rolled++;
    }
  }

  /** How much likelier, in nats, a step's roughness is at a speed (mean square) than in a hold. */
  favour(roughness_m2ps4: number, samples: number, square_m2ps2: number): number {
    const still = this.#still_m2ps4;
    if (!(still > 0) || samples === 0 || this.#rolled < SETTINGS.least) return 0;
    const rolling = still + this.#growth * square_m2ps2;
    const nats = Math.log(still / rolling) + roughness_m2ps4 / still - roughness_m2ps4 / rolling;
    const { weight, mostFor, mostAgainst, rolling_mps, plain } = SETTINGS;
    const contrast = (this.#growth * rolling_mps ** 2) / (plain * still);
    const favour = weight * 0.5 * 3 * samples * nats;
    return clamp(contrast - 1, 0, 1) * clamp(favour, -mostAgainst, mostFor);
  }
}

/** A running median: a step towards what is seen, in proportion. */
function followed(level: number, seen: number): number {
  if (level === 0) return seen;
  return seen > level ? level * SETTINGS.follow : level / SETTINGS.follow;
}
