import type { Verdict } from '$lib/core/sled/report';
import { ruleById, type Check } from '$lib/guide/check';
import type { Finding } from '$lib/guide/rules/rule';

/** A rep held against its plan. */
export interface RepVerdict {
  /** The worst that was found. */
  readonly verdict: Verdict;
  /** What is out or borderline, the gravest first. */
  readonly findings: readonly Finding[];
}

const ORDER: readonly Verdict[] = ['in', 'borderline', 'out'];

/**
 * What was found of each rep, by its index; a rep of which nothing was asked has a verdict only where a rule that
 * always looks found something.
 */
export function repVerdicts({ findings }: Check): ReadonlyMap<number, RepVerdict> {
  const byRep = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.rep === null) continue;
    const others = byRep.get(finding.rep);
    if (others) others.push(finding);
    else byRep.set(finding.rep, [finding]);
  }
  const judged = [...byRep].filter(([, found]) => found.some(isTelling));
  return new Map(judged.map(([index, found]) => [index, worstOf(found)]));
}

function isTelling({ rule, verdict }: Finding): boolean {
  return verdict !== 'in' || ruleById(rule).target !== null;
}

function worstOf(found: readonly Finding[]): RepVerdict {
  const rank = ({ verdict }: Finding) => ORDER.indexOf(verdict);
  const graver = (a: Finding, b: Finding) =>
    rank(b) - rank(a) || ruleById(b.rule).severity - ruleById(a.rule).severity;
  const findings = found.filter(({ verdict }) => verdict !== 'in').sort(graver);
  return { verdict: findings[0]?.verdict ?? 'in', findings };
}
