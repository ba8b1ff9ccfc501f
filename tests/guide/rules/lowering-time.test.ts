import { LOWERING_TIME } from '$lib/guide/rules/lowering-time';
import { describeRule } from './describe-rule';
import { band, reps } from './performed';

const goal = 'hypertrophy-b';

describeRule(LOWERING_TIME, {
  fits: [
    ['3.5 s of 3 to 4', { goal, reps: reps(8, { sd_s: 0.05 }) }, { rows: ['J04', 'F01', 'F04'] }],
    ['within the tolerance', { goal, reps: reps(2, { lower_s: 2.8 }) }],
    ['a coach’s band', { targets: { lower: band(5) }, reps: reps(2, { lower_s: 5.2 }) }],
  ],
  deviates: [
    [
      '2.5 s: too fast',
      { goal, reps: reps(8, { sd_s: 0.05 }, { 4: { lower_s: 2.5 }, 7: { lower_s: 2.4 } }) },
      { reps: [4, 7], side: 'under', cue: 'lower-slower', amount: 0.5, measured: 2.5, unit: 's' },
    ],
    [
      '5 s: too slow',
      { goal, reps: reps(3, { sd_s: 0.05 }, { 2: { lower_s: 5 } }) },
      { reps: [2], side: 'over', cue: 'lower-faster', amount: 1 },
    ],
    [
      'asked by a coach: no row of the guide stands behind it',
      { goal, targets: { lower: band(5) }, origins: { lower: 'coach' }, reps: reps(2) },
      { rows: [] },
    ],
    [
      'the app’s default for a word of the guide: its row stands behind it',
      { goal: 'rehab', reps: reps(2, { lower_s: 1 }) },
      { rows: ['J13'] },
    ],
  ],
  borderline: [
    ['2.7 s ± 0.05', { goal, reps: reps(1, { lower_s: 2.7, sd_s: 0.05 }) }, { side: 'under' }],
    ['4.2 s ± 0.05', { goal, reps: reps(1, { lower_s: 4.2, sd_s: 0.05 }) }, { side: 'over' }],
    [
      '4.6 s, half a second of it perhaps a hold',
      { goal, reps: reps(1, { lower_s: 4.6, creeps_s: 0.5 }) },
      { side: 'over' },
    ],
    [
      'of a depth that is hardly known',
      { goal, reps: reps(2, {}, { 2: { lower_s: 1, depthSd_m: 0.03 } }) },
      { reps: [2] },
    ],
    ['far off, but doubtful', { goal, reps: reps(1, { lower_s: 1, quality: 'doubtful' }) }],
  ],
  silent: [
    ['nothing asked', { reps: reps(8, { lower_s: 0.5 }) }],
    ['partial reps', { goal, reps: reps(2, { lower_s: 1, kind: 'partial' }) }],
    ['no lowering', { goal, reps: reps(1, { startsWithPress: true }) }],
    ['a lever arm, whose times are not known', { goal, machine: 'lever-arm' }],
  ],
});
