import { depthAbout } from '$lib/guide/plan';
import { PAST_TOP } from '$lib/guide/rules/past-top';
import { describeRule } from './describe-rule';
import { reps } from './performed';

const targets = { depth: { ...depthAbout(0.4), softTop_m: 0.01 } };

describeRule(PAST_TOP, {
  // Where a press ends is hardly known, so that nothing is ever surely inside.
  fits: [],
  deviates: [
    [
      'far past it',
      { targets, reps: reps(3, {}, { 2: { endsAt_m: 0.3 } }) },
      { reps: [2], side: 'over', cue: 'stop-before-straight', unit: 'm' },
    ],
  ],
  borderline: [
    ['it seems so', { targets, reps: reps(3, {}, { 2: { endsAt_m: 0.08 } }) }, { reps: [2] }],
  ],
  silent: [
    ['at it, as far as can be told', { targets, reps: reps(3) }],
    ['not calibrated', { targets: { depth: depthAbout(0.4) }, reps: reps(1, { endsAt_m: 0.3 }) }],
  ],
});
