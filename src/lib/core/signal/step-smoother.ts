/**
 * A fixed-interval smoother of the motion along a rail,
 * in steps of a tenth of a second. State: position s (m), velocity v (m/s), accelerometer bias b
 * (m/s²), and the three coefficients of the leak: what gravity lets on to the rail as the carriage
 * tilts along its travel, a cubic of s. The measured acceleration drives the state; velocities known
 * to be zero and returns to the top correct it; the bias walks, the leak stays.
 */
export const STEP_S = 0.1;

/** Terms of the leak: Σ c_j·(s / LEAK_TRAVEL_M)^j, j = 1, 2, 3. */
export const LEAK_TERMS = 3;
export const LEAK_TRAVEL_M = 0.4;
const LEAK_ABOVE = 0.25;
const LEAK_BELOW = 1.5;

/** Places in the state. */
const [S, V, B, C] = [0, 1, 2, 3];
export const STATES = C + LEAK_TERMS;
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
  smoothBackwards(pass);
  const { means, variances, surprises } = pass;
  return {
    edges: pass.edges,
    mean: (edge, place) => means[STATES * edge + place],
    sd: (edge, place) => Math.sqrt(Math.max(0, variances[2 * edge + place])),
    travelSd_m: (i, j) => travelSd_m(pass, Math.min(i, j), Math.max(i, j)),
    leak: (edge) => means.slice(STATES * edge + C, STATES * (edge + 1)),
    before: (edge) => ({
      mean: pass.predictedMeans.slice(STATES * edge, STATES * (edge + 1)),
      covariance: pass.covariances.slice(CELLS * edge, CELLS * (edge + 1)),
    }),
    topSurprise: (untilEdge) => ({
      squares: surprises.reduce((sum, one) => sum + (one.edge < untilEdge ? one.square : 0), 0),
      count: surprises.filter(({ edge }) => edge < untilEdge).length,
    }),
  };
}

/** One observation taken in at an edge: gain K = P·hᵀ/S, weights h, innovation/S and 1/S. */
interface Observation {
  gain: Float64Array;
  weights: Float64Array;
  innovationShare: number;
  inverse: number;
}

/** Everything the way back needs. */
interface Pass {
  edges: number;
  /** Predicted means and covariances, before an edge's own observations. */
  predictedMeans: Float64Array;
  covariances: Float64Array;
  /** The two rows of the transition into an edge that are not the identity's. */
  rows: Float64Array;
  observations: Observation[][];
  surprises: { edge: number; square: number }[];
  /** Smoothed: means, variances of s and v, and N. */
  means: Float64Array;
  variances: Float64Array;
  adjoint: Float64Array;
}

function filter(first: Belief, evidence: StepEvidence, leakRows: readonly LeakRow[]): Pass {
  const edges = evidence.steps + 1;
  const pass: Pass = {
    edges,
    predictedMeans: new Float64Array(STATES * edges),
    covariances: new Float64Array(CELLS * edges),
    rows: new Float64Array(2 * STATES * edges),
    observations: Array.from({ length: edges }, () => []),
    surprises: [],
    means: new Float64Array(STATES * edges),
    variances: new Float64Array(2 * edges),
    adjoint: new Float64Array(CELLS * edges),
  };
  const mean = first.mean.slice();
  const covariance = first.covariance.slice();
  let top = 0;
  for (const { weights, value } of leakRows) {
    pass.observations[0].push(observe(mean, covariance, [0, 0, 0, ...weights], value, 1));
  }
  pass.predictedMeans.set(first.mean);
  pass.covariances.set(first.covariance);
  for (let k = 0; k < edges; k++) {
    if (k > 0) {
      predict(mean, covariance, evidence, k - 1, pass.rows.subarray(2 * STATES * k));
      pass.predictedMeans.set(mean, STATES * k);
      pass.covariances.set(covariance, CELLS * k);
    }
    const taken = pass.observations[k];
    const restSd_mps = evidence.restSd_mps[k];
    if (restSd_mps < Infinity) taken.push(observe(mean, covariance, UNIT_V, 0, restSd_mps ** 2));
    for (; top < evidence.tops.length && evidence.tops[top] <= k; top++) {
      const observation = observe(mean, covariance, UNIT_S, 0, evidence.topSd_m ** 2);
      taken.push(observation);
      const square = observation.innovationShare ** 2 / observation.inverse;
      pass.surprises.push({ edge: k, square });
    }
  }
  return pass;
}

const UNIT_S = [1, 0, 0, 0, 0, 0];
const UNIT_V = [0, 1, 0, 0, 0, 0];

const movedS = new Float64Array(STATES);
const movedV = new Float64Array(STATES);

/** Moves a belief on over one step, in place; leaves the rows of s and v of the transition in `rows`. */
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
  fillTransition(rows, mean, position_m);
  mean[S] += STEP_S * mean[V] + evidence.shifted_m[step] - offset * h;
  mean[V] += evidence.gained_mps[step] - offset * STEP_S;
  for (let j = 0; j < STATES; j++) {
    let [sum, sumV] = [0, 0];
    for (let i = 0; i < STATES; i++) {
      sum += rows[i] * P[i * STATES + j];
      sumV += rows[STATES + i] * P[i * STATES + j];
    }
    movedS[j] = sum;
    movedV[j] = sumV;
  }
  let [ss, sv, vv] = [0, 0, 0];
  for (let j = 0; j < STATES; j++) {
    ss += movedS[j] * rows[j];
    sv += movedS[j] * rows[STATES + j];
    vv += movedV[j] * rows[STATES + j];
  }
  for (let j = B; j < STATES; j++) {
    P[S * STATES + j] = P[j * STATES + S] = movedS[j];
    P[V * STATES + j] = P[j * STATES + V] = movedV[j];
  }
  const noise = evidence.noise_m2ps3[step];
  const broken = evidence.breaks.includes(step) ? BREAK_VARIANCE : 0;
  P[S * STATES + S] = ss + (noise * STEP_S ** 3) / 3 + broken;
  P[S * STATES + V] = P[V * STATES + S] = sv + noise * h;
  P[V * STATES + V] = vv + noise * STEP_S + broken;
  P[B * STATES + B] += evidence.biasWalk_mps2psqrts ** 2 * STEP_S;
}

/** How s and v after a step depend on the state before it; the leak is taken at mid-step. */
function fillTransition(rows: Float64Array, mean: Float64Array, position_m: number): void {
  const h = 0.5 * STEP_S * STEP_S;
  const p = leakPlace(position_m);
  const inside = p > -LEAK_BELOW && p < LEAK_ABOVE;
  const slope = inside
    ? (mean[C] + p * (2 * mean[C + 1] + 3 * p * mean[C + 2])) / LEAK_TRAVEL_M
    : 0;
  rows[S] = 1 - slope * h;
  rows[V] = STEP_S;
  rows[B] = -h;
  rows[STATES + S] = -slope * STEP_S;
  rows[STATES + V] = 1 - slope * h;
  rows[STATES + B] = -STEP_S;
  for (let j = 0, power = p; j < LEAK_TERMS; j++, power *= p) {
    rows[C + j] = -power * h;
    rows[STATES + C + j] = -power * STEP_S;
  }
}

/** Takes in an observation of `weights`·state, in place. */
function observe(
  mean: Float64Array,
  P: Float64Array,
  weights: readonly number[],
  value: number,
  variance: number,
): Observation {
  const gain = new Float64Array(STATES);
  let [total, innovation] = [variance, value];
  for (let i = 0; i < STATES; i++) {
    for (let j = 0; j < STATES; j++) gain[i] += P[i * STATES + j] * weights[j];
  }
  for (let i = 0; i < STATES; i++) {
    total += weights[i] * gain[i];
    innovation -= weights[i] * mean[i];
  }
  for (let i = 0; i < STATES; i++) {
    mean[i] += (gain[i] * innovation) / total;
    const share = gain[i] / total;
    for (let j = 0; j < STATES; j++) P[i * STATES + j] -= share * gain[j];
  }
  for (let i = 0; i < STATES; i++) gain[i] /= total;
  return {
    gain,
    weights: Float64Array.from(weights),
    innovationShare: innovation / total,
    inverse: 1 / total,
  };
}

function smoothBackwards(pass: Pass): void {
  const r = new Float64Array(STATES);
  const N = new Float64Array(CELLS);
  for (let k = pass.edges - 1; k >= 0; k--) {
    for (let i = pass.observations[k].length - 1; i >= 0; i--)
      takeBack(r, N, pass.observations[k][i]);
    pass.adjoint.set(N, CELLS * k);
    smoothEdge(pass, k, r, N);
    if (k > 0) moveBack(r, N, pass.rows, 2 * STATES * k);
  }
}

const carried = new Float64Array(STATES);

/** r ← hᵀν/S + (I − K·h)ᵀr and N ← hᵀh/S + (I − K·h)ᵀN(I − K·h). */
function takeBack(
  r: Float64Array,
  N: Float64Array,
  { gain, weights, innovationShare, inverse }: Observation,
): void {
  let [along, both] = [0, 0];
  for (let i = 0; i < STATES; i++) {
    along += gain[i] * r[i];
    let sum = 0;
    for (let j = 0; j < STATES; j++) sum += N[i * STATES + j] * gain[j];
    carried[i] = sum;
    both += gain[i] * sum;
  }
  for (let i = 0; i < STATES; i++) {
    r[i] += weights[i] * (innovationShare - along);
    for (let j = 0; j < STATES; j++) {
      N[i * STATES + j] +=
        weights[i] * weights[j] * (inverse + both) -
        weights[i] * carried[j] -
        carried[i] * weights[j];
    }
  }
}

const product = new Float64Array(CELLS);

/** r ← Fᵀr and N ← FᵀN F, F being the identity but for two rows. */
function moveBack(r: Float64Array, N: Float64Array, rows: Float64Array, at: number): void {
  const [rs, rv] = [r[S], r[V]];
  for (let j = 0; j < STATES; j++) {
    r[j] = rows[at + j] * rs + rows[at + STATES + j] * rv + (j >= B ? r[j] : 0);
  }
  for (let i = 0; i < STATES; i++) {
    const [ns, nv] = [N[i * STATES + S], N[i * STATES + V]];
    for (let j = 0; j < STATES; j++) {
      product[i * STATES + j] =
        ns * rows[at + j] + nv * rows[at + STATES + j] + (j >= B ? N[i * STATES + j] : 0);
    }
  }
  for (let i = 0; i < STATES; i++) {
    const [fs, fv] = [rows[at + i], rows[at + STATES + i]];
    for (let j = 0; j < STATES; j++) {
      N[i * STATES + j] =
        fs * product[S * STATES + j] +
        fv * product[V * STATES + j] +
        (i >= B ? product[i * STATES + j] : 0);
    }
  }
}

/** x + P·r, and the variances of s and v: P − P·N·P. */
function smoothEdge(
  { predictedMeans, covariances, means, variances }: Pass,
  k: number,
  r: Float64Array,
  N: Float64Array,
): void {
  const at = CELLS * k;
  for (let i = 0; i < STATES; i++) {
    let sum = predictedMeans[STATES * k + i];
    for (let j = 0; j < STATES; j++) sum += covariances[at + i * STATES + j] * r[j];
    means[STATES * k + i] = sum;
  }
  for (let place = S; place <= V; place++) {
    let known = 0;
    for (let i = 0; i < STATES; i++) {
      let sum = 0;
      for (let j = 0; j < STATES; j++)
        sum += N[i * STATES + j] * covariances[at + place * STATES + j];
      known += covariances[at + place * STATES + i] * sum;
    }
    variances[2 * k + place] = covariances[at + place * (STATES + 1)] - known;
  }
}

/** Var(s_j − s_i), with Cov(x_i, x_j) = P_i·L_iᵀ⋯L_{j−1}ᵀ·(I − N_j·P_j), L = F·(I − K·h) (de Jong & Mackinnon 1988). */
function travelSd_m(
  { covariances, rows, observations, adjoint, variances }: Pass,
  i: number,
  j: number,
): number {
  const w = covariances.slice(CELLS * i, CELLS * i + STATES);
  for (let k = i; k < j; k++) {
    for (const { gain, weights } of observations[k]) {
      let seen = 0;
      for (let m = 0; m < STATES; m++) seen += weights[m] * w[m];
      for (let m = 0; m < STATES; m++) w[m] -= gain[m] * seen;
    }
    const at = 2 * STATES * (k + 1);
    let [s, v] = [0, 0];
    for (let m = 0; m < STATES; m++) {
      s += rows[at + m] * w[m];
      v += rows[at + STATES + m] * w[m];
    }
    [w[S], w[V]] = [s, v];
  }
  let shared = w[S];
  for (let m = 0; m < STATES; m++) {
    let sum = 0;
    for (let n = 0; n < STATES; n++) {
      sum += adjoint[CELLS * j + m * STATES + n] * covariances[CELLS * j + n];
    }
    shared -= w[m] * sum;
  }
  return Math.sqrt(Math.max(0, variances[2 * i + S] + variances[2 * j + S] - 2 * shared));
}
