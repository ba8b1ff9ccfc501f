import { find } from './finding';
import { familySets, sessionsOf, weekOf } from './history';
import { claimRows, targetRows } from './rows';
import type { Rule } from './rule';

/** How many sessions of the family the ISO week has with this one, in local time; too few only once it is over. */
export const WEEKLY_FREQUENCY: Rule = {
  id: 'weekly-frequency',
  part: null,
  severity: 1,
  target: 'frequency',
  needs: [],
  rows: targetRows('frequency'),
  judge(performance) {
    const { plan, over, startedAt_ms } = performance;
    const { frequency: asked } = plan.targets;
    if (!asked) return [];
    const week = weekOf(startedAt_ms);
    const sessions = sessionsOf(familySets(performance));
    const count = sessions.filter(([first]) => weekOf(first.startedAt_ms) === week).length;
    return find({
      rule: 'weekly-frequency',
      rep: null,
      measured: count,
      sd: 0,
      allowed: [over === 'week' ? asked.low_perWeek : null, asked.high_perWeek],
      unit: 'per week',
      rows: claimRows(plan, 'frequency'),
      cue: (side) =>
        side === 'over'
          ? { id: 'train-less-often', amount: count - asked.high_perWeek }
          : { id: 'train-more-often', amount: asked.low_perWeek - count },
    });
  },
};
