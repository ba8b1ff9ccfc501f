import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import { failureOf } from '$lib/devices/gatt';
import { decodeMicrobit, microbit } from '$lib/devices/models/microbit';
import type { Reading } from '$lib/devices/models/model';
import { SensorError } from '$lib/devices/sensor';
import { microbit as emulation } from '../../e2e/ble/peripherals/microbit';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice, unexpected } from './played-device';

const DEVICE_INFORMATION = '0000180a-0000-1000-8000-00805f9b34fb';

/** As printed in microbit-dal #355. */
const CAPTURED = fromHex('0001a0032001');

/** What the connection makes of an error of the browser. */
function refusal(name: string, message: string): SensorError {
  return failureOf(new DOMException(message, name), 'Writing failed');
}

describe('an acceleration packet of a micro:bit', () => {
  it('reads a captured packet in g', () => {
    const { accel_mps2, gyro_dps } = decodeMicrobit(viewOf(CAPTURED));
    [0.256, 0.928, 0.288].forEach((value, axis) => {
      expect(accel_mps2[axis] / GRAVITY_MPS2).toBeCloseTo(value, 9);
    });
    expect(gyro_dps).toBeUndefined();
  });

  it('reads negative numbers in g', () => {
    const { accel_mps2 } = decodeMicrobit(viewOf(fromHex('00fcfffff807')));
    [-1.024, -0.001, 2.04].forEach((value, axis) => {
      expect(accel_mps2[axis] / GRAVITY_MPS2).toBeCloseTo(value, 9);
    });
  });

  it('is never taken for a repeat: at rest ten bits say the same again and again', () => {
    const decoded = [CAPTURED, CAPTURED].map((packet) => decodeMicrobit(viewOf(packet)));
    expect(decoded.every(({ repeated }) => repeated === undefined)).toBe(true);
  });

  it('has six bytes', () => {
    for (const bytes of [0, 2, 5]) {
      expect(() => decodeMicrobit(viewOf(CAPTURED.subarray(0, bytes)))).toThrow(SensorError);
    }
  });

  obeysDecoderLaws({
    newDecoder: () => (view) => [decodeMicrobit(view)],
    packet: CAPTURED,
    accelLimit_mps2: 32.768 * GRAVITY_MPS2,
    gyroLimit_dps: 0,
  });
});

describe('a micro:bit', () => {
  it('is set to 20 ms, measures, and is let go', async () => {
    const device = new PlayedDevice(emulation);
    expect(await microbit.recognises(device)).toBe(true);
    const stream = await microbit.open(device);
    expect(stream).toMatchObject({
      rate_Hz: 50,
      range_g: 2,
      clock: { kind: 'count', rate_Hz: 50 },
    });
    const readings: Reading[] = [];
    await stream.start((batch) => readings.push(...batch), unexpected);
    expect(device.written).toEqual(emulation.setUp);
    const samples = movingSamples(emulation);
    device.send(emulation.packets(samples));
    expectSamples(readings, samples, { accel_mps2: emulation.resolution_mps2, gyro_dps: 0 });
    await stream.stop();
    device.disconnect();
    expect(device.written.slice(emulation.setUp.length)).toEqual(emulation.putDown);
    expect(device.measuring).toBe(false);
  });

  it('runs at the period it says it took', async () => {
    const device = new PlayedDevice(emulation);
    device.onRead = () => [40, 0];
    expect(await microbit.open(device)).toMatchObject({ rate_Hz: 25 });
  });

  it('is not ready when it says that it measures every 0 ms', async () => {
    const device = new PlayedDevice(emulation);
    device.onRead = () => [0, 0];
    await expect(microbit.open(device)).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('is known by its model number where its program lacks the service, and told to load another', async () => {
    const services = { [DEVICE_INFORMATION]: emulation.services[DEVICE_INFORMATION] };
    const device = new PlayedDevice({ ...emulation, services });
    expect(await microbit.recognises(device)).toBe(true);
    await expect(microbit.open(device)).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('accelerometer service') as unknown,
    });
    device.onRead = () => new TextEncoder().encode('Thingy:52');
    expect(await microbit.recognises(device)).toBe(false);
    expect(await microbit.recognises(new PlayedDevice({ ...emulation, services: {} }))).toBe(false);
  });

  it.each([
    ['NetworkError', 'GATT Error: Not paired.'],
    ['NetworkError', 'Authentication failed.'],
    ['SecurityError', 'GATT operation not authorized.'],
    ['NotSupportedError', 'GATT operation not permitted.'],
    ['NotSupportedError', 'GATT operation failed for unknown reason.'],
  ])('says how to build its program when a write fails with %s: %s', async (name, message) => {
    const device = new PlayedDevice(emulation);
    device.write = () => Promise.reject(refusal(name, message));
    await expect(microbit.open(device)).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining("'No Pairing Required'") as unknown,
      cause: { cause: { message } },
    });
  });

  it('says so too when only its packets want pairing', async () => {
    const device = new PlayedDevice(emulation);
    const stream = await microbit.open(device);
    device.subscribe = () => Promise.reject(refusal('NetworkError', 'GATT Error: Not paired.'));
    await expect(stream.start(unexpected, unexpected)).rejects.toMatchObject({
      code: 'not-ready',
    });
  });

  it('leaves a broken link a broken link', async () => {
    const device = new PlayedDevice(emulation);
    const broken = refusal('NetworkError', 'GATT Server is disconnected.');
    device.write = () => Promise.reject(broken);
    await expect(microbit.open(device)).rejects.toBe(broken);
  });
});
