import { GRAVITY_MPS2 } from '../gravity';
import type { Table } from './csv';
import { RecordingFileError } from './error';
import type { AxesColumns } from './format';

/** What a sensor on a sled can have measured. */
export const LIMITS = {
  /** Beyond any accelerometer made for motion (200 g). */
  accel_mps2: 200 * GRAVITY_MPS2,
  gyro_dps: 20_000,
  /** The median magnitude lies near gravity, whatever is done with the sensor. */
  leastMedian_mps2: 3,
  greatestMedian_mps2: 3 * GRAVITY_MPS2,
};

/** Medians are taken over at most so many rows, spread evenly. */
const MEDIAN_ROWS = 10_001;
/** What a median magnitude, as a multiple of gravity in the claimed unit, gives away. */
const UNIT_HINTS: { ratio: number; hint: string }[] = [
  { ratio: 1 / GRAVITY_MPS2, hint: 'the values look like g' },
  { ratio: GRAVITY_MPS2, hint: 'the values look like m/s²' },
  { ratio: 1000, hint: 'the values look like mg' },
  { ratio: 1000 / GRAVITY_MPS2, hint: 'the values look like mg' },
  ...[2048, 4096, 8192, 16384].flatMap((counts) =>
    [1, 1 / GRAVITY_MPS2].map((factor) => ({
      ratio: counts * factor,
      hint: `the values look like raw counts, ${counts} to the g`,
    })),
  ),
];
const HINT_TOLERANCE = 0.15;

/** Throws RecordingFileError `no-rows`, `linear-acceleration`, `wrong-unit` or `impossible-value` for values no sensor on a sled can have given. */
export function requirePlausible(table: Table, fileName: string): void {
  const { accel, gyro } = table.mapping;
  if (accel) {
    requireGravity(table, accel, fileName);
    requireWithin(table, accel, 0, LIMITS.accel_mps2);
  }
  if (gyro) requireWithin(table, gyro, accel ? 3 : 0, LIMITS.gyro_dps);
}

/** Quartiles of the magnitude of the first three columns over the complete rows, m/s²; NaN where there is none. */
export function magnitudeQuartiles_mps2({ rows }: Table): [number, number, number] {
  const [x, y, z] = rows.values;
  const step = Math.max(1, Math.floor(rows.length / MEDIAN_ROWS));
  const magnitudes: number[] = [];
  for (let i = 0; i < rows.length; i += step) {
    const magnitude = Math.hypot(x[i], y[i], z[i]);
    if (!Number.isNaN(magnitude)) magnitudes.push(magnitude);
  }
  const sorted = Float64Array.from(magnitudes).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return [at(0.25), at(0.5), at(0.75)];
}

function requireGravity(table: Table, accel: AxesColumns, fileName: string): void {
  const [, median_mps2] = magnitudeQuartiles_mps2(table);
  const columns = accel.names.join(', ');
  if (Number.isNaN(median_mps2)) {
    throw new RecordingFileError('no-rows', `No row has a value in each of ${columns}.`);
  }
  const { leastMedian_mps2, greatestMedian_mps2 } = LIMITS;
  const measured = `the median of |a| in ${columns} is ${rounded(median_mps2 / accel.unit.factor)} ${accel.unit.label}`;
  const hint = UNIT_HINTS.find(
    ({ ratio }) => Math.abs(median_mps2 / GRAVITY_MPS2 / ratio - 1) < HINT_TOLERANCE,
  )?.hint;
  if (median_mps2 < leastMedian_mps2) {
    const file = fileName ? `${fileName} has no gravity in it` : 'Gravity is missing';
    throw new RecordingFileError(
      'linear-acceleration',
      `${file}: ${measured}, where a sensor at rest shows ${rounded(GRAVITY_MPS2 / accel.unit.factor)}. ${
        hint ? `Either ${hint}, or this` : 'This'
      } is linear acceleration, which cannot give distance; record the accelerometer itself (with gravity).`,
    );
  }
  if (median_mps2 > greatestMedian_mps2) {
    const first = firstBeyond(table, 0, greatestMedian_mps2);
    throw new RecordingFileError(
      'wrong-unit',
      `The acceleration cannot be in ${accel.unit.label}: ${measured}, where gravity alone is ${rounded(GRAVITY_MPS2 / accel.unit.factor)} (${
        first ? `first on ${placeOf(table, accel, 0, first)}` : 'on every row'
      })${hint ? `; ${hint}` : ''}.`,
    );
  }
}

function requireWithin(table: Table, axes: AxesColumns, firstColumn: number, limit: number): void {
  const found = firstBeyond(table, firstColumn, limit);
  if (!found) return;
  throw new RecordingFileError(
    'impossible-value',
    `No sensor on a sled can measure the value on ${placeOf(table, axes, firstColumn, found)}; the limit is ${rounded(limit / axes.unit.factor)} ${axes.unit.label}. Remove the row if it is a glitch, or check the unit.`,
  );
}

interface Place {
  row: number;
  axis: number;
}

/** The first of three columns' values whose size exceeds the limit. */
function firstBeyond({ rows }: Table, firstColumn: number, limit: number): Place | null {
  for (let row = 0; row < rows.length; row++) {
    for (let axis = 0; axis < 3; axis++) {
      if (Math.abs(rows.values[firstColumn + axis][row]) > limit) return { row, axis };
    }
  }
  return null;
}

function placeOf({ rows }: Table, axes: AxesColumns, firstColumn: number, at: Place): string {
  const value = rows.values[firstColumn + at.axis][at.row] / axes.unit.factor;
  return `line ${rows.line[at.row]}, column ${axes.names[at.axis]}: ${rounded(value)} ${axes.unit.label}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
