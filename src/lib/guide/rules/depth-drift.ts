import { always, find, withoutOpenInside } from './finding';
import { familyRows, ofFamilies } from './rows';
import type { Rule } from './rule';
import { changeAlong, TOO_HEAVY_ROWS } from './set-drift';

/** How much of its depth a set loses from the first rep to the last, by a straight line through the full reps. */
export const DEPTH_DRIFT: Rule = {
  id: 'depth-drift',
  part: null,
  severity: 1,
  target: null,
  needs: ['depth'],
  rows: ofFamilies(TOO_HEAVY_ROWS),
  judge({ report, plan }) {
    const { depth } = report.set.drift;
    const rows = familyRows(plan.variation, TOO_HEAVY_ROWS);
    if (!depth || rows.length === 0) return [];
    const slope = { perRep: depth.perRep_m, perRepSd: depth.perRepSd_m };
    const { share, sd } = changeAlong(report, slope, ({ depth_m }) => depth_m);
    return withoutOpenInside(
      find({
        rule: 'depth-drift',
        rep: null,
        measured: -share,
        sd,
        allowed: [null, plan.tolerances.depthDrift],
        unit: '1',
        rows,
        cue: always('keep-depth'),
      }),
    );
  },
};
