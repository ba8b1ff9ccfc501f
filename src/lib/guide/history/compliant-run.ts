import type { Finding } from '../rules/rule';

/** How bad a verdict is. */
const RANK = { in: 0, borderline: 1, out: 2 };

/**
 * The most reps in a row that kept to what was asked, by the findings on them. A rep that is out ends a run; one
 * that is borderline is not counted and ends none. Null where nothing was asked of any rep.
 */
export function compliantRun(findings: readonly Finding[]): number | null {
  const worst = new Map<number, Finding['verdict']>();
  for (const { rep, verdict } of findings) {
    if (rep === null) continue;
    const before = worst.get(rep) ?? 'in';
    worst.set(rep, RANK[verdict] > RANK[before] ? verdict : before);
  }
  if (worst.size === 0) return null;
  let run = 0;
  let longest = 0;
  for (const [, verdict] of [...worst].sort(([a], [b]) => a - b)) {
    if (verdict === 'out') run = 0;
    if (verdict === 'in') run++;
    longest = Math.max(longest, run);
  }
  return longest;
}
