import type { Dwell, Rep, Track } from '../../core/sled/report';
import type { Plan } from '../plan';
import type { TimeBand } from '../tempo';
import { always, find } from './finding';
import { claimRows, targetRows } from './rows';
import type { Finding, Performance, Rule } from './rule';
import { missed_s, timesAbout } from './verdict';

const SETTINGS = {
  /** A dwell of this share of the shortest hold asked is meant to be one. */
  meantShare: 0.5,
  /** Coming to rest and setting off again are no wandering. */
  settling_s: 0.3,
};

/** A dwell at the bottom. */
interface Hold {
  readonly rep: Rep;
  readonly bottom: Dwell;
  readonly start_s: number;
  readonly end_s: number;
}

/** An isometric hold in the stretch: how long, and how still. */
export const HOLD: Rule = {
  id: 'hold',
  part: null,
  severity: 2,
  target: 'hold',
  needs: ['phase-times'],
  rows: targetRows('hold'),
  judge(performance) {
    const { report, plan, over } = performance;
    const { hold: asked } = plan.targets;
    if (!asked) return [];
    const holds = report.reps.flatMap(holdOf);
    const meant = holds.filter(({ rep }) => isHeld(rep, plan));
    if (meant.length > 0) {
      return meant.flatMap((hold) => [
        ...lengthOf(hold, asked, plan),
        ...wanderingOf(hold, performance),
      ]);
    }
    // Where there was none, the longest dwell says how near it came; while the set runs it may still come.
    if (over === 'nothing') return [];
    const longest = holds.reduce<Hold | null>(
      (a, b) => (b.bottom.duration_s > (a?.bottom.duration_s ?? 0) ? b : a),
      null,
    );
    return longest ? lengthOf(longest, asked, plan) : [];
  },
};

/** Whether a rep's dwell at the bottom is meant to be the hold that was asked. */
export function isHeld({ bottom }: Rep, { targets }: Plan): boolean {
  if (!targets.hold || !bottom) return false;
  const usual_s = targets.bottom.kind === 'band' ? targets.bottom.high_s : 0;
  return bottom.duration_s >= Math.max(SETTINGS.meantShare * targets.hold.low_s, usual_s);
}

function holdOf(rep: Rep): Hold[] {
  const { lower, bottom, press } = rep;
  return lower && bottom ? [{ rep, bottom, start_s: lower.end_s, end_s: press.start_s }] : [];
}

function lengthOf({ rep, bottom }: Hold, asked: TimeBand, plan: Plan): Finding[] {
  return find({
    rule: 'hold',
    rep,
    measured: bottom.duration_s,
    sd: bottom.durationSd_s,
    allowed: timesAbout(asked, plan.tolerances.pause_s),
    unit: 's',
    rows: claimRows(plan, 'hold'),
    cue: (side) => ({
      id: side === 'over' ? 'hold-shorter' : 'hold-longer',
      amount: missed_s(bottom.duration_s, asked),
    }),
  });
}

/** From the highest to the lowest place of the hold. */
function wanderingOf({ rep, start_s, end_s }: Hold, { report, plan }: Performance): Finding[] {
  const { settling_s } = SETTINGS;
  const reach = reachOf(report.track, start_s + settling_s, end_s - settling_s);
  if (!reach) return [];
  return find({
    rule: 'hold',
    // A sensor that does not feel the sled roll takes some of a hold for a creep.
    rep: rep.vibration === null ? { ...rep, quality: 'doubtful' } : rep,
    measured: reach.way_m,
    sd: reach.sd_m,
    allowed: [null, plan.tolerances.holdWander_m],
    unit: 'm',
    rows: claimRows(plan, 'hold'),
    cue: always('hold-steadier'),
  });
}

/** How far the track goes between two times, with its standard deviation; null where nothing is known of them. */
function reachOf(
  { t_s, position_m, positionSd_m }: Track,
  from_s: number,
  to_s: number,
): { way_m: number; sd_m: number } | null {
  let [low, high] = [-1, -1];
  for (let k = 0; k < t_s.length; k++) {
    if (t_s[k] < from_s || t_s[k] > to_s || Number.isNaN(position_m[k])) continue;
    if (low < 0 || position_m[k] < position_m[low]) low = k;
    if (high < 0 || position_m[k] > position_m[high]) high = k;
  }
  if (low < 0) return null;
  // What the two places err by alike cancels.
  const variance_m2 = Math.abs(positionSd_m[high] ** 2 - positionSd_m[low] ** 2);
  return { way_m: position_m[high] - position_m[low], sd_m: Math.sqrt(variance_m2) };
}
