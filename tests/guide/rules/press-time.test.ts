import { PRESS_TIME } from '$lib/guide/rules/press-time';
import { describeRule } from './describe-rule';
import { band, EXPLOSIVE, reps } from './performed';

const targets = { press: band(1, 2) };

describeRule(PRESS_TIME, {
  fits: [['1.2 s of 1 to 2', { targets, reps: reps(3) }]],
  deviates: [
    [
      'too slow',
      { targets, reps: reps(3, {}, { 3: { press_s: 3 } }) },
      { reps: [3], side: 'over', cue: 'press-faster', amount: 1 },
    ],
    [
      'too fast',
      { targets, reps: reps(3, {}, { 1: { press_s: 0.6 } }) },
      { reps: [1], side: 'under', cue: 'press-slower', amount: 0.4 },
    ],
  ],
  borderline: [
    [
      '2.6 s, half a second of it perhaps a hold',
      { targets, reps: reps(1, { press_s: 2.6, creeps_s: 0.5 }) },
    ],
    ['2.2 s ± 0.05', { targets, reps: reps(1, { press_s: 2.2, sd_s: 0.05 }) }],
  ],
  silent: [
    ['nothing asked', { reps: reps(3, { press_s: 5 }) }],
    ['as fast as it can be', { targets: { press: EXPLOSIVE }, reps: reps(3, { press_s: 5 }) }],
    ['partial', { targets, reps: reps(1, { press_s: 5, kind: 'partial' }) }],
  ],
});
