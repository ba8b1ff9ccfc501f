import type { Recording } from '../recording';
import { edgeTime_s, evenGrid, GRID_STEP_S, piecesOf, type EvenGrid } from '../signal/even-grid';
import { levelledGrid } from '../signal/orientation';
import type { Measured } from './measure';
import { mountedSpans, type Span } from './mounted';
import { followHand, followSled, type SledMotion } from './motion';
import { findRail, isLevel, partsOnRail, reversed, verticalRail, type Rail } from './rail';
import { findReps, findStrokes, type RepSpan, type StrokeSpan } from './segment';
import type { Setup } from './setup';

const SETTINGS = {
  /** A shorter piece holds no rep. */
  shortest_s: 2,
  /** On a sled at least this share of all motion runs along the rail; the rest is handling. */
  railShare: 0.4,
  /** Fewer reps than this in a hand are handling. */
  leastHandReps: 3,
  /** A span that ends this near to the piece's end was not ended by a hand. */
  endCells: 20,
  /** The stroke that tells lower from press on a level rail is at least this share of the longest. */
  tellingShare: 0.6,
};

/** One stretch in which the sensor was followed without a break: its motion, strokes and reps. */
export interface Bout {
  span: Span;
  rail: Rail;
  /** False where the sensor was in a hand and its vertical motion was followed. */
  onRail: boolean;
  measured: Measured;
  strokes: StrokeSpan[];
  reps: RepSpan[];
}

/** Every bout of a recording, in time order; what lies on either side of a long gap is followed by itself. */
export function findBouts(recording: Recording, setup: Setup): Bout[] {
  return piecesOf(recording).flatMap((piece) => {
    const grid = evenGrid(piece);
    if (!grid || grid.length * GRID_STEP_S < SETTINGS.shortest_s) return [];
    return followPiece(grid, setup);
  });
}

/** The bouts on the sled, or, when no rail holds the sensor and a gyroscope can tell, its vertical motion. */
function followPiece(grid: EvenGrid, setup: Setup): Bout[] {
  const { spans, steady, movingShare } = mountedSpans(grid);
  const parts = spans.flatMap((span) => {
    const rail = findRail(grid, span);
    return rail ? partsOnRail(grid, span, rail) : [];
  });
  const inHand = steady && movingShare(parts) < SETTINGS.railShare;
  const levelled = inHand ? levelledGrid(grid) : null;
  const up = levelled && verticalRail(levelled);
  if (!levelled || !up) return parts.flatMap((part) => followBout(grid, part, setup) ?? []);
  const span = { start: 0, end: grid.length };
  const rail = setup.flip ? reversed(up) : up;
  const bout = boutOf(grid, span, rail, followHand(levelled, span, rail), setup);
  // A hand that picks a sensor up and lays it down also lowers and presses, but not several times.
  const reps = bout.reps.length < SETTINGS.leastHandReps ? [] : bout.reps;
  return [{ ...bout, onRail: false, reps }];
}

/** Follows the sled through a span, with press pointing where gravity, the first stroke or the user says. */
function followBout(grid: EvenGrid, span: Span, setup: Setup): Bout | null {
  const found = findRail(grid, span);
  if (!found) return null;
  const bout = boutAlong(grid, span, setup.flip ? reversed(found) : found, setup);
  if (!isLevel(found) || bout.strokes.length === 0) return bout;
  const longest_m = Math.max(...bout.strokes.map(({ travel_m }) => travel_m));
  const first = bout.strokes.find(({ travel_m }) => travel_m > SETTINGS.tellingShare * longest_m);
  const expected = setup.flip ? 'press' : 'lower';
  return first?.direction === expected ? bout : boutAlong(grid, span, reversed(bout.rail), setup);
}

function boutAlong(grid: EvenGrid, span: Span, rail: Rail, setup: Setup): Bout {
  return boutOf(grid, span, rail, followSled(grid, span, rail), setup);
}

function boutOf(
  grid: EvenGrid,
  span: Span,
  rail: Rail,
  { motion, accel_mps2 }: SledMotion,
  setup: Setup,
): Bout {
  const strokes = findStrokes(motion, setup.minTravel_m);
  const measured = {
    motion,
    accel_mps2,
    start_s: edgeTime_s(grid, span.start),
    incline_deg: rail.incline_deg,
    interval_s: grid.interval_s,
  };
  const handEdge = span.end < grid.length - SETTINGS.endCells ? motion.length : Infinity;
  return { span, rail, onRail: true, measured, strokes, reps: findReps(strokes, handEdge) };
}
