import type { Vector3 } from '../recording';
import { GRID_STEP_S } from '../signal/even-grid';
import type { GridBuilder } from '../signal/grid-builder';
import { withRoom } from '../signal/columns';
import { clamp, quantile } from '../signal/statistics';
import { STEP_S } from '../signal/step-smoother';
import { cross, dot, subtract } from '../signal/vector';
import { cellNoise_m2ps3, LEAST_NOISE_M2PS3 } from './noise';
import { isLevel, type Rail } from './rail';
import { STEP_CELLS, type StepMeans } from './step-means';

const SETTINGS = {
  /** Noise is read from blocks of a step, averaged over so many, where the bout is quietest. */
  noiseBlocks: 6,
  noiseQuantile: 0.1,
  /** Below this incline the normal axis says too little of the tilt. */
  leastIncline_deg: 12,
  /** The tilt shown is a mean over this many steps to either side. */
  seenReach: 4,
  /** Room is made for so many steps at first. */
  firstSteps: 256,
};

/** White-noise density of the force along a line over the steps `[from, to)`, where it is quietest, m²/s³. */
export function stepNoiseFloor(means: StepMeans, axis: Vector3, from: number, to: number): number {
  const { noiseBlocks, noiseQuantile } = SETTINGS;
  const local: number[] = [];
  const recent: number[] = [];
  for (let k = from + 1; k < to - 1; k++) {
    if (means.anyLost(k - 1, k + 2)) continue;
    const bend =
      dot(axis, means.force_mps2(k - 1)) -
      2 * dot(axis, means.force_mps2(k)) +
      dot(axis, means.force_mps2(k + 1));
    // A second difference of white noise has 6 times its variance.
    recent.push(bend ** 2 / 6);
    if (recent.length > noiseBlocks) recent.shift();
    if (recent.length === noiseBlocks) local.push(recent.reduce((a, b) => a + b) / noiseBlocks);
  }
  return Math.max((quantile(local, noiseQuantile) || 0) * STEP_S, LEAST_NOISE_M2PS3);
}

/** The specific force along a rail, step by step, with all that is known of how exact it is. */
export class RailForce {
  readonly first: number;
  /** Per cell from the first step on, m/s². */
  along_mps2 = new Float64Array(0);
  /** Per step: velocity gained and travel gained beside v·step, bias and leak still in them. */
  gained_mps = new Float64Array(0);
  shifted_m = new Float64Array(0);
  noise_m2ps3 = new Float64Array(0);
  /** What shows the tilt, up to an offset: the leak as square to the rail, or the gyroscope, sees it; NaN where nothing does. */
  witness_mps2 = new Float64Array(0);
  /** The leak as the witness shows it, shrunk by how much of what it shows is noise. */
  seen_mps2 = new Float64Array(0);
  /** How rough the samples of a step were, mean square per sample, and how many there were. */
  roughness_m2ps4 = new Float64Array(0);
  samples = new Uint16Array(0);
  /** 1 where a step is lost: nothing is known of the motion in it. */
  lost = new Uint8Array(0);
  /** Complete steps. */
  length = 0;

  readonly #grid: GridBuilder;
  readonly #means: StepMeans;
  readonly #rail: Rail;
  readonly #floor_m2ps3: number;
  /** Cotangent of the incline: how much more the leak is than what shows square to the rail. */
  readonly #cotangent: number;
  #cells = 0;
  #turned_mps2 = 0;
  #shown = { count: 0, squares: 0 };

  constructor(grid: GridBuilder, means: StepMeans, first: number, rail: Rail, floor_m2ps3: number) {
    this.#grid = grid;
    this.#means = means;
    this.first = first;
    this.#rail = rail;
    this.#floor_m2ps3 = floor_m2ps3;
    this.#cotangent = 1 / Math.tan((rail.incline_deg * Math.PI) / 180);
  }

  /** Whether the gyroscope shows the tilt, which drifts. */
  get witnessDrifts(): boolean {
    return isLevelForWitness(this.#rail);
  }

  /** Adds the next step, looking no further than `until` (a step). */
  addStep(until: number): void {
    const i = this.length;
    this.#reserve(until - this.first);
    const cellEnd = (until - this.first) * STEP_CELLS;
    this.#addCells(cellEnd);
    let gained = 0;
    let shifted = 0;
    let noise = 0;
    let roughness = 0;
    let samples = 0;
    for (let j = i * STEP_CELLS; j < (i + 1) * STEP_CELLS; j++) {
      const a = this.along_mps2[j];
      shifted += GRID_STEP_S * (gained + 0.5 * GRID_STEP_S * a);
      gained += GRID_STEP_S * a;
      noise += this.#noiseOf(j, cellEnd);
      roughness += this.#grid.roughness_m2ps4[this.first * STEP_CELLS + j];
      samples += this.#grid.samples[this.first * STEP_CELLS + j];
    }
    this.gained_mps[i] = gained;
    this.shifted_m[i] = shifted;
    this.noise_m2ps3[i] = noise / STEP_CELLS;
    this.roughness_m2ps4[i] = samples > 0 ? roughness / samples : 0;
    this.samples[i] = samples;
    this.lost[i] = this.#means.isLost(this.first + i) ? 1 : 0;
    for (let j = this.#witnessed; j < until - this.first; j++)
      this.witness_mps2[j] = this.#witnessOf(j);
    this.#witnessed = Math.max(this.#witnessed, until - this.first);
    this.seen_mps2[i] = this.#seenAt(i, until - this.first);
    this.length++;
  }
  #witnessed = 0;

  /** Runs something that adds steps, then forgets them: they will be added again. */
  provisionally<T>(look: () => T): T {
    const length = this.length;
    const shown = { ...this.#shown };
    const result = look();
    [this.length, this.#shown] = [length, shown];
    return result;
  }

  /** Adds the acceleration along the rail in the cells before `end` that are not there yet. */
  #addCells(end: number): void {
    const { axis, rest_mps2 } = this.#rail;
    const { along_mps2 } = this;
    const [x, y, z] = this.#grid.channels;
    const start = this.first * STEP_CELLS;
    for (let cell = this.#cells; cell < end; cell++) {
      const k = start + cell;
      along_mps2[cell] =
        axis[0] * (x[k] - rest_mps2[0]) +
        axis[1] * (y[k] - rest_mps2[1]) +
        axis[2] * (z[k] - rest_mps2[2]);
    }
    this.#cells = Math.max(this.#cells, end);
  }

  #noiseOf(cell: number, end: number): number {
    const k = this.first * STEP_CELLS + cell;
    const { spacing_s, interval_s, unevenness, clipped } = this.#grid;
    const sampling = {
      spacing_s: spacing_s[k],
      interval_s: interval_s[k],
      unevenness: unevenness[k],
      clipped: clipped[k],
    };
    return cellNoise_m2ps3(this.along_mps2, cell, end, sampling, this.#floor_m2ps3);
  }

  #witnessOf(i: number): number {
    const { normal, rest_mps2, axis } = this.#rail;
    const step = this.first + i;
    if (this.#means.isLost(step)) return NaN;
    if (!isLevelForWitness(this.#rail)) {
      if (!normal) return NaN;
      return -this.#cotangent * dot(normal, subtract(this.#means.force_mps2(step), rest_mps2));
    }
    // Turning at ω, gravity moves by −ω × f.
    const rate_dps = dot(cross(axis, rest_mps2), this.#means.rate_dps(step));
    if (!Number.isFinite(rate_dps)) return NaN;
    const turned_mps2 = ((rate_dps * Math.PI) / 180) * STEP_S;
    this.#turned_mps2 += turned_mps2;
    return this.#turned_mps2 - turned_mps2 / 2;
  }

  #seenAt(i: number, end: number): number {
    if (this.witnessDrifts) return 0;
    const { seenReach } = SETTINGS;
    const from = Math.max(0, i - seenReach);
    const to = Math.min(end, i + seenReach + 1);
    let sum = 0;
    let count = 0;
    for (let j = from; j < to; j++) {
      if (!Number.isFinite(this.witness_mps2[j])) continue;
      sum += this.witness_mps2[j];
      count++;
    }
    const shown = sum / count;
    if (!Number.isFinite(shown)) return 0;
    this.#shown.count++;
    this.#shown.squares += shown * shown;
    const noise = (this.#floor_m2ps3 * this.#cotangent ** 2) / ((2 * seenReach + 1) * STEP_S);
    return clamp(1 - (noise * this.#shown.count) / this.#shown.squares, 0, 1) * shown;
  }

  #reserve(needed: number): void {
    if (needed <= this.gained_mps.length) return;
    const steps = Math.max(needed, SETTINGS.firstSteps);
    this.along_mps2 = withRoom(this.along_mps2, steps * STEP_CELLS);
    this.gained_mps = withRoom(this.gained_mps, steps);
    this.shifted_m = withRoom(this.shifted_m, steps);
    this.noise_m2ps3 = withRoom(this.noise_m2ps3, steps);
    this.witness_mps2 = withRoom(this.witness_mps2, steps);
    this.seen_mps2 = withRoom(this.seen_mps2, steps);
    this.roughness_m2ps4 = withRoom(this.roughness_m2ps4, steps);
    this.samples = withRoom(this.samples, steps);
    this.lost = withRoom(this.lost, steps);
  }
}

function isLevelForWitness(rail: Rail): boolean {
  return isLevel(rail) || Math.abs(rail.incline_deg) < SETTINGS.leastIncline_deg;
}
