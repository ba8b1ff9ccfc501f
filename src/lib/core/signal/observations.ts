/** Values in the state that is observed. */
export const STATES = 6;
const CELLS = STATES * STATES;

const carried = new Float64Array(STATES);

/**
 * Observations of one number each, h·x with weights h, that a Kalman filter has taken in one after the other;
 * in columns, so that nothing is allocated for each. For every one: the gain K = P·hᵀ/S, h, innovation/S and 1/S.
 */
export class Observations {
  count = 0;
  readonly #gains: Float64Array;
  readonly #weights: Float64Array;
  readonly #innovationShares: Float64Array;
  readonly #inverses: Float64Array;

  constructor(capacity: number) {
    this.#gains = new Float64Array(STATES * capacity);
    this.#weights = new Float64Array(STATES * capacity);
    this.#innovationShares = new Float64Array(capacity);
    this.#inverses = new Float64Array(capacity);
  }

  /** Takes one in, into a mean and its covariance P (in place); returns its squared innovation over the expected one. */
  take(
    mean: Float64Array,
    P: Float64Array,
    weights: Float64Array,
    value: number,
    variance: number,
  ): number {
    const i = this.count++;
    const gains = this.#gains;
    const at = STATES * i;
    let total = variance;
    let innovation = value;
    for (let j = 0; j < STATES; j++) {
      let sum = 0;
      for (let m = 0; m < STATES; m++) sum += P[j * STATES + m] * weights[m];
      gains[at + j] = sum;
      total += weights[j] * sum;
      innovation -= weights[j] * mean[j];
    }
    for (let j = 0; j < STATES; j++) {
      mean[j] += (gains[at + j] * innovation) / total;
      const share = gains[at + j] / total;
      for (let m = 0; m < STATES; m++) P[j * STATES + m] -= share * gains[at + m];
    }
    for (let j = 0; j < STATES; j++) {
      gains[at + j] /= total;
      this.#weights[at + j] = weights[j];
    }
    this.#innovationShares[i] = innovation / total;
    this.#inverses[i] = 1 / total;
    return (innovation * innovation) / total;
  }

  /** On the way back, what the later evidence says: r ← hᵀν/S + (I − K·h)ᵀr. */
  takeBack(i: number, r: Float64Array): void {
    const gains = this.#gains;
    const weights = this.#weights;
    const at = STATES * i;
    let along = 0;
    for (let j = 0; j < STATES; j++) along += gains[at + j] * r[j];
    const change = this.#innovationShares[i] - along;
    for (let j = 0; j < STATES; j++) r[j] += weights[at + j] * change;
  }

  /** And its covariance: N ← hᵀh/S + (I − K·h)ᵀN(I − K·h). */
  takeBackCovariance(i: number, N: Float64Array): void {
    const gains = this.#gains;
    const weights = this.#weights;
    const at = STATES * i;
    let both = this.#inverses[i];
    for (let j = 0; j < STATES; j++) {
      let sum = 0;
      for (let m = 0; m < STATES; m++) sum += N[j * STATES + m] * gains[at + m];
      carried[j] = sum;
      both += gains[at + j] * sum;
    }
    for (let j = 0; j < STATES; j++) {
      const weight = weights[at + j];
      const along = carried[j];
      for (let m = 0; m < STATES; m++) {
        N[j * STATES + m] +=
          weight * (weights[at + m] * both - carried[m]) - along * weights[at + m];
      }
    }
  }

  /** What is left of a covariance with the state: w ← (I − K·h)·w. */
  pass(i: number, w: Float64Array): void {
    const gains = this.#gains;
    const weights = this.#weights;
    const at = STATES * i;
    let seen = 0;
    for (let j = 0; j < STATES; j++) seen += weights[at + j] * w[j];
    for (let j = 0; j < STATES; j++) w[j] -= gains[at + j] * seen;
  }
}
