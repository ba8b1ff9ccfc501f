import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MASS_UNITS } from '$lib/locale/preferences';
import {
  figure,
  shownLength,
  shownMass,
  typedLength_m,
  typedMass_kg,
  typedNumber,
} from '$lib/locale/units';

describe('units', () => {
  it('knows the pound and the inch', () => {
    expect(typedMass_kg(100, 'lb')).toBeCloseTo(45.359237, 6);
    expect(typedLength_m(10, 'in')).toBeCloseTo(0.254, 12);
    expect(shownLength(0.399, 'cm')).toBeCloseTo(39.9, 9);
  });

  test.prop([fc.integer({ min: 0, max: 200_000 }), fc.constantFrom(...MASS_UNITS)])(
    'a mass typed to the hundredth is shown as it was typed',
    (hundredths, unit) => {
      const typed = hundredths / 100;
      expect(shownMass(typedMass_kg(typed, unit), unit).toFixed(2)).toBe(typed.toFixed(2));
    },
  );
});

describe('a typed number', () => {
  it.each([
    ['82.25', 82.25],
    ['82,25', 82.25],
    [' 7 ', 7],
    ['−3', -3],
    ['.5', 0.5],
  ])('%s', (text, value) => expect(typedNumber(text)).toBe(value));

  it.each(['', 'x', '1.000,5', '1e3', '--2'])('is none: %s', (text) => {
    expect(typedNumber(text)).toBeNull();
  });
});

describe('a figure', () => {
  it.each([
    [figure(0.426, 2, '.'), '0.43'],
    [figure(0.426, 2, ','), '0,43'],
    [figure(-5, 0, ','), '−5'],
    [figure(-0.001, 1, '.'), '0.0'],
    [figure(NaN, 1, '.'), '–'],
  ])('%s is %s', (text, expected) => expect(text).toBe(expected));
});
