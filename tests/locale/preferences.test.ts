import { describe, expect, it } from 'vitest';
import { parseChoices, suggested } from '$lib/locale/preferences';

describe('what is usual', () => {
  it.each([
    ['de-AT', { language: 'de', mass: 'kg', length: 'cm', decimal: ',', terms: 'page' }],
    ['en-US', { language: 'en', mass: 'lb', length: 'in', decimal: '.', terms: 'page' }],
    ['en-GB', { language: 'en', mass: 'kg', length: 'cm', decimal: '.', terms: 'page' }],
    ['ja', { language: 'en', mass: 'kg', length: 'cm', decimal: '.', terms: 'page' }],
  ])('where %s is spoken', (locale, expected) => {
    expect(suggested(locale)).toEqual(expected);
  });
});

describe('kept choices', () => {
  it('are taken where they are right, one by one', () => {
    const text = JSON.stringify({ language: 'de', mass: 'stone', length: 'in', other: 1 });
    expect(parseChoices(text)).toEqual({ language: 'de', length: 'in' });
    expect(parseChoices('{"terms":"field"}')).toEqual({ terms: 'field' });
    expect(parseChoices('{"terms":"jargon"}')).toEqual({});
  });

  it.each([null, '', '{', '7', 'null', '[]'])('that are none: %s', (text) => {
    expect(parseChoices(text)).toEqual({});
  });
});
