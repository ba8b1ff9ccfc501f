import type { Rows } from './rows';
import { medianStep_s } from './timeline';

/** One quantity at times of its own, none of them lost. */
export interface Stream {
  t_s: Float64Array;
  values: Float32Array;
}

/** Neighbours count as close up to this many median steps of their stream. */
const CLOSE_STEPS = 3;
/** Below this share of complete rows, sensors or axes are taken to write rows of their own. */
const COMPLETE_SHARE = 0.5;

/** Whether most rows lack some values, as when each sensor or axis writes rows of its own. */
export function isSparse(rows: Rows): boolean {
  let any = 0;
  let complete = 0;
  for (let i = 0; i < rows.length; i++) {
    const present = rows.values.reduce((n, column) => n + (Number.isNaN(column[i]) ? 0 : 1), 0);
    if (present > 0) any++;
    if (present === rows.values.length) complete++;
  }
  return any > 0 && complete < COMPLETE_SHARE * any;
}

/**
 * Sparse rows as complete ones, at the times of the first sensor's fullest axis: the other columns
 * are interpolated between values that lie close, and lost elsewhere.
 */
export function alignSparse(rows: Rows): Rows {
  const streams = rows.values.map((column) => presentOf(rows, column));
  const [x, y, z] = streams;
  const base = [x, y, z].reduce((a, b) => (b.t_s.length > a.t_s.length ? b : a));
  const line = new Uint32Array(base.t_s.length);
  for (let i = 0, row = 0; i < line.length; i++) {
    while (rows.t_s[row] < base.t_s[i]) row++;
    line[i] = rows.line[row];
  }
  return {
    length: base.t_s.length,
    t_s: base.t_s,
    line,
    values: streams.map((stream) => (stream === base ? base.values : resample(stream, base.t_s))),
  };
}

/** A stream's values at rising times, interpolated between neighbours that lie close; NaN elsewhere. */
export function resample({ t_s, values }: Stream, at_s: Float64Array): Float32Array {
  const close_s = CLOSE_STEPS * medianStep_s(t_s);
  let next = 0;
  return Float32Array.from(at_s, (time_s) => {
    while (next < t_s.length && t_s[next] < time_s) next++;
    if (t_s[next] === time_s) return values[next];
    if (next === 0 || next === t_s.length) return NaN;
    const step_s = t_s[next] - t_s[next - 1];
    if (!(step_s <= close_s)) return NaN;
    const share = (time_s - t_s[next - 1]) / step_s;
    return values[next - 1] + share * (values[next] - values[next - 1]);
  });
}

/** One column's present values, the first of each time. */
function presentOf(rows: Rows, column: Float32Array): Stream {
  const t_s = new Float64Array(rows.length);
  const values = new Float32Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    if (Number.isNaN(column[i]) || (n > 0 && rows.t_s[i] === t_s[n - 1])) continue;
    t_s[n] = rows.t_s[i];
    values[n++] = column[i];
  }
  return { t_s: t_s.subarray(0, n), values: values.subarray(0, n) };
}
