import type { Plan } from '$lib/guide/plan';
import type { LiveChoices } from '$lib/store/choices';

/** How long to rest after a set, s: the person's own choice, else the least that the plan asks; null where neither says. */
export function restAfter_s(
  plan: Plan | null,
  { rest_s }: Pick<LiveChoices, 'rest_s'>,
): number | null {
  return rest_s ?? plan?.targets.rest?.low_s ?? null;
}
