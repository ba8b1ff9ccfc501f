import type { Rep, SetReport } from '../../core/sled/report';
import { creepOf } from './creep';
import { find } from './finding';
import { mayHideRep } from './hidden-rep';
import { allRows, claimRows, targetRows, TOP_ROWS, topRows } from './rows';
import type { Allowed, Rule } from './rule';
import { missed_s, timesAbout } from './verdict';

/**
 * How long each rep stays at the top: as asked, else no longer than a breath, for who stays rests on the joints.
 * That is what the guide is against; the sensor sees that the sled stands, never that the knees are locked.
 */
export const TOP_REST: Rule = {
  id: 'top-rest',
  part: 'top',
  severity: 2,
  target: 'top',
  needs: ['phase-times'],
  rows: allRows(targetRows('top'), TOP_ROWS),
  judge({ report, plan }) {
    const { top } = plan.targets;
    const asked = top.kind === 'band' ? top : { low_s: 0, high_s: plan.tolerances.topRest_s };
    const rows = top.kind === 'band' ? claimRows(plan, 'top') : topRows(plan.variation);
    if (top.kind !== 'band' && rows.length === 0) return [];
    const allowed: Allowed =
      top.kind === 'band' ? timesAbout(top, plan.tolerances.pause_s) : [null, asked.high_s];
    return report.reps.flatMap((rep, i) => {
      if (!rep.top || rep.kind !== 'full') return [];
      const { duration_s, durationSd_s } = rep.top;
      return find({
        rule: 'top-rest',
        rep,
        measured: duration_s,
        sd: durationSd_s,
        allowed,
        unit: 's',
        rows,
        otherwise:
          duration_s > asked.high_s
            ? mayHideRep(rep, report)
              ? asked.high_s
              : undefined
            : mostTop_s(rep, report.reps[i + 1], report),
        cue: (side) => ({
          id: side === 'over' ? 'top-shorter' : 'top-longer',
          amount: missed_s(duration_s, asked),
        }),
      });
    });
  },
};

/** How long the top would be if all creeping before it and after it was a hold. */
function mostTop_s(rep: Rep, next: Rep | undefined, report: SetReport): number {
  const before_s = creepOf(rep, rep.press, report).end_s;
  const after_s = next ? creepOf(next, next.lower, report).start_s : 0;
  return before_s + (rep.top?.duration_s ?? 0) + after_s;
}
