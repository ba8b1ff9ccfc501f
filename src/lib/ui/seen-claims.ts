import type { Claim, VariationId } from '$lib/guide/claim';
import { CLAIMS } from '$lib/guide/claims';
import { VARIATIONS } from '$lib/guide/variations';

/** What people rate after a set of this variation: what only they can see, of its checklist first, then whatever else speaks of it. */
export function seenClaims(variation: VariationId): Claim[] {
  const { checklist } = VARIATIONS[variation];
  const seen = CLAIMS.filter(
    ({ id, check, variations }) =>
      check === 'seen' && (checklist.includes(id) || variations.includes(variation)),
  );
  const first = seen.filter(({ id }) => checklist.includes(id));
  return [...first, ...seen.filter(({ id }) => !checklist.includes(id))];
}
