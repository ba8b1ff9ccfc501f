import { BOUNCE } from '$lib/guide/rules/bounce';
import { describeRule } from './describe-rule';
import { reps } from './performed';

const BOUNCED = { bottom_s: 0.05, turn_mps2: 9, turnSd_mps2: 0.3 };

describeRule(BOUNCE, {
  fits: [
    ['paused', { reps: reps(3) }, { rows: ['F05'] }],
    ['turned at once, as legs do', { reps: reps(3, {}, { 2: { bottom_s: 0.05, turn_mps2: 2 } }) }],
  ],
  deviates: [
    [
      'thrown back',
      { reps: reps(5, {}, { 2: BOUNCED, 4: BOUNCED }) },
      { reps: [2, 4], side: 'over', cue: 'turn-softly', amount: null, measured: 9, unit: 'm/s²' },
    ],
    ['in the reverse press', { variation: 'reverse', reps: reps(1, BOUNCED) }, { rows: ['H11'] }],
  ],
  borderline: [
    ['at the limit', { reps: reps(3, {}, { 2: { ...BOUNCED, turn_mps2: 3.5 } }) }, { reps: [2] }],
    ['doubtful', { reps: reps(1, { ...BOUNCED, quality: 'doubtful' }) }],
  ],
  silent: [
    ['of what no source speaks', { variation: 'quad', reps: reps(3, BOUNCED) }],
    ['turned hard after a pause', { reps: reps(1, { bottom_s: 0.16, turn_mps2: 9 }) }],
  ],
});
