import { slamLimit_mps2 } from '../../core/sled/measures/slam';
import { always, find } from './finding';
import { TOP_ROWS, topRows } from './rows';
import type { Rule } from './rule';

/** Presses that an end stop brought to their end: gravity and friction alone brake less. */
export const SLAM: Rule = {
  id: 'slam',
  part: 'top',
  severity: 3,
  target: null,
  needs: ['speed', 'slam'],
  rows: TOP_ROWS,
  judge({ report, plan }) {
    const rows = topRows(plan.variation);
    const { incline_deg } = report.rail;
    if (rows.length === 0 || incline_deg === null) return [];
    return report.reps.flatMap((rep) => {
      const { braking_mps2, brakingSd_mps2, slam } = rep.stop;
      if (slam === null) return [];
      return find({
        rule: 'slam',
        rep,
        measured: braking_mps2,
        sd: brakingSd_mps2,
        allowed: [null, slamLimit_mps2(incline_deg)],
        unit: 'm/s²',
        rows,
        cue: always('stop-softly'),
      });
    });
  },
};
