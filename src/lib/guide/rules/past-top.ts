import type { Track } from '../../core/sled/report';
import { find } from './finding';
import { TOP_ROWS, topRows } from './rows';
import type { Rule } from './rule';

/**
 * The analysis takes every press to end where the others did, within 2 cm. Without that, what a sensor feels tells
 * the end of a press only to this, sd: 0.1 m of 0.4 in simulated sets, on a good one too.
 */
const UNSEEN_SD_M = 0.1;

/**
 * How far above the soft top, which was calibrated, a press ends. Only presses that seem to end past it are told;
 * of the others nothing is known, for a knee's last degrees move the sled by a centimetre or two.
 */
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
      const past_m = (place?.position_m ?? NaN) - softTop_m;
      if (!place || !(past_m > plan.tolerances.softTop_m)) return [];
      return find({
        rule: 'past-top',
        rep,
        measured: past_m,
        sd: Math.hypot(place.sd_m, UNSEEN_SD_M),
        allowed: [null, plan.tolerances.softTop_m],
        unit: 'm',
        rows,
        cue: () => ({ id: 'stop-before-straight', amount: past_m }),
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
