import type { Plan, TargetName } from '../plan';
import { PRESCRIPTIONS } from '../prescriptions';

/** The guide's rows behind a target; none where the guide is silent, or the target is a person's own. */
export function claimRows(plan: Plan, target: TargetName): readonly string[] {
  const prescription = PRESCRIPTIONS.find(({ id }) => id === plan.prescription);
  if (!prescription) return [];
  if (target === 'depth') return prescription.depth?.rows ?? [];
  return prescription[target].rows;
}
