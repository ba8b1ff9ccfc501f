import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Reading } from '$lib/devices/models/model';
import { atFrequency, decodeThingy52, thingy52 } from '$lib/devices/models/thingy52';
import { SensorError } from '$lib/devices/sensor';
import { thingy52 as emulation } from '../../e2e/ble/peripherals/thingy52';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice, unexpected } from './played-device';

const SETTINGS = 'ef680401-9b35-4933-9b10-52ffa9740042';

/** At rest: six bytes as printed in Nordic's DevZone (question 47415), the rest built from the format. */
const AT_REST = fromHex('fafff4fff6032000c0ff6000100020003000');

function g({ accel_mps2 }: Reading): number[] {
  return accel_mps2.map((value) => value / GRAVITY_MPS2);
}

describe('a motion packet of a Thingy:52', () => {
  it('reads the bytes of a Thingy at rest in g and °/s', () => {
    const reading = decodeThingy52(viewOf(AT_REST));
    [-0.005859, -0.011719, 0.990234].forEach((value, axis) => {
      expect(g(reading)[axis]).toBeCloseTo(value, 6);
    });
    expect(reading.gyro_dps).toEqual([1, -2, 3]);
  });

  it('reads the largest and the smallest numbers in g and °/s', () => {
    const reading = decodeThingy52(viewOf(fromHex('ff7f008000000080ff7f0100000000000000')));
    expect(g(reading)[0]).toBeCloseTo(32767 / 1024, 9);
    expect(g(reading)[1]).toBeCloseTo(-32, 9);
    expect(reading.gyro_dps).toEqual([-1024, 1023.96875, 0.03125]);
  });

  it('has 18 bytes', () => {
    for (const bytes of [0, 6, 17]) {
      expect(() => decodeThingy52(viewOf(AT_REST.subarray(0, bytes)))).toThrow(SensorError);
    }
  });

  obeysDecoderLaws({
    newDecoder: () => (view) => [decodeThingy52(view)],
    packet: AT_REST,
    accelLimit_mps2: 32 * GRAVITY_MPS2,
    gyroLimit_dps: 1024,
  });
});

describe('the motion settings of a Thingy:52', () => {
  it('change in their frequency only, Hz', () => {
    const published = fromHex('e803f401f401c80001');
    expect(atFrequency(viewOf(published), 100)).toEqual(fromHex('e803f401f401640001'));
    // 2000, 700 and 900 ms, 5 Hz, no wake-on-motion.
    const own = fromHex('d007bc028403050000');
    expect(atFrequency(viewOf(own), 200)).toEqual(fromHex('d007bc028403c80000'));
    expect(own).toEqual(fromHex('d007bc028403050000'));
  });

  it('have nine bytes, however many were read', () => {
    expect(() => atFrequency(viewOf(fromHex('e803f401f401c800')), 100)).toThrow(SensorError);
    const longer = fromHex('ffe803f401f401c80001ff');
    expect(atFrequency(new DataView(longer.buffer, 1), 100)).toHaveLength(9);
  });
});

describe('a Thingy:52', () => {
  it('is set to a short interval and 100 Hz, measures, and ceases when the connection closes', async () => {
    const device = new PlayedDevice(emulation);
    expect(await thingy52.recognises(device)).toBe(true);
    const stream = await thingy52.open(device);
    expect(stream).toMatchObject({
      rate_Hz: 100,
      range_g: 2,
      clock: { kind: 'count', rate_Hz: 100 },
    });
    expect(device.measuring).toBe(false);
    const readings: Reading[] = [];
    await stream.start((batch) => readings.push(...batch), unexpected);
    expect(device.written).toEqual(emulation.setUp);
    const samples = movingSamples(emulation);
    device.send(emulation.packets(samples));
    expectSamples(readings, samples, {
      accel_mps2: emulation.resolution_mps2,
      gyro_dps: 1 / 32,
    });
    await stream.stop();
    device.disconnect();
    expect(device.written.slice(emulation.setUp.length)).toEqual(emulation.putDown);
    expect(device.measuring).toBe(false);
  });

  it('keeps what its owner set besides, and goes without the interval where it cannot be set', async () => {
    const { [SETTINGS.replace('0401', '0100')]: _, ...services } = emulation.services;
    const device = new PlayedDevice({ ...emulation, services });
    await device.write(SETTINGS.replace('0401', '0400'), SETTINGS, fromHex('d007bc028403050000'));
    await thingy52.open(device);
    expect(device.written.slice(1)).toEqual([
      { characteristic: SETTINGS, hex: 'd007bc028403640000' },
    ]);
  });

  it('runs at the rate it says it took', async () => {
    const device = new PlayedDevice(emulation);
    device.onRead = () => fromHex('e803f401f401320001');
    expect(await thingy52.open(device)).toMatchObject({
      rate_Hz: 50,
      clock: { kind: 'count', rate_Hz: 50 },
    });
  });

  it('is not ready at a rate that cannot be', async () => {
    const device = new PlayedDevice(emulation);
    device.onRead = () => fromHex('e803f401f401000001');
    await expect(thingy52.open(device)).rejects.toMatchObject({ code: 'not-ready' });
  });
});
