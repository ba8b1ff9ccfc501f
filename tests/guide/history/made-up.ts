import { DEFAULT_TOLERANCES } from '$lib/guide/plan';
import type { Lifted } from '$lib/guide/history/lifted';

const MINUTE_ms = 60_000;
const NOON_ms = Date.parse('2026-11-16T12:00:00Z');

/** A set of Monday, 16 November 2026, with what the test says of it. */
export function lifted(says: Partial<Lifted> = {}): Lifted {
  return {
    id: 'some-set',
    title: 'Monday',
    day: '2026-11-16',
    startedAt_ms: NOON_ms,
    duration_s: 60,
    variation: 'hamstring',
    machine: 'sled-45',
    goal: 'strength',
    side: null,
    load_kg: 120,
    includesSled: null,
    pain: null,
    reps: 6,
    isSimulated: false,
    isMaximal: true,
    depth_m: { mean: 0.4, meanSd: 0.005 },
    lower_s: { mean: 2.5, meanSd: 0.03 },
    press_mps: { mean: 0.33, meanSd: 0.01 },
    propulsive_mps: { mean: 0.35, meanSd: 0.01 },
    fastest_mps: { mean: 0.4, meanSd: 0.01 },
    timeUnderTension_s: { mean: 30, meanSd: 0.2 },
    velocityLoss: { mean: 0.12, meanSd: 0.03 },
    compliance: 1,
    tally: { in: 6, borderline: 0, out: 0, share: 1 },
    compliantRun: 6,
    compliantShare: DEFAULT_TOLERANCES.compliantShare,
    asymmetryLimit: DEFAULT_TOLERANCES.asymmetry,
    frequency: { low_perWeek: 1, high_perWeek: 3, best_perWeek: null },
    frequencyRows: ['K02'],
    ...says,
  };
}

/** So many minutes after noon of that Monday, or days and minutes. */
export function at(days: number, minutes = 0): Pick<Lifted, 'startedAt_ms' | 'day'> {
  const startedAt_ms = NOON_ms + days * 24 * 60 * MINUTE_ms + minutes * MINUTE_ms;
  return { startedAt_ms, day: new Date(startedAt_ms).toISOString().slice(0, 10) };
}
