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
      return find({
        rule: 'press-time',
        rep,
        measured: duration_s,
        sd: durationSd_s,
        allowed: timesAbout(asked, plan.tolerances.press_s),
        unit: 's',
        rows: claimRows(plan, 'press'),
        cue: (side) => ({
          id: side === 'over' ? 'press-faster' : 'press-slower',
          amount: missed_s(duration_s, asked),
        }),
      });
    });
  },
};
