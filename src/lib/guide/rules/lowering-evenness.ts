import type { Lowering, Rep, SetReport } from '../../core/sled/report';
import type { Tolerances } from '../plan';
import { creepOf, withoutCreep_s } from './creep';
import { always, find, type Measurement } from './finding';
import { familyRows, type FamilyRows, ofFamilies } from './rows';
import type { Finding, Rule } from './rule';

const ROWS: FamilyRows = { hamstring: ['F05', 'I02'], reverse: ['F08'] };

/**
 * Lowerings that fall and are caught: a peak far above the mean speed, or a start near to free fall. Of the two the
 * one that lies further out is told.
 */
export const LOWERING_EVENNESS: Rule = {
  id: 'lowering-evenness',
  part: 'lower',
  severity: 3,
  target: null,
  needs: ['speed'],
  rows: ofFamilies(ROWS),
  judge({ report, plan }) {
    const rows = familyRows(plan.variation, ROWS);
    if (rows.length === 0) return [];
    return report.reps.flatMap((rep) => {
      if (!rep.lowering || rep.kind !== 'full') return [];
      const otherwise = rep.lowering.peakRatio * withoutCreepShare(rep, report);
      const [peak] = find({ ...peakOf(rep, rep.lowering, plan.tolerances), otherwise, rows });
      const [fall] = find({ ...fallOf(rep, rep.lowering, plan.tolerances), rows });
      return worse(peak, fall);
    });
  },
};

/** What is left of the lowering's time without its creeping: so much higher is the mean speed that the peak is held against. */
function withoutCreepShare(rep: Rep, report: SetReport): number {
  if (!rep.lower) return 1;
  return withoutCreep_s(rep.lower, creepOf(rep, rep.lower, report)) / rep.lower.duration_s;
}

type Unfounded = Omit<Measurement, 'rows'>;

function peakOf(rep: Rep, { peakRatio, peakRatioSd }: Lowering, tolerances: Tolerances): Unfounded {
  return {
    rule: 'lowering-evenness',
    rep,
    measured: peakRatio,
    sd: peakRatioSd,
    allowed: [null, tolerances.loweringPeak],
    unit: '1',
    detail: { of: 'lowering', what: 'peak' },
    cue: always('lower-evenly'),
  };
}

function fallOf(rep: Rep, { freeFall, freeFallSd }: Lowering, tolerances: Tolerances): Unfounded {
  return {
    rule: 'lowering-evenness',
    rep,
    // Not known on a level rail, where nothing falls.
    measured: freeFall ?? NaN,
    sd: freeFallSd ?? NaN,
    allowed: [null, tolerances.freeFall],
    unit: '1',
    detail: { of: 'lowering', what: 'fall' },
    cue: always('hold-back'),
  };
}

const ORDER = ['in', 'borderline', 'out'];

function worse(peak: Finding | undefined, fall: Finding | undefined): Finding[] {
  if (!peak || !fall) return [peak ?? fall].filter((finding) => finding !== undefined);
  return ORDER.indexOf(fall.verdict) > ORDER.indexOf(peak.verdict) ? [fall] : [peak];
}
