import { GRAVITY_MPS2 } from '../../gravity';
import type { Stop, Verdict } from '../report';
import type { StrokeSpan } from '../segment';
import { largestAcceleration } from './acceleration';
import { SPANS } from './definitions';
import { cellsIn, peakEdge, type Measured } from './measured';

const SETTINGS = {
  /** Friction brakes too: by up to this share of what lies on the rail. */
  friction: 0.1,
  /** On a flatter rail something else than gravity brings the sled back, and how hard is not known. */
  leastIncline_deg: 15,
};

/**
 * How hard a press is stopped. Feet push and cannot pull, so gravity and friction are all that brakes a
 * sled; what brakes harder is an end stop.
 */
export function stopOf(measured: Measured, press: StrokeSpan): Stop {
  const until = press.end.edge + cellsIn(SPANS.afterPress_s);
  const range = [peakEdge(measured.motion, press), until] as const;
  const { accel_mps2, accelSd_mps2 } = largestAcceleration('lower', measured, range, SPANS.stop_s);
  return {
    braking_mps2: accel_mps2,
    brakingSd_mps2: accelSd_mps2,
    slam: slamOf(accel_mps2, accelSd_mps2, measured.incline_deg),
  };
}

function slamOf(braking_mps2: number, sd_mps2: number, incline_deg: number): Verdict | null {
  if (Math.abs(incline_deg) < SETTINGS.leastIncline_deg) return null;
  const limit_mps2 = slamLimit_mps2(incline_deg);
  if (Math.abs(braking_mps2 - limit_mps2) <= 2 * sd_mps2) return 'borderline';
  return braking_mps2 > limit_mps2 ? 'out' : 'in';
}

/** Gravity and friction brake a sled on this incline by no more. */
export function slamLimit_mps2(incline_deg: number): number {
  const incline_rad = (Math.abs(incline_deg) * Math.PI) / 180;
  return GRAVITY_MPS2 * (Math.sin(incline_rad) + SETTINGS.friction * Math.cos(incline_rad));
}
