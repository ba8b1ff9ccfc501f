import type { Recording } from '../recording';
import {
  edgeTime_s,
  evenGrid,
  findGaps,
  GRID_STEP_S,
  medianInterval,
  type EvenGrid,
} from '../signal/even-grid';
import { levelledGrid } from '../signal/orientation';
import { measureRep, measureSet, type Measured } from './measure';
import { mountedSpans, type Span } from './mounted';
import { followHand, followSled, type SledMotion } from './motion';
import { findRail, LEVEL_BELOW_DEG, partsOnRail, reversed, verticalRail, type Rail } from './rail';
import type { Gap, Rep, SetReport, Stroke, Track, Warning } from './report';
import { findReps, findStrokes, type RepSpan, type StrokeSpan } from './segment';
import { DEFAULT_SETUP, V0_MPS, type Setup } from './setup';
import { warningsOf } from './warnings';

/** Version of the algorithm; changes whenever a figure may. */
export const ALGORITHM = 'sled-1';

const SETTINGS = {
  shortest_s: 2,
  /** A span that ends this near to the recording's end was not ended by a hand. */
  endCells: 20,
  /** A rep that has lost this much in gaps is doubtful. */
  lostInRep_s: 0.1,
  /** A rep whose depth is known no better than this share of it is doubtful. */
  doubtfulDepthShare: 0.15,
  /** So is one whose lower or press is known no better than this, sd. */
  doubtfulTimeSd_s: 0.5,
  /** On a sled at least this share of all motion runs along the rail; the rest is handling. */
  railShare: 0.4,
};

/** One mounted span with its motion, strokes and reps. */
interface Bout {
  span: Span;
  rail: Rail;
  measured: Measured;
  strokes: StrokeSpan[];
  reps: RepSpan[];
}

/**
 * Finds and measures the reps of a recording. Pure: the live view, the review, the command line and
 * the tests all call it, on the samples so far or on the whole. Bad input is answered with warnings
 * and an empty list, never with an error. See core/README.md for the mathematics.
 */
export function analyse(recording: Recording, setup: Setup = DEFAULT_SETUP): SetReport {
  const nothing = emptyReport(recording, setup);
  const grid = evenGrid(recording);
  if (!grid || grid.length * GRID_STEP_S < SETTINGS.shortest_s) {
    return withWarning(nothing, {
      code: 'too-short',
      message: 'The recording is too short to hold a rep: record from before the set to after it.',
    });
  }
  const { bouts, onRail } = followAll(grid, setup);
  const main = bouts.reduce<Bout | null>(
    (best, bout) => (bout.strokes.length > (best?.strokes.length ?? 0) ? bout : best),
    null,
  );
  if (!main) {
    const warnings = warningsOf(recording, nothing.rate_Hz, nothing.gaps, null);
    const track = bouts.length > 0 ? joinTracks(bouts) : nothing.track;
    return withWarning(
      { ...nothing, warnings, track },
      {
        code: 'no-motion',
        message: `Nothing moved along a rail by ${setup.minTravel_m} m or more: clip the sensor to the sled, or lower the minimum travel.`,
      },
    );
  }
  const reps = bouts
    .flatMap((bout) => measureReps(bout, nothing.gaps))
    .map((rep, i) => ({ ...rep, index: i + 1 }));
  const warnings = warningsOf(recording, nothing.rate_Hz, nothing.gaps, main.rail);
  return {
    ...nothing,
    rail: {
      incline_deg: Math.abs(main.rail.incline_deg),
      direction: setup.flip ? 'flipped' : isLevel(main.rail) ? 'first-stroke' : 'gravity',
      axis: main.rail.axis,
    },
    reps,
    strokes: bouts.flatMap((bout) => listStrokes(bout, reps)),
    set: measureSet(reps),
    warnings: onRail ? warnings : [NOT_ON_A_RAIL, ...warnings],
    track: joinTracks(bouts),
  };
}

const NOT_ON_A_RAIL: Warning = {
  code: 'not-on-a-rail',
  message:
    'The sensor turned as it moved, as in a hand: what is given is its vertical travel, less exact than on a rail.',
};

function withWarning(report: SetReport, warning: Warning): SetReport {
  return { ...report, warnings: [...report.warnings, warning] };
}

/** Every bout on the sled, or, when no rail holds the sensor and a gyroscope can tell, its vertical motion. */
function followAll(grid: EvenGrid, setup: Setup): { bouts: Bout[]; onRail: boolean } {
  const { spans, steady, movingShare } = mountedSpans(grid);
  const parts = spans.flatMap((span) => {
    const rail = findRail(grid, span);
    return rail ? partsOnRail(grid, span, rail) : [];
  });
  const inHand = steady && movingShare(parts) < SETTINGS.railShare;
  const levelled = inHand ? levelledGrid(grid) : null;
  if (!levelled) {
    return { bouts: parts.flatMap((part) => followBout(grid, part, setup) ?? []), onRail: true };
  }
  const span = { start: 0, end: grid.length };
  const up = verticalRail(levelled);
  const rail = setup.flip ? reversed(up) : up;
  return {
    bouts: [boutOf(grid, span, rail, followHand(levelled, span, rail), setup)],
    onRail: false,
  };
}

function isLevel(rail: Rail): boolean {
  return Math.abs(rail.incline_deg) < LEVEL_BELOW_DEG;
}

/** Follows the sled through a span, with press pointing where gravity, the first stroke or the user says. */
function followBout(grid: EvenGrid, span: Span, setup: Setup): Bout | null {
  const found = findRail(grid, span);
  if (!found) return null;
  const bout = boutAlong(grid, span, setup.flip ? reversed(found) : found, setup);
  if (!isLevel(found) || bout.strokes.length === 0) return bout;
  const usual_m = Math.max(...bout.strokes.map(({ travel_m }) => travel_m));
  const first = bout.strokes.find(({ travel_m }) => travel_m > 0.6 * usual_m);
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
  return { span, rail, measured, strokes, reps: findReps(strokes, handEdge) };
}

function measureReps({ measured, reps }: Bout, gaps: readonly Gap[]): Rep[] {
  return reps.map((rep, i) => {
    const measures = measureRep(measured, rep, reps[i + 1]);
    const start_s = (measures.lower ?? measures.press).start_s;
    const lost_s = lostBetween_s(gaps, start_s, measures.press.end_s);
    const doubtful = lost_s > SETTINGS.lostInRep_s || isUnsettled(measures);
    return { index: 0, quality: doubtful ? 'doubtful' : 'good', ...measures };
  });
}

/** Whether the data leave a rep's depth or one of its times open. */
function isUnsettled({
  depth_m,
  depthSd_m,
  lower,
  press,
}: Omit<Rep, 'index' | 'quality'>): boolean {
  const timeSd_s = Math.max(lower?.durationSd_s ?? 0, press.durationSd_s);
  return depthSd_m > SETTINGS.doubtfulDepthShare * depth_m || timeSd_s > SETTINGS.doubtfulTimeSd_s;
}

function lostBetween_s(gaps: readonly Gap[], start_s: number, end_s: number): number {
  const overlap_s = (gap: Gap) =>
    Math.min(end_s, gap.start_s + gap.duration_s) - Math.max(start_s, gap.start_s);
  return gaps.reduce((sum, gap) => sum + Math.max(0, overlap_s(gap)), 0);
}

function listStrokes({ measured, strokes }: Bout, reps: readonly Rep[]): Stroke[] {
  const time_s = (edge: number) => measured.start_s + edge * GRID_STEP_S;
  return strokes.map(({ direction, start, end, travel_m }) => {
    const start_s = time_s(start.edge);
    const rep = reps.find((each) => each[direction]?.start_s === start_s);
    return { direction, start_s, end_s: time_s(end.edge), travel_m, rep: rep?.index ?? null };
  });
}

/** The bouts' motion on one grid, NaN between them. */
function joinTracks(bouts: readonly Bout[]): Track {
  const first = bouts[0];
  const start = first.span.start;
  const length = bouts[bouts.length - 1].span.end + 1 - start;
  const column = () => new Float32Array(length).fill(NaN);
  const track: Track = {
    t_s: Float64Array.from({ length }, (_, k) => first.measured.start_s + k * GRID_STEP_S),
    position_m: column(),
    positionSd_m: column(),
    velocity_mps: column(),
    velocitySd_mps: column(),
  };
  for (const { span, measured, strokes } of bouts) {
    const { motion } = measured;
    const zero_m = strokes.length > 0 ? motion.position_m[Math.round(strokes[0].start.edge)] : 0;
    const at = span.start - start;
    track.position_m.set(
      motion.position_m.map((s) => s - zero_m),
      at,
    );
    track.positionSd_m.set(motion.positionSd_m, at);
    track.velocity_mps.set(motion.velocity_mps, at);
    track.velocitySd_mps.set(motion.velocitySd_mps, at);
  }
  return track;
}

/** The report of a recording in which nothing was found. */
function emptyReport(recording: Recording, setup: Setup): SetReport {
  const { length, t_s } = recording;
  const duration_s = length > 0 ? t_s[length - 1] - t_s[0] : 0;
  const none = () => new Float32Array(0);
  return {
    algorithm: ALGORITHM,
    duration_s,
    rate_Hz: 1 / medianInterval(t_s) || 0,
    gaps: findGaps(recording),
    rail: { incline_deg: null, direction: null, axis: null },
    definitions: { v0_mps: V0_MPS, minTravel_m: setup.minTravel_m },
    reps: [],
    strokes: [],
    set: { reps: 0, timeUnderTension_s: 0, depthCv: null, velocityLoss: null },
    warnings: [],
    track: {
      t_s: new Float64Array(0),
      position_m: none(),
      positionSd_m: none(),
      velocity_mps: none(),
      velocitySd_mps: none(),
    },
  };
}
