import { V0_MPS } from '../sled/setup';
import type { Profile } from './profile';

/** A stroke's whole duration, and the parts of it at its start and end below v0, s. */
export interface Pace {
  duration_s: number;
  head_s: number;
  tail_s: number;
}

const POINTS = 400;
const ROUNDS = 10;
/** Below this share of a stroke above v0 it is too slow to be paced; it then comes out shorter than asked. */
const LEAST_SHARE = 0.5;

/** How long a stroke must take from standstill to standstill to spend `wanted_s` beyond v0. */
export function paceStroke(profile: Profile, travel_m: number, wanted_s: number): Pace {
  const speeds = Float64Array.from({ length: POINTS + 1 }, (_, i) => profile(i / POINTS));
  let duration_s = wanted_s;
  let [first, last] = [0, 1];
  for (let round = 0; round < ROUNDS; round++) {
    [first, last] = sharesAbove(speeds, (V0_MPS * duration_s) / Math.abs(travel_m));
    duration_s = wanted_s / Math.max(LEAST_SHARE, last - first);
  }
  return { duration_s, head_s: first * duration_s, tail_s: (1 - last) * duration_s };
}

/** The shares of the duration at which the speed first and last passes the level. */
function sharesAbove(speeds: Float64Array, level: number): [first: number, last: number] {
  const first = speeds.findIndex((speed) => speed > level);
  if (first < 1) return [0.5, 0.5];
  const last = speeds.findLastIndex((speed) => speed > level);
  const crossing = (below: number, above: number) =>
    (below + ((level - speeds[below]) / (speeds[above] - speeds[below])) * (above - below)) /
    POINTS;
  return [crossing(first - 1, first), crossing(last + 1, last)];
}
