import { bounceLimit_mps2 } from '../../core/sled/measures/bounce';
import { always, find } from './finding';
import { familyRows, type FamilyRows, ofFamilies } from './rows';
import type { Rule } from './rule';

const ROWS: FamilyRows = { hamstring: ['F05'], reverse: ['H11'] };

/** Reps that the stops or the legs' own spring threw back at the bottom: turned at once, and far harder than legs do. */
export const BOUNCE: Rule = {
  id: 'bounce',
  part: 'bottom',
  severity: 3,
  target: null,
  needs: ['reps', 'speed'],
  rows: ofFamilies(ROWS),
  judge({ report, plan }) {
    const rows = familyRows(plan.variation, ROWS);
    if (rows.length === 0) return [];
    const limit_mps2 = bounceLimit_mps2(report.reps);
    return report.reps.flatMap((rep) => {
      if (!rep.turnaround) return [];
      const { accel_mps2, accelSd_mps2 } = rep.turnaround;
      const threw = report.set.bounces.some((bounce) => bounce.rep === rep.index);
      // After a pause nothing was thrown back, however hard it was turned.
      if (!threw && accel_mps2 > limit_mps2) return [];
      return find({
        rule: 'bounce',
        rep,
        measured: accel_mps2,
        sd: accelSd_mps2,
        allowed: [null, limit_mps2],
        unit: 'm/s²',
        rows,
        cue: always('turn-softly'),
      });
    });
  },
};
