import { depthAbout } from '$lib/guide/plan';
import { SAFE_STOP } from '$lib/guide/rules/safe-stop';
import { describeRule } from './describe-rule';
import { reps } from './performed';

const targets = { depth: { ...depthAbout(0.4), stop_m: 0.45 } };

describeRule(SAFE_STOP, {
  fits: [['above it', { targets, reps: reps(3) }, { rows: ['G04', 'G03', 'D03'] }]],
  deviates: [
    [
      'passed',
      { targets, reps: reps(3, {}, { 2: { depth_m: 0.48 } }) },
      { reps: [2], side: 'over', cue: 'stop-higher', amount: 0.03 },
    ],
    [
      'passed in a rep that came up but part of the way',
      { targets, reps: reps(3, {}, { 2: { depth_m: 0.48, kind: 'partial' } }) },
      { reps: [2] },
    ],
  ],
  borderline: [['46 ± 1 cm', { targets, reps: reps(1, { depth_m: 0.46, depthSd_m: 0.01 }) }]],
  silent: [['none set', { targets: { depth: depthAbout(0.4) }, reps: reps(1, { depth_m: 1 }) }]],
});
