import type { Vector3 } from '../recording';
import { STEP_S } from '../signal/step-smoother';
import { angleBetween_deg, distance, dot, norm, scale, subtract } from '../signal/vector';
import type { Rail } from './rail';
import { MEMORY, RailMoments } from './rail-moments';
import { LOOKAHEAD_STEPS, type StepMeans } from './step-means';

const SETTINGS = {
  /** Rest is the stillest second so far; one must be stiller by this factor to take its place. */
  rest_steps: 10,
  restStiller: 0.8,
  rested_steps: 15,
  /** Orientation is the mean over so many steps: an effort's own acceleration cancels over it. */
  orientation_steps: 20,
  orientation_mps2: 1.4,
  /** A hand: force across the rail, over two steps, beyond this and beyond this share of that along it. */
  hand_steps: 2,
  handForce_mps2: 0.7,
  handShare: 0.25,
  /** Where the sensor lies still, so much across the rail tells that it sits otherwise. */
  stillForce_mps2: 0.35,
  /** What moves is told beside the mean from so many steps before to LOOKAHEAD_STEPS after. */
  baseline_steps: 10,
  /** The rail is taken anew when what has moved has grown by this factor, or rest has become so much stiller. */
  railGrowth: 1.5,
  railStiller: 0.5,
  /** Less than this it has not turned. */
  railTurn_deg: 1.5,
};

/**
 * How the sensor sits on the sled: the force at rest and the line along which it moves, as far as the
 * steps so far tell.
 */
export class Attachment {
  /** The first step that it is told from. */
  readonly first: number;
  readonly #means: StepMeans;
  readonly #moments = new RailMoments();
  #rest: { force_mps2: Vector3; unrest_mps2: number } | null = null;
  #still = 0;
  #restedSince: number | null = null;
  #taken = { strength_m2ps3: 0, unrest_mps2: Infinity };

  constructor(means: StepMeans, first: number) {
    this.#means = means;
    this.first = first;
  }

  /** The step at which it last began to lie still for a while, as on the sled and not in a hand; null if it never did. */
  get restedSince(): number | null {
    return this.#restedSince;
  }

  /** Takes in a step; of a lost one nothing. */
  take(step: number): void {
    if (this.#means.isLost(step)) {
      this.#still = 0;
      return;
    }
    this.#still = this.#means.isStill(step) ? this.#still + 1 : 0;
    if (this.#still >= SETTINGS.rested_steps) this.#restedSince = step + 1 - this.#still;
    this.#taken.strength_m2ps3 *= MEMORY;
    const from = Math.max(this.first, step - SETTINGS.baseline_steps);
    const mean = this.#means.meanForce_mps2(from, step + LOOKAHEAD_STEPS + 1);
    this.#moments.add(subtract(this.#means.force_mps2(step), mean), STEP_S);
    const restFrom = step + 1 - SETTINGS.rest_steps;
    if (restFrom < this.first || this.#means.anyLost(restFrom, step + 1)) return;
    const unrest_mps2 = this.#means.unrest_mps2(restFrom, step + 1);
    const least_mps2 = this.#rest ? SETTINGS.restStiller * this.#rest.unrest_mps2 : Infinity;
    if (unrest_mps2 >= least_mps2) return;
    this.#rest = { force_mps2: this.#means.meanForce_mps2(restFrom, step + 1), unrest_mps2 };
  }

  /** Whether gravity has turned away from where it was at rest, as in a hand that carries the sensor. */
  hasTurned(step: number): boolean {
    const from = step + 1 - SETTINGS.orientation_steps;
    if (!this.#rest || from < this.first || this.#means.anyLost(from, step + 1)) return false;
    const force = this.#means.meanForce_mps2(from, step + 1);
    return distance(force, this.#rest.force_mps2) > SETTINGS.orientation_mps2;
  }

  /** Whether something acts across the rail, as a hand does and the sled does not. */
  isHeld(step: number, { axis, rest_mps2 }: Rail): boolean {
    if (this.#means.anyLost(step, step + SETTINGS.hand_steps)) return false;
    const force = this.#means.meanForce_mps2(step, step + SETTINGS.hand_steps);
    const moving = subtract(force, rest_mps2);
    const along = dot(axis, moving);
    const across = norm(subtract(moving, scale(axis, along)));
    const { handForce_mps2, stillForce_mps2, handShare } = SETTINGS;
    const most_mps2 = this.#means.isStill(step) ? stillForce_mps2 : handForce_mps2;
    return across > most_mps2 + handShare * Math.abs(along);
  }

  /** The rail as it is known by now, if that is news to one who knows `known`; else null. */
  newRail(known: Rail | null): Rail | null {
    if (!this.#rest) return null;
    const { strength_m2ps3 } = this.#moments;
    const grown = strength_m2ps3 > SETTINGS.railGrowth * this.#taken.strength_m2ps3;
    const stiller = this.#rest.unrest_mps2 < SETTINGS.railStiller * this.#taken.unrest_mps2;
    if (!grown && !(known && stiller)) return null;
    const found = this.#moments.rail(this.#rest.force_mps2);
    if (!found) return null;
    this.#taken = { strength_m2ps3, unrest_mps2: this.#rest.unrest_mps2 };
    const turned = !known || lineAngle_deg(found.axis, known.axis) > SETTINGS.railTurn_deg;
    return turned || stiller ? found : null;
  }
}

/** Angle between two lines, whichever way they point. */
function lineAngle_deg(a: Vector3, b: Vector3): number {
  const angle = angleBetween_deg(a, b);
  return Math.min(angle, 180 - angle);
}
