import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLost, parseClock, parseNumber } from '../../../src/lib/core/file/number';
import { bytesOf } from './tables';

function numberIn(text: string): number {
  const bytes = bytesOf(text);
  return parseNumber(bytes, 0, bytes.length);
}

describe('numbers in cells', () => {
  it('are what the language reads', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = Object.is(value, -0) ? '-0' : String(value);
        expect(numberIn(text)).toBe(value);
        expect(numberIn(text.replace('.', ','))).toBe(value);
      }),
    );
  });

  it('are correctly rounded from decimals', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 999_999_999 }), (whole, decimals) => {
        const text = `${whole}.${decimals}`;
        expect(numberIn(text)).toBe(Number(text));
      }),
    );
  });

  it.each([
    ['9.364549000E-3', 0.009364549],
    ['+1.5e+2', 150],
    ['.5', 0.5],
    ['5.', 5],
    ['-0', -0],
    ['0,00000000000000000000000000001', 1e-29],
  ])('%s', (text, value) => expect(numberIn(text)).toBe(value));

  it.each(['', '-', '.', 'e5', '1e', '1e+', '1.2.3', '1,234.5', '12a', 'abc', '0x10', '1 2'])(
    'not in "%s"',
    (text) => expect(numberIn(text)).toBeNaN(),
  );

  it.each([
    ['', true],
    ['NaN', true],
    ['null', true],
    ['-', true],
    ['inf', true],
    ['n/a', true],
    ['error', false],
    ['REP_SUMMARY', false],
  ])('"%s" is a lost value: %s', (text, lost) => {
    const bytes = bytesOf(text);
    expect(isLost(bytes, 0, bytes.length)).toBe(lost);
  });
});

describe('clock readings', () => {
  it.each([
    ['00:00:00', 0],
    ['16:44:16.689', 16 * 3600 + 44 * 60 + 16.689],
    ['1970-01-02T00:00:00.5Z', 86_400.5],
    ['2000-03-01 00:00:00', 951_868_800],
    ['2024-02-29T12:00:00+02:00', 1_709_208_000],
    ['2023-8-14 9:1:2:45', 1_692_003_662.045],
    ['12:00', NaN],
    ['9.81', NaN],
    ['null', NaN],
  ])('%s', (text, seconds) => expect(parseClock(text)).toBe(seconds));

  it('count days as the calendar does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        (date) => {
          expect(parseClock(date.toISOString())).toBe(date.getTime() / 1000);
        },
      ),
    );
  });
});
