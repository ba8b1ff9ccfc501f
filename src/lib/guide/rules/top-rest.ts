import { find } from './finding';
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
    return report.reps.flatMap((rep) => {
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
        cue: (side) => ({
          id: side === 'over' ? 'top-shorter' : 'top-longer',
          amount: missed_s(duration_s, asked),
        }),
      });
    });
  },
};
