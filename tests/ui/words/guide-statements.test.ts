import { describe, expect, it } from 'vitest';
import type { Figure } from '$lib/guide/claim';
import { claimById, CLAIMS } from '$lib/guide/claims';
import { DISAGREEMENTS } from '$lib/guide/claims/disagreements';
import { LEFT_OUT } from '$lib/guide/claims/left-out';
import { QUESTIONS } from '$lib/guide/claims/questions';
import { DISAGREEMENTS_DE, QUESTIONS_DE } from '../../../src/lib/ui/words/guide/de-questions';
import { LEFT_OUT_DE, SOURCES_DE } from '../../../src/lib/ui/words/guide/de-sources';
import { statementOf, STATEMENTS_DE } from '../../../src/lib/ui/words/guide/statements';

const LONGEST_STATEMENT = 270;
const NUMBER_WORDS = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(
  ' ',
);
/** From here on a number in words is a figure; „ein Bein“ and „zwei Gelenke“ are no figures. */
const LEAST_NUMBER_WORD = 3;

const GERMAN = [
  ...Object.values(STATEMENTS_DE),
  ...Object.values(QUESTIONS_DE),
  ...Object.values(DISAGREEMENTS_DE),
  ...Object.values(LEFT_OUT_DE),
  ...Object.values(SOURCES_DE).flatMap(({ covers, limits }) => [covers, limits]),
];

/** What a German text says in figures (with a comma) or, from three on, in words: `low–high`, sorted, each once. */
function rangesSaid(text: string): string[] {
  const figures = [...text.matchAll(/(\d+(?:,\d+)?)(?:–(\d+(?:,\d+)?))?/g)].map(([, low, high]) =>
    `${low}–${high ?? low}`.replaceAll(',', '.'),
  );
  const words = (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .map((word) => NUMBER_WORDS.indexOf(word))
    .filter((number) => number >= LEAST_NUMBER_WORD)
    .map((number) => `${number}–${number}`);
  return [...new Set([...figures, ...words])].sort();
}

function rangesOf(figures: readonly Figure[]): string[] {
  return [...new Set(figures.map(({ low, high }) => `${low}–${high}`))].sort();
}

function idsOf(list: readonly { id: string }[]): string[] {
  return list.map(({ id }) => id).toSorted();
}

describe('the German of the guide', () => {
  it('has every claim, question, disagreement and reason, and no other', () => {
    expect(Object.keys(STATEMENTS_DE).toSorted()).toEqual(idsOf(CLAIMS));
    expect(Object.keys(QUESTIONS_DE).toSorted()).toEqual(idsOf(QUESTIONS));
    expect(Object.keys(DISAGREEMENTS_DE).toSorted()).toEqual(idsOf(DISAGREEMENTS));
    expect(Object.keys(LEFT_OUT_DE).toSorted()).toEqual(idsOf(LEFT_OUT));
  });

  it('says the figures of the claims, all of them and no other', () => {
    for (const { id, figures } of CLAIMS) {
      expect(rangesSaid(STATEMENTS_DE[id]), id).toEqual(rangesOf(figures));
    }
  });

  it('says each thing once, in sentences, and short', () => {
    expect(new Set(GERMAN).size).toBe(GERMAN.length);
    expect(GERMAN.filter((text) => !/^\p{Lu}.+[.?]$/u.test(text))).toEqual([]);
    const statements = Object.values(STATEMENTS_DE);
    expect(statements.filter(({ length }) => length > LONGEST_STATEMENT)).toEqual([]);
    const asked = [...Object.values(QUESTIONS_DE), ...Object.values(DISAGREEMENTS_DE)];
    expect(asked.filter((text) => !text.endsWith('?'))).toEqual([]);
  });

  it('speaks plainly, to one person, and promises and diagnoses nothing', () => {
    const foreign =
      /exzentr|konzentr|\bROM\b|posterior|lumbal|unilateral|bilateral|heilt|verhindert|garantiert|diagnos/i;
    expect(GERMAN.filter((text) => foreign.test(text))).toEqual([]);
    // „Sie“ begins a sentence that goes on about something, or it is the wrong form of address.
    expect(GERMAN.filter((text) => /[^.:?!] (Sie|Ihnen|Ihre?[nmrs]?)\b/.test(text))).toEqual([]);
  });

  it('is set in German: its own quotes, no straight ones, no hyphen for a dash', () => {
    expect(GERMAN.filter((text) => /["'”]| - |\d-\d/.test(text))).toEqual([]);
    expect(GERMAN.filter((text) => text.includes('„') !== text.includes('“'))).toEqual([]);
  });

  it('names in a reason the claims that the English names', () => {
    for (const { id, reason } of LEFT_OUT) {
      const named = (text: string) => text.match(/\b[A-M]\d\d\b/g);
      expect(named(LEFT_OUT_DE[id]), id).toEqual(named(reason));
    }
  });
});

describe('a statement', () => {
  const pause = claimById('F02');
  const load = claimById('J05');

  it('is in the person’s language', () => {
    expect(statementOf(pause, 'en', '.')).toContain('Pause briefly');
    expect(statementOf(pause, 'de', ',')).toContain('Halt kurz');
  });

  it('has the person’s decimal sign, whatever the language', () => {
    expect(statementOf(pause, 'en', ',')).toContain('0,5–1');
    expect(statementOf(pause, 'de', '.')).toContain('0.5–1');
  });

  it('keeps figures with their units', () => {
    expect(statementOf(pause, 'en', '.')).toContain('0.5–1\u00a0s at');
    expect(statementOf(load, 'en', '.')).toContain('65–80\u00a0% of');
  });

  it('has a proper apostrophe', () => {
    expect(statementOf(claimById('G04'), 'en', '.')).toContain('the pad’s angle');
  });

  it('leaves every other word as it is', () => {
    expect(statementOf(claimById('J01'), 'en', '.')).toBe('For growth: 3–5 sets.');
  });
});
