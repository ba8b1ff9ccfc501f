import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { NOTHING_ENTERED, type Entered } from '$lib/guide/entered';
import { DEFAULT_GOAL } from '$lib/guide/goals';
import { planFor, type Plan } from '$lib/guide/plan';
import { StoreError, type Database } from '$lib/store/database';
import type { Brief } from '$lib/store/brief';
import { calibrationFor, keepSetting, type Calibration } from '$lib/store/settings';
import {
  withChoice,
  withEntered,
  withRatio,
  type BriefDraft,
  type Choice,
  type PlannedBrief,
} from '../brief-draft';

const FIRST: PlannedBrief = {
  setup: DEFAULT_SETUP,
  plan: planFor('hamstring', 'sled-45', DEFAULT_GOAL),
  entered: NOTHING_ENTERED,
};

/** The set that is lifted next, while it is set up: every change is kept at once. */
export class NextSet implements BriefDraft {
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
    const { machine, variation, targets } = this.plan;
    const { side } = this.entered;
    const found = calibrationFor(this.#calibrations, { machine, variation, side });
    return found && JSON.stringify(found.depth) === JSON.stringify(targets.depth) ? found : null;
  }

  async choose(chosen: Choice): Promise<void> {
    await this.#keep(withChoice(this.brief, chosen, this.#calibrations));
  }

  async change(plan: Plan): Promise<void> {
    await this.#keep({ ...this.brief, plan });
  }

  async enter(entered: Partial<Entered>): Promise<void> {
    await this.#keep(withEntered(this.brief, entered, this.#calibrations));
  }

  async setRatio(sledPerSensor: number): Promise<void> {
    await this.#keep(withRatio(this.brief, sledPerSensor));
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
