import { slamLimit_mps2 } from '../../core/sled/measures/slam';
import type { Rep } from '../../core/sled/report';
import { always, find } from './finding';
import { TOP_ROWS, topRows } from './rows';
import type { Finding, Rule } from './rule';

/** Presses that an end stop brought to their end: gravity and friction alone brake less. */
export const SLAM: Rule = {
  id: 'slam',
  part: 'top',
  severity: 3,
  target: null,
  needs: ['speed', 'slam'],
  rows: TOP_ROWS,
  judge({ report, plan }) {
    const rows = topRows(plan.variation);
    const { incline_deg } = report.rail;
    if (rows.length === 0 || incline_deg === null) return [];
    return report.reps.flatMap((rep) => {
      const { braking_mps2, brakingSd_mps2, slam } = rep.stop;
      if (slam === null) return [];
      const findings = find({
        rule: 'slam',
        rep,
        measured: braking_mps2,
        sd: brakingSd_mps2,
        allowed: [null, slamLimit_mps2(incline_deg)],
        unit: 'm/s²',
        rows,
        cue: always('stop-softly'),
      });
      return findings.map((finding) => withKnock(finding, rep));
    });
  },
};

/**
 * A slow sensor may miss how hard a stop brakes, which takes but 20 ms, and still feel it ring: then it is open
 * whether the press ran into it.
 */
function withKnock(finding: Finding, { knocks, vibration }: Rep): Finding {
  if (finding.verdict !== 'in' || vibration !== null || !knocks?.top) return finding;
  return { ...finding, verdict: 'borderline', side: 'over' };
}
