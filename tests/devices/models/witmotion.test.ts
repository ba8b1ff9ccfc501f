import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Reading } from '$lib/devices/models/model';
import { newDecoder, witmotion } from '$lib/devices/models/witmotion';
import { SensorError } from '$lib/devices/sensor';
import { witmotion as emulation } from '../../e2e/ble/peripherals/witmotion';
import { fromHex, mayBeSplitAnywhere, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice } from './played-device';

/** One notification of a WT901BLE5.0, captured: four frames, of which the third repeats the second. */
const CAPTURED = fromHex(
  '5561fcffefff110800000000000098ff0d00f8315561fdffecff0e0800000000000098ff0d00f831' +
    '5561fdffecff0e0800000000000098ff0d00f8315561feffe9ff0f0800000000000098ff0d00f831',
);
/** A frame of a WT901BLE68 in motion, captured; its last four bytes, angles, are made up. */
const MOVING = fromHex('5561e403ebf43f007c0202ff330052fe00000000');
/** A frame of a WTVB01-BT50, as published: 28 bytes under the same head. */
const VIBROMETER = fromHex('5561110016000200020000000100e60a430047000a00250025002500');

function g({ accel_mps2 }: Reading): number[] {
  return accel_mps2.map((value) => value / GRAVITY_MPS2);
}

describe('a notification of a WitMotion', () => {
  it('holds specific force in g and angular rate in °/s', () => {
    const readings = newDecoder()(viewOf(CAPTURED));
    const published_g = [
      [-0.001953, -0.008301, 1.008301],
      [-0.001465, -0.009766, 1.006836],
      [-0.001465, -0.009766, 1.006836],
      [-0.000977, -0.01123, 1.007324],
    ];
    expect(readings).toHaveLength(4);
    published_g.forEach((vector_g, i) => {
      vector_g.forEach((value, axis) => expect(g(readings[i])[axis]).toBeCloseTo(value, 6));
      expect(readings[i].gyro_dps).toEqual([0, 0, 0]);
    });
  });

  it('holds a motion in g and °/s', () => {
    const [reading] = newDecoder()(viewOf(MOVING));
    [996 / 2048, -2837 / 2048, 63 / 2048].forEach((value, axis) => {
      expect(g(reading)[axis]).toBeCloseTo(value, 9);
    });
    const rates_dps = [636, -254, 51].map((raw) => (raw * 2000) / 32768);
    rates_dps.forEach((value, axis) => expect(reading.gyro_dps?.[axis]).toBeCloseTo(value, 9));
  });

  it('knows a frame that was sent twice, in one notification or in two', () => {
    const repeats = (readings: Reading[]) => readings.map(({ repeated }) => repeated ?? false);
    expect(repeats(newDecoder()(viewOf(CAPTURED)))).toEqual([false, false, true, false]);
    const decode = newDecoder();
    expect(repeats(decode(viewOf(MOVING)))).toEqual([false]);
    expect(repeats(decode(viewOf(MOVING)))).toEqual([true]);
  });

  it('may begin in the middle of a frame', () => {
    const readings = newDecoder()(viewOf(CAPTURED.slice(7)));
    expect(readings).toHaveLength(3);
    expect(g(readings[0])[2]).toBeCloseTo(1.006836, 6);
  });

  it('tells the battery’s charge from its voltage, %', () => {
    const told: number[] = [];
    const decode = newDecoder((percent) => told.push(percent));
    for (const cV of [412, 394, 371, 331]) {
      const reply = new Uint8Array(20);
      reply.set([0x55, 0x71, 0x64, 0x00, cV & 0xff, cV >> 8]);
      expect(decode(viewOf(reply))).toEqual([]);
    }
    expect(told).toEqual([100, 90, 20, 0]);
  });

  it('is refused where it is a vibrometer’s', () => {
    const both = Uint8Array.from([...VIBROMETER, ...VIBROMETER]);
    expect(() => newDecoder()(viewOf(both))).toThrow(
      expect.objectContaining({ code: 'wrong-device' }),
    );
    const decode = newDecoder();
    expect(decode(viewOf(VIBROMETER))).toEqual([]);
    expect(() => decode(viewOf(VIBROMETER))).toThrow(SensorError);
  });

  obeysDecoderLaws({
    newDecoder,
    packet: CAPTURED,
    accelLimit_mps2: 16 * GRAVITY_MPS2,
    gyroLimit_dps: 2000,
  });
  mayBeSplitAnywhere(newDecoder, CAPTURED);
});

describe('a WitMotion', () => {
  it('is set up, measures, and is put down', async () => {
    const device = new PlayedDevice(emulation);
    expect(await witmotion.recognises(device)).toBe(true);
    const stream = await witmotion.open(device);
    const [heard, charges]: [Reading[], number[]] = [[], []];
    await stream.start(
      (readings) => heard.push(...readings),
      (percent) => charges.push(percent),
    );
    expect(device.written).toEqual(emulation.setUp);
    expect(charges).toEqual([emulation.battery_percent]);
    const samples = movingSamples(emulation);
    device.send(emulation.packets(samples));
    expectSamples(heard, samples, {
      accel_mps2: emulation.resolution_mps2,
      gyro_dps: 2000 / 32768,
    });
    await stream.stop();
    expect(device.written.slice(emulation.setUp.length)).toEqual(emulation.putDown);
  });

  it('is not one where its name says that it measures vibration', async () => {
    const device = new PlayedDevice({ ...emulation, name: 'WTVB01-BT50' });
    await expect(witmotion.open(device)).rejects.toMatchObject({ code: 'wrong-device' });
  });
});
