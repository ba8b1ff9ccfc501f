import { GRAVITY_MPS2 } from '../gravity';
import type { Vector3 } from '../recording';
import { GRID_STEP_S } from '../signal/even-grid';
import type { Columns } from '../signal/orientation';
import { mean } from '../signal/statistics';

const SETTINGS = {
  /** Slow enough to be quick, fast enough for any turn of a hand. */
  cellsPerStep: 20,
  /** What data sheets allow an axis: offset (10 mg) and scale, sd; */
  offsetSd_mps2: 0.1,
  scaleSd: 0.01,
  /** and how much of that a calibrated part, a good one and a usual one have. */
  grades: [0.1, 0.3, 1],
  /** The remainder, which adds to the vertical acceleration however the sensor turns, and how it wanders, m/s² per √s: up a little astray, warming. */
  remainderSd_mps2: 0.1,
  remainderWalk_mps2psqrts: 0.001,
  startSd_m: 0.3,
  startSd_mps: 0.3,
};

/** What each of the accelerometer's axes reads too much: an offset, and a share of what there is. */
export interface AxisErrors {
  offset_mps2: Vector3;
  scale: Vector3;
}

/** What is known of a vertical motion besides its acceleration. */
export interface Known {
  /** Standard deviation of "the velocity is zero" at each edge, m/s; ∞ where nothing says so. */
  restSd_mps: Float64Array;
  /** And of "the position is zero", m. */
  placeSd_m: Float64Array;
}

/** What a sensor reads in each cell. */
export interface Reading {
  /** Vertical acceleration, axis errors in it, and its white-noise density. */
  accel_mps2: Float64Array;
  noise_m2ps3: Float64Array;
  /** Specific force, m/s², and up, length 1, along the sensor's own axes. */
  force: Columns;
  up: Columns;
}

/** Where a value sits in the filter's state; offsets and scales take three places each. */
const [POSITION, VELOCITY, REMAINDER, OFFSET, SCALE, SIZE] = [0, 1, 2, 3, 6, 9];

/**
 * The errors of the accelerometer's axes that best explain why its vertical acceleration, integrated,
 * would not stay within reach or rest where the sensor does: as a sensor turns, the axes share the
 * vertical differently. A Kalman filter over position, velocity and the errors; what the motion does
 * not tell stays near zero. How near, the motion tells too: of several grades of sensor the likeliest is
 * taken (marginal likelihood), so that a calibrated one is not made worse.
 */
export function axisErrors(reading: Reading, known: Known): AxisErrors {
  const steps = stepsOf(reading, known);
  const fits = SETTINGS.grades.map((grade) => {
    const filter = new ErrorFilter(grade);
    for (const step of steps) filter.follow(step);
    return filter;
  });
  const likeliest = fits.reduce((best, fit) => (fit.support > best.support ? fit : best));
  const [ox, oy, oz, sx, sy, sz] = likeliest.mean.subarray(OFFSET);
  return { offset_mps2: [ox, oy, oz], scale: [sx, sy, sz] };
}

/** The vertical acceleration less what its axes read too much, m/s². */
export function withoutErrors(
  { accel_mps2, force, up }: Reading,
  { offset_mps2, scale }: AxisErrors,
): Float64Array {
  const right_mps2 = accel_mps2.slice();
  for (let axis = 0; axis < 3; axis++) {
    for (let k = 0; k < right_mps2.length; k++) {
      right_mps2[k] -= up[axis][k] * (offset_mps2[axis] + scale[axis] * force[axis][k]);
    }
  }
  return right_mps2;
}

/** What is read over one step, and what is known at its end. */
interface Step {
  accel_mps2: number;
  noise_m2ps3: number;
  /** How much each error adds to the acceleration. */
  shares: Float64Array;
  /** Variances of "velocity is zero" and "position is zero"; ∞ where nothing says so. */
  rest_m2ps2: number;
  place_m2: number;
}

function stepsOf(
  { accel_mps2, noise_m2ps3, up }: Reading,
  { restSd_mps, placeSd_m }: Known,
): Step[] {
  const { cellsPerStep } = SETTINGS;
  return Array.from({ length: Math.floor(accel_mps2.length / cellsPerStep) }, (_, i) => {
    const [start, end] = [i * cellsPerStep, (i + 1) * cellsPerStep];
    return {
      accel_mps2: mean(accel_mps2.subarray(start, end)),
      noise_m2ps3: mean(noise_m2ps3.subarray(start, end)),
      shares: sharesIn(up, start, end),
      // A step says as much as its edges together.
      rest_m2ps2: restSd_mps[end] ** 2 / cellsPerStep,
      place_m2: placeSd_m[end] ** 2 / cellsPerStep,
    };
  });
}

/** How much each error adds to the mean vertical acceleration of the cells `[start, end)`: remainder, offsets, scales. */
function sharesIn(up: Columns, start: number, end: number): Float64Array {
  const shares = new Float64Array(SIZE);
  shares[REMAINDER] = 1;
  up.forEach((column, axis) => {
    let sum = 0;
    let squares = 0;
    for (let k = start; k < end; k++) {
      sum += column[k];
      squares += column[k] * column[k];
    }
    shares[OFFSET + axis] = sum / (end - start);
    // Of gravity alone: a larger scale must not explain why a hand swings within its reach.
    shares[SCALE + axis] = (GRAVITY_MPS2 * squares) / (end - start);
  });
  return shares;
}

/** Mean and covariance of the state, the latter row by row, and how well it has foreseen what is known, in nats. */
class ErrorFilter {
  readonly mean = new Float64Array(SIZE);
  readonly #covariance = new Float64Array(SIZE * SIZE);
  /** The row of it that an observation sees. */
  readonly #seen = new Float64Array(SIZE);
  #support = 0;

  constructor(grade: number) {
    const { startSd_m, startSd_mps, remainderSd_mps2, offsetSd_mps2, scaleSd } = SETTINGS;
    const sds = new Float64Array(SIZE);
    sds.set([startSd_m, startSd_mps, remainderSd_mps2]);
    sds.fill(grade * offsetSd_mps2, OFFSET, SCALE).fill(grade * scaleSd, SCALE);
    sds.forEach((sd, i) => (this.#covariance[i * (SIZE + 1)] = sd * sd));
  }

  get support(): number {
    return this.#support;
  }

  follow(step: Step): void {
    this.#predict(step);
    if (step.rest_m2ps2 < Infinity) this.#observe(VELOCITY, step.rest_m2ps2);
    if (step.place_m2 < Infinity) this.#observe(POSITION, step.place_m2);
  }

  /** A step on under the acceleration read, of which each error has its share. */
  #predict({ accel_mps2, noise_m2ps3, shares }: Step): void {
    const step_s = SETTINGS.cellsPerStep * GRID_STEP_S;
    const P = this.#covariance;
    advance(this.mean, 0, 1, shares, step_s);
    this.mean[POSITION] += 0.5 * step_s * step_s * accel_mps2;
    this.mean[VELOCITY] += step_s * accel_mps2;
    for (let column = 0; column < SIZE; column++) advance(P, column, SIZE, shares, step_s);
    for (let row = 0; row < SIZE; row++) advance(P, row * SIZE, 1, shares, step_s);
    P[0] += (noise_m2ps3 * step_s ** 3) / 3;
    P[1] += (noise_m2ps3 * step_s ** 2) / 2;
    P[SIZE] += (noise_m2ps3 * step_s ** 2) / 2;
    P[SIZE + 1] += noise_m2ps3 * step_s;
    P[REMAINDER * (SIZE + 1)] += SETTINGS.remainderWalk_mps2psqrts ** 2 * step_s;
  }

  /** One value of the state is seen to be zero. */
  #observe(place: number, variance: number): void {
    const P = this.#covariance;
    const seen = this.#seen;
    for (let i = 0; i < SIZE; i++) seen[i] = P[place * SIZE + i];
    const total = seen[place] + variance;
    const surprise = -this.mean[place] / total;
    this.#support -= 0.5 * (Math.log(total / variance) + surprise * surprise * total);
    for (let i = 0; i < SIZE; i++) {
      this.mean[i] += seen[i] * surprise;
      const share = seen[i] / total;
      for (let j = 0; j < SIZE; j++) P[i * SIZE + j] -= share * seen[j];
    }
  }
}

/** Moves a state, a row or a column of a covariance (its values `stride` apart) on by a step without acceleration. */
function advance(
  values: Float64Array,
  at: number,
  stride: number,
  shares: Float64Array,
  step_s: number,
): void {
  let net = 0;
  for (let i = REMAINDER; i < SIZE; i++) net -= shares[i] * values[at + i * stride];
  values[at] += step_s * values[at + stride] + 0.5 * step_s * step_s * net;
  values[at + stride] += step_s * net;
}
