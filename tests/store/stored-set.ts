import { DEFAULT_SETUP } from '$lib/core/sled/setup';
import { NOTHING_ENTERED } from '$lib/guide/entered';
import { planFor } from '$lib/guide/plan';
import type { StoredSet } from '$lib/store/sets';
import type { SetSummary, Spread } from '$lib/store/summary';
import { SUMMARY_VERSION } from '$lib/store/summary-version';

/** A quantity of a made-up set: its mean, with a twentieth of it as uncertainty. */
export function about(mean: number): Spread {
  return { mean, meanSd: mean / 20, low: mean * 0.9, high: mean * 1.1 };
}

export const SOME_SUMMARY: SetSummary = {
  version: SUMMARY_VERSION,
  reps: 8,
  partial: 0,
  doubtful: 0,
  incline_deg: 45,
  rate_Hz: 100,
  duration_s: 60,
  timeUnderTension_s: 40,
  timeUnderTensionSd_s: 0.2,
  lower_s: about(3.4),
  bottom_s: about(0.7),
  press_s: about(1.2),
  depth_m: about(0.4),
  press_mps: about(0.33),
  propulsive_mps: about(0.35),
  fastest_mps: { mean: 0.38, meanSd: 0.01 },
  depthCv: 0.03,
  velocityLoss: 0.1,
  velocityLossSd: 0.02,
  compliance: { in: 7, borderline: 0, out: 1, share: 7 / 8 },
  compliantRun: 5,
  deviations: ['lowering-time'],
  sketch_m: [0, -0.4, 0],
};

/** A set as the store keeps it, with what the test says of it. */
export function storedSet(says: Partial<StoredSet> = {}): StoredSet {
  return {
    id: 'some-set',
    title: 'Tuesday',
    addedAt: '2026-11-20T18:12:00+01:00',
    source: { kind: 'live', name: 'WT901', format: null, notes: [] },
    setup: DEFAULT_SETUP,
    plan: planFor('hamstring', 'sled-45', 'hypertrophy-b'),
    entered: NOTHING_ENTERED,
    comments: [],
    proposal: null,
    summary: SOME_SUMMARY,
    ...says,
  };
}
