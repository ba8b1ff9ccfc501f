import type { LowerShape, PressShape } from './profile';
import { Random } from './random';

/** Drawn evenly between the two. */
export type Between = readonly [least: number, most: number];

/** What a person does on a sled, and what the sled is like. Shares are 0 to 1. */
export interface SetPlan {
  reps: number;
  /** Where the first movement starts: extended, or (selectorised machines) with a press from the stack. */
  startsAt: 'top' | 'bottom';
  incline_deg: number;

  depth_m: number;
  /** Relative sd from rep to rep. */
  depthVariation: number;
  /** Relative change from first to last rep: −0.3 ends 30 % shallower. */
  depthTrend: number;
  /** How differently the legs stop at the top from rep to rep, sd. */
  topVariation_m: number;

  /** Planned time of each phase as measured, between passings of v0. A hold of 0 turns at once. */
  lower_s: number;
  bottom_s: number;
  press_s: number;
  top_s: number;
  /** Relative sd of each phase time from rep to rep. */
  tempoVariation: number;
  /** Relative lengthening of the press from first to last rep. */
  fatigue: number;
  /** Relative change of the lowering's time from first to last rep: −0.3 ends 30 % faster. */
  lowerTrend: number;

  /** Shapes drawn from, rep by rep. */
  lowerShapes: readonly LowerShape[];
  pressShapes: readonly PressShape[];
  /** Unevenness of the speed within a stroke, relative amplitude. */
  ripple: number;
  /** Share of presses with a sticking region. */
  sticking: number;
  /** Share of strokes that stand still half way for a moment, at most half of their time, then go on. */
  stalls: number;
  stall_s: Between;
  /** Share of bottom turns that rebound hard from the stops. */
  bounces: number;
  /** Share of stroke ends that knock against a stop. */
  knocks: number;
  /** Share of presses that run into the stop at the top. */
  slams: number;

  /** Whether the first rep is one of about a third of the depth. */
  firstRep: 'complete' | 'partial';
  /** How the last rep ends: `failed` comes part of the way up and sinks to the stops. */
  lastRep: 'complete' | 'failed';
  /** By how much of the depth a failed press stays short of the top. */
  failsShortBy: Between;
  /** Reps, spread over the middle of the set, whose press fails, sinks to the stops and succeeds after a moment there. */
  secondAttempts: number;
  beforeSecondAttempt_s: Between;
  /** Reps of about a third of the depth, spread over the middle of the set. */
  partialReps: number;
  /** Length of each rest within the set, re-racked if the machine is; 0 for none. */
  restPause_s: number;
  /** Number of such rests, spread over the set. */
  restPauses: number;

  /** Push that frees the sled, and the way back on to the hooks; 0 for none. */
  unrack_m: number;
  rerack_m: number;
  /** Standing still: on the hooks before and after, and extended before the first rep. */
  restBefore_s: number;
  restExtended_s: number;
  restAfter_s: number;
  /** Short movements to and fro of 2 to 5 cm that are no reps, before the first rep. */
  shuffles: number;

  /** Sway of a held sled (0.3–2 Hz) and physiological tremor (8–12 Hz), position RMS. */
  sway_m: number;
  tremor_m: number;

  /** Sensor in the hand, before it is clipped on and after it is taken off. */
  carriedBefore_s: number;
  carriedAfter_s: number;

  /** How far the carriage tips over its travel: it repeats with position. */
  tilt_deg: number;
  /** Rolling vibration at 0.3 m/s, RMS per axis. */
  rolling_mps2: number;
  /** Vibration of the floor while others train, RMS per axis. */
  floor_mps2: number;
  /** How far the clip turns on the sled in mid set, about any axis. */
  slip_deg: number;

  /** Reps that are done differently from the rest. */
  oddReps: readonly OddRep[];
}

/** What one rep does differently; the rest of it is as planned for all. */
export interface OddRep extends Partial<RepPlan> {
  /** From 1. */
  rep: number;
  /** Its press is pushed off so that the sled flies the last way, braked by gravity alone. */
  throws?: true;
  /** Where its press ends, above where the set started. */
  top_m?: number;
  /** How far the sled wanders to and fro while it is held at the bottom. */
  wanders_m?: number;
}

/** What a rep can be given of its own. */
type RepPlan = Pick<
  SetPlan,
  | 'depth_m'
  | 'lower_s'
  | 'bottom_s'
  | 'press_s'
  | 'top_s'
  | 'lowerShapes'
  | 'pressShapes'
  | 'bounces'
  | 'slams'
>;

const LOWER_SHAPES = ['minimum-jerk', 'steady', 'early', 'late'] as const;
const PRESS_SHAPES = ['minimum-jerk', 'early', 'late', 'explosive'] as const;

/** An orderly set at a guide's tempo, 3–4 s down, 0.5–1 s hold, 1–2 s up; the base of every other plan. */
export function guideTempoPlan(seed: number): SetPlan {
  const random = new Random(seed, 'plan');
  return {
    reps: 8,
    startsAt: 'top',
    incline_deg: random.uniform(30, 50),
    depth_m: random.uniform(0.3, 0.5),
    depthVariation: 0.04,
    depthTrend: random.uniform(-0.08, 0.02),
    topVariation_m: random.uniform(0.002, 0.012),
    lower_s: random.uniform(3, 4),
    bottom_s: random.uniform(0.5, 1),
    press_s: random.uniform(1, 2),
    top_s: random.uniform(0.3, 1),
    tempoVariation: 0.08,
    fatigue: random.uniform(0, 0.3),
    lowerTrend: 0,
    lowerShapes: LOWER_SHAPES,
    pressShapes: PRESS_SHAPES,
    ripple: random.uniform(0.02, 0.12),
    sticking: 0.1,
    stalls: 0,
    stall_s: [0.2, 1],
    bounces: 0,
    knocks: 0.1,
    slams: 0,
    firstRep: 'complete',
    lastRep: 'complete',
    failsShortBy: [0.58, 0.68],
    secondAttempts: 0,
    beforeSecondAttempt_s: [0.5, 3],
    partialReps: 0,
    restPause_s: 0,
    restPauses: 1,
    unrack_m: random.uniform(0.02, 0.05),
    rerack_m: random.uniform(0.02, 0.05),
    restBefore_s: random.uniform(2, 4),
    restExtended_s: random.uniform(0.5, 2.5),
    restAfter_s: random.uniform(2, 4),
    shuffles: 0,
    sway_m: random.uniform(0.0001, 0.0008),
    tremor_m: random.uniform(0.000005, 0.00002),
    carriedBefore_s: 0,
    carriedAfter_s: 0,
    tilt_deg: random.uniform(0, 0.05),
    rolling_mps2: random.uniform(0.05, 0.4),
    floor_mps2: 0,
    slip_deg: 0,
    oddReps: [],
  };
}
