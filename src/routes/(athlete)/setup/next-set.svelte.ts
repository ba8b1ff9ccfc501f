import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import type { VariationId } from '$lib/guide/claim';
import type { Entered, Side } from '$lib/guide/entered';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { DEFAULT_GOAL, type GoalId } from '$lib/guide/goals';
import { MACHINES, type MachineId } from '$lib/guide/machines';
import { planFor, type Plan } from '$lib/guide/plan';
import { VARIATIONS } from '$lib/guide/variations';
import { StoreError, type Database } from '$lib/store/database';
import type { Brief } from '$lib/store/brief';
import { calibrationFor, keepSetting, type Calibration } from '$lib/store/settings';

/** A set that is being set up has a plan. */
export type PlannedBrief = Brief & { readonly plan: Plan };

const FIRST: PlannedBrief = {
  setup: DEFAULT_SETUP,
  plan: planFor('hamstring', 'sled-45', DEFAULT_GOAL),
  entered: NOTHING_ENTERED,
};

/** The set that is lifted next, while it is set up: every change is kept at once. */
export class NextSet {
  brief = $state.raw<PlannedBrief>(FIRST);
  /** Whether the set begins with reps that show the depth. */
  calibrates = $state(false);
  /** Whether this browser keeps it: the choice holds on this page all the same. */
  isKept = $state(true);
  readonly #database: Database | null;
  readonly #calibrations: readonly Calibration[];

  constructor(
    database: Database | null,
    { next, calibrations }: { next: Brief | null; calibrations: readonly Calibration[] },
  ) {
    this.#database = database;
    this.#calibrations = calibrations;
    if (next) this.brief = { ...next, plan: next.plan ?? FIRST.plan };
  }

  get plan(): Plan {
    return this.brief.plan;
  }

  get entered(): Entered {
    return this.brief.entered;
  }

  /** The calibrated depth that the plan asks for; null where it is none, or was changed by hand. */
  get calibration(): Calibration | null {
    const { depth } = this.plan.targets;
    const found = this.#calibrationOf(this.plan, this.entered.side);
    return found && JSON.stringify(found.depth) === JSON.stringify(depth) ? found : null;
  }

  /** Another way to press, another machine or goal: what the guide asks for it, and the depth calibrated for it. */
  async choose(chosen: {
    variation?: VariationId;
    machine?: MachineId;
    goal?: GoalId;
  }): Promise<void> {
    const { variation, machine, goal } = { ...this.plan, ...chosen };
    const legs = VARIATIONS[variation].legs;
    const side = legs === 1 ? (this.entered.side ?? 'left') : null;
    const plan = this.#withDepth(planFor(variation, machine, goal), side);
    const ratio = MACHINES[machine].sledPerSensor;
    const isSame = machine === this.plan.machine;
    const sledPerSensor = isSame ? this.brief.setup.sledPerSensor : (ratio?.value ?? 1);
    // What was ticked off was so for the other way to press.
    const checked = variation === this.plan.variation ? this.entered.checked : [];
    await this.#keep({
      setup: { ...this.brief.setup, sledPerSensor },
      plan,
      entered: { ...this.entered, side, checked },
    });
  }

  async change(plan: Plan): Promise<void> {
    await this.#keep({ ...this.brief, plan });
  }

  /** What people say of the set. Another side has its own calibrated depth. */
  async enter(entered: Partial<Entered>): Promise<void> {
    const next = { ...this.entered, ...entered };
    const plan =
      next.side === this.entered.side ? this.plan : this.#withDepth(this.plan, next.side);
    await this.#keep({ ...this.brief, plan, entered: next });
  }

  async setRatio(sledPerSensor: number): Promise<void> {
    await this.#keep({ ...this.brief, setup: { ...this.brief.setup, sledPerSensor } });
  }

  #calibrationOf({ machine, variation }: Plan, side: Side | null): Calibration | null {
    return calibrationFor(this.#calibrations, { machine, variation, side });
  }

  #withDepth(plan: Plan, side: Side | null): Plan {
    const depth = this.#calibrationOf(plan, side)?.depth ?? null;
    return { ...plan, targets: { ...plan.targets, depth } };
  }

  async #keep(brief: PlannedBrief): Promise<void> {
    this.brief = brief;
    if (!this.#database) {
      this.isKept = false;
      return;
    }
    try {
      await keepSetting(this.#database, 'next', brief);
      this.isKept = true;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      this.isKept = false;
    }
  }
}
