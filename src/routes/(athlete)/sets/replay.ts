import type { Rep, SetReport } from '$lib/core/sled/report';
import type { Plan } from '$lib/guide/plan';
import { pacerShare } from '$lib/live/pacer';
import type { PhaseName } from '$lib/live/phase';

/** A moment of a set that is played again. */
export interface ReplayedMoment {
  /** On the set's own axis, m; null where the track does not tell. */
  readonly position_m: number | null;
  readonly rep: Rep | null;
  /** Null outside any rep. */
  readonly phase: PhaseName | null;
  /** Since the phase began, s; 0 outside any rep. */
  readonly elapsed_s: number;
  /** Where a sled would be that keeps the plan's tempo to the rep's own depth, m; null where nothing paces. */
  readonly pacer_m: number | null;
}

/** Nearer than this to where a rep begins is there. */
const AT_s = 0.05;

/** The set as it was at a time of its recording. */
export function replayedAt(report: SetReport, plan: Plan | null, t_s: number): ReplayedMoment {
  const position_m = positionAt(report, t_s);
  const rep = report.reps.findLast((each) => startOf(each) <= t_s) ?? null;
  if (!rep) return { position_m, rep: null, phase: null, elapsed_s: 0, pacer_m: null };
  const share = plan && rep.lower && pacerShare(plan.targets, t_s - rep.lower.start_s);
  const pacer_m = share === null ? null : topOf(report, rep) - share * rep.depth_m;
  return { position_m, rep, ...phaseOf(rep, t_s), pacer_m };
}

/** Where the rep before (−1) or after (+1) a time begins, s; within a rep, the one before is that rep itself. Null where there is none. */
export function repStartFrom(reps: readonly Rep[], t_s: number, by: -1 | 1): number | null {
  const starts_s = reps.map(startOf);
  const found_s =
    by > 0
      ? starts_s.find((start_s) => start_s > t_s + AT_s)
      : starts_s.findLast((start_s) => start_s < t_s - AT_s);
  return found_s ?? null;
}

function phaseOf(rep: Rep, t_s: number): Pick<ReplayedMoment, 'phase' | 'elapsed_s'> {
  const { lower, press } = rep;
  const starts: readonly { phase: PhaseName; start_s: number }[] = [
    { phase: 'lower', start_s: lower?.start_s ?? Infinity },
    { phase: 'bottom', start_s: lower?.end_s ?? Infinity },
    { phase: 'press', start_s: press.start_s },
    { phase: 'top', start_s: press.end_s },
  ];
  const { phase, start_s } = starts.findLast((each) => each.start_s <= t_s) ?? starts[0];
  return { phase, elapsed_s: Math.max(0, t_s - start_s) };
}

function startOf({ lower, press }: Rep): number {
  return (lower ?? press).start_s;
}

/** Where the rep began, m. */
function topOf(report: SetReport, rep: Rep): number {
  return positionAt(report, startOf(rep)) ?? 0;
}

/** The position at a time, from the last row that is not after it. */
function positionAt({ track: { t_s, position_m } }: SetReport, at_s: number): number | null {
  let [low, high] = [0, t_s.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (t_s[middle] <= at_s) low = middle + 1;
    else high = middle;
  }
  const row = Math.max(0, low - 1);
  const found = position_m.at(row);
  return found === undefined || Number.isNaN(found) ? null : found;
}
