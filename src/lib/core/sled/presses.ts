import { GRID_STEP_S } from '../signal/even-grid';
import { movingMean } from '../signal/moving-mean';
import { quantile } from '../signal/statistics';
import { turningPoints } from '../signal/turning-points';

const SETTINGS = {
  /** Drift slower than this is taken out of the integrated acceleration. */
  baseline_s: 7,
  /** A push must change the velocity by at least this much, m/s, and by this share of the set's strong pushes. */
  swing_mps: 0.05,
  swingShare: 0.25,
  /** Two presses end at least this far apart. */
  apart_s: 0.3,
  /** A press has ended when the velocity has fallen to this share of its peak. */
  endShare: 0.1,
};

/** An edge at which a press probably ends, and how it compares with the set's strong presses, 0–1. */
export interface ProbableTop {
  edge: number;
  strength: number;
}

/**
 * Where presses probably end, in order and at least 0.3 s apart, from the acceleration alone. Presses
 * are short and strong, so they stand out of the integrated acceleration even when its drift hides
 * everything slow. Some are false (handling, a press that stalls half way): they are candidates, to
 * be judged later.
 */
export function probableTops(accel_mps2: Float64Array): ProbableTop[] {
  const velocity = roughVelocity(accel_mps2);
  const turns = turningPoints(velocity, SETTINGS.swing_mps);
  const swing = (i: number) => velocity[turns[i]] - velocity[turns[i - 1]];
  const pushes = turns.map((_, i) => i).filter((i) => i > 0 && swing(i) > 0);
  const strong = quantile(pushes.map(swing), 0.8);
  const ends = pushes
    .map((i) => ({ edge: pushEnd(velocity, turns[i]), strength: Math.min(1, swing(i) / strong) }))
    .filter(({ strength }) => strength >= SETTINGS.swingShare)
    .sort((one, other) => one.edge - other.edge);
  const tops: ProbableTop[] = [];
  for (const end of ends) {
    const last = tops.at(-1);
    if (!last || end.edge - last.edge >= SETTINGS.apart_s / GRID_STEP_S) tops.push(end);
    else last.strength = Math.max(last.strength, end.strength);
  }
  return tops;
}

function roughVelocity(accel_mps2: Float64Array): Float64Array {
  const velocity = new Float64Array(accel_mps2.length + 1);
  for (let k = 0; k < accel_mps2.length; k++) {
    velocity[k + 1] = velocity[k] + accel_mps2[k] * GRID_STEP_S;
  }
  const width = SETTINGS.baseline_s / GRID_STEP_S;
  const baseline = movingMean(movingMean(velocity, width), width);
  return velocity.map((v, k) => v - baseline[k]);
}

/** Where the velocity has fallen to a small share of its peak; a push within a larger one ends with it. */
function pushEnd(velocity: Float64Array, peak: number): number {
  let k = peak;
  while (k < velocity.length - 1 && velocity[k] > SETTINGS.endShare * velocity[peak]) k++;
  return k;
}
