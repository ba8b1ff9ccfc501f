import { axesNamed, columnNamed, timeColumn } from '../describe';
import type { Format } from '../format';

/** The column names of the canonical CSV, in order; the last three are optional. */
export const CANONICAL_NAMES = {
  time: 'time_s',
  accel: ['accel_x_mps2', 'accel_y_mps2', 'accel_z_mps2'],
  gyro: ['gyro_x_dps', 'gyro_y_dps', 'gyro_z_dps'],
} as const;

/** Our own table: SI units in the names, an empty cell is a lost value. */
export const canonical: Format = {
  name: 'canonical CSV',
  recognise(header) {
    const time = columnNamed(header, CANONICAL_NAMES.time);
    const accel = axesNamed(header, 'accel', 'm/s2', CANONICAL_NAMES.accel);
    if (!time || !accel) return null;
    const gyro = axesNamed(header, 'gyro', 'deg/s', CANONICAL_NAMES.gyro);
    return { time: timeColumn(time, 's'), accel, gyro, verbatim: true };
  },
};
