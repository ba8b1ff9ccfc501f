import type { Mapping, TimeColumn } from './format';
import { parseClock, parseNumber } from './number';
import { decodeText } from './text';

/** Reads one table's time cells, in the file's order. */
export interface TimeReader {
  /** Seconds on the recording's axis; NaN where the cell is no time. */
  read(text: Uint8Array, start: number, end: number): number;
  /** What was subtracted from the file's clock, s. */
  origin_s(): number;
}

/** Beyond three years a time does not count from a recording's or a device's start but from a date. */
const EPOCH_BEYOND_S = 1e8;
/** Integers of more digits do not fit a double exactly. */
const EXACT_DIGITS = 15;
const LONG_INTEGER = /^\d{16,24}$/;
const LONGEST_CLOCK = 64;

/** The two halves of a time reader: a cell's value since the origin in the file's unit, and that origin. */
interface CellReader {
  read(text: Uint8Array, start: number, end: number): number;
  origin(): number;
}

/**
 * A reader for the mapping's time column. A clock that counts from a date becomes seconds since the
 * first sample, subtracted before the conversion to a double so that nanoseconds survive; any other
 * axis is kept. A counter that starts again from zero goes on.
 */
export function timeReader({ time, verbatim }: Mapping): TimeReader {
  const perSecond = time.unit.factor;
  const wrap_s = time.wrapsAfter_s ?? Infinity;
  const cell = cellReader(time, verbatim ?? false);
  let turns_s = 0;
  let last_s = -Infinity;
  return {
    read(text, start, end) {
      const t_s = cell.read(text, start, end) / perSecond;
      if (!Number.isFinite(t_s)) return NaN;
      if (t_s + turns_s < last_s - wrap_s / 2) turns_s += wrap_s;
      // Nothing is added to a time that never wrapped, not even 0 to −0.
      last_s = turns_s === 0 ? t_s : t_s + turns_s;
      return last_s;
    },
    origin_s: () => cell.origin() / perSecond,
  };
}

function cellReader({ kind, unit }: TimeColumn, verbatim: boolean): CellReader {
  if (kind === 'clock') return clockReader();
  return verbatim ? { read: parseNumber, origin: () => 0 } : numberReader(unit.factor);
}

function clockReader(): CellReader {
  /** The first reading, its whole seconds and the rest apart; null before it. */
  let whole_s: number | null = null;
  let rest_s = 0;
  return {
    read(text, start, end) {
      const cell = decodeText(text, start, Math.min(end, start + LONGEST_CLOCK));
      if (whole_s === null) {
        const first_s = parseClock(cell);
        if (Number.isNaN(first_s)) return NaN;
        whole_s = first_s > EPOCH_BEYOND_S ? Math.floor(first_s) : 0;
        rest_s = whole_s === 0 ? 0 : parseClock(cell, whole_s);
      }
      return parseClock(cell, whole_s) - rest_s;
    },
    origin: () => (whole_s ?? 0) + rest_s,
  };
}

function numberReader(perSecond: number): CellReader {
  let origin: number | null = null;
  let longOrigin: bigint | null = null;
  return {
    read(text, start, end) {
      if (end - start > EXACT_DIGITS) {
        const cell = decodeText(text, start, end);
        if (LONG_INTEGER.test(cell)) {
          longOrigin ??= BigInt(cell);
          origin ??= Number(longOrigin);
          return Number(BigInt(cell) - longOrigin);
        }
      }
      const value = parseNumber(text, start, end);
      if (Number.isNaN(value)) return NaN;
      origin ??= Math.abs(value) / perSecond > EPOCH_BEYOND_S ? value : 0;
      return value - origin;
    },
    origin: () => origin ?? 0,
  };
}
