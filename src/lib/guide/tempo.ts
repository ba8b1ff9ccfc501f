/**
 * Tempo notation: four phases in the order a rep has them, eccentric – bottom – concentric – top,
 * here by the names the report gives them. Read `3-1-X-0`, `31X0`, `3/1/X/0`, decimals with point or
 * comma, and, between slashes, ranges and blanks: `3–4 / 0.5–1 / X / –`.
 */
export const PHASES = ['lower', 'bottom', 'press', 'top'] as const;
export type PhaseId = (typeof PHASES)[number];

/** So long the phase should last; a single time is a band without width. Whole hundredths of a second. */
export interface TimeBand {
  readonly kind: 'band';
  readonly low_s: number;
  readonly high_s: number;
}

/** As fast as it can be done under control: no seconds are asked. */
export interface Explosive {
  readonly kind: 'explosive';
}

/** Nothing is asked of the phase, and nothing is judged. */
export interface Free {
  readonly kind: 'free';
}

/** Only a press can be explosive: a lowering let go is a fall, and a pause has no speed. */
export interface Tempo {
  readonly lower: TimeBand | Free;
  readonly bottom: TimeBand | Free;
  readonly press: TimeBand | Explosive | Free;
  readonly top: TimeBand | Free;
}

export const EXPLOSIVE: Explosive = { kind: 'explosive' };
export const FREE: Free = { kind: 'free' };

/** `slashes` can say every tempo, `dashes` no ranges, `compact` only whole seconds below 10 and X. */
export type TempoForm = 'dashes' | 'slashes' | 'compact';

/** Longer is a slip of the finger; ours, no guide gives a limit. */
export const LONGEST_S = 120;

export type TempoErrorCode =
  | 'empty'
  /** No number, X, blank or separator. */
  | 'unexpected'
  /** The text ends before the fourth phase. */
  | 'missing-phase'
  | 'extra-phase'
  /** X where only the press may have it. */
  | 'misplaced-x'
  /** A range without its start or its end, */
  | 'open-range'
  /** or from long to short. */
  | 'falling-range'
  /** A lowering or a press of no time at all. */
  | 'no-time'
  | 'too-long'
  /** Finer than a hundredth of a second. */
  | 'too-fine';

/** A text that is no tempo. The message says where, what was expected and what to do. */
export class TempoError extends Error {
  override readonly name = 'TempoError';
  readonly code: TempoErrorCode;
  /** Index into the text as it was given; its length where the text ends too soon. */
  readonly position: number;
  /** What would have been right there: "a number of seconds". */
  readonly expected: string;
  /** What to do, as a sentence. */
  readonly advice: string;

  constructor(
    code: TempoErrorCode,
    text: string,
    position: number,
    { expected, advice }: { expected: string; advice: string },
  ) {
    const found = text.codePointAt(position);
    const place =
      found === undefined
        ? 'The tempo ends too soon'
        : `The tempo's character ${position + 1}, “${String.fromCodePoint(found)}”`;
    super(`${place}: expected ${expected}. ${advice}`);
    this.code = code;
    this.position = position;
    this.expected = expected;
    this.advice = advice;
  }
}

const DASH = /[-‐‑‒–—−]/;
const DASHES = /[-‐‑‒–—−]/g;
const SECONDS = /\d+(?:[.,]\d+)?|[.,]\d+/y;
const EXAMPLE = 'For example “3-1-X-0”, or with ranges and blanks “3–4 / 0.5–1 / X / –”.';

const PHASE_WORDS: Record<PhaseId, string> = {
  lower: 'the lowering',
  bottom: 'the pause at the bottom',
  press: 'the press',
  top: 'the pause at the top',
};

/** One phase's stretch of the text, without the blanks around it. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

interface Reading {
  readonly text: string;
  readonly form: TempoForm;
  readonly pieces: readonly Piece[];
}

/** The tempo a text says, in any of its forms. Throws TempoError. */
export function parseTempo(text: string): Tempo {
  if (text.trim() === '') {
    throw new TempoError('empty', text, text.length, { expected: 'a tempo', advice: EXAMPLE });
  }
  const form = formOf(text);
  const reading: Reading = { text, form, pieces: piecesOf(text, form) };
  const tempo: Tempo = {
    lower: unhurried(reading, 'lower'),
    bottom: unhurried(reading, 'bottom'),
    press: targetOf(reading, 'press'),
    top: unhurried(reading, 'top'),
  };
  refuseMore(reading);
  return tempo;
}

/** With a slash, dashes make ranges; without one, they part the phases; without either, each character is one. */
function formOf(text: string): TempoForm {
  if (text.includes('/')) return 'slashes';
  return DASH.test(text) ? 'dashes' : 'compact';
}

function piecesOf(text: string, form: TempoForm): Piece[] {
  if (form === 'compact') {
    const first = text.length - text.trimStart().length;
    return text
      .trim()
      .split('')
      .map((character, i) => ({ text: character, start: first + i }));
  }
  let from = 0;
  return text.split(form === 'slashes' ? '/' : DASHES).map((raw) => {
    const start = from + raw.length - raw.trimStart().length;
    from += raw.length + 1;
    return { text: raw.trim(), start };
  });
}

function unhurried(reading: Reading, phase: PhaseId): TimeBand | Free {
  const target = targetOf(reading, phase);
  if (target.kind !== 'explosive') return target;
  throw new TempoError('misplaced-x', reading.text, pieceOf(reading, phase).start, {
    expected: `seconds for ${PHASE_WORDS[phase]}`,
    advice: 'X, as fast as you can, is for the press: the third of the four.',
  });
}

function targetOf(reading: Reading, phase: PhaseId): TimeBand | Explosive | Free {
  const piece = pieceOf(reading, phase);
  if (isBlank(piece, reading.form)) return FREE;
  if (piece.text.toUpperCase() === 'X') return EXPLOSIVE;
  const band = bandOf(reading, piece);
  const isStroke = phase === 'lower' || phase === 'press';
  if (isStroke && band.high_s === 0) {
    throw new TempoError('no-time', reading.text, piece.start, {
      expected: `more than 0 s for ${PHASE_WORDS[phase]}`,
      advice:
        phase === 'press'
          ? 'Write X for a press as fast as you can.'
          : 'Write how many seconds it should take, or leave it blank.',
    });
  }
  return band;
}

function pieceOf({ text, pieces }: Reading, phase: PhaseId): Piece {
  const piece = pieces.at(PHASES.indexOf(phase));
  if (piece) return piece;
  throw new TempoError('missing-phase', text, text.length, {
    expected: PHASE_WORDS[phase],
    advice: `A tempo has four phases: lower, bottom, press, top. ${EXAMPLE}`,
  });
}

function isBlank({ text }: Piece, form: TempoForm): boolean {
  if (form === 'compact') return false;
  return text === '' || (text.length === 1 && DASH.test(text));
}

function bandOf(reading: Reading, piece: Piece): TimeBand {
  const low = secondsAt(reading, piece, 0);
  const dash = skipBlanks(piece.text, low.end);
  if (dash === piece.text.length) return { kind: 'band', low_s: low.time_s, high_s: low.time_s };
  if (!DASH.test(piece.text[dash])) throw unexpected(reading, piece.start + dash);
  const from = skipBlanks(piece.text, dash + 1);
  if (from === piece.text.length) throw openRange(reading, piece.start + dash);
  const high = secondsAt(reading, piece, from);
  const end = skipBlanks(piece.text, high.end);
  if (end < piece.text.length) throw unexpected(reading, piece.start + end);
  if (high.time_s < low.time_s) {
    throw new TempoError('falling-range', reading.text, piece.start + from, {
      expected: `at least ${low.time_s} s`,
      advice: 'Write the shorter time of a range first.',
    });
  }
  return { kind: 'band', low_s: low.time_s, high_s: high.time_s };
}

/** The seconds that stand at `from` in the piece, and where they end in it. */
function secondsAt(reading: Reading, piece: Piece, from: number): { time_s: number; end: number } {
  SECONDS.lastIndex = from;
  const found = SECONDS.exec(piece.text)?.[0];
  if (found === undefined) {
    const isDash = from < piece.text.length && DASH.test(piece.text[from]);
    throw (isDash ? openRange : unexpected)(reading, piece.start + from);
  }
  const [, decimals = ''] = found.split(/[.,]/);
  if (decimals.length > 2) {
    const third = from + found.length - decimals.length + 2;
    throw new TempoError('too-fine', reading.text, piece.start + third, {
      expected: 'no more than two decimals',
      advice: 'Round to a hundredth of a second.',
    });
  }
  const time_s = Number(found.replace(',', '.'));
  if (time_s > LONGEST_S) {
    throw new TempoError('too-long', reading.text, piece.start + from, {
      expected: `at most ${LONGEST_S} s`,
      advice: 'Put “-” or “/” between the phases if these are several.',
    });
  }
  return { time_s, end: from + found.length };
}

function skipBlanks(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

function unexpected({ text, form }: Reading, position: number): TempoError {
  if (form === 'compact') {
    return new TempoError('unexpected', text, position, {
      expected: 'a digit, or X for the press',
      advice: `Put “-” or “/” between the phases for anything else. ${EXAMPLE}`,
    });
  }
  return new TempoError('unexpected', text, position, {
    expected: `seconds, X for the press, or “${form === 'slashes' ? '/' : '-'}” and the next phase`,
    advice: EXAMPLE,
  });
}

function openRange({ text }: Reading, position: number): TempoError {
  return new TempoError('open-range', text, position, {
    expected: 'seconds on both sides of a range’s dash',
    advice: 'Write both, as in “3–4”, or the dash alone for a phase that is free.',
  });
}

function refuseMore({ text, form, pieces }: Reading): void {
  const fifth = pieces.at(PHASES.length);
  if (!fifth) return;
  const separator = text.slice(0, fifth.start).trimEnd().length - 1;
  throw new TempoError('extra-phase', text, form === 'compact' ? fifth.start : separator, {
    expected: 'the end, after four phases',
    advice:
      form === 'slashes'
        ? 'A tempo has four phases: lower, bottom, press, top.'
        : `Put “/” between the phases where you need ranges. ${EXAMPLE}`,
  });
}

/** The tempo as the app writes it: `3-1-X-0`, or with ranges or blanks `3–4 / 0.5–1 / X / –`. */
export function printTempo(tempo: Tempo): string {
  const isBlankless = PHASES.every((phase) => tempo[phase].kind !== 'free');
  return (isBlankless ? printTempoAs(tempo, 'dashes') : null) ?? withSlashes(tempo);
}

/** The tempo in one form; null where that form cannot say it. Read again, it is the same tempo. */
export function printTempoAs(tempo: Tempo, form: TempoForm): string | null {
  if (form === 'slashes') return withSlashes(tempo);
  const codes = PHASES.map((phase) => singleCode(tempo[phase]));
  if (codes.includes(null)) return null;
  if (form === 'dashes') return codes.join('-');
  return codes.every((code) => code?.length === 1) ? codes.join('') : null;
}

function withSlashes(tempo: Tempo): string {
  return PHASES.map((phase) => {
    const target = tempo[phase];
    if (target.kind === 'free') return '–';
    const single = singleCode(target);
    if (single !== null || target.kind !== 'band') return single;
    return `${hundredths(target.low_s)}–${hundredths(target.high_s)}`;
  }).join(' / ');
}

/** X, a number, nothing for a free phase; null for a range. */
function singleCode(target: TimeBand | Explosive | Free): string | null {
  if (target.kind === 'free') return '';
  if (target.kind === 'explosive') return 'X';
  const [low, high] = [hundredths(target.low_s), hundredths(target.high_s)];
  return low === high ? low : null;
}

function hundredths(time_s: number): string {
  return String(Number(time_s.toFixed(2)));
}

/** What the plain sentence says of a phase; the words are the screen's. */
export type TempoPart = { readonly phase: PhaseId } & (
  | { readonly id: 'exact'; readonly time_s: number }
  | { readonly id: 'range'; readonly low_s: number; readonly high_s: number }
  | { readonly id: 'up-to'; readonly high_s: number }
  /** A pause of no time: none. */
  | { readonly id: 'none' }
  | { readonly id: 'fast' }
  | { readonly id: 'free' }
);

/** The tempo's four parts, in the order of the rep. */
export function tempoParts(tempo: Tempo): TempoPart[] {
  return PHASES.map((phase) => ({ phase, ...partOf(tempo[phase]) }));
}

function partOf(target: TimeBand | Explosive | Free) {
  if (target.kind === 'free') return { id: 'free' } as const;
  if (target.kind === 'explosive') return { id: 'fast' } as const;
  const { low_s, high_s } = target;
  if (high_s === 0) return { id: 'none' } as const;
  if (low_s === high_s) return { id: 'exact', time_s: low_s } as const;
  if (low_s === 0) return { id: 'up-to', high_s } as const;
  return { id: 'range', low_s, high_s } as const;
}
