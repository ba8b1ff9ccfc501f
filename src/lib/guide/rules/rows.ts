import type { VariationId } from '../claim';
import type { Plan, TargetName } from '../plan';
import { PRESCRIPTIONS, type Prescription } from '../prescriptions';
import { VARIATIONS } from '../variations';

/** The forms that the same rows are taken to hold for. */
export type Family = 'hamstring' | 'quad' | 'reverse';

/** Rows by family; a family that no source speaks of has none. */
export type FamilyRows = Partial<Readonly<Record<Family, readonly string[]>>>;

/** The prescription a plan started from; null where it started from none. */
export function prescriptionOf(plan: Plan): Prescription | null {
  return PRESCRIPTIONS.find(({ id }) => id === plan.prescription) ?? null;
}

/**
 * The guide's rows behind a target; none where the guide is silent, or the target is a person's own. A depth
 * is always a person's own, and the guide's is the rule by which it is chosen.
 */
export function claimRows(plan: Plan, target: TargetName): readonly string[] {
  const prescription = prescriptionOf(plan);
  if (!prescription) return [];
  if (target === 'depth') return prescription.depth?.rows ?? [];
  const origin = plan.origins[target];
  if (origin === 'athlete' || origin === 'coach') return [];
  return prescription[target].rows;
}

/** Every row that may stand behind a target. */
export function targetRows(target: TargetName): readonly string[] {
  return once(
    PRESCRIPTIONS.flatMap((each) =>
      target === 'depth' ? (each.depth?.rows ?? []) : each[target].rows,
    ),
  );
}

/** The rows of a variation's family; none where no source speaks of it. */
export function familyRows(variation: VariationId, rows: FamilyRows): readonly string[] {
  return rows[familyOf(variation)] ?? [];
}

/** All rows of a rule's lists, each once. */
export function allRows(...lists: (readonly string[])[]): readonly string[] {
  return once(lists.flat());
}

/** The rows of all families. */
export function ofFamilies(rows: FamilyRows): readonly string[] {
  return once(Object.values(rows).flat());
}

/** The narrow, wide and one-legged forms of a press belong to the press. */
export function familyOf(variation: VariationId): Family {
  if (variation.startsWith('hamstring')) return 'hamstring';
  return variation.startsWith('reverse') ? 'reverse' : 'quad';
}

/** How the guide wants the press of that variation to end; none where it does not say. */
export function topRows(variation: VariationId): readonly string[] {
  return VARIATIONS[variation].top?.rows ?? [];
}

/** The same of every variation. */
export const TOP_ROWS = once(Object.values(VARIATIONS).flatMap(({ top }) => top?.rows ?? []));

function once(rows: readonly string[]): readonly string[] {
  return [...new Set(rows)];
}
