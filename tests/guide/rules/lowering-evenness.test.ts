import { LOWERING_EVENNESS } from '$lib/guide/rules/lowering-evenness';
import { describeRule } from './describe-rule';
import { reps } from './performed';

describeRule(LOWERING_EVENNESS, {
  fits: [
    ['as legs lower', { reps: reps(3) }, { rows: ['F05', 'I02'] }],
    ['evenly on a level rail', { reps: reps(3, { freeFall: null }) }],
    ['in the reverse press', { variation: 'reverse', reps: reps(1) }, { rows: ['F08'] }],
  ],
  deviates: [
    [
      'dropped and caught',
      { reps: reps(3, {}, { 2: { peakRatio: 5 } }) },
      {
        reps: [2],
        side: 'over',
        cue: 'lower-evenly',
        measured: 5,
        detail: { of: 'lowering', what: 'peak' },
      },
    ],
    [
      'let fall',
      { reps: reps(3, {}, { 2: { freeFall: 0.8 } }) },
      { reps: [2], cue: 'hold-back', measured: 0.8, detail: { of: 'lowering', what: 'fall' } },
    ],
  ],
  borderline: [
    [
      'high over a mean that creeping lowers, which may have been a hold',
      { reps: reps(1, { peakRatio: 3.4, creeps_s: 0.5 }) },
    ],
    ['at the edge', { reps: reps(1, { peakRatio: 3.1, peakRatioSd: 0.1 }) }],
  ],
  silent: [
    ['of what no source speaks', { variation: 'quad', reps: reps(1, { peakRatio: 9 }) }],
    ['no lowering', { reps: reps(1, { startsWithPress: true }) }],
  ],
});
