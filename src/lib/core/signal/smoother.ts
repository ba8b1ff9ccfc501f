import { GRID_STEP_S } from './even-grid';
import { observePosition, observeVelocity, predict, setState, STATE_SIZE } from './rail-state';

/**
 * What is known of the motion before it is smoothed. Cells are grid cells; edge k is the start of cell
 * k, so that there is one edge more than cells.
 */
export interface MotionEvidence {
  /** Mean acceleration along the rail over each cell, offset still in it, m/s². */
  accel_mps2: Float64Array;
  /** White-noise density of that acceleration in each cell, m²/s³: the variance a second of it adds to velocity. */
  noise_m2ps3: Float64Array;
  /** Standard deviation of "the velocity is zero" at each edge, m/s; ∞ where nothing says so. */
  restSd_mps: Float64Array;
  /** Edges at which the sled is back at the top of its travel, and how exactly it comes back there. */
  tops: readonly number[];
  topSd_m: number;
  /** Standard deviation of "the position is zero" at each edge, m, where a motion has no tops but goes nowhere; ∞ where nothing says so. */
  placeSd_m?: Float64Array;
  biasWalk_mps2psqrts: number;
}

/** Prior standard deviations at the first edge. */
const PRIOR = { position_m: 0.3, velocity_mps: 0.3, bias_mps2: 0.08 };

/** The tops' surprise counts beside this many that were as expected. */
const SURPRISE_PRIOR = 2;

/** Smoothed motion at every edge, with what is needed for the uncertainty of any difference of positions. */
export interface Motion {
  length: number;
  position_m: Float64Array;
  velocity_mps: Float64Array;
  bias_mps2: Float64Array;
  positionSd_m: Float64Array;
  velocitySd_mps: Float64Array;
  /** Standard deviation of `position[j] − position[i]`, m. */
  travelSd_m(i: number, j: number): number;
  /** Covariance of the errors of `velocity[i]` and `velocity[j]`. */
  velocityCovariance_m2ps2(i: number, j: number): number;
}

/**
 * Fixed-interval smoother (Rauch, Tung & Striebel 1965, doi 10.2514/3.3166) over position, velocity
 * and accelerometer bias. The measured acceleration drives the state; zero velocities and returns to
 * the top correct it; the bias walks. How exactly the tops fell where they were predicted, against how
 * exactly they should have, scales every standard deviation (the a posteriori variance factor of
 * least squares): a set whose tops agree better than assumed is known better than assumed.
 */
export function smoothMotion(evidence: MotionEvidence): Motion {
  const { filtered, predicted, surprise } = filter(evidence);
  return smoothBackwards(filtered, predicted, surprise);
}

/** Forward pass: the state at every edge from what lies before it, after and before the edge's own evidence. */
function filter(evidence: MotionEvidence): {
  filtered: Float64Array;
  predicted: Float64Array;
  surprise: number;
} {
  const { accel_mps2, noise_m2ps3, restSd_mps, topSd_m, placeSd_m } = evidence;
  const edges = accel_mps2.length + 1;
  const walk_m2ps5 = evidence.biasWalk_mps2psqrts ** 2;
  const filtered = new Float64Array(STATE_SIZE * edges);
  const predicted = new Float64Array(STATE_SIZE * edges);
  const isTop = new Uint8Array(edges);
  for (const k of evidence.tops) isTop[k] = 1;
  const state = new Float64Array(STATE_SIZE);
  setState(state, 0, { position_m: 0, velocity_mps: 0, bias_mps2: 0 }, PRIOR);
  let squares = SURPRISE_PRIOR;
  for (let k = 0; k < edges; k++) {
    if (k > 0) predict(state, 0, accel_mps2[k - 1], GRID_STEP_S, noise_m2ps3[k - 1], walk_m2ps5);
    predicted.set(state, STATE_SIZE * k);
    if (restSd_mps[k] < Infinity) observeVelocity(state, 0, 0, restSd_mps[k] ** 2);
    if (placeSd_m && placeSd_m[k] < Infinity) observePosition(state, 0, 0, placeSd_m[k] ** 2);
    if (isTop[k]) squares += observePosition(state, 0, 0, topSd_m ** 2);
    filtered.set(state, STATE_SIZE * k);
  }
  const surprise = Math.sqrt(squares / (SURPRISE_PRIOR + evidence.tops.length));
  return { filtered, predicted, surprise };
}

function smoothBackwards(
  filtered: Float64Array,
  predicted: Float64Array,
  surprise: number,
): Motion {
  const edges = filtered.length / STATE_SIZE;
  const smoothed = filtered.slice();
  const gains = new Float64Array(9 * edges);
  for (let k = edges - 2; k >= 0; k--) {
    const at = STATE_SIZE * k;
    const next = at + STATE_SIZE;
    smootherGain(filtered, at, predicted, next, gains, 9 * k);
    const ds = smoothed[next] - predicted[next];
    const dv = smoothed[next + 1] - predicted[next + 1];
    const db = smoothed[next + 2] - predicted[next + 2];
    for (let r = 0; r < 3; r++) {
      const g = 9 * k + 3 * r;
      smoothed[at + r] += gains[g] * ds + gains[g + 1] * dv + gains[g + 2] * db;
    }
    addSandwich(smoothed, at, gains, 9 * k, predicted, next);
  }
  return motionOf(edges, smoothed, gains, surprise);
}

/** G = P Fᵀ M⁻¹ for the filtered covariance P at k and the predicted covariance M at k + 1, row by row. */
function smootherGain(
  filtered: Float64Array,
  at: number,
  predicted: Float64Array,
  next: number,
  gains: Float64Array,
  into: number,
): void {
  const h = 0.5 * GRID_STEP_S * GRID_STEP_S;
  const m00 = predicted[next + 3];
  const m01 = predicted[next + 4];
  const m02 = predicted[next + 5];
  const m11 = predicted[next + 6];
  const m12 = predicted[next + 7];
  const m22 = predicted[next + 8];
  const c00 = m11 * m22 - m12 * m12;
  const c01 = m02 * m12 - m01 * m22;
  const c02 = m01 * m12 - m02 * m11;
  const c11 = m00 * m22 - m02 * m02;
  const c12 = m01 * m02 - m00 * m12;
  const c22 = m00 * m11 - m01 * m01;
  const determinant = m00 * c00 + m01 * c01 + m02 * c02;
  for (let r = 0; r < 3; r++) {
    const s = filtered[at + 3 + r];
    const v = filtered[at + (r === 0 ? 4 : 5 + r)];
    const b = filtered[at + (r === 0 ? 5 : 6 + r)];
    const fs = s + GRID_STEP_S * v - h * b;
    const fv = v - GRID_STEP_S * b;
    gains[into + 3 * r] = (fs * c00 + fv * c01 + b * c02) / determinant;
    gains[into + 3 * r + 1] = (fs * c01 + fv * c11 + b * c12) / determinant;
    gains[into + 3 * r + 2] = (fs * c02 + fv * c12 + b * c22) / determinant;
  }
}

/** Covariance at k: P += G (S − M) Gᵀ, with S the smoothed and M the predicted covariance at k + 1. */
function addSandwich(
  smoothed: Float64Array,
  at: number,
  gains: Float64Array,
  g: number,
  predicted: Float64Array,
  next: number,
): void {
  const d00 = smoothed[next + 3] - predicted[next + 3];
  const d01 = smoothed[next + 4] - predicted[next + 4];
  const d02 = smoothed[next + 5] - predicted[next + 5];
  const d11 = smoothed[next + 6] - predicted[next + 6];
  const d12 = smoothed[next + 7] - predicted[next + 7];
  const d22 = smoothed[next + 8] - predicted[next + 8];
  let place = at + 3;
  for (let r = 0; r < 3; r++) {
    const g0 = gains[g + 3 * r];
    const g1 = gains[g + 3 * r + 1];
    const g2 = gains[g + 3 * r + 2];
    const t0 = g0 * d00 + g1 * d01 + g2 * d02;
    const t1 = g0 * d01 + g1 * d11 + g2 * d12;
    const t2 = g0 * d02 + g1 * d12 + g2 * d22;
    for (let c = r; c < 3; c++) {
      smoothed[place++] +=
        t0 * gains[g + 3 * c] + t1 * gains[g + 3 * c + 1] + t2 * gains[g + 3 * c + 2];
    }
  }
}

function motionOf(
  edges: number,
  states: Float64Array,
  gains: Float64Array,
  surprise: number,
): Motion {
  const column = (place: number) => {
    const values = new Float64Array(edges);
    for (let k = 0; k < edges; k++) values[k] = states[STATE_SIZE * k + place];
    return values;
  };
  const spread = (place: number) =>
    column(place).map((variance) => surprise * Math.sqrt(Math.max(0, variance)));
  return {
    length: edges,
    position_m: column(0),
    velocity_mps: column(1),
    bias_mps2: column(2),
    positionSd_m: spread(3),
    velocitySd_mps: spread(6),
    travelSd_m: (i, j) => {
      const variances = states[STATE_SIZE * i + SS] + states[STATE_SIZE * j + SS];
      const shared = covarianceOf(states, gains, 0, i, j);
      return surprise * Math.sqrt(Math.max(0, variances - 2 * shared));
    },
    velocityCovariance_m2ps2: (i, j) => surprise ** 2 * covarianceOf(states, gains, 1, i, j),
  };
}

/** Places of the covariances ss, sv, sb and vs, vv, vb in a state. */
const [SS, SV, SB, VV, VB] = [3, 4, 5, 6, 7];
const COVARIANCES = [
  [SS, SV, SB],
  [SV, VV, VB],
] as const;

/** Cov(x_i, x_j) = G_i ⋯ G_{j−1} P_j of the position (0) or the velocity (1) at two edges (de Jong & Mackinnon 1988). */
function covarianceOf(
  states: Float64Array,
  gains: Float64Array,
  place: 0 | 1,
  oneEdge: number,
  otherEdge: number,
): number {
  const [i, j] = [Math.min(oneEdge, otherEdge), Math.max(oneEdge, otherEdge)];
  // Only one row of the product is needed: carry it from i forwards.
  let [r0, r1, r2] = [place === 0 ? 1 : 0, place === 1 ? 1 : 0, 0];
  for (let k = i; k < j; k++) {
    const g = 9 * k;
    const next0 = r0 * gains[g] + r1 * gains[g + 3] + r2 * gains[g + 6];
    const next1 = r0 * gains[g + 1] + r1 * gains[g + 4] + r2 * gains[g + 7];
    r2 = r0 * gains[g + 2] + r1 * gains[g + 5] + r2 * gains[g + 8];
    [r0, r1] = [next0, next1];
  }
  const to = STATE_SIZE * j;
  const [s, v, b] = COVARIANCES[place];
  return r0 * states[to + s] + r1 * states[to + v] + r2 * states[to + b];
}
