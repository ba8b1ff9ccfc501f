import { LOWERING_TIME } from './rules/lowering-time';
import type { Finding, Part, Performance, Rule, RuleId } from './rules/rule';

/** Every rule, in the order of a rep, then of a set, then of what came before. */
export const RULES: readonly Rule[] = [LOWERING_TIME];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** Version of the rules; changes whenever a verdict may. What was cached by another one is made anew. */
export const RULES_VERSION = 'rules-1';

/** How many are shown first. */
export const SHOWN_FIRST = 3;

/** A set held against its plan. */
export interface Check {
  /** Everything that was judged, what is in the band too. */
  readonly findings: readonly Finding[];
  /** What is out or borderline, the gravest first; of each rule the worst rep stands for the others. */
  readonly flags: readonly Flag[];
  readonly compliance: Compliance;
}

/** What one rule has to say, with every rep it says it of. */
export interface Flag {
  readonly rule: RuleId;
  /** The finding that lies furthest out. */
  readonly worst: Finding;
  /** All of the rule that are out or borderline, in the order of the reps. */
  readonly all: readonly Finding[];
}

/** How many reps kept to what was asked. */
export interface Compliance {
  readonly overall: Tally;
  readonly parts: Readonly<Record<Part, Tally>>;
}

/** Full reps by verdict, each by its worst; those that nothing was asked of are in none. */
export interface Tally {
  readonly in: number;
  readonly borderline: number;
  readonly out: number;
  /** in ÷ (in + out): borderline reps stand apart. Null where nothing is settled. */
  readonly share: number | null;
}

/** Holds a set against its plan and the guide. Pure: the same performance gives the same answer. */
export function check(performance: Performance): Check {
  const findings = RULES.flatMap((rule) => rule.judge(performance));
  return { findings, flags: flagsOf(findings), compliance: complianceOf(findings) };
}

/** The rule of that id. */
export function ruleById(id: RuleId): Rule {
  const rule = BY_ID.get(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
}

function flagsOf(findings: readonly Finding[]): Flag[] {
  const flags = RULES.flatMap(({ id }): Flag[] => {
    const all = findings.filter(({ rule, verdict }) => rule === id && verdict !== 'in');
    if (all.length === 0) return [];
    const worst = all.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    return [{ rule: id, worst, all }];
  });
  return flags.sort((a, b) => rank(b) - rank(a));
}

/** Out before borderline, then how many widths of the band, or standard deviations, it lies beyond. */
function weight({ verdict, measured, sd, allowed: [low, high] }: Finding): number {
  const beyond = Math.max((low ?? -Infinity) - measured, measured - (high ?? Infinity), 0);
  const scale = Math.max(sd, Math.abs(high ?? low ?? 1) * 0.05, Number.EPSILON);
  return (verdict === 'out' ? 1e6 : 0) + Math.min(1e3, beyond / scale);
}

/** Out before borderline, then by severity, then by how many reps. */
function rank({ rule, worst, all }: Flag): number {
  const isOut = worst.verdict === 'out' ? 1 : 0;
  return isOut * 1e6 + ruleById(rule).severity * 1e3 + all.length;
}

function complianceOf(findings: readonly Finding[]): Compliance {
  const ofParts = findings.filter(({ rule }) => ruleById(rule).part !== null);
  const tallyOf = (part: Part) => tally(ofParts.filter(({ rule }) => ruleById(rule).part === part));
  return {
    overall: tally(ofParts),
    parts: {
      lower: tallyOf('lower'),
      bottom: tallyOf('bottom'),
      press: tallyOf('press'),
      top: tallyOf('top'),
      depth: tallyOf('depth'),
    },
  };
}

/** Counts reps, each by the worst that was found of it. */
function tally(findings: readonly Finding[]): Tally {
  const worst = new Map<number, Finding['verdict']>();
  const order = ['in', 'borderline', 'out'] as const;
  for (const { rep, verdict } of findings) {
    if (rep === null) continue;
    const before = worst.get(rep) ?? 'in';
    worst.set(rep, order.indexOf(verdict) > order.indexOf(before) ? verdict : before);
  }
  const count = (of: Finding['verdict']) =>
    [...worst.values()].filter((each) => each === of).length;
  const [inside, borderline, out] = [count('in'), count('borderline'), count('out')];
  const settled = inside + out;
  return { in: inside, borderline, out, share: settled > 0 ? inside / settled : null };
}
