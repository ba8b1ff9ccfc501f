import { mean, standardDeviation } from '../../core/signal/statistics';
import type { Rep } from '../../core/sled/report';
import { SCALE_SD } from '../../core/sled/measures/measured';
import { always, find, withoutOpenInside } from './finding';
import { allRows, claimRows, familyRows, type FamilyRows, ofFamilies, targetRows } from './rows';
import type { Rule } from './rule';

const ROWS: FamilyRows = { hamstring: ['G03'] };

/** How alike the full reps' depths are: their standard deviation over their mean. */
export const DEPTH_CONSISTENCY: Rule = {
  id: 'depth-consistency',
  part: null,
  severity: 1,
  target: null,
  needs: ['depth'],
  rows: allRows(ofFamilies(ROWS), targetRows('depth')),
  judge({ report, plan }) {
    const { depthCv } = report.set;
    const stopRows = familyRows(plan.variation, ROWS);
    const rows = stopRows.length > 0 ? stopRows : plan.targets.depth && claimRows(plan, 'depth');
    if (depthCv === null || !rows) return [];
    const full = report.reps.filter(({ kind }) => kind === 'full');
    return withoutOpenInside(
      find({
        rule: 'depth-consistency',
        rep: null,
        measured: depthCv,
        sd: cvSd(full, depthCv),
        allowed: [null, plan.tolerances.depthCv],
        unit: '1',
        rows,
        otherwise: spreadOf(full.filter(({ quality }) => quality === 'good')),
        cue: always('same-depth'),
      }),
    );
  },
};

/** The same of some reps; 0 of fewer than three, of which nothing can be told. */
function spreadOf(reps: readonly Rep[]): number {
  const depths_m = reps.map(({ depth_m }) => depth_m);
  return reps.length < 3 ? 0 : standardDeviation(depths_m) / mean(depths_m);
}

/**
 * How far the errors of the depths can shift their spread. Of n reps with errors e on a true spread s, the
 * spread seen has the variance (s² + e²/2)·e²/s²/(n − 1) about √(s² + e²), which itself lies above s. An error
 * of scale is the same in every rep and cancels.
 */
function cvSd(full: readonly Rep[], depthCv: number): number {
  const errors = full.map(({ depth_m, depthSd_m }) =>
    Math.max(0, (depthSd_m / depth_m) ** 2 - SCALE_SD ** 2),
  );
  const error2 = mean(errors);
  const seen2 = depthCv ** 2;
  const true2 = Math.max(0, seen2 - error2);
  const scatter = Math.sqrt(
    ((true2 + error2 / 2) * error2) / Math.max(seen2, error2 / 2) / (full.length - 1),
  );
  return Math.hypot(scatter, (depthCv - Math.sqrt(true2)) / 2) || 0;
}
