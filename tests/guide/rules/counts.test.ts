import { REP_COUNT } from '$lib/guide/rules/rep-count';
import { SET_COUNT } from '$lib/guide/rules/set-count';
import { WEEKLY_FREQUENCY } from '$lib/guide/rules/weekly-frequency';
import { describeRule } from './describe-rule';
import { minutesBefore, reps } from './performed';

// 8 to 12 reps, 3 to 5 sets, 1 to 3 sessions a week. What is counted is known exactly: nothing is borderline.
const goal = 'hypertrophy-b';

describeRule(REP_COUNT, {
  fits: [
    ['8 of 8 to 12', { goal, reps: reps(8) }, { rows: ['J02'] }],
    ['a running set with few so far', { goal, reps: reps(3), over: 'nothing' }],
  ],
  deviates: [
    [
      'too few',
      { goal, reps: reps(6) },
      { reps: [null], side: 'under', cue: 'more-reps', amount: 2, unit: 'reps' },
    ],
    ['too many', { goal, reps: reps(14) }, { side: 'over', cue: 'fewer-reps', amount: 2 }],
    ['too many while it runs', { goal, reps: reps(13), over: 'nothing' }, { side: 'over' }],
    [
      'partial ones do not count',
      { goal, reps: reps(9, {}, { 3: { kind: 'partial' }, 5: { kind: 'partial' } }) },
      { measured: 7 },
    ],
  ],
  borderline: [
    [
      'one too few, and a top as long as a rep, which a slow sensor may have lost',
      { goal, reps: reps(7, { creeps_s: 0 }, { 3: { top_s: 8, creeps_s: 0 } }) },
      { side: 'under' },
    ],
  ],
  silent: [
    ['nothing asked', { reps: reps(30) }],
    ['no rep', { goal, reps: [] }],
  ],
});

/** Sets of the session, the last one four minutes ago. */
const session = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ startedAt_ms: minutesBefore(4 * (count - i)) }));

describeRule(SET_COUNT, {
  fits: [
    ['the third', { goal, past: session(2) }, { rows: ['J01'], measured: 3 }],
    ['the first: more may come', { goal }],
    ['of another day', { goal, past: [{ startedAt_ms: minutesBefore(24 * 60) }], over: 'set' }],
  ],
  deviates: [
    [
      'the sixth',
      { goal, past: session(5) },
      { reps: [null], side: 'over', cue: 'fewer-sets', amount: 1, unit: 'sets' },
    ],
    [
      'two, and the session is over',
      { goal, past: session(1), over: 'session' },
      { side: 'under', cue: 'more-sets', amount: 1 },
    ],
    [
      'others of the session do not count',
      {
        goal,
        past: [...session(1), { startedAt_ms: minutesBefore(2), variation: 'quad' }],
        over: 'session',
      },
      { measured: 2 },
    ],
  ],
  borderline: [],
  silent: [['nothing asked', { past: session(9) }]],
});

// The sketch's set is of Wednesday, 4 March 2026.
const on = (...days: string[]) => days.map((at) => ({ startedAt_ms: Date.parse(at) }));
const WEEK = ['2026-03-02T00:30', '2026-03-03T18:00', '2026-03-03T22:00'];

describeRule(WEEKLY_FREQUENCY, {
  fits: [
    ['the second', { goal, past: on('2026-03-02T18:00') }, { rows: ['K02', 'K03'], measured: 2 }],
    [
      'Sunday belongs to the week before',
      { goal, past: on('2026-03-01T23:50', ...WEEK.slice(1)) },
      { measured: 3 },
    ],
    ['sets of one session count once', { goal, past: session(4) }, { measured: 1 }],
  ],
  deviates: [
    [
      'the fourth',
      { goal, past: on(...WEEK) },
      { reps: [null], side: 'over', cue: 'train-less-often', amount: 1, unit: 'per week' },
    ],
    [
      'the fourth of the family, whatever the form',
      {
        goal,
        past: on(...WEEK).map((set) => ({ ...set, variation: 'hamstring-narrow' as const })),
      },
      { measured: 4 },
    ],
    [
      'too seldom, once the week is over',
      {
        goal,
        targets: { frequency: { low_perWeek: 2, high_perWeek: 3, best_perWeek: null } },
        over: 'week',
      },
      { side: 'under', cue: 'train-more-often', amount: 1 },
    ],
  ],
  borderline: [],
  silent: [['nothing asked', { past: on(...WEEK) }]],
});
