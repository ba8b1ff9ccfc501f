import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../src/lib/core/file/read';
import { bytesOf, read, rows, timesOf, utf16 } from './tables';

const HEADER = 't_s,ax_mps2,ay_mps2,az_mps2';
const PLAIN = [HEADER, '0.01,1,-2,9.5', '0.02,1.5,-2.5,9.25', '0.03,2,-3,9'];
const text = PLAIN.join('\n');
const plain = read(PLAIN).recording;

describe('the same table in other clothes', () => {
  it.each([
    ['a UTF-8 byte order mark', bytesOf(`\ufeff${text}`)],
    ['UTF-16 LE with its mark', utf16(text, { bigEndian: false, mark: true })],
    ['UTF-16 BE with its mark', utf16(text, { bigEndian: true, mark: true })],
    ['UTF-16 LE without', utf16(text, { bigEndian: false, mark: false })],
    ['UTF-16 BE without', utf16(text, { bigEndian: true, mark: false })],
    ['CRLF', bytesOf(PLAIN, '\r\n')],
    ['CR', bytesOf(PLAIN, '\r')],
    ['no line break at the end', bytesOf(text)],
    ['tabs', bytesOf(text.replaceAll(',', '\t'))],
    ['semicolons', bytesOf(text.replaceAll(',', ';'))],
    ['semicolons and decimal commas', bytesOf(text.replaceAll(',', ';').replaceAll('.', ','))],
    ['tabs and decimal commas', bytesOf(text.replaceAll(',', '\t').replaceAll('.', ','))],
    ['quotes', bytesOf(text.replace(/[^,\n]+/g, '"$&"'))],
    [
      'quotes around decimal commas',
      bytesOf(text.replace(/[^,\n]+/g, (cell) => `"${cell.replace('.', ',')}"`)),
    ],
    ['spaces around the cells', bytesOf(text.replaceAll(',', ' , '))],
    ['blank lines', bytesOf(PLAIN.join('\n\n  \n'))],
    ['blank lines before', bytesOf(`\n\n${text}`)],
    ['a separator line', bytesOf(`sep=,\n${text}`)],
    ['lines on the session', bytesOf(`Device: A1\nStart,2024-01-01\n\n${text}`)],
    ['remarks between', bytesOf(PLAIN.join('\n# summary,1,2,3\n'))],
    ['a row of units', bytesOf([HEADER, 's,m/s^2,m/s^2,m/s^2', ...PLAIN.slice(1)])],
    ['further columns', bytesOf(PLAIN.map((line, i) => `${i ? 'x y' : 'label'},${line},7`))],
    ['a name with °', bytesOf(text.replace(HEADER, `${HEADER},Temp °C`))],
  ])('%s', (_, bytes) => {
    const { recording, notes } = readRecording(bytes);
    expect(recording).toEqual(plain);
    expect(notes).toEqual([]);
  });

  it('a file at an odd offset of its buffer', () => {
    const bytes = utf16(text, { bigEndian: false, mark: true });
    const buffer = new Uint8Array(bytes.length + 3);
    buffer.set(bytes, 3);
    expect(readRecording(buffer.subarray(3)).recording).toEqual(plain);
  });

  it('° as older Chinese and Western programs write it', () => {
    const names = ['t_s', 'ax(g)', 'ay(g)', 'az(g)', 'wx(@/s)', 'wy(@/s)', 'wz(@/s)'].join('\t');
    const ascii = bytesOf([names, '0\t0\t0\t1\t5\t0\t0', '1\t0\t0\t1\t5\t0\t0']);
    for (const degree of [[0xb0], [0xa1, 0xe3]]) {
      const bytes = Uint8Array.from(
        [...ascii].flatMap((byte) => (byte === 0x40 ? degree : [byte])),
      );
      expect(readRecording(bytes).recording.gyro_dps?.x[0]).toBe(5);
    }
  });
});

describe('lost values', () => {
  it.each(['', 'NaN', 'nan', 'null', '-', 'n/a', ' '])('"%s" is one', (cell) => {
    const { recording, notes } = read([HEADER, '0,0,0,9.8', `1,${cell},0,9.8`, '2,0,0,9.8']);
    expect(recording.length).toBe(3);
    expect(recording.accel_mps2.x[1]).toBeNaN();
    expect(recording.accel_mps2.y[1]).toBe(0);
    expect(notes).toEqual([]);
  });

  it('so is a cell that is no number, and the answer says where', () => {
    const { recording, notes } = read([HEADER, '0,0,0,9.8', '1,oops,0,9.8', '2,0,0,9.8']);
    expect(recording.accel_mps2.x[1]).toBeNaN();
    expect(notes).toEqual([
      {
        code: 'cells-unreadable',
        message: expect.stringMatching(/^1 .*line 3, column 2/) as string,
      },
    ]);
  });

  it('a gap stays a gap', () => {
    const { recording } = read([HEADER, '0,0,0,9.8', '0.01,0,0,9.8', '5,0,0,9.8']);
    expect(timesOf(recording)).toEqual([0, 0.01, 5]);
  });
});

describe('rows that cannot be samples', () => {
  it.each([
    ['no time', ',0,0,9.8', 1],
    ['words', 'stopped,,,', 1],
    ['the header again', HEADER, 1],
  ])('with %s are dropped and counted', (_, line, count) => {
    const { recording, notes } = read([HEADER, '0,0,0,9.8', '1,0,0,9.8', line, '2,0,0,9.8']);
    expect(timesOf(recording)).toEqual([0, 1, 2]);
    expect(notes).toEqual([
      { code: 'rows-dropped', message: expect.stringMatching(`^${count} row `) as string },
    ]);
  });

  it('a last row cut short is dropped', () => {
    const { recording, notes } = readRecording(
      bytesOf(`${HEADER}\n0,0,0,9.8\n1,0,0,9.8\n2,0,0,9.8\n3,0.1`),
    );
    expect(timesOf(recording)).toEqual([0, 1, 2]);
    expect(notes.map(({ code }) => code)).toEqual(['rows-dropped']);
  });
});

describe('times', () => {
  it('out of order are sorted and counted', () => {
    const { recording, notes } = read([
      HEADER,
      ...['0', '0.01', '0.03', '0.02', '0.04'].map((t, i) => `${t},${i},0,9.8`),
    ]);
    expect(timesOf(recording)).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
    expect([...recording.accel_mps2.x]).toEqual([0, 1, 3, 2, 4]);
    expect(notes).toEqual([
      { code: 'rows-out-of-order', message: '1 row out of order sorted by time.' },
    ]);
  });

  it('falling throughout are turned round', () => {
    const { recording } = read([HEADER, ...rows(300, (t_s) => `${10 - t_s},0,0,9.8`)]);
    expect(recording.length).toBe(300);
    expect(recording.t_s[299]).toBe(10);
  });

  it('of rows repeated whole are taken once', () => {
    const lines = rows(20, (t_s, i) => `${t_s},${i},${i % 2 ? '' : 0},9.8`);
    const { recording, notes } = read([HEADER, ...lines.flatMap((line) => [line, line])]);
    expect(recording.length).toBe(20);
    expect(notes).toEqual([
      { code: 'rows-repeated', message: '20 rows repeating the one before dropped.' },
    ]);
  });

  it('shared by rows of other values are spread up to the next', () => {
    const { recording, notes } = read([
      HEADER,
      '0,0,0,9.8',
      '0.04,1,0,9.8',
      '0.04,2,0,9.8',
      '0.04,3,0,9.8',
      '0.04,4,0,9.8',
      '0.08,5,0,9.8',
      '0.08,6,0,9.8',
      '0.12,7,0,9.8',
    ]);
    [0, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.12].forEach((t_s, i) =>
      expect(recording.t_s[i]).toBeCloseTo(t_s, 12),
    );
    expect([...recording.accel_mps2.x]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(notes.map(({ code }) => code)).toEqual(['times-spread']);
  });

  it('shared before a gap are not spread across it', () => {
    const { recording } = read([
      HEADER,
      ...['0', '0.02', '0.04', '0.04', '9', '9.02', '9.04'].map((t, i) => `${t},${i},0,9.8`),
    ]);
    expect(recording.t_s[3]).toBeCloseTo(0.05, 12);
  });

  it('starting again from zero: the longest stretch is read', () => {
    const { recording, notes } = read([
      HEADER,
      ...rows(200, (t_s) => `${t_s},1,0,9.8`),
      ...rows(500, (t_s) => `${t_s},2,0,9.8`),
    ]);
    expect(recording.length).toBe(500);
    expect(recording.accel_mps2.x.every((x) => x === 2)).toBe(true);
    expect(notes).toEqual([
      { code: 'clock-restarted', message: expect.stringMatching(/^200 rows left out/) as string },
    ]);
  });

  it('past midnight go on', () => {
    const { recording } = read([
      'Time(s)\tax(g)\tay(g)\taz(g)',
      '23:59:59.5\t0\t0\t1',
      '00:00:00.5\t0\t0\t1',
    ]);
    expect(recording.t_s[1] - recording.t_s[0]).toBeCloseTo(1, 9);
  });

  it('since 1970 in nanoseconds become seconds since the first, none of them lost', () => {
    const first = 1_767_767_458_048_101_003n;
    const { recording, format } = read([
      'time_ns,ax_g,ay_g,az_g',
      ...rows(3, (_, i) => `${first + BigInt(i) * 10_000_001n},0,0,1`),
    ]);
    expect(format).toContain('ns');
    expect(timesOf(recording)).toEqual([0, 0.010000001, 0.020000002]);
  });

  it('since 1970 in milliseconds likewise; since the device started as they are', () => {
    const header = 'time_ms,ax_g,ay_g,az_g';
    const epoch = read([header, '1700000000123,0,0,1', '1700000000133,0,0,1']);
    expect(timesOf(epoch.recording)).toEqual([0, 0.01]);
    const uptime = read([header, '8640000123,0,0,1', '8640000133,0,0,1']);
    expect(timesOf(uptime.recording)).toEqual([8640000.123, 8640000.133]);
  });
});
