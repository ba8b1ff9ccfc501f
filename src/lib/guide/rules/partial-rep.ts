import { PARTIAL_SHARE } from '../../core/sled/segment';
import { median } from '../../core/signal/statistics';
import type { Rep, SetReport } from '../../core/sled/report';
import { always, find } from './finding';
import { familyRows, type FamilyRows, ofFamilies } from './rows';
import type { Rule } from './rule';

const ROWS: FamilyRows = { hamstring: ['G05', 'G06'], quad: ['B12'], reverse: ['H08', 'G09'] };

/** Reps far shorter than the set's others: how far the shorter of its two strokes goes, as a share of the usual press. */
export const PARTIAL_REP: Rule = {
  id: 'partial-rep',
  part: null,
  severity: 2,
  target: null,
  needs: ['reps', 'depth'],
  rows: ofFamilies(ROWS),
  judge({ report, plan }) {
    const usual_m = usualPress_m(report);
    const rows = familyRows(plan.variation, ROWS);
    return report.reps.flatMap((rep) => {
      const share = shorterStroke_m(rep, report) / usual_m;
      // What was told by the reps so far stands; the whole set may see it beyond the limit.
      const beyond = rep.kind === 'partial' ? Math.min : Math.max;
      return find({
        rule: 'partial-rep',
        rep,
        measured: beyond(share, PARTIAL_SHARE),
        sd: rep.depthSd_m / usual_m,
        allowed: [PARTIAL_SHARE, null],
        unit: '1',
        rows,
        cue: always('full-range'),
      });
    });
  },
};

function usualPress_m({ reps, strokes }: SetReport): number {
  const full = new Set(reps.filter(({ kind }) => kind === 'full').map(({ index }) => index));
  return median(
    strokes
      .filter(({ direction, rep }) => direction === 'press' && rep !== null && full.has(rep))
      .map(({ travel_m }) => travel_m),
  );
}

function shorterStroke_m({ index }: Rep, { strokes }: SetReport): number {
  const own = strokes.filter(({ rep }) => rep === index).map(({ travel_m }) => travel_m);
  return Math.min(...own);
}
