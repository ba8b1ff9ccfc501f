import { SLAM } from '$lib/guide/rules/slam';
import { describeRule } from './describe-rule';
import { reps } from './performed';

// On 45° gravity and friction brake by no more than 7.6 m/s².
describeRule(SLAM, {
  fits: [
    ['a knock at the top, which a good sensor sees was soft', { reps: reps(2, { knock: 'top' }) }],
    ['stopped by the legs', { reps: reps(3) }, { rows: ['G11', 'G12'] }],
  ],
  deviates: [
    [
      'run into the stop',
      { reps: reps(3, {}, { 3: { braking_mps2: 15, brakingSd_mps2: 1 } }) },
      { reps: [3], side: 'over', cue: 'stop-softly', unit: 'm/s²', measured: 15 },
    ],
    [
      'in the reverse press',
      { variation: 'reverse', reps: reps(1, { braking_mps2: 15 }) },
      { rows: ['G10'] },
    ],
  ],
  borderline: [
    [
      'a knock at the top, felt by a slow sensor',
      { reps: reps(3, { creeps_s: 0 }, { 2: { creeps_s: 0, knock: 'top' } }) },
      { reps: [2], side: 'over' },
    ],
    ['8 ± 0.3 m/s²', { reps: reps(1, { braking_mps2: 8, brakingSd_mps2: 0.3 }) }],
  ],
  silent: [
    ['a level rail', { incline_deg: 3, reps: reps(1, { braking_mps2: 15 }) }],
    ['through a cable', { machine: 'selectorised-stack', reps: reps(1, { braking_mps2: 15 }) }],
    ['of what no source speaks', { variation: 'quad', reps: reps(1, { braking_mps2: 15 }) }],
  ],
});
