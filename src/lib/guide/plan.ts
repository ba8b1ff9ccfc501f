import type { VariationId } from './claim';
import type { GoalId } from './goals';
import type { Guided } from './guided';
import type { MachineId } from './machines';
import {
  type Frequency,
  type LoadBand,
  type Prescription,
  prescriptionFor,
  type Range,
  startingTempo,
} from './prescriptions';
import type { Tempo, TimeBand } from './tempo';

/**
 * What a set is held against: a prescription of the guide with what people changed in it. Stored with the
 * set it was made for, so that a later change of mind judges no earlier set.
 */
export interface Plan {
  /** The prescription it started from; null where the guide has none. */
  readonly prescription: string | null;
  readonly variation: VariationId;
  readonly machine: MachineId;
  readonly goal: GoalId;
  readonly targets: Targets;
  /** Whose each target is that is not the guide's. */
  readonly origins: Partial<Readonly<Record<TargetName, Origin>>>;
  readonly tolerances: Tolerances;
}

/** What is asked; free or null where nothing is, and then nothing is judged. */
export interface Targets extends Tempo {
  /** An isometric hold at the stretch, beside the reps. */
  readonly hold: TimeBand | null;
  readonly depth: DepthTarget | null;
  /** Of a set; of a side, where one leg works. */
  readonly reps: Range | null;
  readonly sets: Range | null;
  /** Between sets. */
  readonly rest: TimeBand | null;
  readonly load: LoadBand | null;
  readonly frequency: Frequency | null;
}

export type TargetName = keyof Targets;

/** `default`: the app's own, for what the guide leaves blank. */
export type Origin = 'default' | 'athlete' | 'coach';

/** Along the rail, from the start of the lowering; the athlete's own, by calibration or by hand. */
export interface DepthTarget {
  readonly target_m: number;
  /** Shallower is short, */
  readonly floor_m: number;
  /** deeper is more than was meant, */
  readonly ceiling_m: number;
  /** and this must not be passed; null where no safe stop was set. */
  readonly stop_m: number | null;
  /** How far above the set's start the calibrated soft top lies; null where it was not calibrated. */
  readonly softTop_m: number | null;
}

/**
 * How far from the band is still compliant. No guide gives any: these are the app's, a coach may change them,
 * and every export prints them.
 */
export interface Tolerances {
  readonly lower_s: number;
  readonly press_s: number;
  /** Of the pauses at the bottom and at the top, and of a hold. */
  readonly pause_s: number;
  /** Floor and ceiling as shares of a calibrated target depth. */
  readonly depthFloor: number;
  readonly depthCeiling: number;
  /** Standard deviation over mean of the depths. */
  readonly depthCv: number;
  /** A press with X takes no longer, */
  readonly explosivePress_s: number;
  /** and is no slower than this share of what the reps before it and after it show can be done. */
  readonly explosiveShare: number;
  /** Where control is asked, a press lets go of no larger share of the load: at 1 the sled flies. */
  readonly letGo: number;
  /** Peak over mean speed of a lowering: higher is a fall that was caught. */
  readonly loweringPeak: number;
  /** Of gravity along the rail: a lowering that speeds up by more was let fall. */
  readonly freeFall: number;
  /** Resting at the top is longer, where no time is asked. */
  readonly topRest_s: number;
  /** Above the soft top. */
  readonly softTop_m: number;
  /** Loss of depth, and of lowering time, along a set, as shares. */
  readonly depthDrift: number;
  readonly tempoDrift: number;
  /** Loss of press velocity along a set of maximal presses. */
  readonly velocityLoss: number;
  /** How far a hold may wander, from end to end. */
  readonly holdWander_m: number;
  /** Of the rest between sets. */
  readonly rest_s: number;
  /** |A − B| ÷ max(A, B) of the two sides. */
  readonly asymmetry: number;
  /** Rise of the load from one session to the next, as a share. */
  readonly loadStep: number;
  /** Share of compliant reps from which a set is compliant. */
  readonly compliantShare: number;
}

export const DEFAULT_TOLERANCES: Tolerances = {
  lower_s: 0.25,
  press_s: 0.25,
  pause_s: 0.2,
  depthFloor: 0.9,
  depthCeiling: 1.05,
  depthCv: 0.08,
  explosivePress_s: 1.5,
  explosiveShare: 0.7,
  letGo: 0.6,
  loweringPeak: 3,
  freeFall: 0.5,
  topRest_s: 3,
  softTop_m: 0.03,
  depthDrift: 0.1,
  tempoDrift: 0.2,
  velocityLoss: 0.2,
  holdWander_m: 0.02,
  rest_s: 15,
  asymmetry: 0.1,
  loadStep: 0.1,
  compliantShare: 0.8,
};

/** Where a plan starts: what the guide asks for the variation and the goal, its blanks left or filled by labelled defaults. */
export function planFor(variation: VariationId, machine: MachineId, goal: GoalId): Plan {
  const prescription = prescriptionFor(variation, goal);
  const base = { variation, machine, goal, tolerances: DEFAULT_TOLERANCES };
  if (!prescription) {
    return { ...base, prescription: null, targets: NOTHING_ASKED, origins: {} };
  }
  return {
    ...base,
    prescription: prescription.id,
    targets: {
      ...startingTempo(prescription),
      hold: askedOf(prescription.hold),
      depth: null,
      reps: askedOf(prescription.reps),
      sets: askedOf(prescription.sets),
      rest: askedOf(prescription.rest),
      load: askedOf(prescription.load),
      frequency: askedOf(prescription.frequency),
    },
    origins: defaultsIn(prescription),
  };
}

const FREE = { kind: 'free' } as const;

/** Nothing is asked of anything. */
export const NOTHING_ASKED: Targets = {
  lower: FREE,
  bottom: FREE,
  press: FREE,
  top: FREE,
  hold: null,
  depth: null,
  reps: null,
  sets: null,
  rest: null,
  load: null,
  frequency: null,
};

/** The plan with another target, and whose it is. */
export function withTarget<Name extends TargetName>(
  plan: Plan,
  name: Name,
  target: Targets[Name],
  origin: Origin,
): Plan {
  return {
    ...plan,
    targets: { ...plan.targets, [name]: target },
    origins: { ...plan.origins, [name]: origin },
  };
}

/** Floor and ceiling about a target depth, m, by the tolerances. */
export function depthAbout(
  target_m: number,
  { depthFloor, depthCeiling }: Tolerances = DEFAULT_TOLERANCES,
): DepthTarget {
  return {
    target_m,
    floor_m: target_m * depthFloor,
    ceiling_m: target_m * depthCeiling,
    stop_m: null,
    softTop_m: null,
  };
}

function askedOf<T>({ guide, standing }: Guided<T>): T | null {
  return standing === 'asked' ? guide : null;
}

/** The phases that the app's default fills. */
function defaultsIn(prescription: Prescription): Plan['origins'] {
  const phases = ['lower', 'bottom', 'press', 'top'] as const;
  const filled = phases.filter((phase) => {
    const figure: Guided<unknown> = prescription[phase];
    return askedOf(figure) === null && figure.default !== null;
  });
  return Object.fromEntries(filled.map((phase) => [phase, 'default']));
}
