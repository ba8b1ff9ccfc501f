import { NOTHING_ENTERED, type Entered } from '$lib/guide/entered';
import type { StoredSet } from '../sets';

/** What a person can keep to themselves when they share a set. */
export const OMISSIONS = ['note', 'pain', 'effort', 'load', 'comments'] as const;
export type Omission = (typeof OMISSIONS)[number];

/** The parts of what was entered that each stands for. */
const PARTS: Record<Exclude<Omission, 'comments'>, readonly (keyof Entered)[]> = {
  note: ['note'],
  pain: ['pain'],
  effort: ['rpe', 'rir'],
  load: ['load', 'max'],
};

/** The set as if what is omitted had never been said. */
export function without(set: StoredSet, omitted: readonly Omission[]): StoredSet {
  return omitted.reduce((left: StoredSet, each) => {
    if (each === 'comments') return { ...left, comments: [], proposal: null };
    const blanks = PARTS[each].map((part) => [part, NOTHING_ENTERED[part]] as const);
    return { ...left, entered: { ...left.entered, ...Object.fromEntries(blanks) } };
  }, set);
}
