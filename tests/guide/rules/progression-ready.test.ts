import { expect, it } from 'vitest';
import { check } from '$lib/guide/check';
import { PROGRESSION_READY } from '$lib/guide/rules/progression-ready';
import { describeRule } from './describe-rule';
import { minutesBefore, performed, reps, type SetSketch } from './performed';

const KEPT = { compliance: 1, reps: 12, pain: 0 };
const past = [
  { ...KEPT, startedAt_ms: minutesBefore(8) },
  { ...KEPT, startedAt_ms: minutesBefore(4) },
];
const READY: SetSketch = { goal: 'hypertrophy-b', reps: reps(12), entered: { pain: 0 }, past };
const REVERSE: SetSketch = {
  ...READY,
  variation: 'reverse',
  goal: 'reverse',
  reps: reps(15, { press_s: 0.8 }),
  past: past.map((set) => ({ ...set, reps: 15 })),
};

// It finds no fault, so that nothing deviates and nothing is borderline.
describeRule(PROGRESSION_READY, {
  fits: [
    ['three sets at the top of the reps', READY, { reps: [null], rows: ['K04'], cue: 'add-load' }],
    ['in the reverse press', REVERSE, { reps: [null, null, null], rows: ['K05', 'J18'] }],
  ],
  deviates: [],
  borderline: [],
  silent: [
    ['a rep was out', { ...READY, reps: reps(12, {}, { 5: { lower_s: 1 } }) }],
    [
      'a rep was partial',
      { ...READY, reps: reps(13, {}, { 5: { kind: 'partial', depth_m: 0.1 } }) },
    ],
    ['fewer reps', { ...READY, reps: reps(11) }],
    ['it hurt', { ...READY, entered: { pain: 2 } }],
    ['whether it hurt was not said', { ...READY, entered: {} }],
    ['an earlier set was not kept', { ...READY, past: [past[0], { ...past[1], compliance: 0.9 }] }],
    ['it hurt in an earlier set', { ...READY, past: [{ ...past[0], pain: 3 }, past[1]] }],
    ['too few sets', { ...READY, past: past.slice(1) }],
    ['while the set runs', { ...READY, over: 'nothing' }],
    ['of what the guide does not say how to go on', { ...READY, variation: 'quad', goal: 'free' }],
  ],
});

it('is a suggestion, told apart from flags and from compliance', () => {
  const { suggestions, flags, compliance } = check(performed(REVERSE));
  expect(suggestions.map(({ cue }) => cue.id)).toEqual(['add-load', 'add-reps', 'slow-lowering']);
  expect(suggestions.every(({ verdict }) => verdict === 'in')).toBe(true);
  expect(flags).toEqual([]);
  expect(compliance.overall.share).toBe(1);
});
