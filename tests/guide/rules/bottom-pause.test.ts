import { BOTTOM_PAUSE } from '$lib/guide/rules/bottom-pause';
import { describeRule } from './describe-rule';
import { band, reps } from './performed';

const goal = 'hypertrophy-b';

describeRule(BOTTOM_PAUSE, {
  fits: [
    ['0.7 s of 0.5 to 1', { goal, reps: reps(3) }, { rows: ['J04', 'F02'] }],
    ['within the tolerance', { goal, reps: reps(3, { bottom_s: 1.15 }) }],
    ['none, where none is asked', { targets: { bottom: band(0) }, reps: reps(2, { bottom_s: 0 }) }],
  ],
  deviates: [
    [
      'missing',
      { goal, reps: reps(3, {}, { 2: { bottom_s: 0.05 } }) },
      { reps: [2], side: 'under', cue: 'pause-at-bottom', amount: 0.45 },
    ],
    [
      'short',
      { goal, reps: reps(3, {}, { 2: { bottom_s: 0.25 } }) },
      { reps: [2], side: 'under', cue: 'pause-longer', amount: 0.25 },
    ],
    [
      'long',
      { goal, reps: reps(3, {}, { 2: { bottom_s: 2 } }) },
      { reps: [2], side: 'over', cue: 'pause-shorter', amount: 1 },
    ],
    [
      'a pause where none is asked',
      { targets: { bottom: band(0) }, reps: reps(1, { bottom_s: 0.6 }) },
      { side: 'over', cue: 'pause-shorter' },
    ],
  ],
  borderline: [
    ['0.25 s ± 0.1', { goal, reps: reps(1, { bottom_s: 0.25, sd_s: 0.1 }) }, { side: 'under' }],
    [
      'hardly any, and half a second of creeping that may have been a hold',
      { goal, reps: reps(1, { bottom_s: 0.05, creeps_s: 0.5 }) },
      { side: 'under', cue: 'pause-at-bottom' },
    ],
    ['doubtful', { goal, reps: reps(1, { bottom_s: 0.05, quality: 'doubtful' }) }],
  ],
  silent: [
    ['nothing asked', { goal: 'hypertrophy-a', reps: reps(2, { bottom_s: 0 }) }],
    ['a set that begins with a press', { goal, reps: reps(1, { startsWithPress: true }) }],
    [
      'the hold that is asked beside the reps',
      { goal, targets: { hold: band(10, 20) }, reps: reps(1, { bottom_s: 12 }) },
    ],
  ],
});
