import { decodeText } from './text';

const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LOWER_E = 0x65;
const UPPER_E = 0x45;

/** The powers of ten that a double holds exactly. */
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const MAX_POWER = 22;
const LONGEST_NUMBER = 400;

/**
 * The number in `text[start, end)`, correctly rounded; NaN where there is none. The decimal mark is
 * a point or a comma. Reads bytes directly because making a string of every cell costs more than
 * all the rest of reading a file.
 *
 * An integer of at most 53 bits times or over an exact power of ten rounds once, hence correctly
 * (Clinger 1990, doi 10.1145/93542.93557); all else is left to the runtime.
 */
export function parseNumber(text: Uint8Array, start: number, end: number): number {
  const signed = text[start] === MINUS || text[start] === PLUS;
  const mantissaStart = signed ? start + 1 : start;
  let mantissa = 0;
  let mark = -1;
  let i = mantissaStart;
  for (; i < end; i++) {
    const code = text[i];
    if (code >= ZERO && code <= NINE) mantissa = mantissa * 10 + (code - ZERO);
    else if ((code === POINT || code === COMMA) && mark < 0) mark = i;
    else break;
  }
  const marks = mark < 0 ? 0 : 1;
  if (i - mantissaStart === marks) return NaN;

  const decimals = mark < 0 ? 0 : i - mark - 1;
  const exponent = i === end ? 0 : parseExponent(text, i, end);
  const power = exponent - decimals;
  if (Number.isNaN(power)) return NaN;
  if (mantissa > Number.MAX_SAFE_INTEGER || Math.abs(power) > MAX_POWER) {
    return parseSlowly(text, start, end);
  }
  const value = power < 0 ? mantissa / POWERS_OF_TEN[-power] : mantissa * POWERS_OF_TEN[power];
  return text[start] === MINUS ? -value : value;
}

function parseExponent(text: Uint8Array, start: number, end: number): number {
  if (text[start] !== LOWER_E && text[start] !== UPPER_E) return NaN;
  const sign = text[start + 1];
  const digits = sign === MINUS || sign === PLUS ? start + 2 : start + 1;
  if (digits >= end) return NaN;
  let exponent = 0;
  for (let i = digits; i < end; i++) {
    if (text[i] < ZERO || text[i] > NINE) return NaN;
    exponent = exponent * 10 + (text[i] - ZERO);
  }
  return sign === MINUS ? -exponent : exponent;
}

function parseSlowly(text: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST_NUMBER) return NaN;
  return Number(decodeText(text, start, end).replace(',', '.'));
}

/** Whether a cell that holds no number says so: it is empty, or a word for a lost value. */
export function isLost(text: Uint8Array, start: number, end: number): boolean {
  if (end <= start) return true;
  return end - start <= 8 && LOST_WORDS.test(decodeText(text, start, end));
}

const LOST_WORDS = /^([+-]?(nan|inf|infinity)|null|none|n\/a|na|-+|\?+)$/i;

const CLOCK =
  /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ]+)?(\d{1,2}):(\d{1,2}):(\d{1,2})(?:([.,:])(\d+))?(?:Z|[+-]\d\d:?\d\d)?$/;

/** Seconds in the day of a clock without a date. */
export const DAY_S = 86_400;

/**
 * A clock's reading in seconds since 1970 (since midnight where it shows no date) less the origin,
 * subtracted from the whole seconds so that the fraction keeps its digits; NaN where the text is no
 * reading. The zone is left out: only differences within a file matter.
 */
export function parseClock(cell: string, origin_s = 0): number {
  const match = CLOCK.exec(cell.trim());
  if (!match) return NaN;
  const [, year, month, day, hours, minutes, seconds, mark, fraction] = match;
  const days = year === undefined ? 0 : daysSince1970(Number(year), Number(month), Number(day));
  const whole_s = days * DAY_S + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (fraction === undefined) return whole_s - origin_s;
  // After a colon stand milliseconds, not padded: 9:01:02:45 is 45 ms past the second.
  return whole_s - origin_s + (mark === ':' ? Number(fraction) / 1000 : Number(`0.${fraction}`));
}

/** Days in the proleptic Gregorian calendar; the year is taken to start in March, so that leap days come last. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}
