import { GRID_STEP_S } from '../../signal/even-grid';
import type { Phase } from '../report';
import type { StrokeSpan } from '../segment';
import { durationSd_s, peakEdge, SCALE_SD, travelSd_m, type Measured } from './measured';

/** Times and speeds of one stroke. */
export function measurePhase(measured: Measured, stroke: StrokeSpan): Phase {
  const { motion, start_s } = measured;
  const { start, end, travel_m } = stroke;
  const duration_s = (end.edge - start.edge) * GRID_STEP_S;
  const sd_s = durationSd_s(measured, start, end);
  const mean_mps = travel_m / duration_s;
  const peak = peakEdge(motion, stroke);
  const peak_mps = Math.abs(motion.velocity_mps[peak]);
  const travelError_m = travelSd_m(motion, start.edge, end.edge, travel_m);
  return {
    start_s: start_s + start.edge * GRID_STEP_S,
    end_s: start_s + end.edge * GRID_STEP_S,
    duration_s,
    durationSd_s: sd_s,
    mean_mps,
    meanSd_mps: Math.hypot(travelError_m, mean_mps * sd_s) / duration_s,
    peak_mps,
    peakSd_mps: Math.hypot(motion.velocitySd_mps[peak], SCALE_SD * peak_mps),
  };
}
