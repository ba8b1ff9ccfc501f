import type { Entered } from '$lib/guide/entered';
import { DEFAULT_GOAL } from '$lib/guide/goals';
import { planFor, type Plan } from '$lib/guide/plan';
import type { Brief } from '$lib/store/brief';
import type { Calibration } from '$lib/store/settings';
import {
  withChoice,
  withEntered,
  withRatio,
  type BriefDraft,
  type Choice,
  type PlannedBrief,
} from '../../brief-draft';

/** What was asked of a set that was lifted, while it is filled in afterwards: nothing holds until it is applied. */
export class PlanDraft implements BriefDraft {
  brief: PlannedBrief;
  readonly #calibrations: readonly Calibration[];

  constructor({ setup, plan, entered }: Brief, calibrations: readonly Calibration[]) {
    this.#calibrations = calibrations;
    const began = plan ?? planFor('hamstring', 'sled-45', DEFAULT_GOAL);
    this.brief = $state.raw({ setup, plan: began, entered });
  }

  choose(chosen: Choice): void {
    this.brief = withChoice(this.brief, chosen, this.#calibrations);
  }

  change(plan: Plan): void {
    this.brief = { ...this.brief, plan };
  }

  enter(entered: Partial<Entered>): void {
    this.brief = withEntered(this.brief, entered, this.#calibrations);
  }

  setRatio(sledPerSensor: number): void {
    this.brief = withRatio(this.brief, sledPerSensor);
  }
}
