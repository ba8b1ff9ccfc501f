import { axesNamed, columnNamed, hasColumns, timeColumn } from '../describe';
import { RecordingFileError } from '../error';
import type { Format } from '../format';

const OTHER_SENSORS = /^(gravity|magnetometer|orientation|compass)\b/i;

/**
 * Sensor Logger (Kelvin Choi): time,seconds_elapsed,z,y,x, the same for every sensor, so that the file's name
 * tells which. Accelerometer.csv has gravity taken out, which its magnitude shows;
 * TotalAcceleration.csv has it in. Values are m/s², or g from an iPhone whose units are not standardised.
 */
export const sensorLogger: Format = {
  name: 'Sensor Logger CSV',
  recognise(header) {
    const time = columnNamed(header, 'seconds_elapsed');
    if (!time || !hasColumns(header, 'x', 'y', 'z')) return null;
    if (OTHER_SENSORS.test(header.fileName)) {
      throw new RecordingFileError(
        'no-acceleration',
        `${header.fileName} is another sensor of Sensor Logger: open TotalAcceleration.csv.`,
      );
    }
    const axes = ['x', 'y', 'z'] as const;
    const isGyro = /gyroscope/i.test(header.fileName);
    return {
      time: timeColumn(time, 's'),
      accel: isGyro ? null : axesNamed(header, 'accel', 'm/s2', axes),
      gyro: isGyro ? axesNamed(header, 'gyro', 'rad/s', axes) : null,
      gravityTellsUnit: true,
    };
  },
};
