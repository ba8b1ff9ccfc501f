/**
 * What is known of a sled at one instant: mean and covariance of position s (m), velocity v (m/s),
 * accelerometer bias b (m/s²) along the rail and of the place h (m) where it is held, in fourteen places
 * of a Float64Array from `at` on: s, v, b, then the covariances ss, sv, sb, vv, vb, bb, then h, sh, vh,
 * bh, hh. Many states share one array, so that the filters below allocate nothing.
 */
export const STATE_SIZE = 14;

/** Sets a state with independent errors. */
export function setState(
  states: Float64Array,
  at: number,
  mean: { position_m: number; velocity_mps: number; bias_mps2: number },
  sd: { position_m: number; velocity_mps: number; bias_mps2: number },
): void {
  states.fill(0, at, at + STATE_SIZE);
  states[at] = mean.position_m;
  states[at + 1] = mean.velocity_mps;
  states[at + 2] = mean.bias_mps2;
  states[at + 3] = sd.position_m ** 2;
  states[at + 6] = sd.velocity_mps ** 2;
  states[at + 8] = sd.bias_mps2 ** 2;
  holdHere(states, at, 0);
}

/** Copies a state to another place, of the same array or another one. */
export function copyState(from: Float64Array, at: number, to: Float64Array, place: number): void {
  to[place] = from[at];
  to[place + 1] = from[at + 1];
  to[place + 2] = from[at + 2];
  to[place + 3] = from[at + 3];
  to[place + 4] = from[at + 4];
  to[place + 5] = from[at + 5];
  to[place + 6] = from[at + 6];
  to[place + 7] = from[at + 7];
  to[place + 8] = from[at + 8];
  to[place + 9] = from[at + 9];
  to[place + 10] = from[at + 10];
  to[place + 11] = from[at + 11];
  to[place + 12] = from[at + 12];
  to[place + 13] = from[at + 13];
}

/** From now on the sled is held where it is, give or take a variance. */
export function holdHere(states: Float64Array, at: number, variance_m2: number): void {
  states[at + 9] = states[at];
  states[at + 10] = states[at + 3];
  states[at + 11] = states[at + 4];
  states[at + 12] = states[at + 5];
  states[at + 13] = states[at + 3] + variance_m2;
}

/**
 * Moves a state on by `step_s` under a measured acceleration: v gains (a − b)·step, b walks. White
 * noise of the acceleration has the density `noise_m2ps3`, the walk adds `walk_m2ps5` a second to b's
 * variance.
 */
export function predict(
  states: Float64Array,
  at: number,
  accel_mps2: number,
  step_s: number,
  noise_m2ps3: number,
  walk_m2ps5: number,
): void {
  const h = 0.5 * step_s * step_s;
  const net_mps2 = accel_mps2 - states[at + 2];
  states[at] += states[at + 1] * step_s + net_mps2 * h;
  states[at + 1] += net_mps2 * step_s;
  const ss = states[at + 3];
  const sv = states[at + 4];
  const sb = states[at + 5];
  const vv = states[at + 6];
  const vb = states[at + 7];
  const bb = states[at + 8];
  const nextSb = sb + step_s * vb - h * bb;
  states[at + 3] =
    ss +
    2 * step_s * sv -
    2 * h * sb +
    step_s * step_s * vv -
    2 * step_s * h * vb +
    h * h * bb +
    (noise_m2ps3 * step_s * step_s * step_s) / 3;
  states[at + 4] = sv + step_s * vv - h * vb - step_s * nextSb + noise_m2ps3 * h;
  states[at + 5] = nextSb;
  states[at + 6] = vv - 2 * step_s * vb + step_s * step_s * bb + noise_m2ps3 * step_s;
  states[at + 7] = vb - step_s * bb;
  states[at + 8] = bb + walk_m2ps5 * step_s;
  const vh = states[at + 11];
  const bh = states[at + 12];
  states[at + 10] += step_s * vh - h * bh;
  states[at + 11] = vh - step_s * bh;
}

/** Takes in a measured position of the given variance; returns the squared innovation over its variance. */
export function observePosition(
  states: Float64Array,
  at: number,
  position_m: number,
  variance_m2: number,
): number {
  const ss = states[at + 3];
  const sv = states[at + 4];
  const sb = states[at + 5];
  const total = ss + variance_m2;
  const innovation = position_m - states[at];
  see(ss, sv, sb, states[at + 10], innovation, total);
  correct(states, at);
  return (innovation * innovation) / total;
}

/** Takes in a measured velocity of the given variance; returns as {@link observePosition}. */
export function observeVelocity(
  states: Float64Array,
  at: number,
  velocity_mps: number,
  variance_m2ps2: number,
): number {
  const sv = states[at + 4];
  const vv = states[at + 6];
  const vb = states[at + 7];
  const total = vv + variance_m2ps2;
  const innovation = velocity_mps - states[at + 1];
  see(sv, vv, vb, states[at + 11], innovation, total);
  correct(states, at);
  return (innovation * innovation) / total;
}

/** Takes in that the sled is where it is held, s = h, with the given variance; returns as {@link observePosition}. */
export function observeHeld(states: Float64Array, at: number, variance_m2: number): number {
  const s = states[at + 3] - states[at + 10];
  const v = states[at + 4] - states[at + 11];
  const b = states[at + 5] - states[at + 12];
  const h = states[at + 10] - states[at + 13];
  const total = s - h + variance_m2;
  const innovation = states[at + 9] - states[at];
  see(s, v, b, h, innovation, total);
  correct(states, at);
  return (innovation * innovation) / total;
}

/** Takes in that the place where the sled is held, or was last, has been measured; returns as {@link observePosition}. */
export function observeHeldPlace(
  states: Float64Array,
  at: number,
  position_m: number,
  variance_m2: number,
): number {
  const hh = states[at + 13];
  const total = hh + variance_m2;
  const innovation = position_m - states[at + 9];
  see(states[at + 10], states[at + 11], states[at + 12], hh, innovation, total);
  correct(states, at);
  return (innovation * innovation) / total;
}

/** What is handed to {@link correct}: s, v, b and h as the observation varies with them, its innovation and its variance. */
const seen = new Float64Array(6);

function see(s: number, v: number, b: number, h: number, innovation: number, total: number): void {
  seen[0] = s;
  seen[1] = v;
  seen[2] = b;
  seen[3] = h;
  seen[4] = innovation;
  seen[5] = total;
}

/** Corrects a state by the observation that was seen. Its numbers are handed over in an array: as arguments they would be boxed. */
function correct(states: Float64Array, at: number): void {
  const s = seen[0];
  const v = seen[1];
  const b = seen[2];
  const h = seen[3];
  const total = seen[5];
  const by = seen[4] / total;
  states[at] += s * by;
  states[at + 1] += v * by;
  states[at + 2] += b * by;
  states[at + 9] += h * by;
  const ks = s / total;
  const kv = v / total;
  const kb = b / total;
  const kh = h / total;
  states[at + 3] -= ks * s;
  states[at + 4] -= ks * v;
  states[at + 5] -= ks * b;
  states[at + 6] -= kv * v;
  states[at + 7] -= kv * b;
  states[at + 8] -= kb * b;
  states[at + 10] -= kh * s;
  states[at + 11] -= kh * v;
  states[at + 12] -= kh * b;
  states[at + 13] -= kh * h;
}
