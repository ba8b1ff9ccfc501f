import { describe, expect, it } from 'vitest';
import { VARIATION_IDS } from '$lib/guide/claim';
import { PRESCRIPTIONS } from '$lib/guide/prescriptions';
import { VARIATIONS } from '$lib/guide/variations';
import {
  depthSentence,
  feetSentence,
  type PrescriptionWords,
} from '../../../src/lib/ui/words/prescription';
import { prescriptionWordsDe } from '../../../src/lib/ui/words/prescription-de';
import { prescriptionWordsEn } from '../../../src/lib/ui/words/prescription-en';

/** Every text in it, however deep; a function's with the figure 7. */
function textsIn(thing: unknown): string[] {
  if (typeof thing === 'string') return [thing];
  if (typeof thing === 'function') return [(thing as (figure: string) => string)('7')];
  return Object.values(thing as object).flatMap(textsIn);
}

describe.each<[string, PrescriptionWords]>([
  ['English', prescriptionWordsEn],
  ['German', prescriptionWordsDe],
])('the words of prescriptions in %s', (_, words) => {
  it('tell choices apart', () => {
    for (const choices of [words.variations, words.machines, words.goals]) {
      const names = Object.values(choices).map(({ name }) => name);
      const lines = Object.values(choices).map(({ about }) => about);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines.filter((line) => !line.endsWith('.'))).toEqual([]);
    }
  });

  it('hold no figure of the guide but the angle that a machine is named by', () => {
    const figures = textsIn(words).flatMap((text) => text.match(/\d+/g) ?? []);
    expect([...new Set(figures)].sort()).toEqual(['45', '7']);
  });
});

it.each([
  ['hamstring', 'High on the plate, hip- to shoulder-width apart.'],
  ['hamstring-single', 'One foot, high on the plate.'],
  ['quad', 'Low on the plate, in the middle.'],
  ['quad-single', 'One foot. The guide does not say where it goes.'],
  [
    'reverse',
    'High on the plate, as wide as the shoulders or a touch wider, toes turned out a little.',
  ],
] as const)('the feet of %s: %s', (id, sentence) => {
  expect(VARIATION_IDS).toContain(id);
  expect(feetSentence(VARIATIONS[id].feet, VARIATIONS[id].legs)).toBe(sentence);
});

it('the depth says the angle at the knee where the guide gives one, and only there', () => {
  for (const { id, depth } of PRESCRIPTIONS) {
    const angles = depthSentence(depth).match(/\d+°/g) ?? [];
    expect(angles, id).toEqual(depth?.knee_deg ? [`${depth.knee_deg}°`] : []);
  }
});
