import type { MarkKind, RepMark } from '$lib/charts/rep-mark';
import { ruleById, type Check } from '$lib/guide/check';
import type { Finding, Part } from '$lib/guide/rules/rule';

const GRAVITY = { in: 0, borderline: 1, out: 2 };

/** The marks of a set, at most one for each part of each rep: its gravest. None where nothing was asked. */
export function repMarks(check: Check | null): RepMark[] {
  const worst = new Map<string, { finding: Finding; rep: number; part: Part }>();
  for (const finding of check?.findings ?? []) {
    const { rep, verdict } = finding;
    const { part } = ruleById(finding.rule);
    if (rep === null || part === null || verdict === 'in') continue;
    const key = `${rep} ${part}`;
    const before = worst.get(key)?.finding.verdict ?? 'in';
    if (GRAVITY[verdict] > GRAVITY[before]) worst.set(key, { finding, rep, part });
  }
  return [...worst.values()].map(({ finding, rep, part }) => ({
    rep,
    part,
    kind: markKind(finding),
  }));
}

/** The mark of a finding that is not in its band. What has no sides is more than allowed. */
export function markKind({ verdict, side }: Pick<Finding, 'verdict' | 'side'>): MarkKind {
  if (verdict === 'borderline') return 'borderline';
  return side ?? 'over';
}

/** The mark of one part of one rep; null where it is in its band, or nothing was asked. */
export function markOf(marks: readonly RepMark[], rep: number, part: Part): MarkKind | null {
  return marks.find((mark) => mark.rep === rep && mark.part === part)?.kind ?? null;
}
