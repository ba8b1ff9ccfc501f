import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Vector3 } from '$lib/core/recording';
import { failureOf } from '$lib/devices/gatt';
import type { Connection, Reading } from '$lib/devices/models/model';
import { choose, polarPmd } from '$lib/devices/models/polar-pmd';
import {
  factorOf,
  readFeatures,
  readResponse,
  readSettings,
  readStopped,
  refusal,
  writeSettings,
} from '$lib/devices/models/polar-pmd-control';
import {
  accelBatch,
  decompressed,
  FrameTimes,
  gyroBatch,
  newPmdDecoder,
  readPmdFrame,
} from '$lib/devices/models/polar-pmd-frames';
import { SensorError } from '$lib/devices/sensor';
import type { Emulation, Peripheral } from '../../e2e/ble/emulation';
import {
  packDeltas,
  playPmd,
  PMD_CONTROL,
  PMD_DATA,
  PMD_SERVICE,
  setting,
} from '../../e2e/ble/peripherals/pmd';
import { polarH10 } from '../../e2e/ble/peripherals/polar-h10';
import { polarVeritySense } from '../../e2e/ble/peripherals/polar-verity-sense';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { PlayedDevice } from './played-device';

/** polar-ble-sdk AccDataTest. */
const RAW_TYPE_1 = fromHex(
  '02009435770000000001f7ffffffe703f8fffeffe503f9ffffffe503faffffffe603fafffeffe603' +
    'f9ffffffe503f8ffffffe603f8fffeffe603faffffffe503faffffffe703faffffffe503f8ffffff' +
    'e603f7ffffffe603f8fffeffe603f9fffeffe703f9ff0000e603f9ffffffe603f7fffeffe503f9ff' +
    'ffffe503f9ffffffe503faff0000e603f9fffeffe603f8ffffffe603f8ffffffe503f9ffffffe603' +
    'f9ffffffe503faffffffe603f9ffffffe503f9ffffffe503f8fffeffe603f9ffffffe603f9ffffff' +
    'e603f9ff0000e503f9fffeffe603f8fffeffe603f7fffeffe603',
);
/** polar-ble-sdk AccDataTest. */
const COMPRESSED_TYPE_0 = fromHex(
  '020094357700000000807107f06a9e8d0a38be5cbeba2f96b3ee4be5adfb42b9ebbe4cfeba2f92bf' +
    'ee4be4b1fb12b9ecbd3c3ebb2f8fd3de4be3b5f7d2b8edbd307e7b2f8be3ce8be2baf7a2b8eebc20' +
    'be7b2f88f3cecbe1bdef52f8efbc18fe3b2f8403bfcbe0c2ef32b8f0bb044ebc2e8113af0be0c6ef' +
    'f2f7f1b9fc7dbc2e7d279f4bdfcaebc2f7f2b8eccd7c2e7b378f4bdecee392f7f3b8e00dfd2d774b' +
    '7fcbddd2df6237f5b7d44dbd2d745b6fcbdcd7d73237f6b5c88d7d2d716b4f4bdcdcd3f236f7b4bc' +
    'ddfd2c6f7b3f4bdbe0cfd236f8b2b02dbe2c6c8f1fcbdae3c7a276f9',
);
/** polar-ble-sdk AccDataTest. */
const COMPRESSED_TYPE_1 = fromHex('02650000000000000081f1ff1400f00306017b0f08');
/** polar-ble-sdk GyrDataTest. */
const GYRO = fromHex('05ffffffffffffff7f80eaff08000d000301df00');
/** A Verity Sense at rest, polar-ble-sdk issue 331; the last ten of 60 samples are cut off. */
const AT_REST = fromHex(
  '029c5829138457730781faff2100f403063b83d0ebc6f1ef3af21bfdef07bf1f00770f247e301041' +
    'ef0f3fe00bffef0f42e1038000e0c250f4bd0f0003e0f77e4008422f00c0af173ba127c0b0033d30' +
    'f47c6e1083fe03bfe01b4381f33e22003c30003e20107ecfffcaefe38160003f3f00050fe8c20f0c' +
    'bedf1f80ef13047ff7',
);

const ACCEL_52 = { rate_Hz: 52, factor: 1 };

function milliG(readings: readonly { accel_mps2: Vector3 }[]): number[][] {
  return readings.map(({ accel_mps2 }) =>
    accel_mps2.map((value) => +((value / GRAVITY_MPS2) * 1000).toFixed(6)),
  );
}

function accel_mG(packet: Uint8Array, factor = 1): number[][] {
  const { vectors } = accelBatch(readPmdFrame(viewOf(packet)), factor);
  return milliG(vectors.map((accel_mps2) => ({ accel_mps2 })));
}

/** A frame of one measurement, stamped in ns. */
function frame(measurement: number, stamp_ns: bigint, kind: number, content: readonly number[]) {
  const stamp = new Uint8Array(BigUint64Array.of(stamp_ns).buffer);
  return viewOf(Uint8Array.from([measurement, ...stamp, kind, ...content]));
}

describe('accelerometer frames', () => {
  it('reads raw type 1: 36 samples in mG, the last at the stamp', () => {
    const samples = accel_mG(RAW_TYPE_1);
    expect(samples).toHaveLength(36);
    expect(samples.slice(0, 3)).toEqual([
      [-9, -1, 999],
      [-8, -2, 997],
      [-7, -1, 997],
    ]);
    expect(samples.at(-1)).toEqual([-9, -2, 998]);
    expect(readPmdFrame(viewOf(RAW_TYPE_1)).stamp_ns).toBe(2_000_000_000n);
  });

  it('reads raw type 0 (8 bits) and type 2 (24 bits) in mG', () => {
    expect(milliG(rawReadings(0x00, [0xff, 0x80, 0x7f]))).toEqual([[-1, -128, 127]]);
    expect(
      milliG(rawReadings(0x02, [0xff, 0xff, 0xff, 0x70, 0x17, 0x00, 0x18, 0xfc, 0xff])),
    ).toEqual([[-1, 6000, -1000]]);
  });

  it('reads compressed type 0: 57 samples, counts times the factor in g', () => {
    const counts = [
      [1905, 27376, -29282],
      [2095, 27271, -29367],
    ];
    const samples = accel_mG(COMPRESSED_TYPE_0, 2.44e-4);
    expect(samples).toHaveLength(57);
    counts.forEach((each, i) =>
      each.forEach((count, axis) => expect(samples[i][axis]).toBeCloseTo(count * 0.244, 5)),
    );
    // They were measured at ± 8 g.
    expect(Math.max(...samples.flat().map(Math.abs))).toBeLessThanOrEqual(8000);
  });

  it('reads compressed type 1 in mG', () => {
    expect(accel_mG(COMPRESSED_TYPE_1)).toEqual([
      [-15, 20, 1008],
      [-20, 17, 1008],
    ]);
  });

  it('multiplies compressed type 1 by the factor, in mG', () => {
    expect(accel_mG(COMPRESSED_TYPE_1, 0.5)[0]).toEqual([-7.5, 10, 504]);
  });

  it('reads what is there of a frame that was cut off, in mG, and knows of the rest', () => {
    const samples = accel_mG(AT_REST);
    expect(samples).toHaveLength(50);
    expect(samples.slice(0, 6)).toEqual([
      [-6, 33, 1012],
      [-3, 35, 1009],
      [-9, 41, 1016],
      [-10, 36, 1010],
      [-2, 35, 1016],
      [-5, 34, 1014],
    ]);
    const weights = samples.map((each) => Math.hypot(...each));
    expect(Math.min(...weights)).toBeGreaterThan(1003.5);
    expect(Math.max(...weights)).toBeLessThan(1019.5);
    expect(accelBatch(readPmdFrame(viewOf(AT_REST)), 1).declared).toBe(60);
  });

  it('reads blocks of different widths one after the other, also of no width, in counts', () => {
    const content = [1, 0, 2, 0, 3, 0, 0, 2, 8, 1, 0xff, 0x01, 0x7f, 17, 1];
    // 17 bits: 256, 0, −1.
    content.push(0x00, 0x01, 0x00, 0x00, 0xfc, 0xff, 0x07);
    expect(decompressed(viewOf(Uint8Array.from(content)))).toEqual({
      declared: 5,
      vectors: [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [0, 3, 130],
        [256, 3, 129],
      ],
    });
  });

  it.each([
    ['a frame without its header', '0200943577000000'],
    ['raw samples whose end is missing', '02009435770000000001f7ffffffe703f8ff'],
    ['an unknown raw type', '02009435770000000003f7ffffffe703'],
    ['an unknown compressed type', '02009435770000000082f1ff1400f003'],
    ['a compressed frame without a first sample', '02009435770000000081f1ff1400'],
    ['differences wider than anything', '02009435770000000081f1ff1400f003ff01'],
    ['samples that add up to more than 16 bits', '02009435770000000081ff7fff7fff7f0201555555'],
    ['more than twice the largest range', '02009435770000000002ffff7f000000000000'],
  ])('refuses %s', (_, hex) => {
    expect(() => newPmdDecoder({ accel: ACCEL_52, gyro: null })(viewOf(fromHex(hex)))).toThrow(
      expect.objectContaining({ code: 'unreadable' }) as Error,
    );
  });
});

describe('gyroscope frames', () => {
  it('reads compressed type 0, °/s after the factor', () => {
    const { vectors } = gyroBatch(readPmdFrame(viewOf(GYRO)), 0.5);
    expect(vectors).toEqual([
      [-11, 4, 6.5],
      [-11.5, 5.5, 8],
    ]);
    expect(readPmdFrame(viewOf(GYRO)).stamp_ns).toBe(9_223_372_036_854_775_807n);
  });

  it.each(['05ffffffffffffff7f81eaff08000d00', '05ffffffffffffff7f00eaff08000d00'])(
    'refuses the layout of %s',
    (hex) => expect(() => gyroBatch(readPmdFrame(viewOf(fromHex(hex))), 1)).toThrow(SensorError),
  );
});

describe('the times of a stream, ns', () => {
  it('spreads the first frame backwards at the rate', () => {
    expect(new FrameTimes(100).ticks(0, 3)).toEqual([-20e6, -10e6, 0]);
  });

  it('spreads later ones evenly since the frame before', () => {
    const times = new FrameTimes(100);
    times.ticks(0, 3);
    expect(times.ticks(22e6, 2)).toEqual([11e6, 22e6]);
    // polar-ble-sdk AccDataTest: stamps 100 and 101, of which it keeps whole nanoseconds.
    const close = new FrameTimes(52);
    close.ticks(100, 1);
    expect(close.ticks(101, 2)).toEqual([100.5, 101]);
  });

  it('does not stretch a frame over one that was lost', () => {
    const times = new FrameTimes(100);
    times.ticks(0, 3);
    expect(times.ticks(60e6, 3)).toEqual([40e6, 50e6, 60e6]);
  });

  it('takes a frame only once', () => {
    const times = new FrameTimes(100);
    times.ticks(0, 3);
    expect(times.ticks(0, 3)).toEqual([]);
  });

  it('counts from the first stamp, so that nothing is rounded beyond 2⁵³', () => {
    const decode = newPmdDecoder({ accel: ACCEL_52, gyro: null });
    const first = 762_013_355_123_456_789n;
    const content = [0, 0, 0, 0, 232, 3];
    expect(decode(frame(2, first, 1, content))[0].tick).toBe(0);
    expect(decode(frame(2, first + 1n, 1, content))[0].tick).toBe(1);
  });

  it('passes over other measurements', () => {
    expect(newPmdDecoder({ accel: ACCEL_52, gyro: null })(viewOf(GYRO))).toEqual([]);
    expect(newPmdDecoder({ accel: ACCEL_52, gyro: null })(frame(0, 5n, 0, [1, 2, 3]))).toEqual([]);
  });
});

describe('the decoder without a gyroscope', () => {
  obeysDecoderLaws({
    newDecoder: () => newPmdDecoder({ accel: ACCEL_52, gyro: null }),
    packet: RAW_TYPE_1,
    accelLimit_mps2: 33 * GRAVITY_MPS2,
    gyroLimit_dps: 0,
  });
});

describe('the decoder with a gyroscope', () => {
  obeysDecoderLaws({
    newDecoder: () => {
      const decode = newJoiningDecoder();
      const still = packDeltas([
        [0, 0, 1000],
        [0, 0, 1000],
      ]);
      decode(frame(2, 2n ** 63n - 1n, 0x81, still));
      return decode;
    },
    packet: GYRO,
    accelLimit_mps2: 33 * GRAVITY_MPS2,
    gyroLimit_dps: 4000,
  });

  it('gives accelerometer readings once the gyroscope has reached them', () => {
    const decode = newJoiningDecoder();
    const still = packDeltas(Array.from({ length: 3 }, (): Vector3 => [0, 0, 1000]));
    const turning = packDeltas([0, 10, 20].map((x): Vector3 => [x, 0, 0]));
    expect(decode(frame(2, 10n ** 18n, 0x81, still))).toEqual([]);
    const readings = decode(frame(5, 10n ** 18n + 5_000_000n, 0x80, turning));
    // At 52 Hz samples are 19.23 ms apart; the gyroscope's lie 5 ms after the accelerometer's.
    expect(readings).toHaveLength(3);
    expect(readings[0].gyro_dps).toBeUndefined();
    expect(readings[1].gyro_dps?.[0]).toBeCloseTo(10 - (5 / 19.2308) * 10, 3);
    expect(readings[2].gyro_dps?.[0]).toBeCloseTo(20 - (5 / 19.2308) * 10, 3);
  });
});

describe('the control point', () => {
  const response = (hex: string) => readResponse(viewOf(fromHex(hex)));

  it('reads responses', () => {
    expect(response('f002020000')).toEqual({
      command: 2,
      measurement: 2,
      status: 0,
      more: false,
      parameters: new Uint8Array(0),
    });
    expect(response('f001020000ffffff')).toMatchObject({
      command: 1,
      status: 0,
      parameters: Uint8Array.of(255, 255, 255),
    });
    expect(response('f001060700')).toMatchObject({ command: 1, measurement: 6, status: 7 });
    expect(response('f0010200010001')).toMatchObject({ more: true });
    expect(response('f0020203')).toMatchObject({ status: 3, more: false });
  });

  it.each(['', 'f0', '0102', '0f050000'])('takes "%s" for no response', (hex) => {
    expect(response(hex)).toBeNull();
  });

  it('reads features', () => {
    expect(readFeatures(viewOf(fromHex('0f0500')))).toEqual({
      accel: true,
      gyro: false,
      sdkMode: false,
    });
    expect(readFeatures(viewOf(fromHex('0f6e02')))).toEqual({
      accel: true,
      gyro: true,
      sdkMode: true,
    });
    expect(() => readFeatures(viewOf(fromHex('f00500')))).toThrow(SensorError);
  });

  it('reads which streams the device has stopped', () => {
    expect(readStopped(viewOf(fromHex('010205')))).toEqual([2, 5]);
    expect(readStopped(viewOf(fromHex('f002020000')))).toBeNull();
  });

  it('reads settings in Hz, bits and °/s', () => {
    const settings = readSettings(fromHex('00013400010110000204f500f401e803d007040103'));
    expect([...settings]).toEqual([
      [0, [52]],
      [1, [16]],
      [2, [245, 500, 1000, 2000]],
      [4, [3]],
    ]);
  });

  it('reads ranges in thousandths, factors and keys, and stops at what it does not know', () => {
    const settings = readSettings(
      fromHex(`0301${'401f0000'}0501${'0000803d'}0601${'00'.repeat(16)}04010309010203`),
    );
    expect([...settings]).toEqual([
      [3, [8000]],
      [5, [0.0625]],
      [4, [3]],
    ]);
    expect(() => readSettings(fromHex('000234'))).toThrow(SensorError);
  });

  it('reads the factor of a start', () => {
    const started = (hex: string) => readResponse(viewOf(fromHex(hex)));
    const plain = started('f002050000');
    const told = started('f0020500000501' + '0000803d');
    const broken = started('f0020500000501' + '0000c07f');
    if (!plain || !told || !broken) throw new Error('These are responses.');
    expect(factorOf(plain)).toBe(1);
    expect(factorOf(told)).toBe(0.0625);
    expect(() => factorOf(broken)).toThrow(SensorError);
  });

  it('writes settings', () => {
    const hex = Buffer.from(
      writeSettings(
        new Map([
          [0, 200],
          [1, 16],
          [3, 70_000],
        ]),
      ),
    ).toString('hex');
    expect(hex).toBe('0001c800' + '01011000' + '030170110100');
  });

  it('has a sentence for every status that says what to do', () => {
    const sentences = Array.from({ length: 20 }, (_, i) => {
      const refused = { command: 2, measurement: 2, status: i + 1, more: false };
      return refusal('Polar Sense 1', { ...refused, parameters: new Uint8Array(0) });
    });
    for (const { message } of sentences) expect(message).toMatch(/^Polar Sense 1 .*\. [A-Z].*\.$/);
    expect(new Set(sentences.slice(0, 14).map(({ message }) => message)).size).toBe(14);
    expect(sentences[12]).toMatchObject({ code: 'not-ready' });
    expect(sentences[12].message).toContain('charger');
    expect(sentences[2]).toMatchObject({ code: 'wrong-device' });
    expect(sentences[9].message).toContain('MTU');
  });
});

describe('what is chosen', () => {
  const chosen = (offered: [number, number[]][], range: number) => {
    const { rate_Hz, range: got, parameters } = choose(new Map(offered), range);
    return { rate_Hz, range: got, hex: Buffer.from(parameters).toString('hex') };
  };

  it('of an H10 is 200 Hz and 8 g', () => {
    const offered: [number, number[]][] = [
      [0, [200, 100, 50, 25]],
      [1, [16]],
      [2, [2, 4, 8]],
    ];
    expect(chosen(offered, 8)).toEqual({ rate_Hz: 200, range: 8, hex: '0001c8000101100002010800' });
  });

  it('of a Verity Sense or OH1 outside its SDK mode is 52 Hz and 8 g', () => {
    const offered: [number, number[]][] = [
      [0, [52]],
      [1, [16]],
      [2, [8]],
      [4, [3]],
    ];
    expect(chosen(offered, 8)).toEqual({
      rate_Hz: 52,
      range: 8,
      hex: '000134000101100002010800040103',
    });
  });

  it('is the widest range where none is wide enough, and the slowest rate where all are too fast', () => {
    const offered: [number, number[]][] = [
      [0, [833, 416]],
      [3, [2000, 4000]],
    ];
    expect(chosen(offered, 8)).toEqual({ rate_Hz: 416, range: 4, hex: '0001a0010301a00f0000' });
  });

  it('needs a rate and a range', () => {
    expect(() => chosen([[2, [8]]], 8)).toThrow(SensorError);
    expect(() => chosen([[0, [52]]], 8)).toThrow(SensorError);
  });
});

/** What a device made from a Verity Sense says and does otherwise. */
function sense(change: Partial<Parameters<typeof playPmd>[0]> & Partial<Emulation>): Emulation {
  const device = {
    battery_percent: 50,
    features: [0x0f, 0x04, 0x00],
    measurements: [2],
    settings: () => [[...setting(0, 2, [52]), ...setting(1, 2, [16]), ...setting(2, 2, [8])]],
    startParameters: () => [],
    ...change,
  };
  return {
    ...polarVeritySense,
    play: (peripheral, measures) => playPmd(device, peripheral, measures),
    ...change,
  };
}

/** Answers every command with a status. */
function refusing(status: (command: number, measurement: number) => number): Emulation {
  return sense({
    play: (peripheral: Peripheral) => {
      peripheral.onRead = () => [0x0f, 0x04, 0x02];
      peripheral.on('write', ({ data: [command, measurement] }) => {
        const answer = [0xf0, command, measurement, status(command, measurement), 0];
        const settings = command === 1 ? [0, 1, 52, 0, 2, 1, 8, 0] : [];
        peripheral.notify(PMD_CONTROL, Uint8Array.from([...answer, ...settings]));
      });
    },
  });
}

describe('a Polar sensor', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([polarH10, polarVeritySense])(
    'is set up, measures and is put down: $name',
    async (device) => {
      const connection = new PlayedDevice(device);
      expect(await polarPmd.recognises(connection)).toBe(true);
      const stream = await polarPmd.open(connection);
      expect(connection.measuring).toBe(false);
      const taken: Reading[] = [];
      await stream.start(
        (readings) => taken.push(...readings),
        () => undefined,
      );
      expect(connection.measuring).toBe(true);
      expect(connection.written).toEqual(device.setUp);
      expect(stream).toMatchObject({ name: null, rate_Hz: device.rate_Hz, range_g: 8 });
      expect(stream.clock).toEqual({ kind: 'ticks', unit_s: 1e-9, period: Infinity });
      await stream.stop();
      expect(connection.measuring).toBe(false);
      expect(connection.written).toEqual([...device.setUp, ...device.putDown]);
      connection.notify(PMD_DATA, RAW_TYPE_1);
      expect(taken).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('without a gyroscope gives readings without rotation: OH1', async () => {
    const connection = new PlayedDevice(sense({ name: 'Polar OH1 1A2B3C4D' }));
    const stream = await polarPmd.open(connection);
    const taken: Reading[] = [];
    await stream.start(
      (readings) => taken.push(...readings),
      () => undefined,
    );
    connection.notify(PMD_DATA, COMPRESSED_TYPE_1);
    expect(stream.rate_Hz).toBe(52);
    expect(milliG(taken)).toEqual([
      [-15, 20, 1008],
      [-20, 17, 1008],
    ]);
    expect(taken[0].gyro_dps).toBeUndefined();
  });

  it('that is still measuring from before is stopped and started anew', async () => {
    const device = sense({});
    const connection = new PlayedDevice(device);
    await (
      await polarPmd.open(connection)
    ).start(
      () => undefined,
      () => undefined,
    );
    const again = await polarPmd.open(connection);
    connection.written.length = 0;
    await again.start(
      () => undefined,
      () => undefined,
    );
    expect(connection.written.map(({ hex }) => hex.slice(0, 4))).toEqual(['0202', '0302', '0202']);
    expect(connection.measuring).toBe(true);
  });

  it('whose SDK mode waits for a running stream has its streams stopped', async () => {
    const connection = new PlayedDevice(polarVeritySense);
    await connection.write(PMD_SERVICE, PMD_CONTROL, fromHex('0206'));
    connection.written.length = 0;
    const stream = await polarPmd.open(connection);
    expect(stream.rate_Hz).toBe(104);
    expect(connection.written.map(({ hex }) => hex)).toEqual([
      ...['0209', '0301', '0302', '0303', '0305', '0306', '0209'],
      ...['0102', '0105'],
    ]);
  });

  it('that will not enter its SDK mode measures at its usual rate', async () => {
    const connection = new PlayedDevice({
      ...refusing((command, measurement) => (measurement === 9 ? 3 : 0)),
    });
    expect((await polarPmd.open(connection)).rate_Hz).toBe(52);
  });

  it('that stops by itself is started again', async () => {
    const connection = new PlayedDevice(sense({}));
    const stream = await polarPmd.open(connection);
    await stream.start(
      () => undefined,
      () => undefined,
    );
    await connection.write(PMD_SERVICE, PMD_CONTROL, fromHex('0302'));
    expect(connection.measuring).toBe(false);
    connection.notify(PMD_CONTROL, fromHex('0102'));
    await vi.advanceTimersByTimeAsync(100);
    expect(connection.measuring).toBe(true);
  });

  it.each([
    [13, 'not-ready', /in its charger.*Take it out/],
    [10, 'not-ready', /short packets/],
    [3, 'wrong-device', /does not support/],
    [99, 'not-ready', /status 99/],
  ])('that answers its start with status %i is refused as %s', async (status, code, sentence) => {
    const connection = new PlayedDevice(refusing((command) => (command === 2 ? status : 0)));
    const stream = await polarPmd.open(connection);
    const start = stream.start(
      () => undefined,
      () => undefined,
    );
    await expect(start).rejects.toMatchObject({
      code,
      message: expect.stringMatching(sentence) as string,
    });
  });

  it('without an accelerometer is refused: H9', async () => {
    const connection = new PlayedDevice(sense({ features: [0x0f, 0x01, 0x00] }));
    await expect(polarPmd.open(connection)).rejects.toMatchObject({ code: 'wrong-device' });
  });

  it('that wants to be paired says so', async () => {
    const connection: Connection = new PlayedDevice(sense({}));
    const cause = new DOMException('GATT Error: Not paired.', 'NetworkError');
    connection.write = () => Promise.reject(failureOf(cause, 'A write failed'));
    await expect(polarPmd.open(connection)).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('Pair it in the Bluetooth settings') as string,
    });
  });

  it('that does not answer is unreachable after 10 s', async () => {
    const mute = sense({ play: (peripheral) => (peripheral.onRead = () => [0x0f, 0x04, 0x00]) });
    const open = polarPmd.open(new PlayedDevice(mute));
    const refused = expect(open).rejects.toMatchObject({ code: 'unreachable' });
    await vi.advanceTimersByTimeAsync(10_000);
    await refused;
  });
});

function rawReadings(kind: number, content: readonly number[]): readonly Reading[] {
  return newPmdDecoder({ accel: ACCEL_52, gyro: null })(frame(2, 5n, kind, content));
}

function newJoiningDecoder() {
  return newPmdDecoder({ accel: ACCEL_52, gyro: { rate_Hz: 52, factor: 1 } });
}
