import { atMostBorderline, find, withoutOpenInside } from './finding';
import { alike } from './history';
import { claimRows, targetRows } from './rows';
import type { Detail, Performance, Rule } from './rule';

const SETTINGS = {
  /** Sets that tell the maximum are no older than this, */
  recent_ms: 8 * 7 * 24 * 3600e3,
  /** and no longer: beyond, reps tell of endurance. */
  mostReps: 12,
  /** Relative sd of an estimate from reps. */
  estimateSd: 0.08,
};

/** What the load is held against. */
type Maximum = Extract<Detail, { of: 'max' }>;

/**
 * The load as a share of the most the person can press: as they entered it, else of a one-rep max estimated from
 * their sets. What is estimated is never called out.
 */
export const LOAD_SHARE: Rule = {
  id: 'load-share',
  part: null,
  severity: 2,
  target: 'load',
  needs: [],
  rows: targetRows('load'),
  judge(performance) {
    const { plan, entered } = performance;
    const { load: asked } = plan.targets;
    const max = maximumOf(performance);
    if (!asked || !entered.load || !max) return [];
    const { load_kg } = entered.load;
    const share = load_kg / max.max_kg;
    const [low, high] = [asked.low_percent / 100, asked.high_percent / 100];
    const [finding] = find({
      rule: 'load-share',
      rep: null,
      measured: share,
      sd: max.kind === 'estimated' ? SETTINGS.estimateSd * share : 0,
      allowed: [low, high],
      unit: '1',
      rows: claimRows(plan, 'load'),
      detail: max,
      cue: (side) => ({
        id: side === 'over' ? 'less-load' : 'more-load',
        amount: Math.max(0, low * max.max_kg - load_kg, load_kg - high * max.max_kg),
      }),
    });
    if (!finding || max.kind !== 'estimated') return finding ? [finding] : [];
    return withoutOpenInside([{ ...finding, verdict: atMostBorderline(finding) }]);
  },
};

function maximumOf(performance: Performance): Maximum | null {
  const { load: asked } = performance.plan.targets;
  const { max } = performance.entered;
  if (max && max.kind === asked?.of) return { of: 'max', kind: max.kind, max_kg: max.max_kg };
  if (asked?.of !== 'one-rep-max') return null;
  const max_kg = Math.max(...estimates_kg(performance));
  return max_kg > 0 ? { of: 'max', kind: 'estimated', max_kg } : null;
}

/** What each recent set like this one, taken to its end, says of the maximum; this one too, where reps in reserve are known. */
function estimates_kg(performance: Performance): number[] {
  const { past, startedAt_ms, report, entered } = performance;
  const recent = past.filter((set) => startedAt_ms - set.startedAt_ms < SETTINGS.recent_ms);
  const ofPast = alike(recent, performance, ['variation', 'machine', 'side']).map(
    ({ load_kg, reps }) => epley_kg(load_kg, reps),
  );
  if (!entered.load || entered.rir === null) return ofPast;
  return [...ofPast, epley_kg(entered.load.load_kg, report.set.reps + entered.rir)];
}

/** One-rep max from the reps that a load allows (Epley 1985); 0 where they do not tell. */
function epley_kg(load_kg: number | null, reps: number): number {
  if (load_kg === null || reps < 1 || reps > SETTINGS.mostReps) return 0;
  return reps === 1 ? load_kg : load_kg * (1 + reps / 30);
}
