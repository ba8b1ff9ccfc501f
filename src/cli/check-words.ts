import { type Check, ruleById } from '../lib/guide/check';
import type { Plan } from '../lib/guide/plan';
import type { Finding, FindingUnit, Part } from '../lib/guide/rules/rule';
import { printTempo } from '../lib/guide/tempo';

/** A set held against what was asked of it. */
export interface Judged {
  readonly plan: Plan;
  readonly check: Check;
}

/** "▲" over the band, "▼" under it, "◌" open; a blank where nothing is off. */
export function markOf(finding: Finding | undefined): string {
  if (!finding || finding.verdict === 'in') return ' ';
  if (finding.verdict === 'borderline') return '◌';
  return finding.side === 'under' ? '▼' : '▲';
}

/** The gravest finding of a part of a rep. */
export function worstOf({ findings }: Check, rep: number, part: Part): Finding | undefined {
  const own = findings.filter((each) => each.rep === rep && ruleById(each.rule).part === part);
  return (
    own.find(({ verdict }) => verdict === 'out') ?? own.find(({ verdict }) => verdict !== 'in')
  );
}

/** What was asked, how much of it was kept, and everything that is off, a line each. */
export function checkLines({ plan, check }: Judged): string[] {
  const { overall } = check.compliance;
  const share = overall.share === null ? 'nothing settled' : percent(overall.share);
  const counts = `${overall.in} in, ${overall.borderline} borderline, ${overall.out} out`;
  const off = check.flags.flatMap(({ all }) => all.map(findingLine));
  return [
    `asked: ${plan.prescription ?? plan.variation}, ${printTempo(plan.targets)}`,
    `compliance: ${share} (${counts})`,
    ...off,
    ...check.suggestions.map(({ cue }) => `ready for more: ${cue.id}`),
  ];
}

function findingLine(finding: Finding): string {
  const { rule, rep, measured, sd, allowed, unit } = finding;
  const whose = rep === null ? 'set' : `rep ${rep}`;
  const about = sd > 0 ? ` ± ${figure(sd, unit)}` : '';
  const band = `allowed ${bandWords(allowed, unit)}${unitWords(unit)}`;
  return `${markOf(finding)} ${whose}: ${rule} ${figure(measured, unit)}${about}${unitWords(unit)}, ${band}`;
}

function bandWords([low, high]: Finding['allowed'], unit: FindingUnit): string {
  if (low === null) return `up to ${figure(high ?? Infinity, unit)}`;
  if (high === null) return `from ${figure(low, unit)}`;
  return `${figure(low, unit)} to ${figure(high, unit)}`;
}

const DIGITS: Record<FindingUnit, number> = {
  s: 2,
  m: 3,
  'm/s': 2,
  'm/s²': 1,
  '1': 2,
  reps: 0,
  sets: 0,
  'per week': 0,
  kg: 1,
};

function figure(value: number, unit: FindingUnit): string {
  return value.toFixed(DIGITS[unit]);
}

function unitWords(unit: FindingUnit): string {
  return unit === '1' ? '' : ` ${unit}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
