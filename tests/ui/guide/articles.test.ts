import { describe, expect, it } from 'vitest';
import { TOPICS } from '$lib/guide/claim';
import { claimById, CLAIMS } from '$lib/guide/claims';
import { type Group, GROUPS } from '../../../src/lib/ui/guide/articles';

describe.each(TOPICS)('the article on %s', (topic) => {
  const groups: readonly Group[] = GROUPS[topic];

  it('tells every claim of its topic, each once', () => {
    const own = CLAIMS.filter((claim) => claim.topic === topic).map(({ id }) => id);
    expect(groups.flatMap(({ claims }) => claims).toSorted()).toEqual(own.toSorted());
  });

  it('has anchors of its own', () => {
    const ids = groups.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => CLAIMS.some((claim) => claim.id === id))).toEqual([]);
  });

  it('draws feet only beside what is said of that variation', () => {
    for (const { claims, feet } of groups) {
      if (!feet) continue;
      const spoken = claims.flatMap((id) => claimById(id).variations);
      expect(spoken).toContain(feet);
    }
  });
});
