import type { Recording } from '../recording';
import type { BoutReport } from './bout';
import { HoldSearch, type NewSeeker } from './hold-search';
import { PieceFollower } from './piece-follower';
import type { Setup } from './setup';

/** Longest time without a sample after which the sensor is taken to sit where it did, s. */
const BRIDGED_S = 10;

/** Follows a set while its samples come; what has been settled by then never changes. */
export class SetFollower {
  readonly #setup: Setup;
  readonly #newSeeker: NewSeeker;
  readonly #pieces: PieceFollower[] = [];
  #rows = 0;
  #last_s = -Infinity;

  /** `newSeeker` tells holds from slow motion; a benchmark's oracle is told them. */
  constructor(setup: Setup, newSeeker: NewSeeker = () => new HoldSearch()) {
    this.#setup = setup;
    this.#newSeeker = newSeeker;
  }

  /** Takes the samples of a growing recording that it has not taken yet. */
  take(recording: Recording): void {
    for (; this.#rows < recording.length; this.#rows++) {
      const { x, y, z } = recording.accel_mps2;
      const i = this.#rows;
      if (!Number.isFinite(x[i] + y[i] + z[i])) continue;
      const t_s = recording.t_s[i];
      if (t_s - this.#last_s > BRIDGED_S) {
        this.#pieces.at(-1)?.follow();
        this.#pieces.push(new PieceFollower(this.#setup, this.#newSeeker));
      }
      this.#pieces[this.#pieces.length - 1].take(recording, i);
      this.#last_s = t_s;
    }
    this.#pieces.at(-1)?.follow();
  }

  /** The bouts of every piece, in time order; of a recording that has ended, or may go on. */
  bouts({ hasEnded = false } = {}): BoutReport[] {
    const last = this.#pieces.at(-1);
    return this.#pieces.flatMap((piece) => {
      const isOver = hasEnded || piece !== last;
      return piece.bouts.map((bout) => bout.report({ hasEnded: isOver }));
    });
  }
}
