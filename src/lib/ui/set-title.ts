import type { Entered } from '$lib/guide/entered';
import type { Plan } from '$lib/guide/plan';
import { mass } from './format';
import { prescriptionWords } from './words/prescription';
import { sideWords } from './words/side';
import { unitWords } from './words/units';

/** What a set's title follows from. */
export interface Titled {
  readonly title: string;
  readonly source: { readonly name: string };
  readonly plan: Plan | null;
  readonly entered: Pick<Entered, 'load' | 'side'>;
}

/** "Hamstrings, one leg, left · 60 kg": the name a person gave the set, or else what was planned and lifted. */
export function setTitle({ title, source, plan, entered }: Titled): string {
  // A set is first called by its sensor; a file's name was given by someone.
  if (!plan || title !== source.name) return title;
  const { load, side } = entered;
  const what = [prescriptionWords.variations[plan.variation].name, side && sideWords[side]];
  const lifted = load && `${mass(load.load_kg, load.typedIn)} ${unitWords[load.typedIn]}`;
  return [what.filter((part) => part).join(', '), lifted].filter((part) => part).join(' · ');
}
