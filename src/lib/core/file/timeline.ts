import { RecordingFileError } from './error';
import { pickRows, type Rows } from './rows';

/** What was done to make times rise strictly. */
export interface TimeRepairs {
  /** Rows before or after the stretch that is read, where the clock started again. */
  otherSections: number;
  /** Rows that stood before an earlier one. */
  outOfOrder: number;
  /** Rows that repeat the one before in every value. */
  repeated: number;
  /** Rows of one time stamp but other values, moved apart. */
  spread: number;
}

/** A stretch counts as one of its own, and not as rows out of order, from this length, s. */
const SECTION_S = 1;

/** The rows in order of time: of the longest stretch where the clock starts again, those that repeat another dropped. */
export function orderRows(rows: Rows): { rows: Rows; repairs: TimeRepairs } {
  const repairs: TimeRepairs = { otherSections: 0, outOfOrder: 0, repeated: 0, spread: 0 };
  if (risesStrictly(rows.t_s)) return { rows, repairs };

  const section = longestSection(rows);
  repairs.otherSections = rows.length - section.length;
  const sorted = sortByTime(section);
  repairs.outOfOrder = sorted.outOfOrder;
  const distinct = dropRepeats(sorted.rows);
  repairs.repeated = sorted.rows.length - distinct.length;
  return { rows: distinct, repairs };
}

/**
 * The rows with times that rise strictly, given times that do not fall. Rows of one time stamp are
 * spread evenly up to the next stamp, or over the median step where the next is further: coarse
 * clocks and radio bursts stamp several samples alike. Throws RecordingFileError `no-time` where the
 * time never advances.
 */
export function spreadTies(rows: Rows): { rows: Rows; spread: number } {
  if (risesStrictly(rows.t_s)) return { rows, spread: 0 };
  const starts = runStarts(rows.t_s);
  if (starts.length < 2) {
    throw new RecordingFileError(
      'no-time',
      `The time never advances: all ${rows.length} rows say ${rows.t_s[0]} s.`,
    );
  }
  const typical_s = medianStep_s(Float64Array.from(starts, (start) => rows.t_s[start]));
  const t_s = rows.t_s.slice();
  let spread = 0;
  starts.forEach((start, run) => {
    const end = starts[run + 1] ?? rows.length;
    const next_s = rows.t_s[end] ?? Infinity;
    const step_s = Math.min(next_s - t_s[start], typical_s) / (end - start);
    for (let i = start + 1; i < end; i++) t_s[i] = rows.t_s[start] + (i - start) * step_s;
    spread += end - start - 1;
  });
  return { rows: { ...rows, t_s }, spread };
}

/** Median of the differences between neighbouring times, s; NaN below two times. */
export function medianStep_s(t_s: Float64Array): number {
  if (t_s.length < 2) return NaN;
  const steps = new Float64Array(t_s.length - 1);
  for (let i = 0; i < steps.length; i++) steps[i] = t_s[i + 1] - t_s[i];
  return steps.sort()[steps.length >> 1];
}

function risesStrictly(t_s: Float64Array): boolean {
  for (let i = 1; i < t_s.length; i++) if (!(t_s[i] > t_s[i - 1])) return false;
  return true;
}

/**
 * The clock has started again where time falls to or below the stretch's first time and then goes
 * on from there. How long the pause was cannot be known, so that only one stretch can be read.
 */
function longestSection(rows: Rows): Rows {
  const { t_s, length } = rows;
  const starts = [0];
  let first_s = t_s[0];
  let latest_s = t_s[0];
  for (let i = 1; i < length; i++) {
    const goesOn = i + 1 === length || (t_s[i + 1] >= t_s[i] && t_s[i + 1] < latest_s);
    if (t_s[i] <= first_s && latest_s - first_s >= SECTION_S && goesOn) {
      starts.push(i);
      first_s = latest_s = t_s[i];
    }
    latest_s = Math.max(latest_s, t_s[i]);
  }
  const sections = starts.map((start, k) => ({ start, end: starts[k + 1] ?? length }));
  const longest = sections.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
  if (longest.end - longest.start === length) return rows;
  const order = Uint32Array.from(
    { length: longest.end - longest.start },
    (_, i) => longest.start + i,
  );
  return pickRows(rows, order);
}

function sortByTime(rows: Rows): { rows: Rows; outOfOrder: number } {
  const { t_s, length } = rows;
  let outOfOrder = 0;
  let latest_s = -Infinity;
  for (let i = 0; i < length; i++) {
    if (t_s[i] < latest_s) outOfOrder++;
    else latest_s = t_s[i];
  }
  if (outOfOrder === 0) return { rows, outOfOrder };
  const order = Uint32Array.from({ length }, (_, i) => i);
  // Rows of one time keep the file's order.
  order.sort((a, b) => t_s[a] - t_s[b] || a - b);
  return { rows: pickRows(rows, order), outOfOrder };
}

function dropRepeats(rows: Rows): Rows {
  const kept = new Uint32Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i === 0 || !isRepeat(rows, i)) kept[n++] = i;
  }
  return n === rows.length ? rows : pickRows(rows, kept.subarray(0, n));
}

/** Whether row i says exactly what the row before said. */
function isRepeat(rows: Rows, i: number): boolean {
  return (
    rows.t_s[i] === rows.t_s[i - 1] &&
    rows.values.every((column) => Object.is(column[i], column[i - 1]))
  );
}

/** Where each run of equal times begins. */
function runStarts(t_s: Float64Array): number[] {
  const starts: number[] = [];
  for (let i = 0; i < t_s.length; i++) if (i === 0 || t_s[i] !== t_s[i - 1]) starts.push(i);
  return starts;
}
