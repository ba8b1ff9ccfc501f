import { REST_BETWEEN_SETS } from '$lib/guide/rules/rest-between-sets';
import { describeRule } from './describe-rule';
import { band, minutesBefore } from './performed';

const targets = { rest: band(90, 120) };
const before = (minutes: number, duration_s: number) => [
  { startedAt_ms: minutesBefore(minutes), duration_s, variation: 'quad' as const },
];

// Times between recordings are known exactly: nothing is borderline.
describeRule(REST_BETWEEN_SETS, {
  fits: [
    ['100 s, after a set of another kind', { targets, past: before(3, 80) }, { measured: 100 }],
  ],
  deviates: [
    [
      'too short',
      { targets, past: before(2, 80) },
      { reps: [null], side: 'under', cue: 'rest-longer', amount: 50, unit: 's' },
    ],
    [
      'too long',
      { targets, past: before(6, 60) },
      { side: 'over', cue: 'rest-shorter', amount: 180 },
    ],
  ],
  borderline: [],
  silent: [
    ['nothing asked', { past: before(1, 50) }],
    ['the first of a session', { targets, past: before(4 * 60, 80) }],
  ],
});
