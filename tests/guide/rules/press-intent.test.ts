import { PRESS_INTENT } from '$lib/guide/rules/press-intent';
import { describeRule } from './describe-rule';
import { band, reps } from './performed';

const goal = 'strength';
const fast = { press_s: 0.8, press_mps: 0.5, pressSd_mps: 0.01 };

describeRule(PRESS_INTENT, {
  fits: [
    ['0.8 s', { goal, reps: reps(5, fast) }, { rows: ['J08'] }],
    [
      'slower and slower: tired, but meant',
      {
        goal,
        reps: reps(3, fast, { 2: { ...fast, press_mps: 0.4 }, 3: { ...fast, press_mps: 0.25 } }),
      },
    ],
  ],
  deviates: [
    [
      'longer than an explosive press',
      { goal, reps: reps(4, fast, { 2: { press_s: 1.9, press_mps: 0.48 } }) },
      { reps: [2], side: 'over', cue: 'press-explosively', unit: 's', measured: 1.9 },
    ],
    [
      'far slower than the reps before it and after it',
      { goal, reps: reps(4, fast, { 2: { ...fast, press_mps: 0.25 } }) },
      { reps: [2], side: 'under', unit: '1', measured: 0.5 },
    ],
  ],
  borderline: [
    [
      '1.8 s, half a second of it perhaps a hold',
      { goal, reps: reps(1, { press_s: 1.8, creeps_s: 0.5 }) },
    ],
    ['1.45 s ± 0.05', { goal, reps: reps(1, { ...fast, press_s: 1.45, sd_s: 0.05 }) }],
    [
      'at the edge of its pace',
      { goal, reps: reps(3, fast, { 2: { ...fast, press_mps: 0.345 } }) },
      { reps: [2], unit: '1' },
    ],
  ],
  silent: [
    ['seconds asked', { targets: { press: band(1, 2) }, reps: reps(3, { press_s: 5 }) }],
    ['nothing asked', { reps: reps(3, { press_s: 5 }) }],
  ],
});
