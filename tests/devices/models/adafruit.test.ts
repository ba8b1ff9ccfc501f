import { describe, expect, it } from 'vitest';
import {
  adafruit,
  AdafruitPairing,
  decodeAdafruitAcceleration,
  decodeAdafruitGyroscope,
} from '$lib/devices/models/adafruit';
import type { Reading } from '$lib/devices/models/model';
import { adafruit as emulation } from '../../e2e/ble/peripherals/adafruit';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice, unexpected } from './played-device';

const ACCELERATION = 'adaf0201-c332-42a8-93bd-25e905756cb8';
const ANGULAR_RATE = 'adaf0401-c332-42a8-93bd-25e905756cb8';
/** 0.1, −0.2 and 9.8. */
const PACKET = 'cdcccc3dcdcc4cbecdcc1c41';

const floats = (...values: number[]) => viewOf(new Uint8Array(Float32Array.from(values).buffer));

describe('packets of Adafruit boards', () => {
  it('reads an acceleration: m/s²', () => {
    const [x, y, z] = decodeAdafruitAcceleration(viewOf(fromHex(PACKET)));
    expect(x).toBeCloseTo(0.1, 7);
    expect(y).toBeCloseTo(-0.2, 7);
    expect(z).toBeCloseTo(9.8, 6);
  });

  it('reads an angular rate: rad/s to °/s', () => {
    const [x, y, z] = decodeAdafruitGyroscope(floats(Math.PI, -Math.PI / 2, 0.01));
    expect(x).toBeCloseTo(180, 4);
    expect(y).toBeCloseTo(-90, 4);
    expect(z).toBeCloseTo(0.572958, 5);
  });

  it.each([
    ['nothing', ''],
    ['two numbers', '0000803f0000803f'],
    ['a byte short', PACKET.slice(0, -2)],
    ['what is not a number', '0000c07f0000803f0000803f'],
    ['infinity', '0000803f0000807f0000803f'],
    ['40 g', '0000803f0000803f' + '0000c843'],
  ])('refuses %s', (_, hex) => {
    const view = viewOf(fromHex(hex));
    for (const decode of [decodeAdafruitAcceleration, decodeAdafruitGyroscope]) {
      expect(() => decode(view)).toThrow(expect.objectContaining({ code: 'unreadable' }));
    }
  });

  obeysDecoderLaws({
    newDecoder: () => {
      const pairing = new AdafruitPairing();
      return (view) => pairing.acceleration(view);
    },
    packet: fromHex(PACKET),
    accelLimit_mps2: 320,
    gyroLimit_dps: 0,
  });

  describe('of angular rate', () => {
    obeysDecoderLaws({
      newDecoder: () => {
        const pairing = new AdafruitPairing();
        return (view) => {
          pairing.gyroscope(view);
          return pairing.acceleration(floats(0, 0, 9.8));
        };
      },
      packet: fromHex(PACKET),
      accelLimit_mps2: 320,
      gyroLimit_dps: (70 * 180) / Math.PI,
    });
  });
});

describe('accelerations and angular rates without a clock', () => {
  const still = floats(0, 0, 9.8125);

  it('go together as they came last', () => {
    const pairing = new AdafruitPairing();
    expect(pairing.acceleration(still)).toEqual([{ accel_mps2: [0, 0, 9.8125] }]);
    pairing.gyroscope(floats(1, 0, 0));
    pairing.gyroscope(floats(2, 0, 0));
    const [reading] = pairing.acceleration(still);
    expect(reading.accel_mps2).toEqual([0, 0, 9.8125]);
    expect(reading.gyro_dps?.[0]).toBeCloseTo(114.59, 2);
  });

  it('no longer go together when no angular rate has come for three accelerations', () => {
    const pairing = new AdafruitPairing();
    pairing.gyroscope(floats(1, 0, 0));
    const readings = Array.from({ length: 5 }, () => pairing.acceleration(still)).flat();
    expect(readings.map(({ gyro_dps }) => gyro_dps !== undefined)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('an Adafruit board', () => {
  async function started(board: PlayedDevice) {
    const stream = await adafruit.open(board);
    const readings: Reading[] = [];
    await stream.start((batch) => readings.push(...batch), unexpected);
    return { stream, readings };
  }

  it('is recognised by its accelerometer', async () => {
    expect(await adafruit.recognises(new PlayedDevice(emulation))).toBe(true);
    const services = { 'adaf0300-c332-42a8-93bd-25e905756cb8': {} };
    expect(await adafruit.recognises(new PlayedDevice({ ...emulation, services }))).toBe(false);
  });

  it('measures from when both periods are set until both are stopped', async () => {
    const board = new PlayedDevice(emulation);
    const { stream, readings } = await started(board);
    expect(board.subscribed).toEqual([ANGULAR_RATE, ACCELERATION]);
    expect(board.written).toEqual(emulation.setUp);
    expect(stream.clock).toEqual({ kind: 'count', rate_Hz: 50 });
    const samples = movingSamples(emulation);
    board.send(emulation.packets(samples));
    expect(readings).toHaveLength(samples.length);
    await stream.stop();
    expect(board.written).toEqual([...emulation.setUp, ...emulation.putDown]);
    expect(board.measuring).toBe(false);
  });

  it('gives back what the emulation packs, angular rates one sample later, as float32', async () => {
    const board = new PlayedDevice(emulation);
    const { readings } = await started(board);
    const samples = movingSamples(emulation);
    board.send(emulation.packets(samples));
    expect(readings[0].gyro_dps).toBeUndefined();
    const late = samples
      .slice(1)
      .map((sample, i) => ({ ...sample, gyro_dps: samples[i].gyro_dps }));
    // Half of a float's last place at 39 m/s² and 3.5 rad/s.
    expectSamples(readings.slice(1), late, { accel_mps2: 1.91e-6, gyro_dps: 6.84e-6 });
  });

  it('does without a gyroscope, as a Circuit Playground Bluefruit', async () => {
    const { 'adaf0400-c332-42a8-93bd-25e905756cb8': _, ...services } = emulation.services;
    const board = new PlayedDevice({ ...emulation, services });
    const { stream, readings } = await started(board);
    expect(board.subscribed).toEqual([ACCELERATION]);
    expect(board.written).toHaveLength(1);
    board.notify(ACCELERATION, fromHex(PACKET));
    expect(readings).toHaveLength(1);
    expect(readings[0].gyro_dps).toBeUndefined();
    await stream.stop();
    expect(board.written).toHaveLength(2);
  });
});
