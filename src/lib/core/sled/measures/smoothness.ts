import { GRAVITY_MPS2 } from '../../gravity';
import type { Motion } from '../../signal/smoother';
import type { Lowering, Phase } from '../report';
import { positionAt, type StrokeSpan } from '../segment';
import { largestAcceleration } from './acceleration';
import { SPANS } from './definitions';
import { peakEdge, type Measured } from './measured';

const SETTINGS = {
  /** On a flatter rail gravity hardly pulls, and a share of its pull says nothing. */
  leastIncline_deg: 5,
};

/**
 * How evenly the sled was let down: a steady lowering has a peak little above its mean speed; a drop
 * that is caught late has a high peak, late, after falling nearly as fast as gravity pulls.
 */
export function loweringOf(measured: Measured, lower: StrokeSpan, phase: Phase): Lowering {
  const { motion } = measured;
  const peak = peakEdge(motion, lower);
  const range = [lower.start.edge, peak] as const;
  const { accel_mps2, accelSd_mps2 } = largestAcceleration('lower', measured, range, SPANS.turn_s);
  const peakRatio = phase.peak_mps / phase.mean_mps;
  // The sensor's scale cancels.
  const shares = [
    motion.velocitySd_mps[peak] / phase.peak_mps,
    phase.durationSd_s / phase.duration_s,
    motion.travelSd_m(Math.round(lower.start.edge), Math.round(lower.end.edge)) / lower.travel_m,
  ];
  return {
    peakRatio,
    peakRatioSd: peakRatio * Math.hypot(...shares),
    ...beforePeak(motion, lower, peak),
    drop_mps2: accel_mps2,
    dropSd_mps2: accelSd_mps2,
    ...freeFall(measured, accel_mps2, accelSd_mps2),
  };
}

/** The drop as a share of what gravity would do on the rail. */
function freeFall(
  { incline_deg, inclineSd_deg }: Measured,
  drop_mps2: number,
  dropSd_mps2: number,
): Pick<Lowering, 'freeFall' | 'freeFallSd'> {
  if (Math.abs(incline_deg) < SETTINGS.leastIncline_deg)
    return { freeFall: null, freeFallSd: null };
  const [incline, sd] = [incline_deg, inclineSd_deg].map((deg) => (Math.abs(deg) * Math.PI) / 180);
  const pull_mps2 = GRAVITY_MPS2 * Math.sin(incline);
  const pullSd_mps2 = GRAVITY_MPS2 * Math.cos(incline) * sd;
  return {
    freeFall: drop_mps2 / pull_mps2,
    freeFallSd: Math.hypot(dropSd_mps2, (drop_mps2 * pullSd_mps2) / pull_mps2) / pull_mps2,
  };
}

/** Share of the travel done before the peak; it may be anywhere the speed is as high within its uncertainty. */
function beforePeak(
  motion: Motion,
  { start, end, travel_m }: StrokeSpan,
  peak: number,
): Pick<Lowering, 'beforePeak' | 'beforePeakSd'> {
  const { velocity_mps, velocitySd_mps } = motion;
  const least_mps = Math.abs(velocity_mps[peak]) - 2 * velocitySd_mps[peak];
  let first = peak;
  let last = peak;
  for (let k = Math.ceil(start.edge); k <= end.edge; k++) {
    if (Math.abs(velocity_mps[k]) < least_mps) continue;
    first = Math.min(first, k);
    last = Math.max(last, k);
  }
  const share = (from: number, to: number) =>
    Math.abs(positionAt(motion, to) - positionAt(motion, from)) / travel_m;
  return {
    beforePeak: share(start.edge, peak),
    // Evenly spread over a width w, a place has the standard deviation w/√12.
    beforePeakSd: share(first, last) / Math.sqrt(12),
  };
}
