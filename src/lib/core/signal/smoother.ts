import { GRID_STEP_S } from './even-grid';

/**
 * What is known of the motion before it is smoothed. Cells are grid cells; edge k is the start of cell
 * k, so that there is one edge more than cells.
 */
export interface MotionEvidence {
  /** Mean acceleration along the rail over each cell, offset and tilt still in it, m/s². */
  accel_mps2: Float64Array;
  /** White-noise density of that acceleration in each cell, m²/s³: the variance a second of it adds to velocity. */
  noise_m2ps3: Float64Array;
  /** Standard deviation of "the velocity is zero" at each edge, m/s; ∞ where nothing says so. */
  restSd_mps: Float64Array;
  /** Edges at which the sled is back at the top of its travel, and how exactly it comes back there. */
  tops: readonly number[];
  topSd_m: number;
  biasWalk_mps2psqrts: number;
}

/** Prior standard deviations at the first edge. */
const PRIOR = { position_m: 0.15, velocity_mps: 0.3, bias_mps2: 0.08 };

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
}

/**
 * Fixed-interval smoother (Rauch, Tung & Striebel 1965, doi 10.2514/3.3166) over position, velocity
 * and accelerometer bias. The measured acceleration drives the state; zero velocities and returns to
 * the top correct it; the bias walks.
 */
export function smoothMotion(evidence: MotionEvidence): Motion {
  const forward = filter(evidence);
  return smoothBackwards(forward);
}

/** Symmetric 3×3 matrices take 6 places: ss, sv, sb, vv, vb, bb. */
interface Filtered {
  edges: number;
  state: Float64Array;
  covariance: Float64Array;
  predicted: Float64Array;
  predictedCovariance: Float64Array;
}

function filter(evidence: MotionEvidence): Filtered {
  const { accel_mps2, noise_m2ps3, restSd_mps, topSd_m } = evidence;
  const edges = accel_mps2.length + 1;
  const result: Filtered = {
    edges,
    state: new Float64Array(3 * edges),
    covariance: new Float64Array(6 * edges),
    predicted: new Float64Array(3 * edges),
    predictedCovariance: new Float64Array(6 * edges),
  };
  const isTop = new Uint8Array(edges);
  for (const k of evidence.tops) isTop[k] = 1;
  const x = new Float64Array(3);
  const p = new Float64Array(6);
  p[0] = PRIOR.position_m ** 2;
  p[3] = PRIOR.velocity_mps ** 2;
  p[5] = PRIOR.bias_mps2 ** 2;
  const walk = evidence.biasWalk_mps2psqrts ** 2;
  for (let k = 0; k < edges; k++) {
    if (k > 0) predict(x, p, accel_mps2[k - 1], GRID_STEP_S, noise_m2ps3[k - 1], walk);
    result.predicted.set(x, 3 * k);
    result.predictedCovariance.set(p, 6 * k);
    if (restSd_mps[k] < Infinity) observeVelocity(x, p, 0, restSd_mps[k] ** 2);
    if (isTop[k]) observePosition(x, p, 0, topSd_m ** 2);
    result.state.set(x, 3 * k);
    result.covariance.set(p, 6 * k);
  }
  return result;
}

/** Moves state and covariance on by `step_s` under a measured acceleration. */
export function predict(
  x: Float64Array,
  p: Float64Array,
  accel_mps2: number,
  step_s: number,
  noise_m2ps3: number,
  walk_m2ps5: number,
): void {
  const h = 0.5 * step_s * step_s;
  const net_mps2 = accel_mps2 - x[2];
  x[0] += x[1] * step_s + net_mps2 * h;
  x[1] += net_mps2 * step_s;
  const [ss, sv, sb, vv, vb, bb] = p;
  const sb1 = sb + step_s * vb - h * bb;
  const vb1 = vb - step_s * bb;
  p[0] =
    ss +
    2 * step_s * sv -
    2 * h * sb +
    step_s * step_s * vv -
    2 * step_s * h * vb +
    h * h * bb +
    (noise_m2ps3 * step_s ** 3) / 3;
  p[1] = sv + step_s * vv - h * vb - step_s * sb1 + noise_m2ps3 * h;
  p[2] = sb1;
  p[3] = vv - 2 * step_s * vb + step_s * step_s * bb + noise_m2ps3 * step_s;
  p[4] = vb1;
  p[5] = bb + walk_m2ps5 * step_s;
}

/** Takes in a measured velocity; returns the squared innovation over its variance, and that variance. */
export function observeVelocity(
  x: Float64Array,
  p: Float64Array,
  velocity_mps: number,
  variance: number,
): { squared: number; variance: number } {
  const innovation = velocity_mps - x[1];
  const total = p[3] + variance;
  const [gs, gv, gb] = [p[1] / total, p[3] / total, p[4] / total];
  const [sv, vv, vb] = [p[1], p[3], p[4]];
  x[0] += gs * innovation;
  x[1] += gv * innovation;
  x[2] += gb * innovation;
  p[0] -= gs * sv;
  p[1] -= gs * vv;
  p[2] -= gs * vb;
  p[3] -= gv * vv;
  p[4] -= gv * vb;
  p[5] -= gb * vb;
  return { squared: (innovation * innovation) / total, variance: total };
}

/** Takes in a measured position; returns as {@link observeVelocity}. */
export function observePosition(
  x: Float64Array,
  p: Float64Array,
  position_m: number,
  variance: number,
): { squared: number; variance: number } {
  const innovation = position_m - x[0];
  const total = p[0] + variance;
  const [gs, gv, gb] = [p[0] / total, p[1] / total, p[2] / total];
  const [ss, sv, sb] = [p[0], p[1], p[2]];
  x[0] += gs * innovation;
  x[1] += gv * innovation;
  x[2] += gb * innovation;
  p[0] -= gs * ss;
  p[1] -= gs * sv;
  p[2] -= gs * sb;
  p[3] -= gv * sv;
  p[4] -= gv * sb;
  p[5] -= gb * sb;
  return { squared: (innovation * innovation) / total, variance: total };
}

function smoothBackwards(forward: Filtered): Motion {
  const { edges, state, covariance, predicted, predictedCovariance } = forward;
  const x = state.slice();
  const p = covariance.slice();
  const gains = new Float64Array(9 * edges);
  const gain = new Float64Array(9);
  for (let k = edges - 2; k >= 0; k--) {
    smootherGain(covariance, 6 * k, predictedCovariance, 6 * (k + 1), gain);
    gains.set(gain, 9 * k);
    const ds = x[3 * k + 3] - predicted[3 * k + 3];
    const dv = x[3 * k + 4] - predicted[3 * k + 4];
    const db = x[3 * k + 5] - predicted[3 * k + 5];
    for (let r = 0; r < 3; r++) {
      x[3 * k + r] += gain[3 * r] * ds + gain[3 * r + 1] * dv + gain[3 * r + 2] * db;
    }
    addSandwich(p, 6 * k, gain, p, predictedCovariance, 6 * (k + 1));
  }
  return motionOf(edges, x, p, gains);
}

/** G = P Fᵀ M⁻¹ for filtered P at k and predicted M at k + 1, row by row. */
function smootherGain(
  covariance: Float64Array,
  at: number,
  predicted: Float64Array,
  next: number,
  gain: Float64Array,
): void {
  const h = 0.5 * GRID_STEP_S * GRID_STEP_S;
  const step_s = GRID_STEP_S;
  const [m00, m01, m02, m11, m12, m22] = predicted.subarray(next, next + 6);
  const c00 = m11 * m22 - m12 * m12;
  const c01 = m02 * m12 - m01 * m22;
  const c02 = m01 * m12 - m02 * m11;
  const c11 = m00 * m22 - m02 * m02;
  const c12 = m01 * m02 - m00 * m12;
  const c22 = m00 * m11 - m01 * m01;
  const determinant = m00 * c00 + m01 * c01 + m02 * c02;
  for (let r = 0; r < 3; r++) {
    const s = covariance[at + (r === 0 ? 0 : r === 1 ? 1 : 2)];
    const v = covariance[at + (r === 0 ? 1 : r === 1 ? 3 : 4)];
    const b = covariance[at + (r === 0 ? 2 : r === 1 ? 4 : 5)];
    const fs = s + step_s * v - h * b;
    const fv = v - step_s * b;
    gain[3 * r] = (fs * c00 + fv * c01 + b * c02) / determinant;
    gain[3 * r + 1] = (fs * c01 + fv * c11 + b * c12) / determinant;
    gain[3 * r + 2] = (fs * c02 + fv * c12 + b * c22) / determinant;
  }
}

/** P += G (S − M) Gᵀ, with S the smoothed and M the predicted covariance at the next edge. */
function addSandwich(
  p: Float64Array,
  at: number,
  g: Float64Array,
  smoothed: Float64Array,
  predicted: Float64Array,
  next: number,
): void {
  const d00 = smoothed[next] - predicted[next];
  const d01 = smoothed[next + 1] - predicted[next + 1];
  const d02 = smoothed[next + 2] - predicted[next + 2];
  const d11 = smoothed[next + 3] - predicted[next + 3];
  const d12 = smoothed[next + 4] - predicted[next + 4];
  const d22 = smoothed[next + 5] - predicted[next + 5];
  let place = at;
  for (let r = 0; r < 3; r++) {
    const t0 = g[3 * r] * d00 + g[3 * r + 1] * d01 + g[3 * r + 2] * d02;
    const t1 = g[3 * r] * d01 + g[3 * r + 1] * d11 + g[3 * r + 2] * d12;
    const t2 = g[3 * r] * d02 + g[3 * r + 1] * d12 + g[3 * r + 2] * d22;
    for (let c = r; c < 3; c++) {
      p[place++] += t0 * g[3 * c] + t1 * g[3 * c + 1] + t2 * g[3 * c + 2];
    }
  }
}

function motionOf(edges: number, x: Float64Array, p: Float64Array, gains: Float64Array): Motion {
  const column = (read: (k: number) => number) =>
    Float64Array.from({ length: edges }, (_, k) => read(k));
  return {
    length: edges,
    position_m: column((k) => x[3 * k]),
    velocity_mps: column((k) => x[3 * k + 1]),
    bias_mps2: column((k) => x[3 * k + 2]),
    positionSd_m: column((k) => Math.sqrt(Math.max(0, p[6 * k]))),
    velocitySd_mps: column((k) => Math.sqrt(Math.max(0, p[6 * k + 3]))),
    travelSd_m: (i, j) => travelSd_m(p, gains, Math.min(i, j), Math.max(i, j)),
  };
}

/** Var(s_j − s_i) = P_ii + P_jj − 2·Cov, with Cov(x_i, x_j) = G_i ⋯ G_{j−1} P_j (de Jong & Mackinnon 1988). */
function travelSd_m(p: Float64Array, gains: Float64Array, i: number, j: number): number {
  // Only the position row of the product is needed: carry it from i forwards.
  let [r0, r1, r2] = [1, 0, 0];
  for (let k = i; k < j; k++) {
    const g = 9 * k;
    [r0, r1, r2] = [
      r0 * gains[g] + r1 * gains[g + 3] + r2 * gains[g + 6],
      r0 * gains[g + 1] + r1 * gains[g + 4] + r2 * gains[g + 7],
      r0 * gains[g + 2] + r1 * gains[g + 5] + r2 * gains[g + 8],
    ];
  }
  const shared = r0 * p[6 * j] + r1 * p[6 * j + 1] + r2 * p[6 * j + 2];
  return Math.sqrt(Math.max(0, p[6 * i] + p[6 * j] - 2 * shared));
}
