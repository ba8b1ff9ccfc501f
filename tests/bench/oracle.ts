import {
  edgeTime_s,
  evenGrid,
  GRID_STEP_S,
  type EvenGrid,
} from '../../src/lib/core/signal/even-grid';
import { median } from '../../src/lib/core/signal/statistics';
import { dot } from '../../src/lib/core/signal/vector';
import type { SetTruth } from '../../src/lib/core/simulate/truth';
import { measureRep } from '../../src/lib/core/sled/measure';
import { followSled } from '../../src/lib/core/sled/motion';
import { mountedSpans, type Span } from '../../src/lib/core/sled/mounted';
import { findRail, partsOnRail, reversed } from '../../src/lib/core/sled/rail';
import type { Rep } from '../../src/lib/core/sled/report';
import type { Rests } from '../../src/lib/core/sled/rests';
import { findReps, findStrokes } from '../../src/lib/core/sled/segment';
import { V0_MPS } from '../../src/lib/core/sled/setup';
import type { SimulatedSet } from './categories';

/** What the smoother is told. */
const SETTINGS = {
  /** A hold is slower than v0 for at least this long. */
  leastHold_s: 0.2,
  /** A press that ends further than this from where presses end (it failed) does not end at the top. */
  topWithin_m: 0.04,
};

/**
 * The reps as the same rail, tilt, smoother and measures find them when the true holds, tops and press
 * direction are told: what could be had if every hold were told from slow motion.
 */
export function oracleReps({ recording, truth, setup }: SimulatedSet): Rep[] {
  const grid = evenGrid(recording);
  if (!grid) return [];
  const parts = mountedSpans(grid).spans.flatMap((span) => {
    const rail = findRail(grid, span);
    return rail ? partsOnRail(grid, span, rail) : [];
  });
  return parts
    .flatMap((part) => repsWhenTold(grid, part, truth, setup.minTravel_m))
    .map((rep, i) => ({ ...rep, index: i + 1 }));
}

function repsWhenTold(grid: EvenGrid, span: Span, truth: SetTruth, minTravel_m: number): Rep[] {
  const found = findRail(grid, span);
  if (!found) return [];
  const rail = dot(found.axis, truth.axis) < 0 ? reversed(found) : found;
  const start_s = edgeTime_s(grid, span.start);
  const told = trueRests(truth, start_s, span.end - span.start + 1);
  const { motion, accel_mps2 } = followSled(grid, span, rail, told);
  const measured = {
    motion,
    accel_mps2,
    start_s,
    incline_deg: rail.incline_deg,
    interval_s: grid.interval_s,
  };
  return findReps(findStrokes(motion, minTravel_m), Infinity).map((rep, i, reps) => ({
    index: 0,
    quality: 'good',
    ...measureRep(measured, rep, reps[i + 1]),
  }));
}

/** The true holds and tops in `edges` edges of the grid from `start_s` on. */
export function trueRests(truth: SetTruth, start_s: number, edges: number): Rests {
  const edgeAt = (t_s: number) => (t_s - start_s) / GRID_STEP_S;
  const holds = slowSpans(truth)
    .map((slow) => ({
      start: Math.max(0, Math.ceil(edgeAt(slow.start_s))),
      end: Math.min(edges, Math.floor(edgeAt(slow.end_s)) + 1),
    }))
    .filter(({ start, end }) => start < end);
  const tops = topTimes_s(truth)
    .map((t_s) => Math.round(edgeAt(t_s)))
    .filter((edge) => edge >= 0 && edge < edges);
  return { holds, tops, beginnings: [] };
}

/** Where the sled is truly slower than v0 for long enough. */
function slowSpans({ motion }: SetTruth): { start_s: number; end_s: number }[] {
  const { velocity_mps, rate_Hz, length } = motion;
  const spans: { start_s: number; end_s: number }[] = [];
  let first = 0;
  for (let i = 0; i <= length; i++) {
    if (i < length && Math.abs(velocity_mps[i]) < V0_MPS) continue;
    const span = { start_s: first / rate_Hz, end_s: (i - 1) / rate_Hz };
    if (span.end_s - span.start_s >= SETTINGS.leastHold_s) spans.push(span);
    first = i + 1;
  }
  return spans;
}

function topTimes_s({ motion, strokes }: SetTruth): number[] {
  const ends = strokes
    .filter(({ direction }) => direction === 'press')
    .map(({ end_s }) => ({
      end_s,
      place_m: motion.position_m[Math.round(end_s * motion.rate_Hz)],
    }));
  const usual_m = median(ends.map(({ place_m }) => place_m));
  return ends
    .filter(({ place_m }) => Math.abs(place_m - usual_m) < SETTINGS.topWithin_m)
    .map(({ end_s }) => end_s);
}
