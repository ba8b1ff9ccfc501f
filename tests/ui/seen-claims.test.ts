import { expect, it } from 'vitest';
import { VARIATION_IDS } from '$lib/guide/claim';
import { VARIATIONS } from '$lib/guide/variations';
import { seenClaims } from '$lib/ui/seen-claims';

it.each(VARIATION_IDS)(
  '%s is rated by what only people see, each once, its checklist first',
  (id) => {
    const claims = seenClaims(id);
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.every(({ check }) => check === 'seen')).toBe(true);
    const ids = claims.map((claim) => claim.id);
    expect(new Set(ids).size).toBe(ids.length);
    const listed = ids.map((each) => VARIATIONS[id].checklist.includes(each));
    expect(listed).toEqual(listed.toSorted((a, b) => Number(b) - Number(a)));
  },
);
