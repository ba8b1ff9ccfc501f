import { axesNamed, columnNamed, timeColumn } from '../describe';
import { RecordingFileError } from '../error';
import type { Format } from '../format';

/** SampleTimeFine counts µs in 32 bits, so that it starts again every 71.6 min. */
const WRAPS_AFTER_S = 2 ** 32 / 1e6;

/** Movella (Xsens) DOT: lines on the device, then PacketCounter,SampleTimeFine,…,Acc_X,… (m/s²),Gyr_X,… (°/s). */
export const movellaDot: Format = {
  name: 'Movella DOT CSV',
  recognise(header) {
    const time = columnNamed(header, 'SampleTimeFine');
    if (!time || !columnNamed(header, 'PacketCounter')) return null;
    const accel = axesNamed(header, 'accel', 'm/s2', ['Acc_X', 'Acc_Y', 'Acc_Z']);
    if (!accel && columnNamed(header, 'FreeAcc_X')) {
      throw new RecordingFileError(
        'linear-acceleration',
        'This Movella DOT export holds FreeAcc_X, FreeAcc_Y and FreeAcc_Z only: gravity has been taken out, so that distance and incline are lost. Record in a mode with inertial data (Acc_X, Acc_Y, Acc_Z).',
      );
    }
    const gyro = axesNamed(header, 'gyro', 'deg/s', ['Gyr_X', 'Gyr_Y', 'Gyr_Z']);
    return { time: { ...timeColumn(time, 'us'), wrapsAfter_s: WRAPS_AFTER_S }, accel, gyro };
  },
};
