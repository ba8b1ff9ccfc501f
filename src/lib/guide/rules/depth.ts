import { find } from './finding';
import { claimRows, targetRows } from './rows';
import type { Rule } from './rule';

/** How deep each rep goes, against the athlete's own target: floor and ceiling are the band. */
export const DEPTH: Rule = {
  id: 'depth',
  part: 'depth',
  severity: 2,
  target: 'depth',
  needs: ['depth'],
  rows: targetRows('depth'),
  judge({ report, plan }) {
    const { depth: asked } = plan.targets;
    if (!asked) return [];
    return report.reps.flatMap((rep) => {
      if (rep.kind !== 'full') return [];
      return find({
        rule: 'depth',
        rep,
        measured: rep.depth_m,
        sd: rep.depthSd_m,
        allowed: [asked.floor_m, asked.ceiling_m],
        unit: 'm',
        rows: claimRows(plan, 'depth'),
        cue: (side) => ({
          id: side === 'over' ? 'stop-higher' : 'go-deeper',
          amount: Math.abs(rep.depth_m - asked.target_m),
        }),
      });
    });
  },
};
