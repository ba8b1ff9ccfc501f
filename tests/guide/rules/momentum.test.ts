import { MOMENTUM } from '$lib/guide/rules/momentum';
import { describeRule } from './describe-rule';
import { EXPLOSIVE, reps } from './performed';

// On 45° gravity pulls by 6.93 m/s².
const variation = 'hamstring-narrow';

describeRule(MOMENTUM, {
  fits: [['pressed to the end', { variation, reps: reps(3) }, { rows: ['F05', 'F07'] }]],
  deviates: [
    [
      'let go: the sled coasts',
      { variation, reps: reps(3, {}, { 2: { braking_mps2: 6.5 } }) },
      {
        reps: [2],
        side: 'over',
        cue: 'press-through',
        unit: '1',
        measured: 6.5 / (9.80665 * Math.SQRT1_2),
      },
    ],
  ],
  borderline: [
    ['4.3 ± 0.2 m/s²', { variation, reps: reps(1, { braking_mps2: 4.3, brakingSd_mps2: 0.2 }) }],
  ],
  silent: [
    ['explosive or controlled: both will do', { goal: 'hypertrophy-b', reps: reps(1) }],
    ['nothing said of the press', { goal: 'hypertrophy-a', reps: reps(1) }],
    [
      'explosive, as the coach asks',
      { variation, targets: { press: EXPLOSIVE }, reps: reps(1, { braking_mps2: 6.5 }) },
    ],
    ['stopped by the end stop', { variation, reps: reps(1, { braking_mps2: 15 }) }],
    ['a level rail', { variation, incline_deg: 2, reps: reps(1) }],
  ],
});
