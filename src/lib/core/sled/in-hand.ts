import type { Recording } from '../recording';
import { evenGrid, GRID_STEP_S, piecesOf, type EvenGrid } from '../signal/even-grid';
import type { BoutReport } from './bout';
import { followHand, mirrored } from './hand';
import { measureRep } from './measure';
import { inclineSd_deg } from './measures/incline';
import { mountedSpans } from './mounted';
import { findRail, partsOnRail, reversed, verticalRail } from './rail';
import { findReps, findStrokes, timed } from './segment';
import type { Setup } from './setup';
import { TrackRows } from './track-rows';

const SETTINGS = {
  shortest_s: 2,
  /** On a sled at least this share of all motion runs along the rail; the rest is handling. */
  railShare: 0.4,
  /** Fewer reps than this in a hand are handling: one that picks a sensor up and lays it down also lowers and presses. */
  leastReps: 3,
};

/** The vertical motion of a sensor that no rail holds; empty where it is on a rail, or nothing tells. */
export function followInHand(recording: Recording, setup: Setup): BoutReport[] {
  return piecesOf(recording).flatMap((piece) => {
    const grid = evenGrid(piece);
    if (!grid || grid.length * GRID_STEP_S < SETTINGS.shortest_s) return [];
    return followPiece(grid, setup) ?? [];
  });
}

function followPiece(grid: EvenGrid, { flip, minTravel_m }: Setup): BoutReport | null {
  if (!isInHand(grid)) return null;
  const [up, hand] = [verticalRail(grid), followHand(grid)];
  if (!up || !hand) return null;
  const rail = flip ? reversed(up) : up;
  const { dwells, ...followed } = flip ? mirrored(hand) : hand;
  const measured = {
    ...followed,
    force_mps2: [grid.x_mps2, grid.y_mps2, grid.z_mps2],
    axis: rail.axis,
    start_s: grid.start_s,
    incline_deg: rail.incline_deg,
    inclineSd_deg: inclineSd_deg(rail.rest_mps2),
    interval_s: grid.interval_s,
  } as const;
  const spans = findStrokes(followed.motion, minTravel_m);
  const reps = findReps(spans, { presses_m: [], anyStroke: false });
  if (reps.length < SETTINGS.leastReps) return null;
  const strokes = timed(spans, grid.start_s);
  const track = new TrackRows(grid.start_s);
  track.add(followed.motion, 0);
  return {
    rail,
    reps: reps.map((rep) => measureRep(measured, rep)),
    strokes,
    track: track.track(strokes[0].start_s),
  };
}

/** Whether the sensor was held roughly upright and most of its motion did not run along one line. */
function isInHand(grid: EvenGrid): boolean {
  const { spans, steady, movingShare } = mountedSpans(grid);
  if (!steady) return false;
  const parts = spans.flatMap((span) => {
    const rail = findRail(grid, span);
    return rail ? partsOnRail(grid, span, rail) : [];
  });
  return movingShare(parts) < SETTINGS.railShare;
}
