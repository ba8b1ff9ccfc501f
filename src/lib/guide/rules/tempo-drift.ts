import { always, find, withoutOpenInside } from './finding';
import { familyRows, ofFamilies } from './rows';
import type { Rule } from './rule';
import { changeAlong, TOO_HEAVY_ROWS } from './set-drift';

/** How much shorter the lowerings become from the first rep to the last, by a straight line through the full reps. */
export const TEMPO_DRIFT: Rule = {
  id: 'tempo-drift',
  part: null,
  severity: 1,
  target: null,
  needs: ['phase-times'],
  rows: ofFamilies(TOO_HEAVY_ROWS),
  judge({ report, plan }) {
    const { lower } = report.set.drift;
    const rows = familyRows(plan.variation, TOO_HEAVY_ROWS);
    if (!lower || rows.length === 0) return [];
    const slope = { perRep: lower.perRep_s, perRepSd: lower.perRepSd_s };
    const { share, sd } = changeAlong(report, slope, (rep) => rep.lower?.duration_s ?? null);
    return withoutOpenInside(
      find({
        rule: 'tempo-drift',
        rep: null,
        measured: -share,
        sd,
        allowed: [null, plan.tolerances.tempoDrift],
        unit: '1',
        rows,
        cue: always('keep-tempo'),
      }),
    );
  },
};
