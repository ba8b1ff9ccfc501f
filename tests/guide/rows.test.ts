import { describe, expect, it } from 'vitest';
import { VARIATION_IDS } from '$lib/guide/claim';
import { CLAIMS } from '$lib/guide/claims';
import { DISAGREEMENTS } from '$lib/guide/claims/disagreements';
import { GOALS } from '$lib/guide/goals';
import { MACHINES } from '$lib/guide/machines';
import { PRESCRIPTIONS } from '$lib/guide/prescriptions';
import { VARIATIONS } from '$lib/guide/variations';

/** Every value of that key, however deep. */
function valuesOf(key: string, thing: unknown): string[] {
  if (Array.isArray(thing)) return thing.flatMap((each) => valuesOf(key, each));
  if (typeof thing !== 'object' || thing === null) return [];
  return Object.entries(thing).flatMap(([name, value]) =>
    name === key && Array.isArray(value) ? value.map(String) : valuesOf(key, value),
  );
}

describe.each([
  ['goals', GOALS],
  ['machines', MACHINES],
  ['prescriptions', PRESCRIPTIONS],
  ['variations', VARIATIONS],
])('the rows that the %s rest on', (_, things) => {
  it('are each a claim', () => {
    const known = new Set(CLAIMS.map(({ id }) => id));
    const rows = valuesOf('rows', things);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !known.has(row))).toEqual([]);
  });

  it('disagree only where that is told', () => {
    const known = DISAGREEMENTS.map(({ inventoryId }) => inventoryId);
    const named = valuesOf('disagreements', things);
    expect(named.filter((id) => !known.some((each) => each === id))).toEqual([]);
  });
});

it('every variation that a claim may be about is described', () => {
  expect(Object.keys(VARIATIONS).toSorted()).toEqual(VARIATION_IDS.toSorted());
});
