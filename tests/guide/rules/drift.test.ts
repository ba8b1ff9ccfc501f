import { DEPTH_DRIFT } from '$lib/guide/rules/depth-drift';
import { TEMPO_DRIFT } from '$lib/guide/rules/tempo-drift';
import { VELOCITY_DRIFT } from '$lib/guide/rules/velocity-drift';
import { describeRule } from './describe-rule';
import { reps, type RepSketch } from './performed';

/** Eight reps, each with that much more of the first one's figure. */
function trend(perRep: number, of: (share: number) => RepSketch): RepSketch[] {
  return reps(8).map((_, i) => of(1 + perRep * i));
}

describeRule(DEPTH_DRIFT, {
  fits: [
    ['a steady set', { reps: reps(8) }, { rows: ['H06'] }],
    ['deeper and deeper', { reps: trend(0.03, (share) => ({ depth_m: 0.3 * share })) }],
  ],
  deviates: [
    [
      'shorter and shorter',
      { reps: trend(-0.04, (share) => ({ depth_m: 0.4 * share })) },
      { reps: [null], side: 'over', cue: 'keep-depth', measured: 0.28 / 0.86 },
    ],
    [
      'in the reverse press',
      { variation: 'reverse', reps: trend(-0.04, (share) => ({ depth_m: 0.4 * share })) },
      { rows: ['H07'] },
    ],
  ],
  borderline: [['a little', { reps: trend(-0.015, (share) => ({ depth_m: 0.4 * share })) }]],
  silent: [
    ['two reps', { reps: reps(2) }],
    ['a short set, of which nothing can be told', { reps: reps(4) }],
    ['of what no source speaks', { variation: 'quad', reps: reps(8) }],
  ],
});

describeRule(TEMPO_DRIFT, {
  fits: [
    ['a steady set', { reps: reps(8) }, { rows: ['H06'] }],
    ['slower and slower', { reps: trend(0.05, (share) => ({ lower_s: 3 * share })) }],
  ],
  deviates: [
    [
      'faster and faster',
      { reps: trend(-0.08, (share) => ({ lower_s: 4 * share })) },
      { reps: [null], side: 'over', cue: 'keep-tempo' },
    ],
  ],
  borderline: [['a little faster', { reps: trend(-0.03, (share) => ({ lower_s: 4 * share })) }]],
  silent: [
    ['two reps', { reps: reps(2) }],
    ['of what no source speaks', { variation: 'quad', reps: reps(8) }],
  ],
});

const speed = (press_mps: number): RepSketch => ({ press_mps, pressSd_mps: 0.005 });

describeRule(VELOCITY_DRIFT, {
  fits: [
    [
      'as fast at the end',
      { goal: 'strength', reps: reps(5, speed(0.5)) },
      { rows: ['J08', 'H06'] },
    ],
  ],
  deviates: [
    [
      'a third lost',
      { goal: 'strength', reps: reps(3, speed(0.6), { 3: speed(0.4) }) },
      { reps: [null], side: 'over', cue: 'end-sooner', measured: 1 / 3, unit: '1' },
    ],
  ],
  borderline: [
    ['a little over a fifth', { goal: 'strength', reps: reps(3, speed(0.5), { 3: speed(0.395) }) }],
  ],
  silent: [
    [
      'the press is not meant to be as fast as it can',
      { reps: reps(3, speed(0.6), { 3: speed(0.2) }) },
    ],
    ['one rep', { goal: 'strength', reps: reps(1) }],
  ],
});
