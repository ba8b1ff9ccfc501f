import { analyse } from '../../../src/lib/core/sled/analyse';
import type { Rep, SetReport } from '../../../src/lib/core/sled/report';
import { simulate } from '../../../src/lib/core/simulate';
import { guideTempoPlan, type SetPlan } from '../../../src/lib/core/simulate/plan';
import { Random } from '../../../src/lib/core/simulate/random';
import { SENSOR_GRADES, type SensorGradeName } from '../../../src/lib/core/simulate/sensor';
import { check } from '../../../src/lib/guide/check';
import { NOTHING_ENTERED } from '../../../src/lib/guide/entered';
import type { Finding, RuleId } from '../../../src/lib/guide/rules/rule';
import { distance } from '../../../src/lib/guide/rules/verdict';
import type { Fault } from './faults';
import { trueReport } from './true-report';

/** What a rule says of the truth, and of what was measured; null where the analysis did not read it. */
export interface Pair {
  readonly rule: RuleId;
  /** Of the true set; null for the whole set. */
  readonly rep: number | null;
  readonly truth: Finding;
  readonly measured: Finding | null;
  /** How far the truth lies beyond the band, in the measurement's sd. */
  readonly beyondSds: number;
}

export interface FaultySet {
  readonly fault: Fault;
  readonly pairs: readonly Pair[];
  /** Rules that said out, justly or not. */
  readonly fired: ReadonlySet<RuleId>;
}

export interface Draw {
  readonly seed: number;
  readonly index: number;
  readonly sensor: SensorGradeName;
}

/** Measured verdicts of one set, beside those of the truth. */
export function scoreSet(fault: Fault, { seed, index, sensor }: Draw): FaultySet {
  const random = new Random(seed, `guide, ${fault.name} ${index}`);
  const setSeed = random.integer(0, 2 ** 31);
  const plan: SetPlan = { ...guideTempoPlan(setSeed), ...fault.plan(random) };
  const grade = SENSOR_GRADES[sensor];
  const { recording, truth } = simulate({ seed: setSeed, set: plan, sensor: grade });
  const report = analyse(recording);
  const real = trueReport(truth, plan);
  const judged = judge(report, fault);
  const fired = judged.filter(({ verdict }) => verdict === 'out').map(({ rule }) => rule);
  return {
    fault,
    pairs: judge(real, fault).map((finding) =>
      pairOf(finding, judged, sameRep(finding, real, report)),
    ),
    fired: new Set(fired),
  };
}

function judge(report: SetReport, { asked }: Fault): readonly Finding[] {
  const alone = { entered: NOTHING_ENTERED, startedAt_ms: 0, past: [] };
  return check({ report, plan: asked, ...alone }).findings;
}

/** The measured rep of a finding of the truth; null for the whole set, undefined where it was not found. */
function sameRep(
  { rep }: Finding,
  real: SetReport,
  report: SetReport,
): Rep['index'] | null | undefined {
  if (rep === null) return null;
  const press = real.reps.find(({ index }) => index === rep)?.press;
  const middle_s = press ? (press.start_s + press.end_s) / 2 : NaN;
  return report.reps.find(
    ({ press: { start_s, end_s } }) => start_s <= middle_s && middle_s <= end_s,
  )?.index;
}

function pairOf(truth: Finding, judged: readonly Finding[], rep: number | null | undefined): Pair {
  const own = judged.filter((finding) => finding.rule === truth.rule && finding.rep === rep);
  // Of a rule that measures two things, the same one.
  const measured = own.find(({ unit }) => unit === truth.unit) ?? own[0] ?? null;
  const beyond = distance(truth.measured, truth.allowed);
  const beyondSds = measured && measured.sd > 0 ? beyond / measured.sd : Infinity;
  return { rule: truth.rule, rep: truth.rep, truth, measured, beyondSds };
}

/** What became of the planted faults of one kind. */
export interface FaultScore {
  readonly fault: string;
  readonly rule: RuleId | null;
  readonly sets: number;
  /** What of the rule is truly out. */
  readonly planted: number;
  /** Of it, what the analysis did not read: the rep was not found, or is another one's part. */
  readonly unread: number;
  /** Of the rest, what lies more than two of the measurement's sd beyond the band; of that, what was called */
  readonly plain: number;
  readonly out: number;
  /** out or borderline. */
  readonly flagged: number;
  /** By rule, in how many sets it said out, and in how many of a rep or a set that truly was in. */
  readonly fired: Partial<Record<RuleId, number>>;
  readonly falselyFired: Partial<Record<RuleId, number>>;
}

/** What was called out of what was in truth in, over all faults. */
export interface FalseScore {
  /** Reps of which every rule says in of the truth, and those of them that some rule called out. */
  readonly cleanReps: number;
  readonly falseReps: number;
  /** Verdicts on whole sets, likewise. */
  readonly cleanSetVerdicts: number;
  readonly falseSetVerdicts: number;
}

export function scoreFault(sets: readonly FaultySet[]): FaultScore {
  const [{ fault }] = sets;
  const own = sets
    .flatMap(({ pairs }) => pairs)
    .filter(({ rule, truth }) => rule === fault.rule && truth.verdict === 'out');
  const read = own.filter(({ measured }) => measured !== null);
  const plain = read.filter(({ beyondSds }) => beyondSds > 2);
  const called = (...verdicts: Finding['verdict'][]) =>
    plain.filter(({ measured }) => measured && verdicts.includes(measured.verdict)).length;
  return {
    fault: fault.name,
    rule: fault.rule,
    sets: sets.length,
    planted: own.length,
    unread: own.length - read.length,
    plain: plain.length,
    out: called('out'),
    flagged: called('out', 'borderline'),
    fired: count(sets.map(({ fired }) => fired)),
    falselyFired: count(sets.map(({ pairs }) => new Set(pairs.filter(isFalse).map(ruleOf)))),
  };
}

export function scoreFalse(sets: readonly FaultySet[]): FalseScore {
  const reps = sets.flatMap(({ pairs }) => byRep(pairs));
  const clean = reps.filter((pairs) => pairs.every(({ truth }) => truth.verdict === 'in'));
  const ofSets = sets
    .flatMap(({ pairs }) => pairs)
    .filter(({ rep, truth }) => rep === null && truth.verdict === 'in');
  return {
    cleanReps: clean.length,
    falseReps: clean.filter((pairs) => pairs.some(isFalse)).length,
    cleanSetVerdicts: ofSets.length,
    falseSetVerdicts: ofSets.filter(isFalse).length,
  };
}

const ruleOf = ({ rule }: Pair) => rule;

function isFalse({ truth, measured }: Pair): boolean {
  return truth.verdict === 'in' && measured?.verdict === 'out';
}

function byRep(pairs: readonly Pair[]): Pair[][] {
  const reps = new Map<number, Pair[]>();
  for (const pair of pairs) {
    if (pair.rep !== null) reps.set(pair.rep, [...(reps.get(pair.rep) ?? []), pair]);
  }
  return [...reps.values()];
}

function count(sets: readonly ReadonlySet<RuleId>[]): Partial<Record<RuleId, number>> {
  const counts: Partial<Record<RuleId, number>> = {};
  for (const rules of sets) for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
