import { Observations } from './observations';
import { addProduct, multiplyRow, STATES } from './six-states';

/**
 * A fixed-interval smoother of the motion along a rail,
 * in steps of a tenth of a second. State: position s (m), velocity v (m/s), accelerometer bias b
 * (m/s²), and the three coefficients of the leak: what gravity lets on to the rail as the carriage
 * tilts along its travel, a cubic of s. The measured acceleration drives the state; velocities known
 * to be zero and returns to the top correct it; the bias walks, the leak stays.
 */
export const STEP_S = 0.1;

/** A power is worked out anew wherever it is written. */
const STEP_CUBED_S3 = STEP_S ** 3;

/** Terms of the leak: Σ c_j·(s / LEAK_TRAVEL_M)^j, j = 1, 2, 3. */
export const LEAK_TERMS = 3;
export const LEAK_TRAVEL_M = 0.4;
const LEAK_ABOVE = 0.25;
const LEAK_BELOW = 1.5;

/** Places in the state. */
const [S, V, B, C] = [0, 1, 2, 3] as const;
const CELLS = STATES * STATES;

/** What a break adds to the variances of s and v: more than any motion. */
const BREAK_VARIANCE = 1;

/** Mean (STATES values) and covariance (STATES × STATES, row by row). */
export interface Belief {
  mean: Float64Array;
  covariance: Float64Array;
}

/** A belief about which nothing is known but how far each place of the state may be from 0, sd. */
export function independentBelief(sd: readonly number[]): Belief {
  const covariance = new Float64Array(CELLS);
  for (let i = 0; i < STATES; i++) covariance[i * STATES + i] = sd[i] ** 2;
  return { mean: new Float64Array(STATES), covariance };
}

/** What is known of a motion before it is smoothed; edge k begins step k, one edge more than steps. */
export interface StepEvidence {
  steps: number;
  /** Velocity gained over each step, bias still in it, and travel gained beside v·step. */
  gained_mps: ArrayLike<number>;
  shifted_m: ArrayLike<number>;
  /** White-noise density of the acceleration in each step. */
  noise_m2ps3: ArrayLike<number>;
  /** Standard deviation of "the velocity is zero" at each edge; ∞ where nothing says so. */
  restSd_mps: ArrayLike<number>;
  /** Edges at which the sled is back at its top, position 0, and how exactly. */
  tops: readonly number[];
  topSd_m: number;
  biasWalk_mps2psqrts: number;
  /** Steps over which nothing is carried: what comes after begins anew. */
  breaks: readonly number[];
}

/** Linear observations of the leak's coefficients, each with variance 1. */
export type LeakRow = { weights: readonly number[]; value: number };

/** Smoothed beliefs at every edge. */
export interface SmoothedSteps {
  edges: number;
  mean(edge: number, place: number): number;
  /** Of s (0) or v (1). */
  sd(edge: number, place: 0 | 1): number;
  /** Standard deviation of `s[j] − s[i]`, m. */
  travelSd_m(i: number, j: number): number;
  /** Covariance of the errors of `v[i]` and `v[j]`. */
  velocityCovariance_m2ps2(i: number, j: number): number;
  /** The leak's coefficients. */
  leak(edge: number): Float64Array;
  /** The belief at an edge from what lies before it alone, its own evidence left out. */
  before(edge: number): Belief;
  /** Squared surprise of the tops, each over what was expected, and their number, up to an edge. */
  topSurprise(untilEdge: number): { squares: number; count: number };
}

/** Where on its travel the leak is looked up: beyond its ends, which only an error reaches, it stays as it is there. */
function leakPlace(position_m: number): number {
  return Math.min(LEAK_ABOVE, Math.max(-LEAK_BELOW, position_m / LEAK_TRAVEL_M));
}

/** The leak at a position for coefficients at `at` of `values`. */
export function leakAt(values: ArrayLike<number>, at: number, position_m: number): number {
  const p = leakPlace(position_m);
  return p * (values[at] + p * (values[at + 1] + p * values[at + 2]));
}

/**
 * Smooths a motion, given what is known at its first edge and of the leak. Forwards it is a Kalman filter;
 * backwards the adjoint form (Bryson & Frazier 1963; de Jong 1989, doi 10.1080/01621459.1989.10478863)
 * carries what the later evidence says, r and its covariance N: x + P·r, P − P·N·P.
 */
export function smoothSteps(
  first: Belief,
  evidence: StepEvidence,
  leakRows: readonly LeakRow[],
): SmoothedSteps {
  const pass = filter(first, evidence, leakRows);
  const means = smoothedMeans(pass);
  const { variances, adjoint } = smoothedVariances(pass);
  return {
    edges: pass.edges,
    mean: (edge, place) => means[STATES * edge + place],
    sd: (edge, place) => Math.sqrt(Math.max(0, variances[2 * edge + place])),
    travelSd_m: (i, j) => {
      const shared = covarianceOf(pass, adjoint, S, i, j);
      return Math.sqrt(Math.max(0, variances[2 * i + S] + variances[2 * j + S] - 2 * shared));
    },
    velocityCovariance_m2ps2: (i, j) => covarianceOf(pass, adjoint, V, i, j),
    leak: (edge) => means.slice(STATES * edge + C, STATES * (edge + 1)),
    before: (edge) => ({
      mean: pass.predictedMeans.slice(STATES * edge, STATES * (edge + 1)),
      covariance: pass.covariances.slice(CELLS * edge, CELLS * (edge + 1)),
    }),
    topSurprise: (untilEdge) => {
      const earlier = pass.surprises.filter(({ edge }) => edge < untilEdge);
      return {
        squares: earlier.reduce((sum, { square }) => sum + square, 0),
        count: earlier.length,
      };
    },
  };
}

/** The smoothed means alone, which takes half as long: how sure they are is not asked. */
export function smoothMeans(
  first: Belief,
  evidence: StepEvidence,
  leakRows: readonly LeakRow[],
): Pick<SmoothedSteps, 'mean'> {
  const means = smoothedMeans(filter(first, evidence, leakRows));
  return { mean: (edge, place) => means[STATES * edge + place] };
}

/** Everything the way back needs. */
interface Pass {
  edges: number;
  /** Predicted means and covariances, before an edge's own observations. */
  predictedMeans: Float64Array;
  covariances: Float64Array;
  /** The two rows of the transition into an edge that are not the identity's. */
  rows: Float64Array;
  /** The observations, and how many there are up to an edge, its own among them. */
  observations: Observations;
  observed: Int32Array;
  surprises: { edge: number; square: number }[];
}

function filter(first: Belief, evidence: StepEvidence, leakRows: readonly LeakRow[]): Pass {
  const { steps, restSd_mps, tops, topSd_m } = evidence;
  const edges = steps + 1;
  const observations = new Observations(leakRows.length + edges + tops.length);
  const pass: Pass = {
    edges,
    predictedMeans: new Float64Array(STATES * edges),
    covariances: new Float64Array(CELLS * edges),
    rows: new Float64Array(2 * STATES * edges),
    observations,
    observed: new Int32Array(edges),
    surprises: [],
  };
  const mean = first.mean.slice();
  const covariance = first.covariance.slice();
  let top = 0;
  for (const { weights, value } of leakRows) {
    observations.take(mean, covariance, Float64Array.of(0, 0, 0, ...weights), value, 1);
  }
  pass.predictedMeans.set(first.mean);
  pass.covariances.set(first.covariance);
  for (let k = 0; k < edges; k++) {
    if (k > 0) {
      predict(mean, covariance, evidence, k - 1, pass.rows);
      pass.predictedMeans.set(mean, STATES * k);
      pass.covariances.set(covariance, CELLS * k);
    }
    if (restSd_mps[k] < Infinity) {
      observations.take(mean, covariance, UNIT_V, 0, restSd_mps[k] ** 2);
    }
    for (; top < tops.length && tops[top] <= k; top++) {
      const square = observations.take(mean, covariance, UNIT_S, 0, topSd_m ** 2);
      pass.surprises.push({ edge: k, square });
    }
    pass.observed[k] = observations.count;
  }
  return pass;
}

const UNIT_S = Float64Array.of(1, 0, 0, 0, 0, 0);
const UNIT_V = Float64Array.of(0, 1, 0, 0, 0, 0);

const movedS = new Float64Array(STATES);
const movedV = new Float64Array(STATES);
const moved = new Float64Array(STATES);

/** Moves a belief on over one step, in place; leaves the rows of s and v of the transition into the next edge in `rows`. */
function predict(
  mean: Float64Array,
  P: Float64Array,
  evidence: StepEvidence,
  step: number,
  rows: Float64Array,
): void {
  const h = 0.5 * STEP_S * STEP_S;
  const position_m = mean[S] + 0.5 * STEP_S * mean[V];
  const offset = mean[B] + leakAt(mean, C, position_m);
  const at = 2 * STATES * (step + 1);
  fillTransition(rows, at, mean, position_m);
  mean[S] += STEP_S * mean[V] + evidence.shifted_m[step] - offset * h;
  mean[V] += evidence.gained_mps[step] - offset * STEP_S;
  multiplyRow(rows, at, P, movedS);
  multiplyRow(rows, at + STATES, P, movedV);
  let ss = 0;
  let sv = 0;
  let vv = 0;
  for (let j = 0; j < STATES; j++) {
    ss += movedS[j] * rows[at + j];
    sv += movedS[j] * rows[at + STATES + j];
    vv += movedV[j] * rows[at + STATES + j];
  }
  for (let j = B; j < STATES; j++) {
    P[S * STATES + j] = P[j * STATES + S] = movedS[j];
    P[V * STATES + j] = P[j * STATES + V] = movedV[j];
  }
  const noise = evidence.noise_m2ps3[step];
  const broken = evidence.breaks.includes(step) ? BREAK_VARIANCE : 0;
  P[S * STATES + S] = ss + (noise * STEP_CUBED_S3) / 3 + broken;
  P[S * STATES + V] = P[V * STATES + S] = sv + noise * h;
  P[V * STATES + V] = vv + noise * STEP_S + broken;
  P[B * STATES + B] += evidence.biasWalk_mps2psqrts ** 2 * STEP_S;
}

/** How s and v after a step depend on the state before it; the leak is taken at mid-step. */
function fillTransition(
  rows: Float64Array,
  at: number,
  mean: Float64Array,
  position_m: number,
): void {
  const h = 0.5 * STEP_S * STEP_S;
  const p = leakPlace(position_m);
  const inside = p > -LEAK_BELOW && p < LEAK_ABOVE;
  const slope = inside
    ? (mean[C] + p * (2 * mean[C + 1] + 3 * p * mean[C + 2])) / LEAK_TRAVEL_M
    : 0;
  rows[at + S] = 1 - slope * h;
  rows[at + V] = STEP_S;
  rows[at + B] = -h;
  rows[at + STATES + S] = -slope * STEP_S;
  rows[at + STATES + V] = 1 - slope * h;
  rows[at + STATES + B] = -STEP_S;
  for (let j = 0, power = p; j < LEAK_TERMS; j++, power *= p) {
    rows[at + C + j] = -power * h;
    rows[at + STATES + C + j] = -power * STEP_S;
  }
}

/** What the later evidence says of an edge, r, brought to its mean: x + P·r; STATES values an edge. */
function smoothedMeans(pass: Pass): Float64Array {
  const { edges, predictedMeans, covariances, observations, observed, rows } = pass;
  const means = predictedMeans.slice();
  const r = new Float64Array(STATES);
  let left = observations.count;
  for (let k = edges - 1; k >= 0; k--) {
    const before = k > 0 ? observed[k - 1] : 0;
    while (left > before) observations.takeBack(--left, r);
    addProduct(covariances, CELLS * k, r, 0, means, STATES * k);
    if (k > 0) moveBack(r, rows, 2 * STATES * k);
  }
  return means;
}

/** r ← Fᵀr, F being the identity but for two rows. */
function moveBack(r: Float64Array, rows: Float64Array, at: number): void {
  const rs = r[S];
  const rv = r[V];
  r[S] = r[V] = 0;
  for (let j = 0; j < STATES; j++) r[j] += rows[at + j] * rs + rows[at + STATES + j] * rv;
}

/** The covariance N of what the later evidence says of each edge, and the variances of s and v that are left: P − P·N·P. */
function smoothedVariances(pass: Pass): { variances: Float64Array; adjoint: Float64Array } {
  const { edges, covariances, observations, observed, rows } = pass;
  const variances = new Float64Array(2 * edges);
  const adjoint = new Float64Array(CELLS * edges);
  const N = new Float64Array(CELLS);
  let left = observations.count;
  for (let k = edges - 1; k >= 0; k--) {
    const before = k > 0 ? observed[k - 1] : 0;
    while (left > before) observations.takeBackCovariance(--left, N);
    adjoint.set(N, CELLS * k);
    for (let place = S; place <= V; place++) {
      const at = CELLS * k + place * STATES;
      moved.fill(0);
      addProduct(N, 0, covariances, at, moved, 0);
      let known = 0;
      for (let i = 0; i < STATES; i++) known += covariances[at + i] * moved[i];
      variances[2 * k + place] = covariances[at + place] - known;
    }
    if (k > 0) moveCovarianceBack(N, rows, 2 * STATES * k);
  }
  return { variances, adjoint };
}

const product = new Float64Array(CELLS);

/** N ← FᵀN F, which is symmetric. */
function moveCovarianceBack(N: Float64Array, rows: Float64Array, at: number): void {
  for (let i = 0; i < STATES; i++) {
    const ns = N[i * STATES + S];
    const nv = N[i * STATES + V];
    for (let j = 0; j < STATES; j++) {
      product[i * STATES + j] =
        ns * rows[at + j] + nv * rows[at + STATES + j] + (j >= B ? N[i * STATES + j] : 0);
    }
  }
  for (let i = 0; i < STATES; i++) {
    const fs = rows[at + i];
    const fv = rows[at + STATES + i];
    for (let j = i; j < STATES; j++) {
      N[i * STATES + j] = N[j * STATES + i] =
        fs * product[S * STATES + j] +
        fv * product[V * STATES + j] +
        (i >= B ? product[i * STATES + j] : 0);
    }
  }
}

/** Cov(x_i, x_j) of one place at two edges: P_i·L_iᵀ⋯L_{j−1}ᵀ·(I − N_j·P_j), L = F·(I − K·h) (de Jong & Mackinnon 1988). */
function covarianceOf(
  { covariances, rows, observations, observed }: Pass,
  adjoint: Float64Array,
  place: 0 | 1,
  oneEdge: number,
  otherEdge: number,
): number {
  const i = Math.min(oneEdge, otherEdge);
  const j = Math.max(oneEdge, otherEdge);
  const w = covariances.slice(CELLS * i + STATES * place, CELLS * i + STATES * (place + 1));
  for (let k = i; k < j; k++) {
    for (let o = k > 0 ? observed[k - 1] : 0; o < observed[k]; o++) observations.pass(o, w);
    const at = 2 * STATES * (k + 1);
    let s = 0;
    let v = 0;
    for (let m = 0; m < STATES; m++) {
      s += rows[at + m] * w[m];
      v += rows[at + STATES + m] * w[m];
    }
    w[S] = s;
    w[V] = v;
  }
  let shared = w[place];
  for (let m = 0; m < STATES; m++) {
    let sum = 0;
    for (let n = 0; n < STATES; n++) {
      sum += adjoint[CELLS * j + m * STATES + n] * covariances[CELLS * j + n * STATES + place];
    }
    shared -= w[m] * sum;
  }
  return shared;
}
