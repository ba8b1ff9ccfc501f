import { creepOf } from './creep';
import { find } from './finding';
import { isHeld } from './hold';
import { claimRows, targetRows } from './rows';
import type { CueId, Rule } from './rule';
import { missed_s, timesAbout } from './verdict';

/** Legs that turn a sled at once leave it so long below the speed of a stroke: it is no pause. */
const NO_PAUSE_S = 0.15;

/** How long each rep pauses at the bottom, against the plan. */
export const BOTTOM_PAUSE: Rule = {
  id: 'bottom-pause',
  part: 'bottom',
  severity: 2,
  target: 'bottom',
  needs: ['phase-times'],
  rows: targetRows('bottom'),
  judge({ report, plan }) {
    const { bottom: asked } = plan.targets;
    if (asked.kind !== 'band') return [];
    return report.reps.flatMap((rep) => {
      if (!rep.bottom || rep.kind !== 'full' || isHeld(rep, plan)) return [];
      const { duration_s, durationSd_s } = rep.bottom;
      const most_s =
        creepOf(rep, rep.lower, report).end_s +
        duration_s +
        creepOf(rep, rep.press, report).start_s;
      const short: CueId = duration_s < NO_PAUSE_S ? 'pause-at-bottom' : 'pause-longer';
      return find({
        rule: 'bottom-pause',
        rep,
        measured: duration_s,
        sd: durationSd_s,
        allowed: timesAbout(asked, plan.tolerances.pause_s),
        unit: 's',
        otherwise: duration_s < asked.low_s ? most_s : undefined,
        rows: claimRows(plan, 'bottom'),
        cue: (side) => ({
          id: side === 'over' ? 'pause-shorter' : short,
          amount: missed_s(duration_s, asked),
        }),
      });
    });
  },
};
