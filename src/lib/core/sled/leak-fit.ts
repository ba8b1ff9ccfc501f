import { solve } from '../signal/least-squares';
import { LEAK_TERMS, LEAK_TRAVEL_M, type LeakRow } from '../signal/step-smoother';

const SETTINGS = {
  /** What the rail axis, slightly off, lets through of the acceleration, sd. */
  misalignment: 0.02,
  /** Fewer rows than this tell nothing. */
  leastRows: 15,
  /** What is left over is not white: it counts as so much more. */
  inflation: 2,
  /** No witness is better than this. */
  leastVariance_m2ps4: 1e-8,
  /** What the leak may be, sd. */
  leakSd_mps2: 0.034,
};

/** A step's position, what the witness of the tilt shows there, and the acceleration. */
export interface LeakSighting {
  position_m: number;
  witness_mps2: number;
  accel_mps2: number;
}

const TERMS = LEAK_TERMS + 1;

/**
 * What a window's sightings say of the leak as a function of position, as linear observations of its
 * coefficients with variance 1; none while they say nothing. A witness knows no offset (and drifts, if
 * `drifts` says so): they are taken out of the window.
 */
export function leakRows(
  sightings: readonly LeakSighting[],
  { drifts }: { drifts: boolean },
): LeakRow[] {
  const count = sightings.length - (drifts ? 2 : 1);
  if (count < SETTINGS.leastRows) return [];
  const rows = sightings.map(({ position_m, accel_mps2, witness_mps2 }) => {
    const p = position_m / LEAK_TRAVEL_M;
    return [p, p * p, p * p * p, accel_mps2, witness_mps2];
  });
  for (let c = 0; c <= TERMS; c++) takeOut(rows, c, drifts);
  const sums = sumUp(rows);
  const variance = SETTINGS.inflation * leftOver(sums, count);
  const information = sums.squares.map((value) => value / variance);
  const target = sums.products.map((value) => value / variance);
  eliminateLast(information, target);
  return whitened(information, target);
}

/** The normal equations of a fit. */
interface Sums {
  squares: Float64Array;
  products: Float64Array;
  scatter: number;
}

function sumUp(rows: readonly (readonly number[])[]): Sums {
  const sums = {
    squares: new Float64Array(TERMS * TERMS),
    products: new Float64Array(TERMS),
    scatter: 0,
  };
  for (const row of rows) {
    for (let r = 0; r < TERMS; r++) {
      for (let c = 0; c < TERMS; c++) sums.squares[r * TERMS + c] += row[r] * row[c];
      sums.products[r] += row[r] * row[TERMS];
    }
    sums.scatter += row[TERMS] ** 2;
  }
  return sums;
}

/** Variance of what the best fit leaves over. */
function leftOver({ squares, products, scatter }: Sums, count: number): number {
  const variance = scatter / count;
  const equations = Array.from({ length: TERMS }, (_, r) => {
    const row = new Float64Array(TERMS + 1);
    for (let c = 0; c < TERMS; c++) row[c] = squares[r * TERMS + c];
    row[r] += variance / (r < LEAK_TERMS ? SETTINGS.leakSd_mps2 : SETTINGS.misalignment) ** 2;
    row[TERMS] = products[r];
    return row;
  });
  const fit = solve(equations);
  let left = scatter;
  for (let r = 0; r < TERMS; r++) {
    left -= 2 * fit[r] * products[r];
    for (let c = 0; c < TERMS; c++) left += fit[r] * squares[r * TERMS + c] * fit[c];
  }
  return Math.max(left / count, 1e-3 * variance, SETTINGS.leastVariance_m2ps4);
}

/** Takes a column's mean, and its trend, out of it. */
function takeOut(rows: number[][], column: number, trend: boolean): void {
  const n = rows.length;
  let sum = 0;
  let tilt = 0;
  const middle = (n - 1) / 2;
  for (let i = 0; i < n; i++) {
    sum += rows[i][column];
    tilt += (i - middle) * rows[i][column];
  }
  const slope = trend ? tilt / ((n * (n * n - 1)) / 12) : 0;
  for (let i = 0; i < n; i++) rows[i][column] -= sum / n + slope * (i - middle);
}

/** Takes the misalignment, with its prior, out of the equations. */
function eliminateLast(information: Float64Array, target: Float64Array): void {
  const last = TERMS - 1;
  const pivot = information[last * TERMS + last] + 1 / SETTINGS.misalignment ** 2;
  for (let r = 0; r < last; r++) {
    const factor = information[r * TERMS + last] / pivot;
    for (let c = 0; c < last; c++)
      information[r * TERMS + c] -= factor * information[last * TERMS + c];
    target[r] -= factor * target[last];
  }
}

/** Rows h with Σ hᵀh = information and Σ hᵀ·value = target (Cholesky). */
function whitened(information: Float64Array, target: Float64Array): LeakRow[] {
  const n = LEAK_TERMS;
  const factor = new Float64Array(n * n);
  const rows: LeakRow[] = [];
  const values: number[] = [];
  for (let c = 0; c < n; c++) {
    let diagonal = information[c * TERMS + c];
    let value = target[c];
    for (let j = 0; j < c; j++) {
      diagonal -= factor[c * n + j] ** 2;
      value -= factor[c * n + j] * values[j];
    }
    const root = Math.sqrt(Math.max(diagonal, 1e-9));
    factor[c * n + c] = root;
    values[c] = value / root;
    for (let r = c + 1; r < n; r++) {
      let sum = information[r * TERMS + c];
      for (let j = 0; j < c; j++) sum -= factor[r * n + j] * factor[c * n + j];
      factor[r * n + c] = sum / root;
    }
    rows.push({
      weights: Array.from({ length: n }, (_, r) => factor[r * n + c]),
      value: values[c],
    });
  }
  return rows;
}
