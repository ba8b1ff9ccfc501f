import { TOP_REST } from '$lib/guide/rules/top-rest';
import { describeRule } from './describe-rule';
import { band, reps } from './performed';

const targets = { top: band(0, 1) };

describeRule(TOP_REST, {
  fits: [
    ['a breath', { reps: reps(3, { top_s: 2 }) }, { rows: ['G11', 'G12'] }],
    ['as asked', { targets, reps: reps(3, { top_s: 0.8 }) }, { rows: [] }],
    ['the reverse press', { variation: 'reverse', reps: reps(2) }, { rows: ['G10'] }],
  ],
  deviates: [
    [
      'rested on the joints',
      { reps: reps(3, {}, { 2: { top_s: 5 } }) },
      { reps: [2], side: 'over', cue: 'top-shorter', amount: 2 },
    ],
    [
      'longer than asked',
      { targets, reps: reps(3, {}, { 1: { top_s: 2 } }) },
      { reps: [1], side: 'over', amount: 1 },
    ],
    [
      'shorter than asked',
      { targets: { top: band(2, 3) }, reps: reps(3) },
      { reps: [1, 2], side: 'under', cue: 'top-longer', amount: 1.4 },
    ],
  ],
  borderline: [
    [
      'as long as a rep, which a slow sensor may have lost',
      { reps: reps(3, { creeps_s: 0 }, { 2: { top_s: 8, creeps_s: 0 } }) },
      { reps: [2] },
    ],
    [
      'short, and half a second of creeping that may have been a hold',
      { targets: { top: band(1, 2) }, reps: reps(2, { creeps_s: 0.5 }) },
      { side: 'under' },
    ],
    ['3.1 s ± 0.1', { reps: reps(2, { top_s: 3.1, sd_s: 0.1 }) }],
  ],
  silent: [
    ['the last rep: what follows is no rest', { reps: reps(1, { top_s: 60 }) }],
    ['of what no source speaks', { variation: 'quad', reps: reps(3, { top_s: 9 }) }],
  ],
});
