import { depthAbout } from '$lib/guide/plan';
import { DEPTH } from '$lib/guide/rules/depth';
import { describeRule } from './describe-rule';
import { reps } from './performed';

const targets = { depth: depthAbout(0.4) };

describeRule(DEPTH, {
  fits: [
    [
      '40 cm',
      { targets, goal: 'hypertrophy-b', reps: reps(3) },
      { rows: ['G01', 'G02', 'G03', 'G04', 'G05'] },
    ],
    ['by the standard press', { targets, variation: 'quad', reps: reps(1) }, { rows: ['B12'] }],
  ],
  deviates: [
    [
      'short',
      { targets, reps: reps(3, {}, { 2: { depth_m: 0.35 } }) },
      { reps: [2], side: 'under', cue: 'go-deeper', amount: 0.05, unit: 'm' },
    ],
    [
      'deeper than meant',
      { targets, reps: reps(3, {}, { 2: { depth_m: 0.44 } }) },
      { reps: [2], side: 'over', cue: 'stop-higher', amount: 0.04 },
    ],
  ],
  borderline: [
    ['35 ± 1 cm', { targets, reps: reps(1, { depth_m: 0.35, depthSd_m: 0.01 }) }],
    ['doubtful', { targets, reps: reps(1, { depth_m: 0.25, quality: 'doubtful' }) }],
  ],
  silent: [
    ['no target', { reps: reps(3, { depth_m: 0.2 }) }],
    [
      'partial reps',
      { targets, reps: reps(3, {}, { 1: { depth_m: 0.1, kind: 'partial' } }).slice(0, 1) },
    ],
    ['a lever arm', { targets, machine: 'lever-arm', reps: reps(3) }],
  ],
});
