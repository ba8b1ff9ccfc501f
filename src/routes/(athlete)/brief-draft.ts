import type { VariationId } from '$lib/guide/claim';
import type { Entered, Side } from '$lib/guide/entered';
import type { GoalId } from '$lib/guide/goals';
import { MACHINES, type MachineId } from '$lib/guide/machines';
import { planFor, type Plan } from '$lib/guide/plan';
import { VARIATIONS } from '$lib/guide/variations';
import type { Brief } from '$lib/store/brief';
import { calibrationFor, type Calibration } from '$lib/store/settings';

/** A set that is being set up has a plan. */
export type PlannedBrief = Brief & { readonly plan: Plan };

/** A way to press, a machine or a goal, chosen instead of another. */
export interface Choice {
  readonly variation?: VariationId;
  readonly machine?: MachineId;
  readonly goal?: GoalId;
}

/** A brief while it is filled in, of a set to come or of one that was lifted. */
export interface BriefDraft {
  readonly brief: PlannedBrief;
  choose(chosen: Choice): void | Promise<void>;
  enter(entered: Partial<Entered>): void | Promise<void>;
  setRatio(sledPerSensor: number): void | Promise<void>;
}

/** Another way to press, another machine or goal: what the guide asks for it, and the depth calibrated for it. */
export function withChoice(
  brief: PlannedBrief,
  chosen: Choice,
  calibrations: readonly Calibration[],
): PlannedBrief {
  const { plan, setup, entered } = brief;
  const { variation, machine, goal } = { ...plan, ...chosen };
  const side = VARIATIONS[variation].legs === 1 ? (entered.side ?? 'left') : null;
  const ratio = MACHINES[machine].sledPerSensor;
  const isSameMachine = machine === plan.machine;
  const sledPerSensor = isSameMachine ? setup.sledPerSensor : (ratio?.value ?? 1);
  // What was ticked off was so for the other way to press.
  const checked = variation === plan.variation ? entered.checked : [];
  return {
    setup: { ...setup, sledPerSensor },
    plan: withDepth(planFor(variation, machine, goal), side, calibrations),
    entered: { ...entered, side, checked },
  };
}

/** What people say of the set. Another side has its own calibrated depth. */
export function withEntered(
  brief: PlannedBrief,
  entered: Partial<Entered>,
  calibrations: readonly Calibration[],
): PlannedBrief {
  const next = { ...brief.entered, ...entered };
  const isSameSide = next.side === brief.entered.side;
  const plan = isSameSide ? brief.plan : withDepth(brief.plan, next.side, calibrations);
  return { ...brief, plan, entered: next };
}

export function withRatio(brief: PlannedBrief, sledPerSensor: number): PlannedBrief {
  return { ...brief, setup: { ...brief.setup, sledPerSensor } };
}

function withDepth(plan: Plan, side: Side | null, calibrations: readonly Calibration[]): Plan {
  const { machine, variation } = plan;
  const depth = calibrationFor(calibrations, { machine, variation, side })?.depth ?? null;
  return { ...plan, targets: { ...plan.targets, depth } };
}
