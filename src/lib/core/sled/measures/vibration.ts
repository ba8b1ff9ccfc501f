import { GRID_STEP_S } from '../../signal/even-grid';
import { movingMean } from '../../signal/moving-mean';
import { mean, standardDeviation } from '../../signal/statistics';
import type { Rep, Vibration } from '../report';
import type { StrokeSpan } from '../segment';
import { SPANS } from './definitions';
import { cellBlur_s2, cellsIn, type Measured } from './measured';

const SETTINGS = {
  /** A slower sensor sees too little of what shakes. */
  slowest_s: 0.013,
  /** Vibration swells and fades; stretches this long are about independent. */
  block_s: 0.1,
  /** What the sensor's filter and scale change of it, as a share. */
  responseSd: 0.08,
};

/** RMS of the vibration while strokes roll, of their {@link rollingPower}; null where the sensor is too slow to tell or nothing rolls for long. */
export function rollingVibration(
  { interval_s }: Measured,
  blocks: readonly number[],
): Vibration | null {
  if (interval_s > SETTINGS.slowest_s) return null;
  if (blocks.length < 2) return null;
  const rms_mps2 = Math.sqrt(mean(blocks));
  const sampling = standardDeviation(blocks) / Math.sqrt(blocks.length) / (2 * mean(blocks));
  return { rms_mps2, rmsSd_mps2: rms_mps2 * Math.hypot(sampling, SETTINGS.responseSd) };
}

/** Mean squares of the vibration in blocks of 0.1 s while the strokes roll, their ends left out, (m/s²)². */
export function rollingPower(measured: Measured, strokes: readonly StrokeSpan[]): number[] {
  const margin = cellsIn(SPANS.strokeEnds_s);
  const block = cellsIn(SETTINGS.block_s);
  return strokes.flatMap(({ start, end }) => {
    const from = Math.ceil(start.edge) + margin;
    const to = Math.floor(end.edge) - margin;
    const power = vibrationPower(measured, from, to);
    return Array.from({ length: Math.floor(power.length / block) }, (_, i) =>
      mean(power.subarray(i * block, (i + 1) * block)),
    );
  });
}

/**
 * Square of the vibration in the cells `[from, to)`, (m/s²)², all three axes together: what the
 * specific force has above the motion, whose spectrum ends near 5 Hz.
 */
export function vibrationPower(measured: Measured, from: number, to: number): Float64Array {
  const slow = cellsIn(SPANS.vibrationSlow_s);
  const first = Math.max(0, from - slow - 1);
  const power = new Float64Array(Math.max(0, to - from));
  const around = measured.force_mps2.map((column) => column.subarray(first, to + slow + 1));
  const fast = new Float64Array(around[0].length);
  const rest = new Float64Array(around[0].length);
  for (const column of around) {
    asThroughMeans(column, measured.interval_s, fast);
    takeOutMean(fast, slow, rest);
    takeOutMean(fast, slow, rest);
    for (let k = 0; k < power.length; k++) power[k] += fast[from - first + k] ** 2;
  }
  return power;
}

/** Takes the mean over so many cells out of values, by means of an array as long. */
function takeOutMean(values: Float64Array, cells: number, means: Float64Array): void {
  movingMean(values, cells, means);
  for (let k = 0; k < values.length; k++) values[k] -= means[k];
}

/**
 * Cells as means over `vibrationFast_s`, whatever the sensor's rate, left in `means`: a fast sensor's are
 * blurred by what they lack of it.
 */
function asThroughMeans(cells: Float64Array, interval_s: number, means: Float64Array): void {
  const missing_s2 = Math.max(0, SPANS.vibrationFast_s ** 2 / 12 - cellBlur_s2(interval_s));
  const side = missing_s2 / (2 * GRID_STEP_S ** 2);
  const last = cells.length - 1;
  for (let k = 0; k <= last; k++) {
    const before = cells[Math.max(0, k - 1)];
    const value = cells[k];
    const after = cells[Math.min(last, k + 1)];
    means[k] = value + side * (before - 2 * value + after);
  }
}

/** Over several reps: the root of the mean square; null where no rep has it. */
export function meanVibration(reps: readonly Rep[]): Vibration | null {
  const levels = reps.flatMap(({ vibration }) => vibration ?? []);
  if (levels.length === 0) return null;
  const rms_mps2 = Math.sqrt(mean(levels.map((level) => level.rms_mps2 ** 2)));
  // The sensor's response errs alike in every rep, so that the mean is not surer than one.
  return { rms_mps2, rmsSd_mps2: mean(levels.map((level) => level.rmsSd_mps2)) };
}
