import type { Vector3 } from '../recording';
import { clamp } from '../signal/statistics';
import { dot, norm, scale, subtract, unit } from '../signal/vector';
import type { Rail } from './rail';

/** What happened before counts less by this factor a step (about 10 s): it may have been a hand. */
export const MEMORY = 0.99;

const SETTINGS = {
  /** A knock must not turn the axis: what is stronger counts no more than this. */
  cap_mps2: 0.3,
  /** Sum of squares, times s, from which on a direction is believed, and how much longer than the next one it must be. */
  least_m2ps3: 0.02,
  leastRatio: 4,
  leastGravity_mps2: 3,
};

/**
 * Along which line the specific force varies: second moments of what it does beside its slow mean,
 * summed up as the steps come.
 */
export class RailMoments {
  readonly #moments = new Float64Array(6);
  /** Weighted sum of squares so far, m²/s³. */
  strength_m2ps3 = 0;

  add([x, y, z]: Vector3, step_s: number): void {
    const size = Math.sqrt(x * x + y * y + z * z);
    const weight = step_s * (size > SETTINGS.cap_mps2 ? (SETTINGS.cap_mps2 / size) ** 2 : 1);
    const m = this.#moments;
    for (let i = 0; i < m.length; i++) m[i] *= MEMORY;
    this.strength_m2ps3 *= MEMORY;
    m[0] += weight * x * x;
    m[1] += weight * x * y;
    m[2] += weight * x * z;
    m[3] += weight * y * y;
    m[4] += weight * y * z;
    m[5] += weight * z * z;
    this.strength_m2ps3 += weight * size * size;
  }

  /** The rail, pointing up where there is an up; null while nothing moved along a line, or there is no gravity. */
  rail(rest_mps2: Vector3): Rail | null {
    if (this.strength_m2ps3 < SETTINGS.least_m2ps3) return null;
    if (norm(rest_mps2) < SETTINGS.leastGravity_mps2) return null;
    const [xx, xy, xz, yy, yz, zz] = this.#moments;
    const rows: Vector3[] = [
      [xx, xy, xz],
      [xy, yy, yz],
      [xz, yz, zz],
    ];
    // Start from the axis that varies most, so that the start is never square to the answer.
    let axis: Vector3 = xx >= yy && xx >= zz ? [1, 0, 0] : yy >= zz ? [0, 1, 0] : [0, 0, 1];
    for (let i = 0; i < 50; i++)
      axis = unit([dot(rows[0], axis), dot(rows[1], axis), dot(rows[2], axis)]);
    const along = dot([dot(rows[0], axis), dot(rows[1], axis), dot(rows[2], axis)], axis);
    if (along < SETTINGS.leastRatio * (xx + yy + zz - along)) return null;
    return railAlong(axis, rest_mps2);
  }
}

/** A rail along an axis of either sign, as the specific force at rest shows it. */
export function railAlong(line: Vector3, rest_mps2: Vector3): Rail {
  const up = unit(rest_mps2);
  const axis = dot(line, up) < 0 ? scale(line, -1) : line;
  const incline_deg = (Math.asin(clamp(dot(axis, up), -1, 1)) * 180) / Math.PI;
  const across = subtract(up, scale(axis, dot(axis, up)));
  return { axis, normal: norm(across) > 0.02 ? unit(across) : null, rest_mps2, incline_deg };
}
