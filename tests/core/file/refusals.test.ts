import { describe, expect, it } from 'vitest';
import { RecordingFileError } from '../../../src/lib/core/file/error';
import { readRecording } from '../../../src/lib/core/file/read';
import { bytesOf, rows } from './tables';

const HEADER = 'time_s,accel_x_mps2,accel_y_mps2,accel_z_mps2';
const GOOD = rows(100, (t_s) => `${t_s},0,0,9.8`);
const HUGE = 200 * 2 ** 20;

const binary = (...start: number[]) =>
  Uint8Array.from({ length: 500 }, (_, i) => start[i] ?? (i * 37) % 256);

/** What must be refused, with the code and words the message must have. */
const REFUSALS: {
  what: string;
  bytes: Uint8Array;
  name?: string;
  code: string;
  says: RegExp;
}[] = [
  { what: 'an empty file', bytes: bytesOf(''), code: 'empty', says: /empty/ },
  { what: 'blank lines', bytes: bytesOf('\n \r\n\t\n'), code: 'empty', says: /nothing but blanks/ },
  {
    what: 'a header alone',
    bytes: bytesOf([HEADER]),
    code: 'no-rows',
    says: /no rows below/,
  },
  {
    what: 'rows without values',
    bytes: bytesOf([HEADER, '0,,,', '1,,,', '2,,,']),
    code: 'no-rows',
    says: /accel_x_mps2/,
  },
  {
    what: 'rows that are mostly none',
    bytes: bytesOf([HEADER, '0,0,0,9.8', 'a,b,c,d', 'e,f,g,h']),
    code: 'no-rows',
    says: /2 without: line 3/,
  },
  {
    what: 'a PNG',
    bytes: binary(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    code: 'not-text',
    says: /PNG/,
  },
  { what: 'a ZIP', bytes: binary(0x50, 0x4b, 3, 4), code: 'not-text', says: /ZIP.*unpack/ },
  { what: 'random bytes', bytes: binary(0x37), code: 'not-text', says: /binary/ },
  {
    what: 'prose',
    bytes: bytesOf('Dear reader,\nthis is a letter.\n'),
    code: 'no-time',
    says: /No column of times/,
  },
  {
    what: 'numbers without names',
    bytes: bytesOf(GOOD),
    code: 'no-header',
    says: /No row of column names/,
  },
  {
    what: 'no time',
    bytes: bytesOf(['ax_g,ay_g,az_g', '0,0,1', '0,0,1']),
    code: 'no-time',
    says: /ax_g, ay_g, az_g/,
  },
  {
    what: 'a time that never advances',
    bytes: bytesOf([HEADER, ...rows(5, (_, i) => `3,${i},0,9.8`)]),
    code: 'no-time',
    says: /never advances.*3 s/,
  },
  {
    what: 'no acceleration',
    bytes: bytesOf(['time_s,temperature_c', '0,20', '1,20']),
    code: 'no-acceleration',
    says: /time_s, temperature_c/,
  },
  {
    what: 'acceleration without a unit',
    bytes: bytesOf(['time_s,ax,ay,az', '0,0,0,9.8', '1,0,0,9.8']),
    code: 'unknown-units',
    says: /time_s, ax, ay, az/,
  },
  {
    what: 'a time without a unit',
    bytes: bytesOf(['time,ax_g,ay_g,az_g', '0,0,0,1', '1,0,0,1']),
    code: 'unknown-units',
    says: /time, ax_g/,
  },
  {
    what: 'axes without a sensor or unit',
    bytes: bytesOf(['time,x,y,z', '0,0,0,1', '1,0,0,1']),
    code: 'unknown-units',
    says: /time, x, y, z/,
  },
  {
    what: "a magnetometer's gauss",
    bytes: bytesOf(['Phone timestamp;sensor timestamp [ns];X [G];Y [G];Z [G]', '0;0;0;0;1']),
    code: 'unknown-units',
    says: /X \[G\]/,
  },
  {
    what: 'linear acceleration of phyphox',
    bytes: bytesOf([
      '"Time (s)","Linear Acceleration x (m/s^2)","Linear Acceleration y (m/s^2)","Linear Acceleration z (m/s^2)"',
      '0,0,0,0.1',
      '1,0,0,0.1',
    ]),
    code: 'linear-acceleration',
    says: /"Linear Acceleration x \(m\/s\^2\)".*gravity/,
  },
  {
    what: 'free acceleration of a Movella DOT',
    bytes: bytesOf([
      'PacketCounter,SampleTimeFine,FreeAcc_X,FreeAcc_Y,FreeAcc_Z',
      '1,192856375,0.01,0.01,0.05',
      '2,192873042,0.01,0.01,0.05',
    ]),
    code: 'linear-acceleration',
    says: /FreeAcc_X/,
  },
  {
    what: "Sensor Logger's Accelerometer.csv",
    name: 'Accelerometer.csv',
    bytes: bytesOf([
      'time,seconds_elapsed,z,y,x',
      ...rows(100, (t_s, i) => `${i},${t_s},0.2,0.1,${Math.sin(i)}`),
    ]),
    code: 'linear-acceleration',
    says: /Accelerometer\.csv has no gravity/,
  },
  {
    what: "Sensor Logger's Gravity.csv",
    name: 'Gravity.csv',
    bytes: bytesOf(['time,seconds_elapsed,z,y,x', '1,0,9.8,0,0', '2,1,9.8,0,0']),
    code: 'no-acceleration',
    says: /TotalAcceleration/,
  },
  {
    what: 'one value of thousands of g',
    bytes: bytesOf([HEADER, ...GOOD, '1.5,0,-50000,9.8']),
    code: 'impossible-value',
    says: /line 102, column accel_y_mps2: -50000 m\/s²/,
  },
  {
    what: 'values of thousands of g throughout',
    bytes: bytesOf(['t_s,ax_g,ay_g,az_g', ...rows(100, (t_s, i) => `${t_s},${3000 + i},5000,0`)]),
    code: 'wrong-unit',
    says: /line 2, column ax_g: 3000 g/,
  },
  {
    what: 'mg said to be g',
    bytes: bytesOf(['t_s,ax_g,ay_g,az_g', ...rows(100, (t_s) => `${t_s},0,20,1003`)]),
    code: 'wrong-unit',
    says: /look like mg/,
  },
  {
    what: 'm/s² said to be g',
    bytes: bytesOf(['t_s,ax_g,ay_g,az_g', ...rows(100, (t_s) => `${t_s},0,0,9.8`)]),
    code: 'wrong-unit',
    says: /look like m\/s²/,
  },
  {
    what: 'raw counts said to be m/s²',
    bytes: bytesOf([HEADER, ...rows(100, (t_s) => `${t_s},0,0,16500`)]),
    code: 'wrong-unit',
    says: /raw counts, 16384/,
  },
  {
    what: 'g said to be m/s²',
    bytes: bytesOf([HEADER, ...rows(100, (t_s) => `${t_s},0,0,1`)]),
    code: 'linear-acceleration',
    says: /look like g/,
  },
  {
    what: 'an impossible rate of turn',
    bytes: bytesOf([
      `${HEADER},gyro_x_dps,gyro_y_dps,gyro_z_dps`,
      ...rows(100, (t_s, i) => `${t_s},0,0,9.8,0,${i === 50 ? 1e6 : 0},0`),
    ]),
    code: 'impossible-value',
    says: /line 52, column gyro_y_dps/,
  },
];

describe('refused', () => {
  it.each(REFUSALS)('$what', ({ bytes, name, code, says }) => {
    const attempt = () => readRecording(bytes, { name });
    expect(attempt).toThrow(RecordingFileError);
    expect(attempt).toThrow(expect.objectContaining({ code }));
    expect(attempt).toThrow(says);
  });

  it.each([
    ['zeros', 0],
    ['line breaks', 0x0a],
    ['spaces', 0x20],
    ['commas', 0x2c],
    ['one letter', 0x61],
  ])('200 MB of %s, quickly', { timeout: 20_000 }, (_, byte) => {
    const bytes = new Uint8Array(HUGE).fill(byte);
    const start_ms = performance.now();
    expect(() => readRecording(bytes)).toThrow(RecordingFileError);
    expect(performance.now() - start_ms).toBeLessThan(2000);
  });

  it('200 MB of line breaks below good rows are read, quickly', { timeout: 20_000 }, () => {
    const bytes = new Uint8Array(HUGE).fill(0x0a);
    bytes.set(bytesOf([HEADER, ...GOOD]));
    const start_ms = performance.now();
    expect(readRecording(bytes).recording.length).toBe(100);
    expect(performance.now() - start_ms).toBeLessThan(5000);
  });
});
