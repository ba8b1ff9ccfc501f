import { median } from '../core/signal/statistics';
import type { Rep, SetReport } from '../core/sled/report';
import { MACHINES } from './machines';
import { DEFAULT_TOLERANCES, type Plan } from './plan';
import { ASYMMETRY } from './rules/asymmetry';
import { BOTTOM_PAUSE } from './rules/bottom-pause';
import { BOUNCE } from './rules/bounce';
import { DEPTH } from './rules/depth';
import { DEPTH_CONSISTENCY } from './rules/depth-consistency';
import { DEPTH_DRIFT } from './rules/depth-drift';
import { HOLD } from './rules/hold';
import { LOAD_JUMP } from './rules/load-jump';
import { LOAD_SHARE } from './rules/load-share';
import { LOWERING_EVENNESS } from './rules/lowering-evenness';
import { LOWERING_TIME } from './rules/lowering-time';
import { MOMENTUM } from './rules/momentum';
import { PARTIAL_REP } from './rules/partial-rep';
import { PAST_TOP } from './rules/past-top';
import { PRESS_INTENT } from './rules/press-intent';
import { PRESS_TIME } from './rules/press-time';
import { PROGRESSION_READY } from './rules/progression-ready';
import { REP_COUNT } from './rules/rep-count';
import { REST_BETWEEN_SETS } from './rules/rest-between-sets';
import type { Finding, Part, Performance, Rule, RuleId } from './rules/rule';
import { SAFE_STOP } from './rules/safe-stop';
import { SET_COUNT } from './rules/set-count';
import { SLAM } from './rules/slam';
import { TEMPO_DRIFT } from './rules/tempo-drift';
import { TOP_REST } from './rules/top-rest';
import { VELOCITY_DRIFT } from './rules/velocity-drift';
import { WEEKLY_FREQUENCY } from './rules/weekly-frequency';

/** Every rule, in the order of a rep, then of a set, then of what came before. */
export const RULES: readonly Rule[] = [
  LOWERING_TIME,
  LOWERING_EVENNESS,
  BOTTOM_PAUSE,
  BOUNCE,
  HOLD,
  PRESS_TIME,
  PRESS_INTENT,
  MOMENTUM,
  TOP_REST,
  SLAM,
  PAST_TOP,
  DEPTH,
  SAFE_STOP,
  PARTIAL_REP,
  DEPTH_CONSISTENCY,
  DEPTH_DRIFT,
  TEMPO_DRIFT,
  VELOCITY_DRIFT,
  REP_COUNT,
  SET_COUNT,
  REST_BETWEEN_SETS,
  WEEKLY_FREQUENCY,
  ASYMMETRY,
  LOAD_SHARE,
  LOAD_JUMP,
  PROGRESSION_READY,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** Depths known no better than this, as a share of the usual depth, leave the whole rep in doubt. */
const DOUBTFUL_DEPTH_SHARE = 0.065;

/** How many are shown first. */
export const SHOWN_FIRST = 3;

/** A set held against its plan. */
export interface Check {
  /** Everything that was judged, what is in the band too. */
  readonly findings: readonly Finding[];
  /** What is out or borderline, the gravest first; of each rule the worst rep stands for the others. */
  readonly flags: readonly Flag[];
  /** Ways forward, where the sets so far are ready for more. Never a fault; they are among the findings too. */
  readonly suggestions: readonly Finding[];
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
export function check(given: Performance): Check {
  // A plan stored before a tolerance was thought of has it by default.
  const plan = { ...given.plan, tolerances: { ...DEFAULT_TOLERANCES, ...given.plan.tolerances } };
  const performance = { ...given, plan, report: withDoubts(given.report) };
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (isMeasured(rule, plan)) findings.push(...rule.judge(performance, findings));
  }
  return {
    findings,
    flags: flagsOf(findings),
    suggestions: findings.filter(({ rule }) => ruleById(rule).suggests),
    compliance: complianceOf(findings, performance),
  };
}

/**
 * The report with more reps held for doubtful than the analysis does: those whose depth is known no better than this
 * share of the set's usual one, sd, where a hold was most often taken for motion or motion for a hold.
 */
function withDoubts(report: SetReport): SetReport {
  const full = report.reps.filter(({ kind }) => kind === 'full');
  const most_m = DOUBTFUL_DEPTH_SHARE * median(full.map(({ depth_m }) => depth_m));
  const reps = report.reps.map((rep): Rep => {
    return rep.depthSd_m > most_m ? { ...rep, quality: 'doubtful' } : rep;
  });
  return { ...report, reps };
}

/** Whether the machine leaves nothing blank that the rule needs. */
function isMeasured({ needs }: Rule, { machine }: Plan): boolean {
  return MACHINES[machine].unmeasured.every(({ quantity }) => !needs.includes(quantity));
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

/**
 * By part and over all. A rule that always looks can make a rep worse, but only reps of which something was
 * asked are counted.
 */
function complianceOf(findings: readonly Finding[], { report, plan }: Performance): Compliance {
  const full = new Set(report.reps.filter(({ kind }) => kind === 'full').map(({ index }) => index));
  const ofParts = findings.filter(
    ({ rule, rep }) => ruleById(rule).part !== null && rep !== null && full.has(rep),
  );
  const tallyOf = (part: Part) =>
    tally(
      ofParts.filter(({ rule }) => ruleById(rule).part === part),
      plan,
    );
  return {
    overall: tally(ofParts, plan),
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
function tally(findings: readonly Finding[], plan: Plan): Tally {
  const asked = new Set(findings.filter(({ rule }) => isAsked(rule, plan)).map(({ rep }) => rep));
  const worst = new Map<number, Finding['verdict']>();
  const order = ['in', 'borderline', 'out'] as const;
  for (const { rep, verdict } of findings) {
    if (rep === null || !asked.has(rep)) continue;
    const before = worst.get(rep) ?? 'in';
    worst.set(rep, order.indexOf(verdict) > order.indexOf(before) ? verdict : before);
  }
  const count = (of: Finding['verdict']) =>
    [...worst.values()].filter((each) => each === of).length;
  const [inside, borderline, out] = [count('in'), count('borderline'), count('out')];
  const settled = inside + out;
  return { in: inside, borderline, out, share: settled > 0 ? inside / settled : null };
}

/** Whether the rule holds a set against something that was asked, and not only against what always holds. */
function isAsked(rule: RuleId, { targets }: Plan): boolean {
  const { target } = ruleById(rule);
  if (target === null) return false;
  const asked = targets[target];
  return asked !== null && !('kind' in asked && asked.kind === 'free');
}
