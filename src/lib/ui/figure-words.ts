import type { Figure } from '$lib/live/figure';
import { preferences } from '$lib/locale/preferences';
import { figure as number, UNKNOWN } from '$lib/locale/units';
import { travelUnit } from './format';
import { liveWords } from './words/live';

/** The one big figure as people read it. */
export interface FigureWords {
  /** What it is a figure of. */
  readonly name: string;
  readonly text: string;
  /** The widest that the text becomes. */
  readonly widest: string;
  /** Beside it, small; nothing for reps. */
  readonly unit: string;
  /** "target 3–4 s"; nothing where nothing is asked. */
  readonly target: string;
  /** The end of the bar. */
  readonly scale: string;
}

/** From here on a decimal would not fit, nor matter. */
const LONG_s = 10;

export function figureWords(figure: Figure): FigureWords {
  const { id, value, unit, target, scale } = figure;
  const sign = { s: 's', length: travelUnit, 'm/s': 'm/s', reps: '' }[unit];
  const digits = digitsOf(figure);
  const behind = sign ? ` ${sign}` : '';
  return {
    name: liveWords.figures[id],
    text: value === null ? UNKNOWN : number(value, digits),
    widest: number(WIDEST[unit], unit === 's' ? 1 : digits),
    unit: sign,
    target:
      target.kind === 'none'
        ? ''
        : target.kind === 'explosive'
          ? liveWords.explosive
          : liveWords.target(`${band(target, digits)}${behind}`),
    scale: scale === null ? '' : trimmed(scale, digits),
  };
}

/** In each unit, of as many digits as there may be. */
const WIDEST = { s: 8.8, length: 88.8, 'm/s': 8.88, reps: 88 };

function digitsOf({ unit, value }: Figure): number {
  if (unit === 's') return value !== null && value >= LONG_s ? 0 : 1;
  if (unit === 'm/s') return 2;
  if (unit === 'reps') return 0;
  return preferences.length === 'cm' ? 0 : 1;
}

/** "3–4", "0.5–1": no more places than it takes. */
function band({ low, high }: { low: number; high: number }, digits: number): string {
  const [from, to] = [trimmed(low, digits), trimmed(high, digits)];
  return from === to ? from : `${from}–${to}`;
}

function trimmed(value: number, digits: number): string {
  const places = Number.isInteger(Number(value.toFixed(digits))) ? 0 : digits;
  return number(value, places);
}
