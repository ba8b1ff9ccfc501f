import { median } from '../../signal/statistics';
import type { Acceleration, Bounce, Rep } from '../report';
import type { StrokeSpan } from '../segment';
import { accelerationAbout } from './acceleration';
import { SPANS } from './definitions';
import type { Measured } from './measured';

const SETTINGS = {
  /** A rep that rested this long at the bottom did not bounce: the legs set it going again. */
  pause_s: 0.2,
  /** A bounce turns at once: its dwell is shorter than this, two of its own standard deviations allowed. */
  dwell_s: 0.15,
  /** It turns by so much more than the paused reps. Legs that turn a sled without a stop reach about 2 m/s². */
  beyondPaused_mps2: 3,
};

/**
 * The acceleration in the moment the sled turns round: its mean over 0.1 s about the middle of the
 * bottom. After a pause it is nothing, legs that turn at once reach about 2 m/s², a stop far more.
 */
export function turnaround(measured: Measured, lower: StrokeSpan, press: StrokeSpan): Acceleration {
  const turn = (lower.end.edge + press.start.edge) / 2;
  const sd_s = Math.hypot(lower.end.sd_s, press.start.sd_s) / 2;
  return accelerationAbout(measured, turn, sd_s, SPANS.turn_s);
}

/**
 * The reps thrown back at the bottom rather than pressed: turned at once, by far more than the same
 * person's paused reps. Where the limit lies within two standard deviations, the verdict is borderline.
 */
export function findBounces(reps: readonly Rep[]): Bounce[] {
  const { dwell_s } = SETTINGS;
  const limit_mps2 = bounceLimit_mps2(reps);
  return reps.flatMap(({ index, turnaround, bottom }): Bounce[] => {
    if (!turnaround || !bottom || bottom.duration_s - 2 * bottom.durationSd_s > dwell_s) return [];
    const beyond_mps2 = turnaround.accel_mps2 - limit_mps2;
    if (Math.abs(beyond_mps2) <= 2 * turnaround.accelSd_mps2) {
      return [{ rep: index, verdict: 'borderline' }];
    }
    return beyond_mps2 > 0 ? [{ rep: index, verdict: 'out' }] : [];
  });
}

/** A rep that turns at once, and by more than this, bounced. */
export function bounceLimit_mps2(reps: readonly Rep[]): number {
  const { pause_s, beyondPaused_mps2 } = SETTINGS;
  const paused_mps2 = reps.flatMap(({ turnaround, bottom }) =>
    turnaround && bottom && bottom.duration_s > pause_s ? [turnaround.accel_mps2] : [],
  );
  return beyondPaused_mps2 + (median(paused_mps2) || 0);
}
