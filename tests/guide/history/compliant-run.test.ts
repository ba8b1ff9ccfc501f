import { describe, expect, it } from 'vitest';
import { compliantRun } from '$lib/guide/history/compliant-run';
import type { Finding } from '$lib/guide/rules/rule';

/** A rep judged so, by its number; several verdicts for several rules. */
function finding(rep: number | null, verdict: Finding['verdict']): Finding {
  return {
    rule: 'lowering-time',
    rep,
    measured: 3,
    sd: 0.05,
    allowed: [2.75, 4.25],
    unit: 's',
    verdict,
    side: null,
    rows: [],
    cue: { id: 'lower-slower', amount: null },
  };
}

/** One finding a rep, from the first: i in, b borderline, o out. */
function set(verdicts: string): Finding[] {
  const said = { i: 'in', b: 'borderline', o: 'out' } as const;
  return [...verdicts].map((letter, i) => finding(i + 1, said[letter as keyof typeof said]));
}

describe('the longest compliant run', () => {
  it.each([
    ['iiii', 4],
    ['iioiiio', 3],
    ['iibii', 4],
    ['bbb', 0],
    ['ooo', 0],
  ])('of %s is %i', (verdicts, longest) => {
    expect(compliantRun(set(verdicts))).toBe(longest);
  });

  it('counts a rep once, by its worst', () => {
    expect(compliantRun([...set('iii'), ...set('ioi')])).toBe(1);
  });

  it('goes by the reps, whatever the order of the findings', () => {
    expect(compliantRun(set('oiii').reverse())).toBe(3);
  });

  it('is unknown where nothing was asked of a rep', () => {
    expect(compliantRun([])).toBeNull();
    expect(compliantRun([finding(null, 'in')])).toBeNull();
  });
});
