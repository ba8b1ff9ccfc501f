import { claimRows } from './rows';
import type { Allowed, Finding, Rule } from './rule';
import { distance, judge } from './verdict';

/** How long each lowering takes, against the plan. */
export const LOWERING_TIME: Rule = {
  id: 'lowering-time',
  part: 'lower',
  severity: 2,
  judge({ report, plan }) {
    const { lower } = plan.targets;
    if (lower.kind !== 'band') return [];
    const tolerance_s = plan.tolerances.lower_s;
    const allowed: Allowed = [lower.low_s - tolerance_s, lower.high_s + tolerance_s];
    return report.reps.flatMap((rep): Finding[] => {
      if (!rep.lower || rep.kind !== 'full') return [];
      const { duration_s, durationSd_s } = rep.lower;
      const judged = judge(duration_s, durationSd_s, allowed);
      return [
        {
          rule: 'lowering-time',
          rep: rep.index,
          measured: duration_s,
          sd: durationSd_s,
          allowed,
          unit: 's',
          ...judged,
          rows: claimRows(plan, 'lower'),
          cue: {
            id: judged.side === 'over' ? 'lower-faster' : 'lower-slower',
            amount: distance(duration_s, [lower.low_s, lower.high_s]),
          },
        },
      ];
    });
  },
};
