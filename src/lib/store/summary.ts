import type { Recording } from '$lib/core/recording';
import { analyse } from '$lib/core/sled/analyse';
import type { Dwell, Rep, SetReport, Track } from '$lib/core/sled/report';
import { check, ruleById, type Check, type Tally } from '$lib/guide/check';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { compliantRun } from '$lib/guide/history/compliant-run';
import type { Plan } from '$lib/guide/plan';
import type { Estimate, RuleId } from '$lib/guide/rules/rule';
import type { Brief } from './brief';
import { SUMMARY_VERSION } from './summary-version';

/** What a list shows of a set, without its samples. Computed from the report, never the other way. */
export interface SetSummary {
  /** What it was made by: SUMMARY_VERSION then. */
  version: string;
  /** Full reps. */
  reps: number;
  partial: number;
  doubtful: number;
  incline_deg: number | null;
  rate_Hz: number;
  duration_s: number;
  timeUnderTension_s: number;
  timeUnderTensionSd_s: number;
  lower_s: Spread | null;
  bottom_s: Spread | null;
  press_s: Spread | null;
  depth_m: Spread | null;
  /** Mean velocity of the presses, and until they are braked by more than gravity. */
  press_mps: Spread | null;
  propulsive_mps: Spread | null;
  /** The same of the fastest press. */
  fastest_mps: Estimate | null;
  depthCv: number | null;
  velocityLoss: number | null;
  velocityLossSd: number | null;
  /** How many reps kept to the plan; null where nothing was asked. */
  compliance: Tally | null;
  /** The most of them in a row. */
  compliantRun: number | null;
  /** The rules that the set as a whole, or a rep of it, did not keep to. */
  deviations: readonly RuleId[];
  /** The position over time in a few evenly spaced points, m; NaN where it is not known. */
  sketch_m: number[];
}

/** A quantity over the full reps. */
export interface Spread {
  mean: number;
  /** Standard deviation of the mean that follows from the sd of each rep. */
  meanSd: number;
  low: number;
  high: number;
}

const SKETCH_POINTS = 160;

/** The summary of a recording as the brief has it read and held against the plan. */
export function summaryOf(recording: Recording, { setup, plan }: Brief): SetSummary {
  return summarise(analyse(recording, setup), plan);
}

/** The summary of a report, held against the plan if there was one. */
export function summarise(report: SetReport, plan: Plan | null): SetSummary {
  const full = report.reps.filter((rep) => rep.kind === 'full');
  const checked = plan && checkAlone(plan, report);
  return {
    version: SUMMARY_VERSION,
    reps: full.length,
    partial: report.reps.length - full.length,
    doubtful: report.reps.filter((rep) => rep.quality === 'doubtful').length,
    incline_deg: report.rail.incline_deg,
    rate_Hz: report.rate_Hz,
    duration_s: report.duration_s,
    timeUnderTension_s: report.set.timeUnderTension_s,
    timeUnderTensionSd_s: report.set.timeUnderTensionSd_s,
    lower_s: spreadOfTimes(full, (rep) => rep.lower),
    bottom_s: spreadOfTimes(full, (rep) => rep.bottom),
    press_s: spreadOfTimes(full, (rep) => rep.press),
    depth_m: spread(full.map((rep) => ({ value: rep.depth_m, sd: rep.depthSd_m }))),
    press_mps: spread(full.map(({ press }) => ({ value: press.mean_mps, sd: press.meanSd_mps }))),
    propulsive_mps: spread(
      full.map(({ press }) => ({ value: press.propulsive_mps, sd: press.propulsiveSd_mps })),
    ),
    fastest_mps: fastest(full),
    depthCv: report.set.depthCv,
    velocityLoss: report.set.velocityLoss,
    velocityLossSd: report.set.velocityLossSd,
    compliance: checked && checked.compliance.overall,
    compliantRun: checked && compliantRun(ofParts(checked)),
    deviations: checked ? deviationsIn(checked) : [],
    sketch_m: sketch(report.track),
  };
}

/** By the rules that look at the reps alone: neither what was entered nor what came before is in it. */
function checkAlone(plan: Plan, report: SetReport): Check {
  return check({ report, plan, entered: NOTHING_ENTERED, startedAt_ms: 0, past: [] });
}

/** What was found by the rules that speak of a part of the rep, which is what compliance counts. */
function ofParts({ findings }: Check): Check['findings'] {
  return findings.filter(({ rule }) => ruleById(rule).part !== null);
}

function deviationsIn({ flags }: Check): RuleId[] {
  return flags.filter(({ worst }) => worst.verdict === 'out').map(({ rule }) => rule);
}

function fastest(full: readonly Rep[]): Estimate | null {
  if (full.length === 0) return null;
  const { press } = full.reduce((a, b) =>
    b.press.propulsive_mps > a.press.propulsive_mps ? b : a,
  );
  return { mean: press.propulsive_mps, meanSd: press.propulsiveSd_mps };
}

function spreadOfTimes(reps: readonly Rep[], pick: (rep: Rep) => Dwell | null): Spread | null {
  const dwells = reps.map(pick).filter((dwell) => dwell !== null);
  return spread(dwells.map((dwell) => ({ value: dwell.duration_s, sd: dwell.durationSd_s })));
}

function spread(measures: readonly { value: number; sd: number }[]): Spread | null {
  const n = measures.length;
  if (n === 0) return null;
  const values = measures.map(({ value }) => value);
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / n,
    meanSd: Math.hypot(...measures.map(({ sd }) => sd)) / n,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

function sketch({ position_m }: Track): number[] {
  const n = position_m.length;
  const points = Math.min(n, SKETCH_POINTS);
  return Array.from({ length: points }, (_, i) => {
    const position = position_m[Math.round((i * (n - 1)) / Math.max(1, points - 1))];
    return Math.round(position * 1000) / 1000;
  });
}
