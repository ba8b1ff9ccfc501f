import type { Sample, Vector3 } from '$lib/core/recording';
import type { Reading } from '../models/model';

/** The readings of one notification. */
export interface Batch {
  readonly readings: readonly Reading[];
  readonly arrived_s: number;
}

const LOST: Vector3 = [NaN, NaN, NaN];

/** A reading at its time. What the device sent again keeps its instant, and its values are lost. */
export function sampleOf({ accel_mps2, gyro_dps, repeated }: Reading, t_s: number): Sample {
  const sample: Sample = { t_s, accel_mps2: repeated ? LOST : accel_mps2 };
  if (gyro_dps) sample.gyro_dps = repeated ? LOST : gyro_dps;
  return sample;
}
