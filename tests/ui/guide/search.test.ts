import { describe, expect, it } from 'vitest';
import { guideEntries } from '../../../src/lib/ui/guide/entries';
import { folded, searchIn, type Synonyms } from '../../../src/lib/ui/guide/search';
import { STATEMENTS_DE } from '../../../src/lib/ui/words/guide/statements';
import { SYNONYMS } from '../../../src/lib/ui/words/guide-search';

const entry = (text: string, also = '') => ({ text, also });

function texts(entries: { text: string; also: string }[], query: string, synonyms?: Synonyms) {
  return searchIn(entries, synonyms)(query).map((found) => found.entry.text);
}

/** What is marked, each stretch in brackets. */
function marked(text: string, query: string, synonyms?: Synonyms): string | undefined {
  const [found] = searchIn([entry(text)], synonyms)(query);
  return found?.stretches.map((each) => (each.marked ? `[${each.text}]` : each.text)).join('');
}

describe('search', () => {
  it('finds whole words before starts of words before parts of words', () => {
    const entries = [entry('Allowed'), entry('Lowering'), entry('Go low')];
    expect(texts(entries, 'low')).toEqual(['Go low', 'Lowering', 'Allowed']);
  });

  it('keeps the order of what is found as well', () => {
    expect(texts([entry('One heel'), entry('Two heel')], 'heel')).toEqual(['One heel', 'Two heel']);
  });

  it('wants every word, in any order, and likes them in the order asked', () => {
    const entries = [entry('The back is low'), entry('The low back'), entry('Low only')];
    expect(texts(entries, 'low back')).toEqual(['The low back', 'The back is low']);
  });

  it.each([
    ['FUSSE', 'Füße hoch', '[Füße] hoch'],
    ['füße', 'Füße hoch', '[Füße] hoch'],
    ['fuße', 'FÜSSE HOCH', '[FÜSSE] HOCH'],
    ['3-4', 'In 3–4 s', 'In [3–4] s'],
    ['0.5', 'Halt 0,5–1 s', 'Halt [0,5]–1 s'],
    ['90', 'About 90° here', 'About [90]° here'],
    ['heel toe', 'Heels, not toes', '[Heel]s, not [toe]s'],
    ['(heels)', 'Heels', '[Heels]'],
    ['back ba', 'The back', 'The [back]'],
  ])('%s in “%s”: %s', (query, text, expected) => expect(marked(text, query)).toBe(expected));

  it('keeps every character of the text, whatever is marked', () => {
    for (const { text } of guideEntries()) {
      const [found] = searchIn([entry(text)], { e: ['a'] })('e');
      expect(found?.stretches.map((each) => each.text).join('') ?? text).toBe(text);
    }
  });

  it('does not look for one or two letters inside words', () => {
    expect(texts([entry('Knees'), entry('Seat')], 'ee')).toEqual([]);
    expect(texts([entry('Knees')], 'kn')).toEqual(['Knees']);
  });

  it('finds by what is not shown, and marks nothing for it', () => {
    const found = searchIn([entry('Take 3–4 s to lower.', 'F01')])('f01');
    expect(found[0].stretches).toEqual([{ text: 'Take 3–4 s to lower.', marked: false }]);
  });

  it('finds plain words for jargon, after the jargon itself', () => {
    const jargon = { eccentric: ['lower'] };
    const entries = [entry('Lower slowly'), entry('Eccentric')];
    expect(texts(entries, 'eccentric', jargon)).toEqual(['Eccentric', 'Lower slowly']);
    expect(marked('Lower slowly', 'eccen', jargon)).toBe('[Lower] slowly');
  });

  it.each(['', '   ', '–', '?'])('finds nothing for “%s”', (query) => {
    expect(searchIn([entry('Anything – at all?')])(query)).toEqual([]);
  });
});

describe('the guide', () => {
  const entries = guideEntries();
  const idsFor = (query: string) => searchIn(entries, SYNONYMS.en)(query).map((f) => f.entry.id);

  it('has an entry of its own for every place', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(new Set(entries.map(({ address }) => address)).size).toBe(entries.length);
  });

  it.each([
    ['lockout', 'G11'],
    ['eccentric', 'F01'],
    ['pelvis', 'G04'],
    ['barefoot', 'D05'],
    ['F05', 'F05'],
    ['how many times', 'question-frequency'],
    ['reverse feet', 'B13'],
  ])('finds for “%s” %s', (query, id) => expect(idsFor(query)).toContain(id));

  it('every synonym leads somewhere, and is written as it is searched for', () => {
    for (const [language, text] of [
      ['en', entries.map(({ text }) => folded(text)).join(' ')],
      ['de', Object.values(STATEMENTS_DE).map(folded).join(' ')],
    ] as const) {
      for (const [jargon, plain] of Object.entries(SYNONYMS[language])) {
        expect(folded(jargon)).toBe(jargon);
        for (const each of plain) {
          expect(folded(each)).toBe(each);
          expect(text, `${language}: ${jargon}`).toContain(each);
        }
      }
    }
  });
});
