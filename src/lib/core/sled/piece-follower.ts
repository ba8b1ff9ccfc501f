import type { Recording } from '../recording';
import { GridBuilder } from '../signal/grid-builder';
import { Bout } from './bout';
import type { NewSeeker } from './hold-search';
import type { Setup } from './setup';
import { LOOKAHEAD_STEPS, StepMeans } from './step-means';

/** A bout begins with so many steps of rest. */
const REST_STEPS = 5;

/** One piece of a recording without a long gap, followed forwards as its samples come. */
export class PieceFollower {
  readonly bouts: Bout[] = [];

  readonly #grid = new GridBuilder();
  readonly #means = new StepMeans(this.#grid);
  readonly #setup: Setup;
  readonly #newSeeker: NewSeeker;
  #steps = 0;
  /** Null while a hand has the sensor. */
  #bout: Bout | null;
  #handStep = 0;

  constructor(setup: Setup, newSeeker: NewSeeker) {
    this.#setup = setup;
    this.#newSeeker = newSeeker;
    this.#bout = this.#begin(0);
  }

  /** Takes row `row` of a recording. */
  take(recording: Recording, row: number): void {
    this.#grid.take(recording, row);
  }

  /** Follows the sled as far as the rows reach. */
  follow(): void {
    this.#means.extend();
    for (; this.#steps + LOOKAHEAD_STEPS < this.#means.length; this.#steps++) this.#step();
  }

  #step(): void {
    const next = this.#steps + 1;
    if (!this.#bout) {
      const from = next - REST_STEPS;
      if (from <= this.#handStep || !this.#means.isStill(from)) return;
      this.#bout = this.#begin(from);
    }
    while (this.#bout.next < next) {
      if (this.#bout.advance()) continue;
      this.#bout = null;
      this.#handStep = this.#steps;
      return;
    }
  }

  #begin(first: number): Bout {
    const bout = new Bout({
      grid: this.#grid,
      means: this.#means,
      first,
      setup: this.#setup,
      newSeeker: this.#newSeeker,
    });
    this.bouts.push(bout);
    return bout;
  }
}
