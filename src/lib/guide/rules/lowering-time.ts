import { creepOf, withoutCreep_s } from './creep';
import { find } from './finding';
import { claimRows, targetRows } from './rows';
import type { Rule } from './rule';
import { missed_s, timesAbout } from './verdict';

/** How long each lowering takes, against the plan. */
export const LOWERING_TIME: Rule = {
  id: 'lowering-time',
  part: 'lower',
  severity: 2,
  target: 'lower',
  needs: ['phase-times'],
  rows: targetRows('lower'),
  judge({ report, plan }) {
    const { lower: asked } = plan.targets;
    if (asked.kind !== 'band') return [];
    return report.reps.flatMap((rep) => {
      if (!rep.lower || rep.kind !== 'full') return [];
      const { duration_s, durationSd_s } = rep.lower;
      const least_s = withoutCreep_s(rep.lower, creepOf(rep, rep.lower, report));
      return find({
        rule: 'lowering-time',
        rep,
        measured: duration_s,
        sd: durationSd_s,
        allowed: timesAbout(asked, plan.tolerances.lower_s),
        unit: 's',
        otherwise: duration_s > asked.high_s ? least_s : undefined,
        rows: claimRows(plan, 'lower'),
        cue: (side) => ({
          id: side === 'over' ? 'lower-faster' : 'lower-slower',
          amount: missed_s(duration_s, asked),
        }),
      });
    });
  },
};
