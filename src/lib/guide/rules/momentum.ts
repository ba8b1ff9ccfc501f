import { GRAVITY_MPS2 } from '../../core/gravity';
import type { Rep, SetReport } from '../../core/sled/report';
import { always, find } from './finding';
import { claimRows, prescriptionOf, targetRows } from './rows';
import type { Rule } from './rule';

/**
 * Where control is asked of the press: how much of the load its end lets go. Gravity brakes a sled that nobody
 * pushes by g·sin incline; a press braked by nearly as much threw it, and it coasts to its end.
 */
export const MOMENTUM: Rule = {
  id: 'momentum',
  part: 'press',
  severity: 2,
  target: null,
  needs: ['speed', 'free-fall'],
  rows: targetRows('press'),
  judge({ report, plan }) {
    const isControlAsked = prescriptionOf(plan)?.press.wording === 'deliberate';
    if (!isControlAsked || plan.targets.press.kind === 'explosive') return [];
    return report.reps.flatMap((rep) => {
      const letGo = letGoOf(rep, report);
      if (!letGo) return [];
      return find({
        rule: 'momentum',
        rep,
        measured: letGo.share,
        sd: letGo.sd,
        allowed: [null, plan.tolerances.letGo],
        unit: '1',
        rows: claimRows(plan, 'press'),
        cue: always('press-through'),
      });
    });
  },
};

/** Largest deceleration of a press as a share of gravity along the rail; null where a stop did it, or nothing tells. */
function letGoOf(
  { stop }: Rep,
  { rail, definitions }: SetReport,
): { share: number; sd: number } | null {
  const { incline_deg, inclineSd_deg } = rail;
  if (incline_deg === null || inclineSd_deg === null) return null;
  if (stop.slam === null || stop.slam === 'out') return null;
  const [incline, inclineSd] = [incline_deg, inclineSd_deg].map((deg) => (deg * Math.PI) / 180);
  const pull_mps2 = definitions.sledPerSensor * GRAVITY_MPS2 * Math.sin(incline);
  const share = stop.braking_mps2 / pull_mps2;
  const sd = Math.hypot(stop.brakingSd_mps2 / pull_mps2, (share * inclineSd) / Math.tan(incline));
  return { share, sd };
}
