import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, writeCsv } from '../../../src/lib/core/file/csv';
import { FORMATS } from '../../../src/lib/core/file/formats';
import { readRecording } from '../../../src/lib/core/file/read';
import { recordingOf } from '../../../src/lib/core/recording';
import { arbitraryRecording } from './arbitrary-recording';
import { bytesOf } from './tables';

describe('canonical CSV', () => {
  it('writes what it reads back exactly', () => {
    fc.assert(
      fc.property(arbitraryRecording, (recording) => {
        fc.pre(recording.length > 0);
        const { rows } = readTable(bytesOf(writeCsv(recording)), '', FORMATS);
        const { accel_mps2, gyro_dps } = recording;
        const sensors = gyro_dps ? [accel_mps2, gyro_dps] : [accel_mps2];
        expect(rows.t_s).toEqual(recording.t_s);
        expect(rows.values).toEqual(sensors.flatMap(({ x, y, z }) => [x, y, z]));
      }),
    );
  });

  it('writes the shortest numbers, and a lost value as an empty cell', () => {
    const recording = recordingOf([
      { t_s: 0.1, accel_mps2: [0.1, -0, 9.80665] },
      { t_s: 0.2, accel_mps2: [NaN, 1e-7, 1 / 3] },
    ]);
    expect(writeCsv(recording)).toBe(
      'time_s,accel_x_mps2,accel_y_mps2,accel_z_mps2\n' +
        '0.1,0.1,-0,9.80665\n' +
        '0.2,,1e-7,0.33333334\n',
    );
  });

  it('is read with its own times, lost values and gyro', () => {
    const recording = recordingOf([
      { t_s: 1_700_000_000.25, accel_mps2: [0, 0, 9.8], gyro_dps: [1.5, NaN, -2] },
      { t_s: 1_700_000_000.5, accel_mps2: [NaN, NaN, NaN], gyro_dps: [0, 0, 0] },
      { t_s: 1_700_000_000.75, accel_mps2: [0, 0.5, 9.8], gyro_dps: [0, 0, 0] },
    ]);
    const { recording: again, format, notes } = readRecording(bytesOf(writeCsv(recording)));
    expect(again).toEqual(recording);
    expect(format).toBe('canonical CSV: s, m/s², °/s');
    expect(notes).toEqual([]);
  });

  it('never interpolates, however much is lost', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `${i},0,0,${i % 10 === 0 ? 9.8 : ''}`);
    const header = 'time_s,accel_x_mps2,accel_y_mps2,accel_z_mps2';
    const { recording } = readRecording(bytesOf([header, ...lines]));
    expect(recording.length).toBe(50);
    expect(recording.accel_mps2.z.filter(Number.isNaN).length).toBe(45);
  });

  it('reads an hour at 100 Hz in bounded time', () => {
    const header = 'time_s,accel_x_mps2,accel_y_mps2,accel_z_mps2,gyro_x_dps,gyro_y_dps,gyro_z_dps';
    const row = ',0.123456,-1.234567,9.806651,12.345678,-0.123456,3.141593';
    const lines = Array.from({ length: 360_000 }, (_, i) => (i / 100).toFixed(2) + row);
    const bytes = bytesOf([header, ...lines]);
    const start_ms = performance.now();
    const { recording } = readRecording(bytes);
    // About 0.4 s on one quiet core; the bound leaves room for a busy one.
    expect(performance.now() - start_ms).toBeLessThan(4000);
    expect(recording.length).toBe(360_000);
    expect(recording.t_s[359_999]).toBe(3599.99);
  });
});
