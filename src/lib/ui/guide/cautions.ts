import type { VariationId } from '$lib/guide/claim';
import { GOALS, type GoalId } from '$lib/guide/goals';
import { VARIATIONS } from '$lib/guide/variations';

/** Nothing may hurt anywhere in the range: a warning wherever it is on the checklist. */
const PAIN_ROW = 'K04';

/** How the body goes into the machine: left out, because its source contradicts itself. A coach must show it. */
export const LEFT_TO_COACH = 'D11';

/**
 * The claims to warn with, each once: what has to be agreed to, then what the goal asks to check, then what
 * may apply to the person.
 */
export function cautionsOf(variation: VariationId, goal: GoalId | null): string[] {
  const { acknowledge, cautions, checklist } = VARIATIONS[variation];
  const mustCheck = goal ? GOALS[goal].mustCheck : [];
  const pain = checklist.filter((row) => row === PAIN_ROW);
  return [...new Set([...acknowledge, ...mustCheck, ...cautions, ...pain])];
}

/** Whether the variation's position in the machine is left to a coach. */
export function needsCoach(variation: VariationId): boolean {
  return variation === 'reverse' || variation === 'reverse-single';
}
