import { always, find, withoutOpenInside } from './finding';
import { allRows, claimRows, familyRows, ofFamilies, targetRows } from './rows';
import type { Rule } from './rule';
import { TOO_HEAVY_ROWS } from './set-drift';

/** Velocity lost from the fastest press to the last, where every press is meant to be as fast as it can. */
export const VELOCITY_DRIFT: Rule = {
  id: 'velocity-drift',
  part: null,
  severity: 1,
  target: 'press',
  needs: ['speed'],
  rows: allRows(targetRows('press'), ofFamilies(TOO_HEAVY_ROWS)),
  judge({ report, plan }) {
    const { velocityLoss, velocityLossSd } = report.set;
    if (plan.targets.press.kind !== 'explosive') return [];
    if (velocityLoss === null || velocityLossSd === null) return [];
    return withoutOpenInside(
      find({
        rule: 'velocity-drift',
        rep: null,
        measured: velocityLoss,
        sd: velocityLossSd,
        allowed: [null, plan.tolerances.velocityLoss],
        unit: '1',
        rows: [...claimRows(plan, 'press'), ...familyRows(plan.variation, TOO_HEAVY_ROWS)],
        cue: always('end-sooner'),
      }),
    );
  },
};
