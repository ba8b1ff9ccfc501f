import type { Vector3 } from '../recording';
import { unit } from '../signal/vector';
import type { Felt } from './felt';
import type { SetPlan } from './plan';
import { smoothStep } from './profile';
import type { Random } from './random';
import type { Script } from './script';

/** A clip gives way this fast. */
const SLIP_S = 0.2;

/** A turn of the sensor on the sled, begun at `start_s` and kept from then on. */
export interface Slip {
  start_s: number;
  angle_deg: number;
  /** Unit vector the sensor turns about, in its own frame. */
  axis: Vector3;
}

/** A slip in the middle of the set; null where none is planned. */
export function drawSlip({ slip_deg }: SetPlan, { carried }: Script, random: Random): Slip | null {
  if (slip_deg === 0) return null;
  return {
    start_s: (carried.start_s + carried.end_s) / 2,
    angle_deg: slip_deg,
    axis: unit([random.normal(), random.normal(), random.normal()]),
  };
}

/** Turns what an ideal sensor feels as the slip turns the sensor. */
export function addSlip({ rate_Hz, accel_mps2, gyro_dps }: Felt, slip: Slip): void {
  const { start_s, angle_deg, axis } = slip;
  const turnedBy_deg = (i: number) => angle_deg * smoothStep((i / rate_Hz - start_s) / SLIP_S);
  for (let i = Math.floor(start_s * rate_Hz); i < accel_mps2[0].length; i++) {
    // To what turns, all else turns the other way.
    const angle_rad = (-turnedBy_deg(i) * Math.PI) / 180;
    const rate_dps = ((turnedBy_deg(i + 1) - turnedBy_deg(i - 1)) / 2) * rate_Hz;
    for (const [x, y, z] of [accel_mps2, gyro_dps]) {
      [x[i], y[i], z[i]] = turned([x[i], y[i], z[i]], axis, angle_rad);
    }
    gyro_dps.forEach((column, k) => (column[i] += rate_dps * axis[k]));
  }
}

/** A vector turned about a unit axis (Rodrigues' formula). */
export function turned([x, y, z]: Vector3, [a, b, c]: Vector3, angle_rad: number): Vector3 {
  const [cos, sin] = [Math.cos(angle_rad), Math.sin(angle_rad)];
  const along = (1 - cos) * (a * x + b * y + c * z);
  return [
    cos * x + sin * (b * z - c * y) + along * a,
    cos * y + sin * (c * x - a * z) + along * b,
    cos * z + sin * (a * y - b * x) + along * c,
  ];
}
