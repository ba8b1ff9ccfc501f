import { clamp } from '../signal/statistics';

const SETTINGS = {
  /** How exactly the tops agreed counts beside so many others. */
  prior: 2,
  /** Tops usually agree better than is expected of them, by this factor; until they have, not quite so well. */
  usual: 0.6,
  unproven: 0.7,
  /** Where so many agreed less well, the bias wanders more: its variance by this power of the ratio of squares, up to so much. */
  leastTops: 2,
  driftPower: 3,
  mostDrift: 16,
};

/** Squared distances of tops from where they were expected, each over its variance, and their number. */
export interface TopSurprise {
  squares: number;
  count: number;
}

/** How well the tops so far fell where they were predicted, against how well they should have. */
export class Surprise {
  #squares = 0;
  #count = 0;

  add({ squares, count }: TopSurprise): void {
    this.#squares += squares;
    this.#count += count;
  }

  /** The factor by which every standard deviation is off, these tops counted too (the a posteriori variance factor, rooted). */
  scale(more: TopSurprise): number {
    const { prior, unproven } = SETTINGS;
    const squares = prior * unproven ** 2 + this.#squares + more.squares;
    return Math.sqrt(squares / (prior + this.#count + more.count));
  }

  /** How much more than usual the bias wanders, as a variance. */
  get drift(): number {
    const { prior, usual, leastTops, driftPower, mostDrift } = SETTINGS;
    if (this.#count < leastTops) return 1;
    const usual2 = usual ** 2;
    const mean = (prior * usual2 + this.#squares) / (prior + this.#count);
    return clamp((mean / usual2) ** driftPower, 1, mostDrift);
  }
}
