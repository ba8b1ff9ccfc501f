import { GRAVITY_MPS2 } from '../gravity';
import type { Recording } from '../recording';
import type { Sampling } from '../signal/sampling';
import { median } from '../signal/statistics';
import { norm } from '../signal/vector';
import { isLevel, type Rail } from './rail';
import type { Warning } from './report';

const LIMITS = {
  /** Slower sensors miss the turnarounds. */
  rate_Hz: 20,
  /** Part of the recording lost in gaps that a person should know of. */
  lostShare: 0.02,
  /** Gravity read this far from 9.81 m/s² means an offset or scale that depth may share. */
  gravityShare: 0.06,
  /** So many readings tell gravity's size well enough. */
  forces: 2000,
  /** Less than this is no gravity at all. */
  gravityMissing_mps2: 3,
};

/** What a person should know before trusting the figures of a recording; `rail` null where none was found. */
export function warningsOf(recording: Recording, sampling: Sampling, rail: Rail | null): Warning[] {
  const warnings = samplingWarnings(recording, sampling);
  return rail ? [...warnings, ...railWarnings(rail)] : warnings;
}

function samplingWarnings(
  recording: Recording,
  { interval_s, gaps, clipped }: Sampling,
): Warning[] {
  const { t_s, length } = recording;
  const rate_Hz = 1 / interval_s;
  const duration_s = t_s[length - 1] - t_s[0];
  const lost_s = gaps.reduce((sum, gap) => sum + gap.duration_s, 0);
  const gravity_mps2 = medianForce_mps2(recording);
  const warnings: Warning[] = [];
  if (rate_Hz < LIMITS.rate_Hz) {
    warnings.push({
      code: 'slow-rate',
      message: `${rate_Hz.toFixed(0)} samples a second are few: short phases are uncertain. Set the sensor to 50 Hz or more.`,
    });
  }
  if (lost_s > LIMITS.lostShare * duration_s) {
    warnings.push({
      code: 'samples-lost',
      message: `${lost_s.toFixed(1)} s of ${duration_s.toFixed(0)} s were lost in ${gaps.length} gaps. Bring the receiver closer to the sensor.`,
    });
  }
  if (clipped.length > 0) {
    warnings.push({
      code: 'clipped',
      message: `The sensor reached the end of its range on ${clipped.join(', ')}. Set a wider range.`,
    });
  }
  if (gravity_mps2 < LIMITS.gravityMissing_mps2) {
    warnings.push({
      code: 'gravity-off',
      message: `Gravity is missing: the sensor read ${gravity_mps2.toFixed(2)} m/s² in the middle. Record the raw accelerometer, not "linear acceleration".`,
    });
  }
  return warnings;
}

/** Median size of the specific force, of at most some thousand samples; NaN where every sample is lost. */
function medianForce_mps2({ length, accel_mps2: { x, y, z } }: Recording): number {
  const stride = Math.max(1, Math.floor(length / LIMITS.forces));
  const sizes_mps2 = new Float64Array(Math.ceil(length / stride));
  let count = 0;
  for (let i = 0; i < length; i += stride) {
    const size_mps2 = Math.sqrt(x[i] ** 2 + y[i] ** 2 + z[i] ** 2);
    if (Number.isFinite(size_mps2)) sizes_mps2[count++] = size_mps2;
  }
  return median(sizes_mps2.subarray(0, count));
}

function railWarnings(rail: Rail): Warning[] {
  const gravity_mps2 = norm(rail.rest_mps2);
  const warnings: Warning[] = [];
  if (Math.abs(gravity_mps2 / GRAVITY_MPS2 - 1) > LIMITS.gravityShare) {
    warnings.push({
      code: 'gravity-off',
      message: `At rest the sensor read ${gravity_mps2.toFixed(2)} m/s² instead of 9.81: calibrate it, depth may be off by as much.`,
    });
  }
  if (isLevel(rail)) {
    warnings.push({
      code: 'level-rail',
      message:
        'On a level rail gravity does not tell lower from press; the first stroke was taken as lowering. Flip if it was not.',
    });
  }
  return warnings;
}
