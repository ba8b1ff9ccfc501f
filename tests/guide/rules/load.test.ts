import { LOAD_JUMP } from '$lib/guide/rules/load-jump';
import { LOAD_SHARE } from '$lib/guide/rules/load-share';
import { describeRule } from './describe-rule';
import { kilograms, minutesBefore, reps } from './performed';

// 65 to 80 % of the one-rep max.
const goal = 'hypertrophy-b';
const max = { kind: 'one-rep-max', max_kg: 200 } as const;
const yesterday = minutesBefore(24 * 60);

describeRule(LOAD_SHARE, {
  fits: [
    [
      '70 %',
      { goal, entered: { load: kilograms(140), max } },
      { rows: ['J05'], measured: 0.7, detail: { of: 'max', kind: 'one-rep-max', max_kg: 200 } },
    ],
    [
      'first sessions: of the perceived max',
      {
        goal: 'first-sessions',
        entered: { load: kilograms(60), max: { kind: 'perceived-max', max_kg: 100 } },
      },
      { rows: ['J15'] },
    ],
  ],
  deviates: [
    [
      'too heavy',
      { goal, entered: { load: kilograms(180), max } },
      { reps: [null], side: 'over', cue: 'less-load', amount: 20, unit: '1' },
    ],
    [
      'too light',
      { goal, entered: { load: kilograms(100), max } },
      { side: 'under', cue: 'more-load', amount: 30 },
    ],
  ],
  borderline: [
    [
      'far too light for an estimated max: what is estimated is never out',
      {
        goal,
        entered: { load: kilograms(50) },
        past: [{ startedAt_ms: yesterday, load_kg: 150, reps: 10 }],
      },
      { measured: 0.25, detail: { of: 'max', kind: 'estimated', max_kg: 200 } },
    ],
    [
      'too heavy by this set’s own reps and those left',
      { goal, reps: reps(4), entered: { load: kilograms(150), rir: 0 } },
      { side: 'over', measured: 30 / 34 },
    ],
  ],
  silent: [
    [
      'in the band of an estimated max, as far as can be told',
      { goal, reps: reps(10), entered: { load: kilograms(150), rir: 0 } },
    ],
    ['nothing asked', { entered: { load: kilograms(500), max } }],
    ['no load said', { goal, entered: { max } }],
    ['no max known', { goal, entered: { load: kilograms(100) } }],
    ['a max of another kind', { goal: 'first-sessions', entered: { load: kilograms(100), max } }],
    [
      'reps that tell of endurance',
      {
        goal,
        entered: { load: kilograms(50) },
        past: [{ startedAt_ms: yesterday, load_kg: 50, reps: 30 }],
      },
    ],
  ],
});

const last = (load_kg: number, minutes = 24 * 60) => [
  { startedAt_ms: minutesBefore(minutes), load_kg },
];

// What is entered is known exactly: nothing is borderline.
describeRule(LOAD_JUMP, {
  fits: [
    [
      'a little more',
      { entered: { load: kilograms(105) }, past: last(100) },
      { rows: ['I02', 'I03', 'K04'] },
    ],
    ['less', { entered: { load: kilograms(50) }, past: last(100) }],
    [
      'heavier in the session, not than the last',
      { entered: { load: kilograms(100) }, past: [...last(100), ...last(60, 5)] },
    ],
  ],
  deviates: [
    [
      'far more than last time',
      { entered: { load: kilograms(130) }, past: last(100) },
      { reps: [null], side: 'over', cue: 'smaller-step', amount: 20, measured: 0.3 },
    ],
    [
      'in the reverse press',
      { variation: 'reverse', entered: { load: kilograms(130) }, past: last(100) },
      { rows: ['K05'] },
    ],
  ],
  borderline: [],
  silent: [
    ['the first time', { entered: { load: kilograms(130) } }],
    ['after a long break', { entered: { load: kilograms(130) }, past: last(50, 90 * 24 * 60) }],
    [
      'on another machine',
      { entered: { load: kilograms(130) }, past: [{ ...last(50)[0], machine: 'horizontal' }] },
    ],
    ['within the first session', { entered: { load: kilograms(130) }, past: last(50, 5) }],
    [
      'of what no source speaks',
      { variation: 'quad', entered: { load: kilograms(130) }, past: last(50) },
    ],
  ],
});
