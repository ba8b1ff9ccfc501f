import type { Recording } from '../recording';
import { Sampling } from '../signal/sampling';
import { STEP_S } from '../signal/step-smoother';
import { ALGORITHM } from './algorithm';
import type { BoutReport } from './bout';
import { followInHand } from './in-hand';
import { measureSet, topBetween, type MeasuredRep } from './measure';
import { countedReps } from './excluded';
import { inclineSd_deg } from './measures/incline';
import { slipWarnings } from './measures/slip';
import { ofSled } from './of-sled';
import { isLevel, type Rail } from './rail';
import type { Gap, Rep, SetReport, Stroke, Track, Warning } from './report';
import { SetFollower } from './set-follower';
import { DEFAULT_SETUP, V0_MPS, type Exclusion, type Setup } from './setup';
import { warningsOf } from './warnings';

const SETTINGS = {
  shortest_s: 2,
  /** A rep touched by gaps of this much is doubtful; one as near its beginning or end as a step is long touches it. */
  lostInRep_s: 0.1,
  near_s: STEP_S,
  /** A rep whose depth is known no better than this share of it is doubtful. */
  doubtfulDepthShare: 0.15,
  /** A hand is looked for again when the recording has grown by this factor. */
  handGrowth: 1.1,
  /** So is one whose lower or press is known no better than this, sd. */
  doubtfulTimeSd_s: 0.5,
};

/**
 * Finds and measures the reps of a recording that has ended. Pure: the review, the command line and
 * the tests all call it. Bad input is answered with warnings and an empty list, never with an error.
 * See core/README.md for the mathematics.
 */
export function analyse(recording: Recording, setup: Setup = DEFAULT_SETUP): SetReport {
  return new GrowingAnalysis(setup).report(recording, { hasEnded: true });
}

/**
 * The same analysis of a recording that grows: what has been followed is not followed again, and every
 * report equals that of the samples so far (in a hand, of those a moment ago). While it may go on, a last press that
 * may go on with it ends no rep yet.
 */
export class GrowingAnalysis {
  readonly #setup: Setup;
  /** The same in the lengths of what carries the sensor. */
  readonly #asCarried: Setup;
  readonly #follower: SetFollower;
  readonly #sampling = new Sampling();
  #hand: { length: number; bouts: readonly BoutReport[] } = { length: 0, bouts: [] };

  constructor(setup: Setup = DEFAULT_SETUP) {
    this.#setup = setup;
    this.#asCarried = { ...setup, minTravel_m: setup.minTravel_m / setup.sledPerSensor };
    this.#follower = new SetFollower(this.#asCarried);
  }

  /** The report on a recording whose samples begin with those of the call before. */
  report(recording: Recording, { hasEnded = false } = {}): SetReport {
    this.#sampling.take(recording);
    this.#follower.take(recording);
    const onRail = this.#follower.bouts({ hasEnded });
    const ridden = onRail.some(({ reps }) => reps.length > 0);
    const inHand = ridden ? [] : this.#inHand(recording);
    const nothing = emptyReport(recording, this.#sampling, this.#setup);
    const warn = (rail: Rail | null) => warningsOf(recording, this.#sampling, rail);
    const report = reportOn(nothing, this.#setup, { onRail, inHand }, warn);
    return ofSled(report, this.#setup.sledPerSensor);
  }

  /** What a hand did, looked for anew when the recording has grown by a share: it takes the whole of it each time. */
  #inHand(recording: Recording): readonly BoutReport[] {
    const { length } = recording;
    if (length < SETTINGS.handGrowth * this.#hand.length) return this.#hand.bouts;
    this.#hand = { length, bouts: followInHand(recording, this.#asCarried) };
    return this.#hand.bouts;
  }
}

/** What the bouts add to a report of nothing, with the warnings that the rail asks for. */
function reportOn(
  nothing: SetReport,
  setup: Setup,
  { onRail, inHand }: { onRail: readonly BoutReport[]; inHand: readonly BoutReport[] },
  warn: (rail: Rail | null) => Warning[],
): SetReport {
  const anySample = onRail.length > 0;
  if (!anySample || nothing.duration_s < SETTINGS.shortest_s) {
    return withWarning(nothing, {
      code: 'too-short',
      message: 'The recording is too short to hold a rep: record from before the set to after it.',
    });
  }
  const bouts = inHand.length > 0 ? inHand : onRail;
  const main = busiest(bouts);
  if (!main?.rail) {
    return withWarning(
      { ...nothing, warnings: warn(null), track: joinTracks(bouts) },
      {
        code: 'no-motion',
        message: `Nothing moved along a rail by ${setup.minTravel_m} m or more: clip the sensor to the sled, or lower the minimum travel.`,
      },
    );
  }
  const reps = repsOf(bouts, nothing.gaps, setup.excluded);
  const set = measureSet(reps);
  const warnings = [...warn(main.rail), ...slipWarnings(set.clip)];
  return {
    ...nothing,
    rail: {
      incline_deg: Math.abs(main.rail.incline_deg),
      inclineSd_deg: inclineSd_deg(main.rail.rest_mps2),
      direction: setup.flip ? 'flipped' : isLevel(main.rail) ? 'first-stroke' : 'gravity',
      axis: main.rail.axis,
    },
    reps,
    strokes: bouts.flatMap((bout) => listStrokes(bout, reps)),
    set,
    warnings: inHand.length > 0 ? [NOT_ON_A_RAIL, ...warnings] : warnings,
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

/** The bout with most strokes; null where there is none in any. */
function busiest(bouts: readonly BoutReport[]): BoutReport | null {
  return bouts.reduce<BoutReport | null>(
    (best, bout) => (bout.strokes.length > (best?.strokes.length ?? 0) ? bout : best),
    null,
  );
}

/** The reps of all bouts that count, numbered, with the dwells between them and their quality. */
export function repsOf(
  bouts: readonly BoutReport[],
  gaps: readonly Gap[],
  excluded: readonly Exclusion[] = [],
): Rep[] {
  const all = bouts
    .filter((bout, i) => !isHandAfter(bout, bouts.slice(0, i)))
    .flatMap(({ reps }) =>
      reps.map((rep, i) => {
        const { startSd_s, endSd_s, kindIsOpen, ...measures } = rep;
        const next = reps[i + 1];
        return {
          ...measures,
          top: next ? topBetween(rep, next) : null,
          quality: qualityOf(rep, gaps, reps[i - 1]?.press.end_s ?? -Infinity),
        };
      }),
    );
  return countedReps(all, excluded);
}

/** Whether a bout that comes after reps shows a single press and nothing else: a hand that takes the sensor off, not a set. */
function isHandAfter({ reps }: BoutReport, before: readonly BoutReport[]): boolean {
  const lone = reps.length === 1 && !reps[0].lower;
  return lone && before.some((bout) => bout.reps.length > 0);
}

/**
 * Whether samples were lost in a rep or right beside it, or the data leave its kind, its depth or one of its times open.
 * Of one without a lower, what was lost since the last rep's end may have been the lower.
 */
function qualityOf(
  { depth_m, depthSd_m, lower, press, kindIsOpen }: MeasuredRep,
  gaps: readonly Gap[],
  before_s: number,
): Rep['quality'] {
  const { near_s } = SETTINGS;
  const start_s = lower ? lower.start_s - near_s : before_s;
  const lost_s = lostAbout_s(gaps, start_s, press.end_s + near_s);
  const timeSd_s = Math.max(lower?.durationSd_s ?? 0, press.durationSd_s);
  const unsettled =
    kindIsOpen ||
    depthSd_m > SETTINGS.doubtfulDepthShare * depth_m ||
    timeSd_s > SETTINGS.doubtfulTimeSd_s;
  return lost_s > SETTINGS.lostInRep_s || unsettled ? 'doubtful' : 'good';
}

/** How long the gaps are that touch a span of time. */
function lostAbout_s(gaps: readonly Gap[], start_s: number, end_s: number): number {
  return gaps
    .filter((gap) => gap.start_s < end_s && gap.start_s + gap.duration_s > start_s)
    .reduce((sum, { duration_s }) => sum + duration_s, 0);
}

function listStrokes({ strokes }: BoutReport, reps: readonly Rep[]): Stroke[] {
  return strokes.map((stroke) => {
    const rep = reps.find((each) => each[stroke.direction]?.start_s === stroke.start_s);
    return { ...stroke, rep: rep?.index ?? null };
  });
}

/** The bouts' motion one after the other, a row of NaN between them. */
function joinTracks(bouts: readonly BoutReport[]): Track {
  const tracks = bouts.map(({ track }) => track).filter(({ t_s }) => t_s.length > 0);
  if (tracks.length === 1) return tracks[0];
  const rows = tracks.reduce((sum, { t_s }) => sum + t_s.length + 1, -1);
  const joined = emptyTrack(Math.max(0, rows));
  let at = 0;
  for (const track of tracks) {
    joined.t_s.set(track.t_s, at);
    joined.position_m.set(track.position_m, at);
    joined.positionSd_m.set(track.positionSd_m, at);
    joined.velocity_mps.set(track.velocity_mps, at);
    joined.velocitySd_mps.set(track.velocitySd_mps, at);
    at += track.t_s.length;
    // The row after a bout stays lost; only its time is known.
    if (at < rows) joined.t_s[at] = 2 * joined.t_s[at - 1] - joined.t_s[at - 2];
    at++;
  }
  return joined;
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
function emptyReport(recording: Recording, sampling: Sampling, setup: Setup): SetReport {
  const { length, t_s } = recording;
  const duration_s = length > 0 ? t_s[length - 1] - t_s[0] : 0;
  return {
    algorithm: ALGORITHM,
    duration_s,
    rate_Hz: 1 / sampling.interval_s || 0,
    gaps: sampling.gaps,
    rail: { incline_deg: null, inclineSd_deg: null, direction: null, axis: null },
    definitions: {
      v0_mps: V0_MPS,
      minTravel_m: setup.minTravel_m,
      sledPerSensor: setup.sledPerSensor,
    },
    reps: [],
    strokes: [],
    set: measureSet([]),
    warnings: [],
    track: emptyTrack(0),
  };
}
