import { DEFAULT_SETUP, type Setup } from '$lib/core/sled/setup';
import { NOTHING_ENTERED, type Entered } from '$lib/guide/entered';
import type { Plan } from '$lib/guide/plan';

/** What is known of a set beside its samples, from before it begins: a better word later makes everything anew. */
export interface Brief {
  /** How the samples are read. */
  setup: Setup;
  /** What was asked of it; null where nothing was. */
  plan: Plan | null;
  entered: Entered;
}

/** Nothing was asked, nothing was said. */
export const NO_BRIEF: Brief = { setup: DEFAULT_SETUP, plan: null, entered: NOTHING_ENTERED };
