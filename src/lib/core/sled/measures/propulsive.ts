import { GRAVITY_MPS2 } from '../../gravity';
import { GRID_STEP_S } from '../../signal/even-grid';
import type { PressPhase } from '../report';
import { positionAt, type StrokeSpan } from '../segment';
import { instantSd_s, peakEdge, travelSd_m, type Measured } from './measured';

/**
 * Mean velocity from the start of the press until it brakes by more than gravity alone would
 * (Sánchez-Medina et al. 2010, doi 10.1055/s-0029-1242815), and its standard deviation, m/s.
 */
export function propulsiveOf(
  measured: Measured,
  press: StrokeSpan,
): Pick<PressPhase, 'propulsive_mps' | 'propulsiveSd_mps'> {
  const { motion, incline_deg } = measured;
  const limit_mps2 = -GRAVITY_MPS2 * Math.sin((Math.abs(incline_deg) * Math.PI) / 180);
  const { start, end } = press;
  const peak = peakEdge(motion, press);
  const until = brakedAt(measured, peak, end.edge, limit_mps2);
  const duration_s = (until - start.edge) * GRID_STEP_S;
  const travel_m = positionAt(motion, until) - positionAt(motion, start.edge);
  const mean_mps = travel_m / duration_s;
  const endSd_s = until < end.edge ? GRID_STEP_S : end.sd_s;
  const speed_mps = motion.velocity_mps[Math.floor(until)];
  return {
    propulsive_mps: mean_mps,
    propulsiveSd_mps:
      Math.hypot(
        travelSd_m(motion, start.edge, until, travel_m),
        mean_mps * Math.hypot(start.sd_s, Math.SQRT2 * instantSd_s(measured)),
        (mean_mps - speed_mps) * endSd_s,
      ) / duration_s,
  };
}

/** The edge, from the fastest on, at which the sled is first braked beyond the limit; the stroke's end where it is not. */
function brakedAt({ accel_mps2 }: Measured, peak: number, end: number, limit_mps2: number): number {
  for (let k = peak; k < end; k++) if (accel_mps2[k] < limit_mps2) return k;
  return end;
}
