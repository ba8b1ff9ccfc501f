import { find } from './finding';
import { mayHideRep } from './hidden-rep';
import { claimRows, targetRows } from './rows';
import type { Rule } from './rule';

/** How many full reps the set has. A running set may still come to more. */
export const REP_COUNT: Rule = {
  id: 'rep-count',
  part: null,
  severity: 1,
  target: 'reps',
  needs: ['reps'],
  rows: targetRows('reps'),
  judge({ report, plan, over }) {
    const { reps: asked } = plan.targets;
    const { reps } = report.set;
    if (!asked || reps === 0) return [];
    const hidden = report.reps.filter((rep) => mayHideRep(rep, report)).length;
    return find({
      rule: 'rep-count',
      rep: null,
      measured: reps,
      sd: 0,
      allowed: [over === 'nothing' ? null : asked.low, asked.high],
      unit: 'reps',
      otherwise: reps < asked.low ? reps + hidden : undefined,
      rows: claimRows(plan, 'reps'),
      cue: (side) =>
        side === 'over'
          ? { id: 'fewer-reps', amount: reps - asked.high }
          : { id: 'more-reps', amount: asked.low - reps },
    });
  },
};
