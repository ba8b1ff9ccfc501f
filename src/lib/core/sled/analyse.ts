import type { Recording } from '../recording';
import { findGaps, GRID_STEP_S, medianInterval } from '../signal/even-grid';
import { findBouts, type Bout } from './bouts';
import { measureRep, measureSet } from './measure';
import { isLevel } from './rail';
import type { Gap, Rep, SetReport, Stroke, Track, Warning } from './report';
import { DEFAULT_SETUP, V0_MPS, type Setup } from './setup';
import { warningsOf } from './warnings';

/** Version of the algorithm; changes whenever a figure may. */
export const ALGORITHM = 'sled-1';

const SETTINGS = {
  shortest_s: 2,
  /** A rep that has lost this much in gaps is doubtful. */
  lostInRep_s: 0.1,
  /** A rep whose depth is known no better than this share of it is doubtful. */
  doubtfulDepthShare: 0.15,
  /** So is one whose lower or press is known no better than this, sd. */
  doubtfulTimeSd_s: 0.5,
};

/**
 * Finds and measures the reps of a recording. Pure: the live view, the review, the command line and
 * the tests all call it, on the samples so far or on the whole. Bad input is answered with warnings
 * and an empty list, never with an error. See core/README.md for the mathematics.
 */
export function analyse(recording: Recording, setup: Setup = DEFAULT_SETUP): SetReport {
  const nothing = emptyReport(recording, setup);
  const anySample = recording.accel_mps2.x.some((value) => Number.isFinite(value));
  if (!anySample || nothing.duration_s < SETTINGS.shortest_s) {
    return withWarning(nothing, {
      code: 'too-short',
      message: 'The recording is too short to hold a rep: record from before the set to after it.',
    });
  }
  const bouts = findBouts(recording, setup);
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
    warnings: main.onRail ? warnings : [NOT_ON_A_RAIL, ...warnings],
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

/** The bouts' motion one after the other, a row of NaN between them. */
function joinTracks(bouts: readonly Bout[]): Track {
  const rows = bouts.reduce((sum, { measured }) => sum + measured.motion.length, bouts.length - 1);
  const track = emptyTrack(rows);
  let at = 0;
  for (const { measured, strokes } of bouts) {
    const { motion, start_s } = measured;
    const zero_m = strokes.length > 0 ? motion.position_m[Math.round(strokes[0].start.edge)] : 0;
    // The row after a bout stays lost; only its time is known.
    for (let k = 0; k <= motion.length && at + k < rows; k++) {
      track.t_s[at + k] = start_s + k * GRID_STEP_S;
    }
    track.position_m.set(
      motion.position_m.map((s) => s - zero_m),
      at,
    );
    track.positionSd_m.set(motion.positionSd_m, at);
    track.velocity_mps.set(motion.velocity_mps, at);
    track.velocitySd_mps.set(motion.velocitySd_mps, at);
    at += motion.length + 1;
  }
  return track;
}

/** A track of lost values. */
function emptyTrack(rows: number): Track {
  const column = () => new Float32Array(rows).fill(NaN);
  return {
    t_s: new Float64Array(rows),
    position_m: column(),
    positionSd_m: column(),
    velocity_mps: column(),
    velocitySd_mps: column(),
  };
}

/** The report of a recording in which nothing was found. */
function emptyReport(recording: Recording, setup: Setup): SetReport {
  const { length, t_s } = recording;
  const duration_s = length > 0 ? t_s[length - 1] - t_s[0] : 0;
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
    track: emptyTrack(0),
  };
}
