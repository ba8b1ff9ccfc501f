import type { Vector3 } from '../recording';
import { withRoom } from '../signal/columns';
import type { GridBuilder } from '../signal/grid-builder';

/** Cells in a step; the sled is followed in steps of a tenth of a second. */
export const STEP_CELLS = 10;

/** So many steps after a step must be there before it is taken: what is centred on it reaches so far. */
export const LOOKAHEAD_STEPS = 4;

/** What is this still for so many steps is not moved by a hand. */
const STILL = { steps: LOOKAHEAD_STEPS + 1, unrest_mps2: 0.1 };

/** Longest time without a sample over which a motion is interpolated: beyond it the sled may have done anything. */
const LOST_S = 0.8;

/** Mean specific force and angular rate over each complete step of a grid; grows with it. */
export class StepMeans {
  /** Complete steps. */
  length = 0;
  readonly #grid: GridBuilder;
  #channels = Array.from({ length: 6 }, () => new Float64Array(128));
  #lost = new Uint8Array(128);

  constructor(grid: GridBuilder) {
    this.#grid = grid;
  }

  /** Takes in the cells that are complete by now. */
  extend(): void {
    const steps = Math.floor(this.#grid.length / STEP_CELLS);
    if (steps === this.length) return;
    const { channels, spacing_s } = this.#grid;
    this.#channels = this.#channels.map((column, c) => {
      const longer = withRoom(column, steps);
      for (let k = this.length; k < steps; k++) longer[k] = meanOfStep(channels[c], k);
      return longer;
    });
    this.#lost = withRoom(this.#lost, steps);
    for (let i = this.length * STEP_CELLS; i < steps * STEP_CELLS; i++) {
      if (spacing_s[i] > LOST_S) this.#lost[Math.floor(i / STEP_CELLS)] = 1;
    }
    this.length = steps;
  }

  /** Whether next to nothing is known of a step: it lies in a long time without a sample. */
  isLost(step: number): boolean {
    return this.#lost[step] === 1;
  }

  /** Whether any of the steps `[from, to)` is lost. */
  anyLost(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (this.#lost[k] === 1) return true;
    return false;
  }

  force_mps2(step: number): Vector3 {
    const [x, y, z] = this.#channels;
    return [x[step], y[step], z[step]];
  }

  /** NaN where there is no gyroscope, or it was silent. */
  rate_dps(step: number): Vector3 {
    const [, , , x, y, z] = this.#channels;
    return [x[step], y[step], z[step]];
  }

  /** Mean specific force over the steps `[from, to)` that are not lost; NaN where all are. */
  meanForce_mps2(from: number, to: number): Vector3 {
    const [x, y, z] = this.#channels;
    let sumX = 0;
    let sumY = 0;
    let sumZ = 0;
    let n = 0;
    for (let k = from; k < to; k++) {
      if (this.#lost[k] === 1) continue;
      sumX += x[k];
      sumY += y[k];
      sumZ += z[k];
      n++;
    }
    return [sumX / n, sumY / n, sumZ / n];
  }

  /** Root of the summed variance of the three axes over the steps `[from, to)`, m/s². */
  unrest_mps2(from: number, to: number): number {
    const [x, y, z] = this.#channels;
    const centre = this.meanForce_mps2(from, to);
    let sum = 0;
    for (let k = from; k < to; k++) {
      sum += (x[k] - centre[0]) ** 2 + (y[k] - centre[1]) ** 2 + (z[k] - centre[2]) ** 2;
    }
    return Math.sqrt(sum / (to - from));
  }

  /** Whether the sensor lies still, or is held still, from a step on. */
  isStill(step: number): boolean {
    const until = step + STILL.steps;
    return !this.anyLost(step, until) && this.unrest_mps2(step, until) < STILL.unrest_mps2;
  }
}

function meanOfStep(cells: Float64Array, step: number): number {
  let sum = 0;
  for (let i = step * STEP_CELLS; i < (step + 1) * STEP_CELLS; i++) sum += cells[i];
  return sum / STEP_CELLS;
}
