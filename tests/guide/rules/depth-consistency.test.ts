import { depthAbout } from '$lib/guide/plan';
import { DEPTH_CONSISTENCY } from '$lib/guide/rules/depth-consistency';
import { describeRule } from './describe-rule';
import { reps } from './performed';

const deeper = (share: number, depthSd_m = 0) =>
  reps(
    4,
    { depthSd_m },
    { 2: { depth_m: 0.4 * share, depthSd_m }, 4: { depth_m: 0.4 * share, depthSd_m } },
  );

describeRule(DEPTH_CONSISTENCY, {
  fits: [['all alike', { reps: deeper(1.04) }, { rows: ['G03'] }]],
  deviates: [
    ['up and down', { reps: deeper(1.3) }, { reps: [null], side: 'over', cue: 'same-depth' }],
    [
      'of a target, where no source speaks of it',
      { variation: 'quad', targets: { depth: depthAbout(0.4) }, reps: deeper(1.3) },
      { rows: ['B12'] },
    ],
  ],
  borderline: [
    [
      'one rep far off, and doubtful',
      { reps: reps(5, {}, { 2: { depth_m: 0.7, quality: 'doubtful' } }) },
    ],
    ['known to 4 cm each', { reps: deeper(1.18, 0.04) }],
  ],
  silent: [
    ['one rep', { reps: reps(1) }],
    ['no target, and no source speaks of it', { variation: 'quad', reps: deeper(1.5) }],
  ],
});
