import { find } from './finding';
import { alike, sameSession } from './history';
import { claimRows, targetRows } from './rows';
import type { Rule } from './rule';

/** How many sets of the same variation, goal and side the session has with this one; too few only once it is over. */
export const SET_COUNT: Rule = {
  id: 'set-count',
  part: null,
  severity: 1,
  target: 'sets',
  needs: [],
  rows: targetRows('sets'),
  judge(performance) {
    const { plan, over } = performance;
    const { sets: asked } = plan.targets;
    if (!asked) return [];
    const before = alike(sameSession(performance), performance, ['variation', 'goal', 'side']);
    const count = before.length + 1;
    const isOver = over === 'session' || over === 'week';
    return find({
      rule: 'set-count',
      rep: null,
      measured: count,
      sd: 0,
      allowed: [isOver ? asked.low : null, asked.high],
      unit: 'sets',
      rows: claimRows(plan, 'sets'),
      cue: (side) =>
        side === 'over'
          ? { id: 'fewer-sets', amount: count - asked.high }
          : { id: 'more-sets', amount: asked.low - count },
    });
  },
};
