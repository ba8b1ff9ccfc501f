import { describe, expect, it, vi } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Reading } from '$lib/devices/models/model';
import {
  decodeMetamotionBattery,
  decodeModuleVersion,
  metamotion,
  newMetamotionDecoder,
  readBurst,
  type MetamotionSettings,
} from '$lib/devices/models/metamotion';
import { SensorError } from '$lib/devices/sensor';
import { metamotionR, metamotionS } from '../../e2e/ble/peripherals/metamotion';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, expectSilenceOnceStopped, movingSamples } from './moving';
import { PlayedDevice } from './played-device';

const SERVICE = '326a9000-85cb-9195-d9dd-464cfbbae75a';
const COMMAND = '326a9001-85cb-9195-d9dd-464cfbbae75a';
const NOTIFY = '326a9006-85cb-9195-d9dd-464cfbbae75a';

const BMI160: MetamotionSettings = { chip: 'bmi160', accelRange_g: 16, gyroRange_dps: 2000 };
const BMI270: MetamotionSettings = { chip: 'bmi270', accelRange_g: 16, gyroRange_dps: 2000 };

// From the tests of mbientlab/MetaWear-SDK-Cpp.
const ACCEL_SINGLE_4G = '030416c494a22ad0';
const ACCEL_PACKED_8G = '031c62b7530de9fd16d04d0e57028affa1050a01';
const GYRO_SINGLE_500DPS = '13053e43ff7f0080';
/** The values of the packed specific force, behind another header. */
const THREE = '62b7530de9fd16d04d0e57028affa1050a01';

function read(hex: string, settings: MetamotionSettings) {
  return readBurst(viewOf(fromHex(hex)), settings);
}

function expectVectors(
  vectors: readonly (readonly number[])[] | undefined,
  expected: readonly (readonly number[])[],
  perUnit = 1,
) {
  expect(vectors).toHaveLength(expected.length);
  expected.forEach((vector, i) => {
    vector.forEach((value, axis) => {
      expect((vectors?.[i][axis] ?? NaN) / perUnit).toBeCloseTo(value, 3);
    });
  });
}

describe('a measurement of a MetaMotion', () => {
  it('reads the published single specific force at ± 4 g, in g', () => {
    for (const settings of [BMI160, BMI270]) {
      const burst = read(ACCEL_SINGLE_4G, { ...settings, accelRange_g: 4 });
      expect(burst?.kind).toBe('accel');
      expectVectors(burst?.vectors, [[-1.872, -2.919, -1.495]], GRAVITY_MPS2);
    }
  });

  const PACKED_G = [
    [-4.539, 0.833, -0.131],
    [-2.995, 0.894, 0.146],
    [-0.029, 0.352, 0.065],
  ];

  it('reads the published packed specific force of a BMI160 at ± 8 g, in g', () => {
    const burst = read(ACCEL_PACKED_8G, { ...BMI160, accelRange_g: 8 });
    expect(burst?.kind).toBe('accel');
    expectVectors(burst?.vectors, PACKED_G, GRAVITY_MPS2);
  });

  it('reads the same packed behind the header of a BMI270, in g', () => {
    const burst = read(`0305${THREE}`, { ...BMI270, accelRange_g: 8 });
    expectVectors(burst?.vectors, PACKED_G, GRAVITY_MPS2);
  });

  it('reads the published single angular rate of a BMI160 at ± 500 °/s, in °/s', () => {
    const burst = read(GYRO_SINGLE_500DPS, { ...BMI160, gyroRange_dps: 500 });
    expect(burst?.kind).toBe('gyro');
    expectVectors(burst?.vectors, [[262.409, 499.497, -499.512]]);
  });

  it('reads the angular rate of a BMI270 from its own registers, in °/s', () => {
    const settings: MetamotionSettings = { ...BMI270, gyroRange_dps: 500 };
    expectVectors(read('13043e43ff7f0080', settings)?.vectors, [[262.409, 499.497, -499.512]]);
    expect(read(`1305${THREE}`, settings)?.vectors).toHaveLength(3);
    expect(read(`1307${THREE}`, { ...BMI160, gyroRange_dps: 500 })?.vectors).toHaveLength(3);
  });

  it.each([
    [2, 16384],
    [4, 8192],
    [8, 4096],
    [16, 2048],
  ] as const)('at ± %i g has %i steps to a g', (accelRange_g, steps) => {
    const hex = Buffer.alloc(6);
    hex.writeInt16LE(steps / 2, 0);
    hex.writeInt16LE(-32768, 2);
    const burst = read(`0304${hex.toString('hex')}`, { ...BMI160, accelRange_g });
    expectVectors(burst?.vectors, [[0.5, -accelRange_g, 0]], GRAVITY_MPS2);
  });

  it.each([
    [2000, 16.4],
    [1000, 32.8],
    [500, 65.6],
    [250, 131.2],
    [125, 262.4],
  ] as const)('at ± %i °/s has %f steps to a °/s', (gyroRange_dps, steps) => {
    const hex = Buffer.alloc(6);
    hex.writeInt16LE(Math.round(10 * steps), 0);
    hex.writeInt16LE(Math.round(-100 * steps), 2);
    const burst = read(`1304${hex.toString('hex')}`, { ...BMI270, gyroRange_dps });
    expectVectors(burst?.vectors, [[10, -100, 0]]);
  });

  it('is refused with another length than one or three', () => {
    for (const hex of [
      '0304',
      ACCEL_SINGLE_4G.slice(0, -2),
      `${ACCEL_SINGLE_4G}00`,
      `031c${THREE.slice(2)}`,
    ]) {
      expect(() => read(hex, BMI160)).toThrow(SensorError);
    }
    // Three single ones, and a packed one that is single.
    expect(() => read(`0304${THREE}`, BMI160)).toThrow('8 were expected');
    expect(() => read(ACCEL_SINGLE_4G.replace('0304', '0305'), BMI270)).toThrow('20 were expected');
    expect(() => read('03', BMI160)).toThrow(SensorError);
  });

  it('is not found in messages of other modules and registers', () => {
    for (const hex of [
      '03800101',
      '118c633410',
      '010101',
      '0303280c',
      `1304${THREE}`,
      `0305${THREE}`,
    ]) {
      expect(read(hex, BMI160)).toBeNull();
    }
  });
});

describe('a MetaMotion decoder', () => {
  it('pairs three measurements of specific force, m/s², with three of angular rate, °/s', () => {
    const decode = newMetamotionDecoder({ ...BMI160, accelRange_g: 8, gyroRange_dps: 500 });
    expect(decode(viewOf(fromHex(ACCEL_PACKED_8G)))).toEqual([]);
    const readings = decode(viewOf(fromHex(`1307${THREE}`)));
    expect(readings).toHaveLength(3);
    expect(readings[1].accel_mps2[0]).toBeCloseTo(-2.99463 * GRAVITY_MPS2, 3);
    expect(readings[1].gyro_dps?.[0]).toBeCloseTo(-12266 / 65.6, 9);
  });

  for (const [name, settings, accel, gyro] of [
    ['BMI160', BMI160, `031c${THREE}`, `1307${THREE}`],
    ['BMI270', BMI270, `0305${THREE}`, `1305${THREE}`],
  ] as const) {
    describe(`of a ${name}`, () => {
      obeysDecoderLaws({
        // Decodes each packet between two others, so that a single one gives readings.
        newDecoder: () => {
          const decode = newMetamotionDecoder(settings);
          return (view) => [...decode(view), ...decode(viewOf(fromHex(gyro)))];
        },
        packet: fromHex(accel),
        accelLimit_mps2: 16 * GRAVITY_MPS2,
        gyroLimit_dps: 2000,
      });
    });
  }
});

describe('other answers of a MetaMotion', () => {
  it('tell the battery: the published 99 %, 4148 mV', () => {
    expect(decodeMetamotionBattery(viewOf(fromHex('118c633410')))).toEqual({
      percent: 99,
      voltage_mV: 4148,
    });
    for (const hex of ['118c6334', '118c653410', '118d633410', '038c633410', '']) {
      expect(() => decodeMetamotionBattery(viewOf(fromHex(hex)))).toThrow(SensorError);
    }
  });

  it('tell what a module is: the published BMI160, and none', () => {
    expect(decodeModuleVersion(viewOf(fromHex('03800101')))).toEqual({
      implementation: 1,
      revision: 1,
    });
    expect(decodeModuleVersion(viewOf(fromHex('1380')))).toBeNull();
    for (const hex of ['03', '038001', '03030101']) {
      expect(() => decodeModuleVersion(viewOf(fromHex(hex)))).toThrow(SensorError);
    }
  });
});

describe.each([
  ['R, with a BMI160', metamotionR],
  ['S, with a BMI270', metamotionS],
])('a MetaMotion %s', (_, emulation) => {
  it('is set up, measures within half a step, and is put down', async () => {
    const device = new PlayedDevice(emulation);
    expect(await metamotion.recognises(device)).toBe(true);
    const stream = await metamotion.open(device);
    expect(device.measuring).toBe(false);
    const readings: Reading[] = [];
    const charges: number[] = [];
    await stream.start(
      (batch) => readings.push(...batch),
      (percent) => charges.push(percent),
    );
    expect(device.written).toEqual(emulation.setUp);
    expect(device.measuring).toBe(true);
    expect(stream.clock).toEqual({ kind: 'count', rate_Hz: 100 });
    expect(stream).toMatchObject({ name: emulation.shownAs, rate_Hz: 100, range_g: 16 });
    expect(charges).toEqual([87]);

    // 333 packets of three; the thousandth sample waits for two more.
    const samples = movingSamples(emulation);
    device.send(emulation.packets(samples));
    const within = { accel_mps2: GRAVITY_MPS2 / 2048 / 2, gyro_dps: 1 / 32.8 / 2 };
    expectSamples(readings, samples.slice(0, 999), within);

    await stream.stop();
    expect(device.written.slice(emulation.setUp.length)).toEqual(emulation.putDown);
    expect(device.measuring).toBe(false);
  });

  it('loses nothing but what is lost, and stays in step', async () => {
    const device = new PlayedDevice(emulation);
    const stream = await metamotion.open(device);
    const readings: Reading[] = [];
    await stream.start(
      (batch) => readings.push(...batch),
      () => {},
    );
    const samples = movingSamples(emulation);
    const packets = emulation.packets(samples);
    // The gyroscope's 50th and the accelerometer's 101st.
    device.send(packets.filter((_, i) => i !== 99 && i !== 200));
    expect(readings).toHaveLength(999);
    const told = readings.map(({ gyro_dps, repeated }) =>
      repeated ? 'lost' : gyro_dps ? 'both' : 'accel',
    );
    expect(told.flatMap((what, i) => (what === 'accel' ? [i] : []))).toEqual([147, 148, 149]);
    expect(told.flatMap((what, i) => (what === 'lost' ? [i] : []))).toEqual([300, 301, 302]);
    const whole = (_: unknown, i: number) => told[i] === 'both';
    const within = { accel_mps2: GRAVITY_MPS2 / 2048 / 2, gyro_dps: 1 / 32.8 / 2 };
    expectSamples(readings.filter(whole), samples.slice(0, 999).filter(whole), within);
  });

  it('hears nothing after it was stopped', async () => {
    await expectSilenceOnceStopped(metamotion, emulation);
  });
});

/** A board that answers the two questions for its modules so, in hex, or not at all. */
function boardThatAnswers(accel: string | null, gyro: string | null): PlayedDevice {
  return new PlayedDevice({
    ...metamotionR,
    services: { [SERVICE]: { [COMMAND]: ['write'], [NOTIFY]: ['notify'] } },
    play(peripheral) {
      peripheral.on('write', ({ data }) => {
        const hex = Buffer.from(data).toString('hex');
        const answer = hex === '0380' ? accel : hex === '1380' ? gyro : null;
        if (answer !== null) peripheral.notify(NOTIFY, fromHex(hex + answer));
      });
    },
  });
}

describe('opening a MetaMotion', () => {
  it('takes the name of the device where it tells no model', async () => {
    const stream = await metamotion.open(boardThatAnswers('0101', '0001'));
    expect(stream.name).toBeNull();
  });

  it('refuses a board with another chip, and says which', async () => {
    for (const [accel, gyro] of [
      ['0001', ''],
      ['0301', '0001'],
      ['0101', ''],
      ['0101', '0100'],
    ]) {
      await expect(metamotion.open(boardThatAnswers(accel, gyro))).rejects.toMatchObject({
        code: 'wrong-device',
      });
    }
    await expect(metamotion.open(boardThatAnswers('0301', ''))).rejects.toThrow(
      'accelerometer no. 3 and no gyroscope',
    );
  });

  it('asks for newer firmware where it cannot pack', async () => {
    await expect(metamotion.open(boardThatAnswers('0101', '0000'))).rejects.toMatchObject({
      code: 'not-ready',
    });
  });

  it('gives up on a board that does not answer within 3 s', async () => {
    vi.useFakeTimers();
    try {
      const opened = expect(metamotion.open(boardThatAnswers('0101', null))).rejects.toMatchObject({
        code: 'unreachable',
      });
      await vi.advanceTimersByTimeAsync(3000);
      await opened;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('rejects at once where the question cannot be sent, and leaves no timer', async () => {
    const device = boardThatAnswers('0101', '0001');
    device.write = () => Promise.reject(new SensorError('unreachable', 'The link broke.'));
    vi.useFakeTimers();
    try {
      await expect(metamotion.open(device)).rejects.toThrow('The link broke.');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is only for devices with its service and characteristics', async () => {
    const without = (services: (typeof metamotionR)['services']) =>
      metamotion.recognises(new PlayedDevice({ ...metamotionR, services }));
    expect(await without({})).toBe(false);
    expect(await without({ [SERVICE]: { [COMMAND]: ['write'] } })).toBe(false);
    expect(await without({ [SERVICE]: { [NOTIFY]: ['notify'] } })).toBe(false);
  });
});
