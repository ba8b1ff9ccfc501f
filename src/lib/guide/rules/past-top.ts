import type { Track } from '../../core/sled/report';
import { find } from './finding';
import { TOP_ROWS, topRows } from './rows';
import type { Rule } from './rule';

/** How far above the soft top, which was calibrated, each press ends. */
export const PAST_TOP: Rule = {
  id: 'past-top',
  part: 'top',
  severity: 2,
  target: 'depth',
  needs: ['depth'],
  rows: TOP_ROWS,
  judge({ report, plan }) {
    const softTop_m = plan.targets.depth?.softTop_m ?? null;
    if (softTop_m === null) return [];
    const rows = topRows(plan.variation);
    return report.reps.flatMap((rep) => {
      const place = placeAt(report.track, rep.press.end_s);
      if (!place) return [];
      return find({
        rule: 'past-top',
        rep,
        measured: place.position_m - softTop_m,
        sd: place.sd_m,
        allowed: [null, plan.tolerances.softTop_m],
        unit: 'm',
        rows,
        cue: () => ({
          id: 'stop-before-straight',
          amount: Math.max(0, place.position_m - softTop_m),
        }),
      });
    });
  },
};

/** Where the sled is at a time; null where the track does not tell. */
function placeAt(
  { t_s, position_m, positionSd_m }: Track,
  time_s: number,
): { position_m: number; sd_m: number } | null {
  const k = t_s.findIndex((each) => each >= time_s);
  if (k < 0 || Number.isNaN(position_m[k])) return null;
  return { position_m: position_m[k], sd_m: positionSd_m[k] };
}
