import { find } from './finding';
import { familyRows, type FamilyRows, ofFamilies } from './rows';
import type { Rule } from './rule';

const ROWS: FamilyRows = { hamstring: ['G04', 'G03', 'D03'], reverse: ['G09'] };

/** Reps that went past the safe stop, which the athlete set; partial ones too. */
export const SAFE_STOP: Rule = {
  id: 'safe-stop',
  part: 'depth',
  severity: 3,
  target: 'depth',
  needs: ['depth'],
  rows: ofFamilies(ROWS),
  judge({ report, plan }) {
    const stop_m = plan.targets.depth?.stop_m ?? null;
    if (stop_m === null) return [];
    return report.reps.flatMap((rep) =>
      find({
        rule: 'safe-stop',
        rep,
        measured: rep.depth_m,
        sd: rep.depthSd_m,
        allowed: [null, stop_m],
        unit: 'm',
        rows: familyRows(plan.variation, ROWS),
        cue: () => ({ id: 'stop-higher', amount: Math.max(0, rep.depth_m - stop_m) }),
      }),
    );
  },
};
