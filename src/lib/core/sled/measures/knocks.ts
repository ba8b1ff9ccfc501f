import { GRID_STEP_S } from '../../signal/even-grid';
import { prefixSums } from '../../signal/moving-mean';
import { mean } from '../../signal/statistics';
import type { Knock, Knocks } from '../report';
import type { StrokeSpan } from '../segment';
import { SPANS } from './definitions';
import { cellsIn, type Measured } from './measured';
import { vibrationPower } from './vibration';

const SETTINGS = {
  /** A slower sensor does not see what rings. */
  slowest_s: 0.022,
  /** A knock is so many times as strong as the rolling beside it, */
  timesRolling: 2.2,
  /** and no weaker than this: quick legs jerk as much. */
  least_mps2: 0.2,
  /** A knock rings this fast: a mean over one interval T takes (πfT)²/6 of it away. */
  ringing_Hz: 30,
  /** What sensors differ in besides, as a share. */
  responseSd: 0.15,
};

/** The knocks at the ends of a rep's strokes, whose `rolling` power is known; null where the sensor is too slow to tell. */
export function knocksOf(
  measured: Measured,
  lower: StrokeSpan | null,
  press: StrokeSpan,
  rolling: readonly number[],
): Knocks | null {
  if (measured.interval_s > SETTINGS.slowest_s) return null;
  const rolling_mps2 = rolling.length > 0 ? Math.sqrt(mean(rolling)) : 0;
  return {
    bottom: lower && knockAt(measured, lower.end.edge, rolling_mps2),
    top: knockAt(measured, press.end.edge, rolling_mps2),
  };
}

/** The strongest burst about the end of a stroke; null where it is not far above the rolling. */
function knockAt(measured: Measured, edge: number, rolling_mps2: number): Knock | null {
  const from = Math.max(0, Math.round(edge) - cellsIn(SPANS.knockBefore_s));
  const to = Math.min(measured.accel_mps2.length, Math.round(edge) + cellsIn(SPANS.knockAfter_s));
  const power = vibrationPower(measured, from, to);
  const cells = cellsIn(SPANS.knock_s);
  const sums = prefixSums(power);
  let strongest = 0;
  for (let k = 0; k + cells < sums.length; k++) {
    if (sums[k + cells] - sums[k] > sums[strongest + cells] - sums[strongest]) strongest = k;
  }
  const size_mps2 = Math.sqrt((sums[strongest + cells] - sums[strongest]) / cells);
  const { least_mps2, timesRolling, ringing_Hz, responseSd } = SETTINGS;
  if (!(size_mps2 > Math.max(least_mps2, timesRolling * rolling_mps2))) return null;
  const taken = (Math.PI * ringing_Hz * measured.interval_s) ** 2 / 6;
  return {
    t_s: measured.start_s + (from + strongest + cells / 2) * GRID_STEP_S,
    size_mps2,
    sizeSd_mps2: Math.hypot(rolling_mps2 / Math.SQRT2, size_mps2 * Math.max(responseSd, taken)),
  };
}
