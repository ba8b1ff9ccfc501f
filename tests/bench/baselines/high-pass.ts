import type { Recording } from '../../../src/lib/core/recording';
import { evenGrid, GRID_RATE_HZ } from '../../../src/lib/core/signal/even-grid';
import { integrate, railAccel, repsFromVelocity, type BaselineRep, type Told } from './strokes';

/** The order and cut-off of the published description. */
const SETTINGS = { cutOff_Hz: 0.1 };

/**
 * Integration with the drift filtered away: acceleration along the rail, zero-phase first-order
 * Butterworth high-pass at 0.1 Hz, integrated to velocity, the same filter again; zero crossings of
 * the velocity part the strokes. Filter and order as in x-io Technologies, "Oscillatory Motion Tracking
 * With x-IMU", github.com/xioTechnologies/Oscillatory-Motion-Tracking-With-x-IMU, which stands for many
 * tools that do the same. Given the true rail, which such tools have to do without.
 */
export function integratedHighPass(
  recording: Recording,
  told: Told,
  settings = SETTINGS,
): { reps: BaselineRep[] } {
  const grid = evenGrid(recording);
  if (!grid) return { reps: [] };
  const accel_mps2 = zeroPhaseHighPass(railAccel(grid, told), settings.cutOff_Hz);
  const velocity_mps = zeroPhaseHighPass(integrate(accel_mps2), settings.cutOff_Hz);
  const rule = { threshold_mps: 0, minTravel_m: told.minTravel_m };
  return { reps: repsFromVelocity(velocity_mps, grid.start_s, rule) };
}

/** Forwards and backwards, so that nothing is delayed. */
function zeroPhaseHighPass(values: Float64Array, cutOff_Hz: number): Float64Array {
  return highPass(highPass(values, cutOff_Hz).reverse(), cutOff_Hz).reverse();
}

/** First-order Butterworth by the bilinear transform, settled on its first value. */
function highPass(values: Float64Array, cutOff_Hz: number): Float64Array {
  const warped = Math.tan((Math.PI * cutOff_Hz) / GRID_RATE_HZ);
  const [gain, memory] = [1 / (1 + warped), (1 - warped) / (1 + warped)];
  const passed = new Float64Array(values.length);
  for (let k = 1; k < values.length; k++) {
    passed[k] = gain * (values[k] - values[k - 1]) + memory * passed[k - 1];
  }
  return passed;
}
