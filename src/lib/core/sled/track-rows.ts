import { withRoom } from '../signal/columns';
import { GRID_STEP_S } from '../signal/even-grid';
import type { Motion } from '../signal/smoother';
import type { Track } from './report';

/**
 * The motion of one bout in rows 10 ms apart, put together from windows that overlap: across an overlap
 * one is faded into the other, so that the track does not jump.
 */
export class TrackRows {
  length = 0;
  readonly #start_s: number;
  #columns = Array.from({ length: 4 }, () => new Float32Array(1024));

  constructor(start_s: number) {
    this.#start_s = start_s;
  }

  /** Adds a window whose first row is row `first`. */
  add(
    { position_m, positionSd_m, velocity_mps, velocitySd_mps, length }: Motion,
    first: number,
  ): void {
    this.#columns = this.#columns.map((column) => withRoom(column, first + length));
    const overlap = this.length - first;
    [position_m, positionSd_m, velocity_mps, velocitySd_mps].forEach((values, c) => {
      const column = this.#columns[c];
      for (let i = 0; i < length; i++) {
        const old = i < overlap ? 1 - i / overlap : 0;
        column[first + i] = old * column[first + i] + (1 - old) * values[i];
      }
    });
    this.length = first + length;
  }

  /** A copy that goes on by itself. */
  clone(): TrackRows {
    const copy = new TrackRows(this.#start_s);
    copy.length = this.length;
    copy.#columns = this.#columns.map((column) => column.slice());
    return copy;
  }

  /** The rows as a track, positions from the one at `zero_s` on. */
  track(zero_s: number | null): Track {
    const [position_m, positionSd_m, velocity_mps, velocitySd_mps] = this.#columns.map((column) =>
      column.subarray(0, this.length),
    );
    const row = zero_s === null ? 0 : Math.round((zero_s - this.#start_s) / GRID_STEP_S);
    const zero_m = position_m[row] ?? 0;
    const t_s = new Float64Array(this.length);
    const fromZero_m = new Float32Array(this.length);
    for (let k = 0; k < this.length; k++) {
      t_s[k] = this.#start_s + k * GRID_STEP_S;
      fromZero_m[k] = position_m[k] - zero_m;
    }
    return { t_s, position_m: fromZero_m, positionSd_m, velocity_mps, velocitySd_mps };
  }
}
