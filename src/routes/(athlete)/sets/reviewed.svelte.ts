import type { Recording } from '$lib/core/recording';
import { analyse } from '$lib/core/sled/analyse';
import type { SetReport } from '$lib/core/sled/report';
import type { Setup } from '$lib/core/sled/setup';
import { check, type Check } from '$lib/guide/check';
import type { Entered } from '$lib/guide/entered';
import type { Plan } from '$lib/guide/plan';
import type { PastSet } from '$lib/guide/rules/rule';
import type { StoredSet } from '$lib/store/sets';
import { summarise, type SetSummary } from '$lib/store/summary';

/**
 * A set as people look at it, in this browser's store or not: what is measured and judged follows from the
 * samples and from what is kept with them, and so from every change of it.
 */
export class Reviewed {
  set: StoredSet;
  readonly recording: Recording;
  readonly report: SetReport = $derived.by(() => analyse(this.recording, this.#setup));
  readonly summary: SetSummary = $derived.by(() => summarise(this.report, this.#plan));
  /** The set held against its plan; null where nothing was asked of it. */
  readonly check: Check | null = $derived.by(() => this.#judge());
  // Apart from the set, so that a new name does not analyse anew.
  readonly #setup: Setup = $derived.by(() => this.set.setup);
  readonly #plan: Plan | null = $derived.by(() => this.set.plan);
  readonly #entered: Entered = $derived.by(() => this.set.entered);
  readonly #past: readonly PastSet[];

  /** `past`: earlier sets of the same person, oldest first; rules that compare say nothing without. */
  constructor(set: StoredSet, recording: Recording, past: readonly PastSet[] = []) {
    this.recording = recording;
    this.#past = past;
    this.set = $state.raw(set);
  }

  #judge(): Check | null {
    const plan = this.#plan;
    return (
      plan &&
      check({
        report: this.report,
        plan,
        entered: this.#entered,
        startedAt_ms: Date.parse(this.set.addedAt),
        past: this.#past,
      })
    );
  }
}
