import { axesNamed, columnNamed, hasColumns, timeColumn } from '../describe';
import type { Format } from '../format';

/** Extracts of the BROAD data set (Laidig et al. 2021, doi 10.3390/data6070072): m/s² and rad/s, with the optical position beside. */
export const broad: Format = {
  name: 'BROAD extract',
  recognise(header) {
    const time = columnNamed(header, 't_s');
    const accel = axesNamed(header, 'accel', 'm/s2', ['ax', 'ay', 'az']);
    if (!time || !accel || !hasColumns(header, 'opt_x', 'opt_y', 'opt_z')) return null;
    const gyro = axesNamed(header, 'gyro', 'rad/s', ['gx', 'gy', 'gz']);
    return { time: timeColumn(time, 's'), accel, gyro };
  },
};
