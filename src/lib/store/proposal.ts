import type { Plan } from '$lib/guide/plan';
import { NO_BRIEF, type Brief } from './brief';

/** What a coach would ask from now on. It judges no set that is done, and asks nothing before it is accepted. */
export interface Proposal {
  readonly plan: Plan;
  readonly author: string;
  /** ISO 8601 with offset. */
  readonly proposedAt: string;
  readonly answer: ProposalAnswer;
}

export type ProposalAnswer = 'open' | 'accepted' | 'declined';

/** The later of two proposals for the same set; of the same one, ours, which may have been answered. */
export function laterProposal(ours: Proposal | null, theirs: Proposal | null): Proposal | null {
  if (!ours || !theirs) return ours ?? theirs;
  return Date.parse(theirs.proposedAt) > Date.parse(ours.proposedAt) ? theirs : ours;
}

/**
 * What the next set starts from once a plan for it is accepted. What is known of it beside stays, where it is the same
 * way to press on the same machine; else it is as it was for the set that the plan came with.
 */
export function nextAsProposed(
  plan: Plan,
  { next, set }: { next: Brief | null; set: Brief },
): Brief {
  const of = next?.plan;
  if (next && of?.variation === plan.variation && of.machine === plan.machine) {
    return { ...next, plan };
  }
  const { load, side, max } = set.entered;
  return {
    plan,
    setup: { ...set.setup, excluded: NO_BRIEF.setup.excluded },
    entered: { ...NO_BRIEF.entered, load, side, max },
  };
}
