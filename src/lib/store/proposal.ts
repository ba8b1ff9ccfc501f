import type { Plan } from '$lib/guide/plan';

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
