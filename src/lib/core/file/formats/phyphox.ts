import { columnNamed, describedMapping } from '../describe';
import type { Format } from '../format';

const SENSORS = ['Acceleration', 'Accelerometer', 'Gyroscope'];

/** phyphox (RWTH Aachen): "Time (s)","Acceleration x (m/s^2)",…; accelerometer and gyroscope in two files. */
export const phyphox: Format = {
  name: 'phyphox CSV',
  recognise(header) {
    const told = SENSORS.some((sensor) =>
      ['(m/s^2)', '(rad/s)'].some((unit) => columnNamed(header, `${sensor} x ${unit}`)),
    );
    return told && columnNamed(header, 'Time (s)') ? describedMapping(header) : null;
  },
};
