import type { Rep } from '../../core/sled/report';
import { creepOf, withoutCreep_s } from './creep';
import { always, find } from './finding';
import { claimRows, targetRows } from './rows';
import type { Finding, Performance, Rule } from './rule';

/** The rep's part of its set: nothing but how fast the others went. */
interface Pace {
  readonly mean_mps: number;
  readonly meanSd_mps: number;
}

/**
 * Where an explosive press is asked: it takes no longer than it may, and it is not far slower than the reps before
 * it and after it show can be done. A press that is slow because the legs are tired is followed by no faster one.
 */
export const PRESS_INTENT: Rule = {
  id: 'press-intent',
  part: 'press',
  severity: 2,
  target: 'press',
  needs: ['phase-times', 'speed'],
  rows: targetRows('press'),
  judge(performance) {
    const { report, plan } = performance;
    if (plan.targets.press.kind !== 'explosive') return [];
    const full = report.reps.filter(({ kind }) => kind === 'full');
    return full.flatMap((rep, i) => {
      const [time] = timeOf(rep, performance);
      const [share] = shareOf(rep, full.slice(0, i), full.slice(i + 1), performance);
      return share && isWorse(share, time) ? [share] : time ? [time] : [];
    });
  },
};

const GRAVITY_OF = { in: 0, borderline: 1, out: 2 };

function isWorse(a: Finding, b: Finding | undefined): boolean {
  return !b || GRAVITY_OF[a.verdict] > GRAVITY_OF[b.verdict];
}

function timeOf(rep: Rep, { report, plan }: Performance): Finding[] {
  return find({
    rule: 'press-intent',
    rep,
    measured: rep.press.duration_s,
    sd: rep.press.durationSd_s,
    allowed: [null, plan.tolerances.explosivePress_s],
    unit: 's',
    otherwise: leastPress_s(rep, report),
    rows: claimRows(plan, 'press'),
    cue: always('press-explosively'),
  });
}

/** Its mean velocity as a share of the slower of the fastest before it and the fastest after it. */
function shareOf(
  rep: Rep,
  before: readonly Rep[],
  after: readonly Rep[],
  { report, plan }: Performance,
): Finding[] {
  const [earlier, later] = [fastest(before), fastest(after)];
  if (!earlier || !later) return [];
  const shown = earlier.mean_mps < later.mean_mps ? earlier : later;
  const share = rep.press.mean_mps / shown.mean_mps;
  const sds = [rep.press, shown].map(({ mean_mps, meanSd_mps }) => meanSd_mps / mean_mps);
  return find({
    rule: 'press-intent',
    rep,
    measured: share,
    sd: share * Math.hypot(...sds),
    allowed: [plan.tolerances.explosiveShare, null],
    unit: '1',
    otherwise: (share * rep.press.duration_s) / leastPress_s(rep, report),
    rows: claimRows(plan, 'press'),
    cue: always('press-explosively'),
  });
}

function leastPress_s(rep: Rep, report: Performance['report']): number {
  return withoutCreep_s(rep.press, creepOf(rep, rep.press, report));
}

function fastest(reps: readonly Rep[]): Pace | null {
  return reps.reduce<Pace | null>(
    (best, { press }) => (press.mean_mps > (best?.mean_mps ?? 0) ? press : best),
    null,
  );
}
