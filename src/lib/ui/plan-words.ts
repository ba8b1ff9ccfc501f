import type { Origin, Plan, TargetName } from '$lib/guide/plan';
import { PRESCRIPTIONS, type Prescription } from '$lib/guide/prescriptions';
import type { Guided } from '$lib/guide/guided';
import { MACHINES } from '$lib/guide/machines';
import { prescriptionWords } from './words/prescription';
import { planWords } from './words/plan';

/** The prescription a plan began from; null where the guide has none. */
export function prescriptionOf(plan: Plan): Prescription | null {
  return PRESCRIPTIONS.find(({ id }) => id === plan.prescription) ?? null;
}

/** What the guide gives for a target; null where it does not know it. */
export function guidedOf(plan: Plan, name: Exclude<TargetName, 'depth'>): Guided<unknown> | null {
  return prescriptionOf(plan)?.[name] ?? null;
}

/** Whose a target is, as a label: the guide's where nobody changed what it asks; null where nobody asks. */
export function originWords(plan: Plan, name: Exclude<TargetName, 'depth'>): string | null {
  const origin: Origin | undefined = plan.origins[name];
  if (origin) return planWords.origin[origin];
  return guidedOf(plan, name)?.standing === 'asked' ? planWords.origin.guide : null;
}

/** What the guide says of a target in words, beside a figure or in the place of one. */
export function guidedWords(plan: Plan, name: Exclude<TargetName, 'depth'>): string {
  const guided = guidedOf(plan, name);
  if (!guided || guided.standing === null) return prescriptionWords.noFigure;
  const word = guided.wording && prescriptionWords.wordings[guided.wording];
  if (guided.guide === null && !word) return prescriptionWords.noFigure;
  const of = name === 'load' && plan.targets.load && prescriptionWords.loadOf[plan.targets.load.of];
  return [word, of].filter((part) => part).join(', ');
}

/** What this machine leaves unmeasured, with the reason, one sentence a reason. */
export function unmeasuredWords({ machine }: Pick<Plan, 'machine'>): string[] {
  const { unmeasured } = MACHINES[machine];
  const reasons = [...new Set(unmeasured.map(({ because }) => because))];
  return reasons.map((reason) => {
    const quantities = unmeasured
      .filter(({ because }) => because === reason)
      .map(({ quantity }) => prescriptionWords.quantities[quantity]);
    return `${quantities.join(', ')}: ${prescriptionWords.unmeasured[reason]}`;
  });
}
