import { GRAVITY_MPS2 } from '../../gravity';
import type { Vector3 } from '../../recording';
import { norm } from '../../signal/vector';

const SETTINGS = {
  /** An accelerometer's offset along an axis, as a share of gravity: its data sheet says 2–5 % at most. */
  offsetShare: 0.018,
  /** How well motion shows the rail. */
  axisSd_deg: 0.3,
};

/**
 * Standard deviation of a rail's incline, °, from the specific force at rest. Its limit is the
 * accelerometer's offset, which nobody can tell from gravity; only its part along gravity shows, as a
 * weight that is not 9.81 m/s², and the part across, which tips the incline, is likely as large.
 */
export function inclineSd_deg(rest_mps2: Vector3): number {
  const seenShare = norm(rest_mps2) / GRAVITY_MPS2 - 1;
  const offset_deg = (Math.hypot(SETTINGS.offsetShare, seenShare) * 180) / Math.PI;
  return Math.hypot(offset_deg, SETTINGS.axisSd_deg);
}
