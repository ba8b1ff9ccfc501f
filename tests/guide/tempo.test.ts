import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  EXPLOSIVE,
  FREE,
  LONGEST_S,
  parseTempo,
  printTempo,
  printTempoAs,
  type Tempo,
  TempoError,
  type TempoErrorCode,
  type TimeBand,
} from '../../src/lib/guide/tempo';

function band(low_s: number, high_s = low_s): TimeBand {
  return { kind: 'band', low_s, high_s };
}

const BRISK: Tempo = { lower: band(3), bottom: band(1), press: EXPLOSIVE, top: band(0) };
const STRETCH: Tempo = { lower: band(3, 4), bottom: band(0.5, 1), press: EXPLOSIVE, top: FREE };

describe('reads', () => {
  it.each<[string, Tempo]>([
    ['3-1-X-0', BRISK],
    ['31X0', BRISK],
    ['3/1/X/0', BRISK],
    ['31x0', BRISK],
    ['  3 - 1 - x - 0 ', BRISK],
    // As a telephone's keyboard turns the hyphens into.
    ['3–1–X–0', BRISK],
    ['3—1−X‑0', BRISK],
    ['3–4 / 0.5–1 / X / –', STRETCH],
    ['3-4/0,5-1/X/', STRETCH],
    ['3 – 4/.5–1/x/-', STRETCH],
    ['2.3-0-2-0', { lower: band(2.3), bottom: band(0), press: band(2), top: band(0) }],
    ['2,3-0-2-0', { lower: band(2.3), bottom: band(0), press: band(2), top: band(0) }],
    ['3--X-', { lower: band(3), bottom: FREE, press: EXPLOSIVE, top: FREE }],
    ['–/–/–/–', { lower: FREE, bottom: FREE, press: FREE, top: FREE }],
    ['0–1/1/0–2/0', { lower: band(0, 1), bottom: band(1), press: band(0, 2), top: band(0) }],
    ['3–3/1/2/0', { lower: band(3), bottom: band(1), press: band(2), top: band(0) }],
    ['10-0-5-0', { lower: band(10), bottom: band(0), press: band(5), top: band(0) }],
  ])('%s', (text, tempo) => {
    expect(parseTempo(text)).toEqual(tempo);
  });
});

describe('points at what is wrong', () => {
  it.each<[string, TempoErrorCode, number]>([
    ['', 'empty', 0],
    ['   ', 'empty', 3],
    ['31X', 'missing-phase', 3],
    ['3-1-X', 'missing-phase', 5],
    ['3/1', 'missing-phase', 3],
    ['31X00', 'extra-phase', 4],
    ['3-1-X-0-1', 'extra-phase', 7],
    ['3-1-X-0 - ', 'extra-phase', 8],
    ['3–4-0.5–1-X-0', 'extra-phase', 9],
    ['1/2/3/4/5', 'extra-phase', 7],
    ['hello', 'unexpected', 0],
    ['3 1 X 0', 'unexpected', 1],
    ['3,1,X,0', 'unexpected', 1],
    ['3-1-fast-0', 'unexpected', 4],
    ['3-1 s-X-0', 'unexpected', 4],
    ['3.-1-X-0', 'unexpected', 1],
    ['3/1–2–3/X/0', 'unexpected', 5],
    ['3-1-XX-0', 'unexpected', 4],
    ['3-🦵-X-0', 'unexpected', 2],
    ['X-1-X-0', 'misplaced-x', 0],
    ['3/1/X/x', 'misplaced-x', 6],
    ['3–/1/X/0', 'open-range', 1],
    ['3/–1/X/0', 'open-range', 2],
    ['3/--/X/0', 'open-range', 2],
    ['4–3/1/X/0', 'falling-range', 2],
    ['0-1-X-0', 'no-time', 0],
    ['3/1/0–0/0', 'no-time', 4],
    ['3-1-X-301', 'too-long', 6],
    ['3.125-1-X-0', 'too-fine', 4],
    ['3-.505-X-0', 'too-fine', 5],
  ])('%j: %s at %i', (text, code, position) => {
    expect(failureOf(text)).toMatchObject({ code, position });
  });

  it.each([
    [
      '3-1-X',
      'The tempo ends too soon: expected the pause at the top. A tempo has four phases: lower, bottom, press, top.',
    ],
    ['3-1-🦵-0', "The tempo's character 5, “🦵”: expected seconds, X for the press, or “-”"],
    ['3-1-0-0', 'expected more than 0 s for the press. Write X for a press as fast as you can.'],
    ['4–3/1/X/0', 'character 3, “3”: expected at least 4 s. Write the shorter time'],
  ])('%s: %s', (text, says) => {
    expect(failureOf(text).message).toContain(says);
  });
});

describe('writes', () => {
  it.each<[Tempo, string]>([
    [BRISK, '3-1-X-0'],
    [STRETCH, '3–4 / 0.5–1 / X / –'],
    [{ ...BRISK, lower: band(2.3) }, '2.3-1-X-0'],
    [{ ...BRISK, top: FREE }, '3 / 1 / X / –'],
  ])('%j as %s', (tempo, text) => {
    expect(printTempo(tempo)).toBe(text);
  });

  it('says null for what a form cannot say', () => {
    expect(printTempoAs(STRETCH, 'dashes')).toBeNull();
    expect(printTempoAs(STRETCH, 'compact')).toBeNull();
    expect(printTempoAs({ ...BRISK, lower: band(2.5) }, 'compact')).toBeNull();
    expect(printTempoAs({ ...BRISK, lower: band(12) }, 'compact')).toBeNull();
    expect(printTempoAs({ ...BRISK, top: FREE }, 'compact')).toBeNull();
    expect(printTempoAs({ ...BRISK, top: FREE }, 'dashes')).toBe('3-1-X-');
    expect(printTempoAs(BRISK, 'compact')).toBe('31X0');
  });
});

/** In hundredths; `least` keeps a stroke from lasting no time. */
function bandsFrom(least: number): fc.Arbitrary<TimeBand> {
  const centiseconds = fc.integer({ min: 0, max: LONGEST_S * 100 });
  return fc
    .tuple(centiseconds, centiseconds)
    .map(([a, b]) => band(Math.min(a, b) / 100, Math.max(a, b, least) / 100));
}
/** As people write them, so that the shorter forms are met too. */
const wholeSeconds = fc.integer({ min: 1, max: 9 }).map((time_s) => band(time_s));
const free = fc.constant(FREE);
const stroke = fc.oneof(bandsFrom(1), wholeSeconds, free);
const dwell = fc.oneof(bandsFrom(0), wholeSeconds, fc.constant(band(0)), free);
const tempos: fc.Arbitrary<Tempo> = fc.record({
  lower: stroke,
  bottom: dwell,
  press: fc.oneof(stroke, fc.constant(EXPLOSIVE)),
  top: dwell,
});
const shortTempos: fc.Arbitrary<Tempo> = fc.record({
  lower: wholeSeconds,
  bottom: fc.oneof(wholeSeconds, fc.constant(band(0))),
  press: fc.oneof(wholeSeconds, fc.constant(EXPLOSIVE)),
  top: fc.oneof(wholeSeconds, fc.constant(band(0))),
});

describe('for every tempo', () => {
  test.prop([tempos])('what is written reads the same, in every form that can say it', (tempo) => {
    expect(parseTempo(printTempo(tempo))).toEqual(tempo);
    const slashes = printTempoAs(tempo, 'slashes');
    expect(slashes === null ? null : parseTempo(slashes)).toEqual(tempo);
    const dashes = printTempoAs(tempo, 'dashes');
    if (dashes !== null) expect(parseTempo(dashes)).toEqual(tempo);
  });

  test.prop([shortTempos])('short ones in every form, with comma and long dashes', (tempo) => {
    for (const form of ['dashes', 'slashes', 'compact'] as const) {
      expect(parseTempo(printTempoAs(tempo, form) ?? '')).toEqual(tempo);
    }
    expect(parseTempo(printTempo(tempo).replaceAll('-', '–'))).toEqual(tempo);
  });

  test.prop([tempos])('a decimal comma reads as the point', (tempo) => {
    expect(parseTempo(printTempo(tempo).replaceAll('.', ','))).toEqual(tempo);
  });
});

/** Text made of what tempos are made of, which comes closer to them than any text does. */
const nearly = fc
  .array(fc.constantFrom(...'0123456789Xx-–/., '), { maxLength: 24 })
  .map((characters) => characters.join(''));

describe('for every text', () => {
  test.prop([fc.oneof(fc.string({ unit: 'binary' }), nearly)], { numRuns: 2000 })(
    'it is a tempo, or an error that points into it',
    (text) => {
      const tempo = tempoOrError(text);
      if (tempo instanceof TempoError) {
        expect(tempo.position).toBeGreaterThanOrEqual(0);
        expect(tempo.position).toBeLessThanOrEqual(text.length);
        expect(tempo.expected).not.toBe('');
        expect(tempo.advice).toMatch(/\.$/);
        return;
      }
      expect(parseTempo(printTempo(tempo))).toEqual(tempo);
    },
  );
});

function tempoOrError(text: string): Tempo | TempoError {
  try {
    return parseTempo(text);
  } catch (error) {
    if (error instanceof TempoError) return error;
    throw error;
  }
}

function failureOf(text: string): TempoError {
  const found = tempoOrError(text);
  if (found instanceof TempoError) return found;
  throw new Error(`“${text}” reads as a tempo.`);
}
