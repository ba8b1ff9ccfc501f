import { describe, expect, it } from 'vitest';
import { simulate } from '$lib/core/simulate';
import { analyse } from '$lib/core/sled/analyse';
import { check } from '$lib/guide/check';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { planFor } from '$lib/guide/plan';
import { markKind, markOf, repMarks } from '$lib/ui/rep-marks';
import { repRemark } from '$lib/ui/rep-remark';
import { repRows } from '$lib/ui/rep-rows';

const report = analyse(simulate({ seed: 3 }).recording);
const plan = planFor('hamstring', 'sled-45', 'hypertrophy-b');

/** The marks of the set, had its first rep been lowered in so many seconds. */
function marksWith(duration_s: number) {
  const reps = report.reps.map((rep, i) =>
    i === 0 && rep.lower ? { ...rep, lower: { ...rep.lower, duration_s } } : rep,
  );
  const performance = { plan, entered: NOTHING_ENTERED, startedAt_ms: 0, past: [] };
  return repMarks(check({ ...performance, report: { ...report, reps } }));
}

describe('the marks of reps', () => {
  it('tell long from short from open', () => {
    expect(markOf(marksWith(6), 1, 'lower')).toBe('over');
    expect(markOf(marksWith(1), 1, 'lower')).toBe('under');
    expect(markOf(marksWith(2.75), 1, 'lower')).toBe('borderline');
    expect(markOf(marksWith(3.5), 1, 'lower')).toBeNull();
  });

  it('are none where nothing was asked', () => {
    expect(repMarks(null)).toEqual([]);
  });

  it('say that what has no sides is more than allowed', () => {
    expect(markKind({ verdict: 'out', side: null })).toBe('over');
    expect(markKind({ verdict: 'borderline', side: 'under' })).toBe('borderline');
  });
});

describe('the rows of the table', () => {
  it('hold what does not count where it happened', () => {
    const [, second, third] = report.reps;
    const stretch = {
      start_s: (second.lower ?? second.press).start_s,
      end_s: second.press.end_s,
      reason: 'removed' as const,
    };
    const rows = repRows([report.reps[0], third], [stretch]);
    expect(rows.map(({ kind }) => kind)).toEqual(['rep', 'excluded', 'rep']);
  });

  it('remark on what is partial or doubtful', () => {
    expect(repRemark({ kind: 'full', quality: 'good' })).toBe('');
    expect(repRemark({ kind: 'partial', quality: 'doubtful' })).toBe('partial, doubtful');
  });
});
