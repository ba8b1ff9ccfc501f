import { ALGORITHM } from '$lib/core/sled/analyse';
import type { Dwell, Rep, SetReport, Track } from '$lib/core/sled/report';
import { check, RULES_VERSION, type Tally } from '$lib/guide/check';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import type { Plan } from '$lib/guide/plan';

/** Of the analysis, the rules and the summary itself: one by another is made anew. */
export const SUMMARY_VERSION = `${ALGORITHM} ${RULES_VERSION} 1`;

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
  lower_s: Spread | null;
  bottom_s: Spread | null;
  press_s: Spread | null;
  depth_m: Spread | null;
  /** Mean velocity of the presses, and until they are braked by more than gravity. */
  press_mps: Spread | null;
  propulsive_mps: Spread | null;
  depthCv: number | null;
  velocityLoss: number | null;
  /** How many reps kept to the plan; null where nothing was asked. */
  compliance: Tally | null;
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

/** The summary of a report, held against the plan if there was one. */
export function summarise(report: SetReport, plan: Plan | null): SetSummary {
  const full = report.reps.filter((rep) => rep.kind === 'full');
  return {
    version: SUMMARY_VERSION,
    reps: full.length,
    partial: report.reps.length - full.length,
    doubtful: report.reps.filter((rep) => rep.quality === 'doubtful').length,
    incline_deg: report.rail.incline_deg,
    rate_Hz: report.rate_Hz,
    duration_s: report.duration_s,
    timeUnderTension_s: report.set.timeUnderTension_s,
    lower_s: spreadOfTimes(full, (rep) => rep.lower),
    bottom_s: spreadOfTimes(full, (rep) => rep.bottom),
    press_s: spreadOfTimes(full, (rep) => rep.press),
    depth_m: spread(full.map((rep) => ({ value: rep.depth_m, sd: rep.depthSd_m }))),
    press_mps: spread(full.map(({ press }) => ({ value: press.mean_mps, sd: press.meanSd_mps }))),
    propulsive_mps: spread(
      full.map(({ press }) => ({ value: press.propulsive_mps, sd: press.propulsiveSd_mps })),
    ),
    depthCv: report.set.depthCv,
    velocityLoss: report.set.velocityLoss,
    compliance: plan && complianceWith(plan, report),
    sketch_m: sketch(report.track),
  };
}

/** By the rules that look at the reps alone: neither what was entered nor what came before is in it. */
function complianceWith(plan: Plan, report: SetReport): Tally {
  const alone = { entered: NOTHING_ENTERED, startedAt_ms: 0, past: [] };
  return check({ report, plan, ...alone }).compliance.overall;
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
