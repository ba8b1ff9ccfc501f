import { creepOf, withoutCreep_s } from './creep';
import { find } from './finding';
import { claimRows, targetRows } from './rows';
import type { Rule } from './rule';
import { missed_s, timesAbout } from './verdict';

/** How long each press takes, where seconds are asked. */
export const PRESS_TIME: Rule = {
  id: 'press-time',
  part: 'press',
  severity: 2,
  target: 'press',
  needs: ['phase-times'],
  rows: targetRows('press'),
  judge({ report, plan }) {
    const { press: asked } = plan.targets;
    if (asked.kind !== 'band') return [];
    return report.reps.flatMap((rep) => {
      if (rep.kind !== 'full') return [];
      const { duration_s, durationSd_s } = rep.press;
      const least_s = withoutCreep_s(rep.press, creepOf(rep, rep.press, report));
      return find({
        rule: 'press-time',
        rep,
        measured: duration_s,
        sd: durationSd_s,
        allowed: timesAbout(asked, plan.tolerances.press_s),
        unit: 's',
        otherwise: duration_s > asked.high_s ? least_s : undefined,
        rows: claimRows(plan, 'press'),
        cue: (side) => ({
          id: side === 'over' ? 'press-faster' : 'press-slower',
          amount: missed_s(duration_s, asked),
        }),
      });
    });
  },
};
