import { describe, expect, it } from 'vitest';
import { check } from '$lib/guide/check';
import type { CueId, Finding, Rule } from '$lib/guide/rules/rule';
import { performed, type SetSketch } from './performed';

/** What a case must come to, beside its verdict. */
export interface Expected {
  /** The reps it is said of; null for the whole set. */
  readonly reps?: readonly (number | null)[];
  readonly side?: Finding['side'];
  readonly cue?: CueId;
  readonly amount?: number | null;
  readonly measured?: number;
  readonly rows?: readonly string[];
  readonly unit?: Finding['unit'];
  readonly detail?: Finding['detail'];
}

type Case = readonly [name: string, set: SetSketch, expected?: Expected];

export interface Cases {
  /** Something is judged, and all of it is in the band. */
  readonly fits: readonly Case[];
  /** The worst is out. */
  readonly deviates: readonly Case[];
  /** Nothing is out, something is borderline. */
  readonly borderline: readonly Case[];
  /** Nothing is judged. */
  readonly silent: readonly Case[];
}

const ORDER = ['in', 'borderline', 'out'] as const;

/** The table test of a rule. It is asked through `check`, as the app asks it. */
export function describeRule({ id, rows }: Rule, cases: Cases): void {
  const judged = (set: SetSketch) =>
    check(performed(set)).findings.filter(({ rule }) => rule === id);
  const worstOf = (findings: readonly Finding[]) =>
    ORDER.findLast((verdict) => findings.some((finding) => finding.verdict === verdict));

  function test(verdict: (typeof ORDER)[number], [, set, expected = {}]: Case): void {
    const findings = judged(set);
    expect(worstOf(findings)).toBe(verdict);
    const told = findings.filter((finding) => finding.verdict === verdict);
    const { reps: ofReps, cue, amount, measured, ...plain } = expected;
    if (ofReps) expect(told.map(({ rep }) => rep)).toEqual(ofReps);
    expect(told[0]).toMatchObject(plain);
    if (cue) expect(told[0].cue.id).toBe(cue);
    if (amount === null) expect(told[0].cue.amount).toBeNull();
    else if (amount !== undefined) expect(told[0].cue.amount).toBeCloseTo(amount, 6);
    if (measured !== undefined) expect(told[0].measured).toBeCloseTo(measured, 6);
    expect(rows).toEqual(expect.arrayContaining(findings.flatMap((finding) => finding.rows)));
  }

  describe(id, () => {
    for (const each of cases.fits) it(`fits: ${each[0]}`, () => test('in', each));
    for (const each of cases.deviates) it(`deviates: ${each[0]}`, () => test('out', each));
    for (const each of cases.borderline) {
      it(`borderline: ${each[0]}`, () => test('borderline', each));
    }
    for (const [name, set] of cases.silent) {
      it(`silent: ${name}`, () => expect(judged(set)).toEqual([]));
    }
  });
}
