import { PARTIAL_REP } from '$lib/guide/rules/partial-rep';
import { describeRule } from './describe-rule';
import { reps } from './performed';

const PARTIAL = { depth_m: 0.14, depthSd_m: 0.01, kind: 'partial' } as const;

describeRule(PARTIAL_REP, {
  fits: [['full reps', { reps: reps(4) }, { rows: ['G05', 'G06'] }]],
  deviates: [
    [
      'a third of the way',
      { reps: reps(4, {}, { 3: PARTIAL }) },
      { reps: [3], side: 'under', cue: 'full-range', measured: 0.35, unit: '1' },
    ],
    [
      'in the reverse press',
      { variation: 'reverse', reps: reps(4, {}, { 3: PARTIAL }) },
      { rows: ['H08', 'G09'] },
    ],
  ],
  borderline: [
    ['just too short', { reps: reps(4, {}, { 3: { ...PARTIAL, depth_m: 0.235 } }) }, { reps: [3] }],
    [
      'called partial by the reps so far, and not by all',
      { reps: reps(4, {}, { 1: { ...PARTIAL, depth_m: 0.26 } }) },
      { reps: [1], measured: 0.6 },
    ],
    ['doubtful', { reps: reps(4, {}, { 3: { ...PARTIAL, quality: 'doubtful' } }) }],
  ],
  silent: [['no full rep to hold it against', { reps: reps(2, PARTIAL) }]],
});
