import { getContext, setContext } from 'svelte';
import { preferences, type Terms } from '$lib/locale/preferences';

/** Who a page is for. */
type Reader = 'athlete' | 'coach';

const KEY = Symbol('terms');

/** What a reader's pages call the phases: what the person chose, or else what that reader knows them by. */
export function termsFor(reader: Reader): Terms {
  if (preferences.terms !== 'page') return preferences.terms;
  return reader === 'coach' ? 'field' : 'plain';
}

/** Makes the component and all in it speak to that reader. */
export function speakTo(reader: Reader): void {
  setContext(KEY, termsFor(reader));
}

/** The terms that the page is put in: an athlete's, unless it speaks to someone else. */
export function getTerms(): Terms {
  return getContext<Terms | undefined>(KEY) ?? termsFor('athlete');
}
