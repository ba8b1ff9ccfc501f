import { columnNamed, describedAxes, timeColumn } from '../describe';
import type { Format } from '../format';

/** Polar Sensor Logger: Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg], and the gyroscope in °/s likewise. */
export const polarSensorLogger: Format = {
  name: 'Polar Sensor Logger text',
  recognise(header) {
    const time = columnNamed(header, 'sensor timestamp [ns]');
    const accel = describedAxes(header, 'accel');
    const gyro = describedAxes(header, 'gyro');
    if (!time || !(accel ?? gyro)) return null;
    return { time: timeColumn(time, 'ns'), accel, gyro };
  },
};
