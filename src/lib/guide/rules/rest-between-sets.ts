import { find } from './finding';
import { sameSession } from './history';
import { claimRows, targetRows } from './rows';
import type { Rule } from './rule';
import { missed_s, timesAbout } from './verdict';

/** From the end of the recording of the session's set before, whatever it was, to the begin of this one. */
export const REST_BETWEEN_SETS: Rule = {
  id: 'rest-between-sets',
  part: null,
  severity: 1,
  target: 'rest',
  needs: [],
  rows: targetRows('rest'),
  judge(performance) {
    const { plan, startedAt_ms } = performance;
    const { rest: asked } = plan.targets;
    const before = sameSession(performance).at(-1);
    if (!asked || !before) return [];
    const betweenStarts_s = (startedAt_ms - before.startedAt_ms) / 1000;
    const rest_s = Math.max(0, betweenStarts_s - before.duration_s);
    return find({
      rule: 'rest-between-sets',
      rep: null,
      measured: rest_s,
      sd: 0,
      allowed: timesAbout(asked, plan.tolerances.rest_s),
      unit: 's',
      rows: claimRows(plan, 'rest'),
      cue: (side) => ({
        id: side === 'over' ? 'rest-shorter' : 'rest-longer',
        amount: missed_s(rest_s, asked),
      }),
    });
  },
};
