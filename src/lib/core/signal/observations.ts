import { addProduct, STATES } from './six-states';

/** Where in a row what is kept of an observation stands: gain K = P·hᵀ/S, weights h, innovation/S and 1/S. */
const GAIN = 0;
const WEIGHTS = STATES;
const INNOVATION = 2 * STATES;
const INVERSE = INNOVATION + 1;
const ROW = INVERSE + 1;

const carried = new Float64Array(STATES);

/**
 * Observations of one number each, h·x with weights h, that a Kalman filter has taken in one after the other;
 * in rows of one array, so that nothing is allocated for each.
 */
export class Observations {
  count = 0;
  readonly #rows: Float64Array;

  constructor(capacity: number) {
    this.#rows = new Float64Array(ROW * capacity);
  }

  /** Takes one in, into a mean and its covariance P (in place); returns its squared innovation over the expected one. */
  take(
    mean: Float64Array,
    P: Float64Array,
    weights: Float64Array,
    value: number,
    variance: number,
  ): number {
    const rows = this.#rows;
    const gain = ROW * this.count + GAIN;
    const kept = ROW * this.count + WEIGHTS;
    let total = variance;
    let innovation = value;
    addProduct(P, 0, weights, 0, rows, gain);
    for (let j = 0; j < STATES; j++) {
      total += weights[j] * rows[gain + j];
      innovation -= weights[j] * mean[j];
    }
    for (let j = 0; j < STATES; j++) {
      mean[j] += (rows[gain + j] * innovation) / total;
      const share = rows[gain + j] / total;
      for (let m = 0; m < STATES; m++) P[j * STATES + m] -= share * rows[gain + m];
    }
    for (let j = 0; j < STATES; j++) {
      rows[gain + j] /= total;
      rows[kept + j] = weights[j];
    }
    rows[ROW * this.count + INNOVATION] = innovation / total;
    rows[ROW * this.count + INVERSE] = 1 / total;
    this.count++;
    return (innovation * innovation) / total;
  }

  /** On the way back, what the later evidence says: r ← hᵀν/S + (I − K·h)ᵀr. */
  takeBack(i: number, r: Float64Array): void {
    const rows = this.#rows;
    const gain = ROW * i + GAIN;
    const weights = ROW * i + WEIGHTS;
    let along = rows[ROW * i + INNOVATION];
    for (let j = 0; j < STATES; j++) along -= rows[gain + j] * r[j];
    for (let j = 0; j < STATES; j++) r[j] += rows[weights + j] * along;
  }

  /** And its covariance: N ← hᵀh/S + (I − K·h)ᵀN(I − K·h). */
  takeBackCovariance(i: number, N: Float64Array): void {
    const rows = this.#rows;
    const gain = ROW * i + GAIN;
    const weights = ROW * i + WEIGHTS;
    let both = rows[ROW * i + INVERSE];
    carried.fill(0);
    addProduct(N, 0, rows, gain, carried, 0);
    for (let j = 0; j < STATES; j++) both += rows[gain + j] * carried[j];
    for (let j = 0; j < STATES; j++) {
      const weight = rows[weights + j];
      for (let m = 0; m < STATES; m++) {
        const other = rows[weights + m];
        N[j * STATES + m] += weight * (other * both - carried[m]) - carried[j] * other;
      }
    }
  }

  /** What is left of a covariance with the state: w ← (I − K·h)·w. */
  pass(i: number, w: Float64Array): void {
    const rows = this.#rows;
    const gain = ROW * i + GAIN;
    const weights = ROW * i + WEIGHTS;
    let seen = 0;
    for (let j = 0; j < STATES; j++) seen += rows[weights + j] * w[j];
    for (let j = 0; j < STATES; j++) w[j] -= rows[gain + j] * seen;
  }
}
