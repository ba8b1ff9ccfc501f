import { HOLD } from '$lib/guide/rules/hold';
import { describeRule } from './describe-rule';
import { band, reps } from './performed';

const targets = { hold: band(10, 20) };
const held = (bottom_s: number, wanders_m = 0) =>
  reps(3, { sd_s: 0.05 }, { 2: { bottom_s, wanders_m } });

describeRule(HOLD, {
  fits: [['12 s, still', { targets, reps: held(12) }]],
  deviates: [
    [
      'too short',
      { targets, reps: held(7) },
      { reps: [2], side: 'under', cue: 'hold-longer', amount: 3, unit: 's' },
    ],
    [
      'too long',
      { targets, reps: held(30) },
      { reps: [2], side: 'over', cue: 'hold-shorter', amount: 10 },
    ],
    ['unsteady', { targets, reps: held(12, 0.08) }, { reps: [2], cue: 'hold-steadier', unit: 'm' }],
    [
      'none: the longest dwell tells how near it came',
      { targets, reps: held(2) },
      { reps: [2], side: 'under', measured: 2 },
    ],
    [
      'rests on the guide’s row where it asks for one',
      { goal: 'rehab', targets, origins: { hold: 'default' }, reps: held(2) },
      { rows: ['J14'] },
    ],
  ],
  borderline: [
    ['9.75 s ± 0.05', { targets, reps: held(9.75) }, { reps: [2] }],
    [
      'wandering, as a sensor shows it that does not feel the sled roll',
      {
        targets,
        reps: reps(3, { creeps_s: 0 }, { 2: { bottom_s: 12, wanders_m: 0.08, creeps_s: 0 } }),
      },
      { unit: 'm' },
    ],
  ],
  silent: [
    ['nothing asked', { reps: held(40) }],
    ['none yet in a running set', { targets, reps: held(2), over: 'nothing' }],
  ],
});
