import type { Lifted } from '$lib/guide/history/lifted';

/** Whose sets are compared: a person's, or those that nobody lifted; both only where that was chosen. */
export const SHOWN = ['lifted', 'simulated', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/** What an address asks for; else the person's own, where there are any. */
export function shownFrom(params: URLSearchParams, sets: readonly Lifted[]): Shown {
  const asked = SHOWN.find((each) => each === params.get('origin'));
  if (asked) return asked;
  return sets.length > 0 && sets.every(({ isSimulated }) => isSimulated) ? 'simulated' : 'lifted';
}

export function ofOrigin(sets: readonly Lifted[], shown: Shown): readonly Lifted[] {
  if (shown === 'all') return sets;
  return sets.filter(({ isSimulated }) => isSimulated === (shown === 'simulated'));
}

/** Whether there is anything to choose between. */
export function areBoth(sets: readonly Lifted[]): boolean {
  return sets.some(({ isSimulated }) => isSimulated) && sets.some((set) => !set.isSimulated);
}

/** The address' query with one value changed; null takes it out. */
export function queryWith(params: URLSearchParams, name: string, value: string | null): string {
  const changed = new URLSearchParams(params);
  if (value === null) changed.delete(name);
  else changed.set(name, value);
  return changed.toString();
}
