import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Vector3 } from '$lib/core/recording';
import type { Reading } from '$lib/devices/models/model';
import {
  decodeMovement,
  newDecoder,
  readingOf,
  scaleOf,
  sensortag,
} from '$lib/devices/models/sensortag';
import { SensorError } from '$lib/devices/sensor';
import { sensortag as emulation } from '../../e2e/ble/peripherals/sensortag';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice, unexpected } from './played-device';

const MOVEMENT = 'f000aa80-0451-4000-b000-000000000000';
const PERIOD = 'f000aa83-0451-4000-b000-000000000000';

/** As in the tests of Eclipse Kura, which divide by 4096 too but turn x and z round; filled up to 18 bytes. */
const PUBLISHED = fromHex('000102030405000400080010000000000000');

/** At rest on its side, 16384 to 1 g: 0.6 and 0.8 g. */
const ON_ITS_SIDE = fromHex('0000000000000000662633330000000000000000').subarray(0, 18);

describe('a movement packet of a SensorTag', () => {
  it('reads a published packet in counts, g and °/s', () => {
    const movement = decodeMovement(viewOf(PUBLISHED));
    expect(movement.accel_counts).toEqual([1024, 2048, 4096]);
    [256, 770, 1284].forEach((counts, axis) => {
      expect(movement.gyro_dps[axis]).toBeCloseTo((counts * 500) / 65536, 9);
    });
    const { accel_mps2, gyro_dps } = readingOf(movement, 4096);
    [0.25, 0.5, 1].forEach((value, axis) => {
      expect(accel_mps2[axis] / GRAVITY_MPS2).toBeCloseTo(value, 9);
    });
    expect(gyro_dps).toEqual(movement.gyro_dps);
  });

  it('is read alike without its compass', () => {
    const short = decodeMovement(viewOf(PUBLISHED.subarray(0, 12)));
    expect(short).toEqual(decodeMovement(viewOf(PUBLISHED)));
  });

  it('reads the ends of its range in °/s', () => {
    const { gyro_dps } = decodeMovement(viewOf(fromHex('0080ff7f0000' + '00'.repeat(12))));
    expect(gyro_dps[0]).toBe(-250);
    expect(gyro_dps[1]).toBeCloseTo(249.992, 3);
  });

  it('has twelve bytes at least', () => {
    for (const bytes of [0, 6, 11]) {
      expect(() => decodeMovement(viewOf(PUBLISHED.subarray(0, bytes)))).toThrow(SensorError);
    }
  });

  obeysDecoderLaws({
    newDecoder: () => (view) => [readingOf(decodeMovement(view), 2048)],
    packet: PUBLISHED,
    accelLimit_mps2: 16 * GRAVITY_MPS2,
    gyroLimit_dps: 250,
  });
});

describe('the scale of a SensorTag', () => {
  it.each([16384, 8192, 4096, 2048])('is %i counts to 1 g where those weigh 1 g', (counts) => {
    for (const weight_g of [0.92, 1, 1.08]) {
      const length = counts * weight_g;
      const askew: Vector3 = [0.36 * length, -0.48 * length, 0.8 * length];
      expect(scaleOf([askew, askew, askew])).toBe(counts);
    }
  });

  it('does not follow one jolt', () => {
    const rest: Vector3 = [0, 4096, 0];
    expect(scaleOf([rest, [32767, -32768, 9000], rest, rest, rest])).toBe(4096);
  });

  it('is what was asked for, 4096 counts, where the sled moves at up to twice 1 g', () => {
    expect(scaleOf([5000, 6300, 7400, 7900, 8000].map((y) => [0, y, 0]))).toBe(4096);
    expect(scaleOf([2100, 2200, 2500, 2600, 2700].map((y) => [0, 0, -y]))).toBe(4096);
  });

  it('is 16384 counts for firmware at ± 2 g, even where the sled moves', () => {
    expect(scaleOf([9000, 12000, 15000, 19000, 22000].map((x) => [x, 0, 0]))).toBe(16384);
  });

  it('is what was asked for, 4096 counts, where nothing was felt', () => {
    expect(scaleOf([])).toBe(4096);
    expect(scaleOf([[0, 0, 0]])).toBe(4096);
  });
});

describe('the readings of a SensorTag', () => {
  it('are held back until five have told the scale, and none is lost', () => {
    const decode = newDecoder();
    const side = () => decode(viewOf(ON_ITS_SIDE));
    expect([side(), side(), side(), side()].flat()).toEqual([]);
    const readings = side();
    expect(readings).toHaveLength(5);
    for (const { accel_mps2 } of readings) {
      expect(accel_mps2[0]).toBe(0);
      expect(accel_mps2[1] / GRAVITY_MPS2).toBeCloseTo(0.6, 4);
      expect(accel_mps2[2] / GRAVITY_MPS2).toBeCloseTo(0.8, 4);
    }
    expect(side()).toEqual([readings[0]]);
  });

  it('keep the scale of the first', () => {
    const decode = newDecoder();
    const resting = fromHex('000000000000' + '000000000010' + '000000000000');
    for (let i = 0; i < 5; i++) decode(viewOf(resting));
    const pressed = fromHex('000000000000' + '000000000020' + '000000000000');
    expect(decode(viewOf(pressed))[0].accel_mps2[2]).toBeCloseTo(2 * GRAVITY_MPS2, 9);
  });

  obeysDecoderLaws({
    newDecoder,
    packet: PUBLISHED,
    accelLimit_mps2: 16 * GRAVITY_MPS2,
    gyroLimit_dps: 250,
  });
});

describe('a SensorTag', () => {
  it('is set to 100 ms and ± 8 g, measures, and is switched off', async () => {
    const device = new PlayedDevice(emulation);
    expect(await sensortag.recognises(device)).toBe(true);
    const stream = await sensortag.open(device);
    expect(stream).toMatchObject({
      rate_Hz: 10,
      range_g: 8,
      clock: { kind: 'count', rate_Hz: 10 },
    });
    expect(device.measuring).toBe(false);
    const batches: (readonly Reading[])[] = [];
    await stream.start((batch) => batches.push(batch), unexpected);
    expect(device.written).toEqual(emulation.setUp);
    const samples = movingSamples(emulation);
    device.send(emulation.packets(samples));
    expect(batches[0]).toHaveLength(5);
    expectSamples(batches.flat(), samples, {
      accel_mps2: emulation.resolution_mps2,
      gyro_dps: 500 / 65536,
    });
    await stream.stop();
    expect(device.written.slice(emulation.setUp.length)).toEqual(emulation.putDown);
    expect(device.measuring).toBe(false);
  });

  it('finds its scale anew at every connection', async () => {
    const device = new PlayedDevice(emulation);
    for (const counts of ['0040', '0010']) {
      const readings: Reading[] = [];
      const stream = await sensortag.open(device);
      await stream.start((batch) => readings.push(...batch), unexpected);
      const packet = fromHex('000000000000' + counts + '00000000' + '000000000000');
      const characteristic = 'f000aa81-0451-4000-b000-000000000000';
      for (let i = 0; i < 5; i++) device.send([{ characteristic, bytes: packet, at_s: i / 10 }]);
      expect(readings.map(({ accel_mps2 }) => accel_mps2[0] / GRAVITY_MPS2)).toEqual(
        Array.from({ length: 5 }, () => 1),
      );
      device.disconnect();
    }
  });

  it('is refused where its period cannot be set', async () => {
    const { [PERIOD]: _, ...rest } = emulation.services[MOVEMENT];
    const device = new PlayedDevice({ ...emulation, services: { [MOVEMENT]: rest } });
    await expect(sensortag.open(device)).rejects.toMatchObject({ code: 'wrong-device' });
  });
});
