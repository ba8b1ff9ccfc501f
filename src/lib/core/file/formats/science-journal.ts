import { axesNamed, columnNamed, timeColumn } from '../describe';
import type { Format } from '../format';

/** Google's Science Journal: relative_time (ms) and a column per sensor, each axis a sensor with moments of its own. */
export const scienceJournal: Format = {
  name: 'Science Journal CSV',
  recognise(header) {
    const time = columnNamed(header, 'relative_time');
    const accel = axesNamed(header, 'accel', 'm/s2', ['AccX', 'AccY', 'AccZ']);
    if (!time || !accel) return null;
    return { time: timeColumn(time, 'ms'), accel, gyro: null, sparse: true };
  },
};
