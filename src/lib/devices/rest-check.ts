import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Sample, Vector3 } from '$lib/core/recording';

const SETTINGS = {
  /** So long it has to lie still, */
  still_s: 0.5,
  /** with every sample this near the first of the stretch. */
  still_mps2: 0.5,
  /** Real parts err by up to 0.08 g on an axis. */
  tolerance_g: 0.12,
};

/**
 * Weighs a sensor in the first moment in which it lies still: it must read 1 g. A wrong range, a wrong scale or
 * a broken axis shows there, whatever the protocol says.
 */
export class RestCheck {
  #since: Sample | null = null;
  #sum: [number, number, number] = [0, 0, 0];
  #count = 0;
  #done = false;

  /** What the sensor weighs, g, if it has just been seen and is not 1 g; else null. */
  see({ t_s, accel_mps2 }: Sample): number | null {
    // A lost sample says nothing.
    if (this.#done || accel_mps2.some(Number.isNaN)) return null;
    if (!this.#since || distance(accel_mps2, this.#since.accel_mps2) > SETTINGS.still_mps2) {
      this.#since = { t_s, accel_mps2 };
      this.#sum = [0, 0, 0];
      this.#count = 0;
    }
    accel_mps2.forEach((value, axis) => (this.#sum[axis] += value));
    this.#count++;
    if (t_s - this.#since.t_s < SETTINGS.still_s) return null;
    this.#done = true;
    const weight_g = Math.hypot(...this.#sum) / this.#count / GRAVITY_MPS2;
    return Math.abs(weight_g - 1) > SETTINGS.tolerance_g ? weight_g : null;
  }
}

function distance(a: Vector3, b: Vector3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
