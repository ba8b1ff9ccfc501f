import { describe, expect, it } from 'vitest';
import { parseChosenColumns } from '../../../src/lib/core/file/formats/chosen-columns';
import { readRecording, readRecordingPair } from '../../../src/lib/core/file/read';
import { sampleAt } from '../../../src/lib/core/recording';
import { bytesOf, read, rows, timesOf } from './tables';

const G_MPS2 = 9.80665;
const DEG_PER_RAD = 180 / Math.PI;

/** One small file of each kind, written as the app writes it; the second sample is what every row says. */
const FILES: {
  kind: string;
  name?: string;
  lines: string[];
  format: string;
  times_s: number[];
  accel_mps2: [number, number, number];
  gyro_dps: [number, number, number] | null;
}[] = [
  {
    kind: 'phyphox, accelerometer only',
    lines: [
      '"Time (s)","Acceleration x (m/s^2)","Acceleration y (m/s^2)","Acceleration z (m/s^2)","Absolute acceleration (m/s^2)"',
      '9.364549000E-3,1.003170490E0,-5E-1,9.7E0,9.76E0',
      '1.136538300E-2,1.003170490E0,-5E-1,9.7E0,9.76E0',
    ],
    format: 'phyphox CSV: s, m/s²',
    times_s: [0.009364549, 0.011365383],
    accel_mps2: [1.00317049, -0.5, 9.7],
    gyro_dps: null,
  },
  {
    kind: 'phyphox, semicolon and decimal comma',
    lines: [
      '"Time (s)";"Acceleration x (m/s^2)";"Acceleration y (m/s^2)";"Acceleration z (m/s^2)"',
      '0,01;0,25;-0,5;9,75',
      '0,02;0,25;-0,5;9,75',
    ],
    format: 'phyphox CSV: s, m/s²',
    times_s: [0.01, 0.02],
    accel_mps2: [0.25, -0.5, 9.75],
    gyro_dps: null,
  },
  {
    kind: 'Sensor Logger, axes from z to x',
    name: 'TotalAcceleration.csv',
    lines: [
      'time,seconds_elapsed,z,y,x',
      '1767767458048101000,0.0981,9.75,-0.5,0.25',
      '1767767458058101000,0.1081,9.75,-0.5,0.25',
    ],
    format: 'Sensor Logger CSV: s, m/s²',
    times_s: [0.0981, 0.1081],
    accel_mps2: [0.25, -0.5, 9.75],
    gyro_dps: null,
  },
  {
    kind: 'Sensor Logger on an iPhone, in g',
    name: 'TotalAcceleration.csv',
    lines: [
      'time,seconds_elapsed,z,y,x',
      '1767767458048101000,0.1,-1,0,0.125',
      '1767767458058101000,0.11,-1,0,0.125',
    ],
    format: 'Sensor Logger CSV: s, g',
    times_s: [0.1, 0.11],
    accel_mps2: [0.125 * G_MPS2, 0, -G_MPS2],
    gyro_dps: null,
  },
  {
    kind: 'MetaBase',
    lines: [
      'epoc (ms),timestamp (-0400),elapsed (s),x-axis (g),y-axis (g),z-axis (g)',
      '1557864000500,2019-05-14T16.00.00.500,0.000,0.5,0,1',
      '1557864000510,2019-05-14T16.00.00.510,0.010,0.5,0,1',
    ],
    format: 'MetaBase CSV: s, g',
    times_s: [0, 0.01],
    accel_mps2: [0.5 * G_MPS2, 0, G_MPS2],
    gyro_dps: null,
  },
  {
    kind: 'WitMotion, address and clock',
    lines: [
      'StartTime: 2021-05-06 10:20:30.000',
      'address\tTime(s)\tax(g)\tay(g)\taz(g)\twx(deg/s)\twy(deg/s)\twz(deg/s)\tAngleX(deg)',
      '0x50\t 10:20:30.100\t0.5\t0\t1\t10\t-20\t30\t1.5',
      '0x50\t 10:20:30.120\t0.5\t0\t1\t10\t-20\t30\t1.5',
    ],
    format: 'WitMotion text: clock, g, °/s',
    times_s: [37230.1, 37230.12],
    accel_mps2: [0.5 * G_MPS2, 0, G_MPS2],
    gyro_dps: [10, -20, 30],
  },
  {
    kind: 'WitMotion, chip time before the time of receipt',
    lines: [
      'Time\tDevice name\tChip Time()\tAcceleration X(g)\tAcceleration Y(g)\tAcceleration Z(g)\tAngular velocity X(°/s)\tAngular velocity Y(°/s)\tAngular velocity Z(°/s)\t',
      ' 16:44:16.700\tWT901BLE67(d6:a8)\t2024-3-19 16:44:16:689\t0.5\t0\t1\t10\t-20\t30\t',
      ' 16:44:16.700\tWT901BLE67(d6:a8)\t2024-3-19 16:44:16:709\t0.5\t0\t1\t10\t-20\t30\t',
    ],
    format: 'WitMotion text: clock, g, °/s',
    times_s: [0, 0.02],
    accel_mps2: [0.5 * G_MPS2, 0, G_MPS2],
    gyro_dps: [10, -20, 30],
  },
  {
    kind: 'WitMotion without a chip clock',
    lines: [
      'time\tDeviceName\tChipTime()\tAccX(g)\tAccY(g)\tAccZ(g)\tAsX(°/s)\tAsY(°/s)\tAsZ(°/s)',
      '2026-10-02T07:48:45.830\tHC-06\tnull\t0.5\t0\t1\t10\t-20\t30',
      '2026-10-02T07:48:45.850\tHC-06\tnull\t0.5\t0\t1\t10\t-20\t30',
    ],
    format: 'WitMotion text: clock, g, °/s',
    times_s: [0, 0.02],
    accel_mps2: [0.5 * G_MPS2, 0, G_MPS2],
    gyro_dps: [10, -20, 30],
  },
  {
    kind: 'Movella DOT, its counter starting again from zero',
    lines: [
      'sep=,',
      'DeviceTag:,D422CD000001',
      'FirmwareVersion:,2.0.0',
      'OutputRate:,60Hz',
      'StartTime:,2023-01-02_10-20-30',
      '',
      'PacketCounter,SampleTimeFine,Quat_W,FreeAcc_X,FreeAcc_Y,FreeAcc_Z,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z',
      '1,4294960000,1,0,0,0,0.25,-0.5,9.75,10,-20,30',
      '2,9371,1,0,0,0,0.25,-0.5,9.75,10,-20,30',
    ],
    format: 'Movella DOT CSV: µs, m/s², °/s',
    times_s: [4294.96, 4294.976667],
    accel_mps2: [0.25, -0.5, 9.75],
    gyro_dps: [10, -20, 30],
  },
  {
    kind: 'Polar Sensor Logger, nanoseconds beyond a double',
    lines: [
      'Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg] ',
      '2021-03-23T16:08:48.463;599628000000000007;500;0;1000',
      '2021-03-23T16:08:48.463;599628000019230777;500;0;1000',
    ],
    format: 'Polar Sensor Logger text: ns, mg',
    times_s: [0, 0.01923077],
    accel_mps2: [0.5 * G_MPS2, 0, G_MPS2],
    gyro_dps: null,
  },
  {
    kind: 'barbell tracker',
    lines: [
      'rep_id,t_ms,ax_mps2,ay_mps2,az_mps2,gx_rads,gy_rads,gz_rads,aZ_filt,vZ',
      '0,358,0.25,-0.5,9.75,0.5,0,-1,0.96,0.01',
      '# REP_SUMMARY,idx=1,dur_ms=1376',
      '1,368,0.25,-0.5,9.75,0.5,0,-1,0.96,0.01',
    ],
    format: 'barbell tracker log: ms, m/s², rad/s',
    times_s: [0.358, 0.368],
    accel_mps2: [0.25, -0.5, 9.75],
    gyro_dps: [0.5 * DEG_PER_RAD, 0, -DEG_PER_RAD],
  },
  {
    kind: 'BROAD extract',
    lines: [
      't_s,ax,ay,az,gx,gy,gz,opt_x,opt_y,opt_z',
      '26.803,0.25,-0.5,9.75,0.5,0,-1,0,0,1.2',
      '26.8065,0.25,-0.5,9.75,0.5,0,-1,0,0,1.2',
    ],
    format: 'BROAD extract: s, m/s², rad/s',
    times_s: [26.803, 26.8065],
    accel_mps2: [0.25, -0.5, 9.75],
    gyro_dps: [0.5 * DEG_PER_RAD, 0, -DEG_PER_RAD],
  },
  {
    kind: 'names with units',
    lines: [
      't_us,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps',
      '5000,0.5,0,1,10,-20,30',
      '15000,0.5,0,1,10,-20,30',
    ],
    format: 'table with units in its names: µs, g, °/s',
    times_s: [0.005, 0.015],
    accel_mps2: [0.5 * G_MPS2, 0, G_MPS2],
    gyro_dps: [10, -20, 30],
  },
  {
    kind: 'units in a second header row',
    lines: [
      'time,ax,ay,az,gx,gy,gz',
      '[ms],[g],[g],[g],[deg/s],[deg/s],[deg/s]',
      '5,0.5,0,1,10,-20,30',
      '15,0.5,0,1,10,-20,30',
    ],
    format: 'table with units in its names: ms, g, °/s',
    times_s: [0.005, 0.015],
    accel_mps2: [0.5 * G_MPS2, 0, G_MPS2],
    gyro_dps: [10, -20, 30],
  },
  {
    kind: 'names with units in brackets, and linear acceleration beside',
    lines: [
      'Time (s),Linear Acceleration x (m/s²),Linear Acceleration y (m/s²),Linear Acceleration z (m/s²),Acceleration X [m/s²],Acceleration Y [m/s²],Acceleration Z [m/s²]',
      '1,0,0,0,0.25,-0.5,9.75',
      '1.01,0,0,0,0.25,-0.5,9.75',
    ],
    format: 'table with units in its names: s, m/s²',
    times_s: [1, 1.01],
    accel_mps2: [0.25, -0.5, 9.75],
    gyro_dps: null,
  },
];

describe('a file of each app', () => {
  it.each(FILES)('$kind', ({ lines, name, format, times_s, accel_mps2, gyro_dps }) => {
    const answer = read(lines, name);
    expect(answer.format).toBe(format);
    const { recording } = answer;
    expect(recording.length).toBe(times_s.length);
    times_s.forEach((t_s, i) => expect(recording.t_s[i]).toBeCloseTo(t_s, 9));
    const sample = sampleAt(recording, 1);
    expect(sample.accel_mps2).toEqual(accel_mps2.map(Math.fround));
    expect(sample.gyro_dps ?? null).toEqual(gyro_dps && gyro_dps.map(Math.fround));
  });
});

describe('Science Journal, each axis with moments of its own', () => {
  const lines = [
    'relative_time,LinearAccelerometerSensor,AccX,AccY,AccZ',
    ...rows(40, (_, i) => `${20 * i},,${i / 10},,9.8`),
    ...rows(39, (_, i) => `${20 * i + 10},,,${i / 10},`),
  ];

  it('is put onto the times of the fullest axis', () => {
    const { recording, notes } = read(lines);
    expect(timesOf(recording)).toEqual(Array.from({ length: 40 }, (_, i) => (20 * i) / 1000));
    expect(recording.accel_mps2.x[7]).toBeCloseTo(0.7, 6);
    expect(recording.accel_mps2.y[7]).toBeCloseTo(0.65, 6);
    expect(recording.accel_mps2.y[0]).toBeNaN();
    expect(recording.gyro_dps).toBeNull();
    expect(notes.map(({ code }) => code)).toContain('values-interpolated');
  });

  it('is not interpolated across a gap', () => {
    const gappy = lines.filter((line) => !/^(2|3)\d0,,,/.test(line));
    const { recording } = read(gappy);
    expect(recording.accel_mps2.y[14]).toBeNaN();
    expect(recording.accel_mps2.y[25]).toBeCloseTo(2.45, 6);
  });
});

it('rows of one sensor each are put together', () => {
  const accel = rows(50, (t_s, i) => `${t_s},${i / 10},0,9.8,,,`);
  const gyro = rows(50, (t_s, i) => `${t_s + 0.005},,,,${i},0,0`);
  const { recording, notes } = read([
    't_s,ax_mps2,ay_mps2,az_mps2,gx_dps,gy_dps,gz_dps',
    ...accel.flatMap((line, i) => [line, gyro[i]]),
  ]);
  expect(recording.length).toBe(50);
  expect(recording.accel_mps2.x[20]).toBeCloseTo(2, 6);
  expect(recording.gyro_dps?.x[20]).toBeCloseTo(19.5, 4);
  expect(notes.map(({ code }) => code)).toEqual(['values-interpolated']);
});

describe('an accelerometer and a gyroscope in two files', () => {
  const accel = {
    name: 'Accelerometer.csv',
    bytes: bytesOf([
      'epoc (ms),timestamp (-0400),elapsed (s),x-axis (g),y-axis (g),z-axis (g)',
      ...rows(100, (t_s) => `${1557864000500 + 1000 * t_s},,${t_s},0,0,1`),
    ]),
  };
  /** Starts 200 ms later, and counts its elapsed time from there. */
  const gyro = {
    name: 'Gyroscope.csv',
    bytes: bytesOf([
      'epoc (ms),timestamp (-0400),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)',
      ...rows(100, (t_s, i) => `${1557864000700 + 1000 * t_s},,${t_s},${i},0,0`),
    ]),
  };

  it.each([
    ['in this order', [accel, gyro] as const],
    ['in the other order', [gyro, accel] as const],
  ])('are joined on the clock they share, given %s', (_, files) => {
    const { recording, format } = readRecordingPair(files);
    expect(format).toBe('MetaBase CSV: s, g, °/s');
    expect(recording.length).toBe(100);
    expect(recording.gyro_dps?.x[10]).toBeNaN();
    expect(recording.gyro_dps?.x[50]).toBeCloseTo(30, 2);
  });

  it('are refused where they are not of one recording', () => {
    const refusal: unknown = expect.objectContaining({ code: 'not-a-pair' });
    expect(() => readRecordingPair([accel, accel])).toThrow(refusal);
    const dayLater = new TextDecoder().decode(gyro.bytes).replaceAll('1557864', '1557964');
    const other = { name: 'Gyroscope.csv', bytes: bytesOf(dayLater) };
    expect(() => readRecordingPair([accel, other])).toThrow(refusal);
  });

  it('the accelerometer is read alone, the gyroscope is not', () => {
    expect(readRecording(accel.bytes).recording.gyro_dps).toBeNull();
    expect(() => readRecording(gyro.bytes)).toThrow(
      expect.objectContaining({ code: 'no-acceleration' }),
    );
  });
});

describe('columns given by the user', () => {
  const lines = ['clock,a1,a2,a3,w1,w2,w3', '5,500,0,1000,1,0,0', '15,500,0,1000,1,0,0'];
  const readAs = (mapping: string) =>
    readRecording(bytesOf(lines), { columns: parseChosenColumns(mapping) });

  it('are taken in the units given', () => {
    const { recording, format } = readAs(
      'time=clock,ax=a1,ay=a2,az=a3,gx=w1,gy=w2,gz=w3,unit=mg,time_unit=ms,gyro_unit=rad/s',
    );
    expect(format).toBe('columns as given: ms, mg, rad/s');
    expect(timesOf(recording)).toEqual([0.005, 0.015]);
    expect(recording.accel_mps2.x[0]).toBeCloseTo(0.5 * G_MPS2, 6);
    expect(recording.gyro_dps?.x[0]).toBeCloseTo(DEG_PER_RAD, 4);
  });

  it('are in seconds unless told', () => {
    const { recording } = readAs('time=clock,ax=a1,ay=a2,az=a3,unit=mg');
    expect(timesOf(recording)).toEqual([5, 15]);
    expect(recording.gyro_dps).toBeNull();
  });

  it.each([
    ['a column the file lacks', 'time=clock,ax=a1,ay=a2,az=a9,unit=mg', 'bad-columns'],
    ['a time the file lacks', 'time=t,ax=a1,ay=a2,az=a3,unit=mg', 'bad-columns'],
    ['no unit', 'time=clock,ax=a1,ay=a2,az=a3', 'unknown-units'],
    [
      'no unit of the gyro',
      'time=clock,ax=a1,ay=a2,az=a3,gx=w1,gy=w2,gz=w3,unit=mg',
      'unknown-units',
    ],
    ['half a gyro', 'time=clock,ax=a1,ay=a2,az=a3,gx=w1,unit=mg,gyro_unit=dps', 'bad-columns'],
    ['an unknown key', 'time=clock,ax=a1,ay=a2,az=a3,color=red', 'bad-columns'],
    ['an unknown unit', 'time=clock,ax=a1,ay=a2,az=a3,unit=furlong', 'bad-columns'],
    ['an axis left out', 'time=clock,ax=a1,ay=a2,unit=g', 'bad-columns'],
    ['nothing', '', 'bad-columns'],
  ])('are refused with %s', (_, mapping, code) => {
    expect(() => readAs(mapping)).toThrow(expect.objectContaining({ code }));
  });
});
