import { clockColumn, columnNamed, describedAxes, describedTime, showsClock } from '../describe';
import type { Format } from '../format';

const ACCEL_X = ['ax(g)', 'AccX(g)', 'Acceleration X(g)', '加速度X(g)'];
/** The sensor's own clock first: the other times are when the phone or computer received the row. */
const CLOCKS = ['Chip Time()', 'ChipTime()', 'ChipTime', '片上时间()', 'Time(s)', 'Time', '时间'];

/** WitMotion's app and its Windows program: tab-separated text under lines on the device, acceleration in g. */
export const witMotion: Format = {
  name: 'WitMotion text',
  recognise(header) {
    if (!columnNamed(header, ...ACCEL_X)) return null;
    const clock = CLOCKS.map((name) => columnNamed(header, name)).find(
      (column) => column && showsClock(header, column),
    );
    const time = clock ? clockColumn(clock) : describedTime(header);
    const accel = describedAxes(header, 'accel');
    if (!time || !accel) return null;
    return { time, accel, gyro: describedAxes(header, 'gyro') };
  },
};
