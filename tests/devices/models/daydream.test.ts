import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import { daydream, decodeDaydream, type DaydreamReading } from '$lib/devices/models/daydream';
import type { Reading } from '$lib/devices/models/model';
import { SensorError } from '$lib/devices/sensor';
import { daydream as emulation } from '../../e2e/ble/peripherals/daydream';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice, unexpected } from './played-device';

/** Flat on a table: Stack Overflow 41462096. */
const ON_A_TABLE = fromHex('26200067ffff70008421ff800000000000000001');

function decoded(hex: string): DaydreamReading {
  return decodeDaydream(viewOf(fromHex(hex)));
}

function g({ accel_mps2 }: Reading): number[] {
  return accel_mps2.map((value) => value / GRAVITY_MPS2);
}

describe('a packet of a Daydream controller', () => {
  it('reads one flat on a table in ms, g and °/s', () => {
    const reading = decodeDaydream(viewOf(ON_A_TABLE));
    expect(reading).toMatchObject({ tick: 76, sequence: 8, gyro_dps: [0, 0, 0] });
    [0.0039, 1.0315, -0.0156].forEach((value, axis) => {
      expect(g(reading)[axis]).toBeCloseTo(value, 4);
    });
  });

  it('reads another on a table in ms, g and °/s', () => {
    const reading = decoded('cc5bffb9b0fceffc44460040000003fec0000000');
    expect(reading).toMatchObject({ tick: 408, sequence: 22 });
    [-0.0293, 1.0686, 0.0078].forEach((value, axis) => {
      expect(g(reading)[axis]).toBeCloseTo(value, 4);
    });
    [0, 0, -5.0012].forEach((value, axis) => {
      expect(reading.gyro_dps[axis]).toBeCloseTo(value, 4);
    });
  });

  it('reads every bit set as the last ms, and one below zero on every axis', () => {
    const reading = decoded('ff'.repeat(20));
    expect(reading).toMatchObject({ tick: 511, sequence: 31 });
    for (const value of g(reading)) expect(value).toBeCloseTo(-8 / 4095, 9);
    for (const value of reading.gyro_dps) expect(value).toBeCloseTo(-2048 / 4095, 9);
  });

  it('reads each field from its own bits', () => {
    // Beginning and width of the axes of force, then of angular rate.
    const fields = [53, 66, 79, 92, 105, 118];
    fields.forEach((at, axis) => {
      const bits = '0'.repeat(at) + '0' + '1'.repeat(12) + '0'.repeat(160 - at - 13);
      const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (each) => parseInt(each, 2));
      const reading = decodeDaydream(viewOf(bytes));
      const counts = [
        ...g(reading).map((value) => (value * 4095) / 8),
        ...reading.gyro_dps.map((value) => (value * 4095) / 2048),
      ];
      counts.forEach((value, i) => expect(value).toBeCloseTo(i === axis ? 4095 : 0, 6));
      expect(reading).toMatchObject({ tick: 0, sequence: 0 });
    });
  });

  it('has 20 bytes', () => {
    for (const bytes of [0, 2, 19]) {
      expect(() => decodeDaydream(viewOf(ON_A_TABLE.subarray(0, bytes)))).toThrow(SensorError);
    }
  });

  obeysDecoderLaws({
    newDecoder: () => (view) => [decodeDaydream(view)],
    packet: ON_A_TABLE,
    accelLimit_mps2: ((4096 * 8) / 4095) * GRAVITY_MPS2,
    gyroLimit_dps: (4096 * 2048) / 4095,
  });
});

describe('a Daydream controller', () => {
  it('needs no setting, stamps its readings in ms modulo 512, and is let go', async () => {
    const device = new PlayedDevice(emulation);
    expect(await daydream.recognises(device)).toBe(true);
    const stream = await daydream.open(device);
    expect(stream).toMatchObject({
      rate_Hz: 60,
      range_g: 8,
      clock: { kind: 'ticks', unit_s: 0.001, period: 512 },
    });
    const readings: Reading[] = [];
    await stream.start((batch) => readings.push(...batch), unexpected);
    const samples = movingSamples(emulation);
    device.send(emulation.packets(samples));
    expectSamples(readings, samples, {
      accel_mps2: emulation.resolution_mps2,
      gyro_dps: 2048 / 4095,
    });
    readings.forEach(({ tick }, i) => {
      expect(tick).toBe(Math.round(samples[i].t_s * 1000) % 512);
    });
    await stream.stop();
    device.disconnect();
    expect(device.written).toEqual([]);
    expect(device.measuring).toBe(false);
  });
});
