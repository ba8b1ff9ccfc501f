import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  bluest,
  bluestLayout,
  decodeBluest,
  decodeBluestBattery,
} from '$lib/devices/models/bluest';
import type { Reading } from '$lib/devices/models/model';
import { bluest as emulation } from '../../e2e/ble/peripherals/bluest';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice } from './played-device';

const G = 9.80665;
const feature = (mask: string) => `${mask}-0001-11e1-ac36-0002a5d5c51b`;
const MOTION = feature('00e00000');
/** Acceleration, angular rate and magnetic field; stamp 1250. */
const PACKET = 'e2040a00ecffe9030f00e7ff2300010002000300';

function layoutOf(characteristic: string) {
  const layout = bluestLayout(characteristic);
  if (!layout) throw new Error(`${characteristic} has no features.`);
  return layout;
}

const read = (mask: string, hex: string) =>
  decodeBluest(viewOf(fromHex(hex)), layoutOf(feature(mask)));

describe('packets of BlueST', () => {
  it('reads acceleration, angular rate and field: mg to m/s², 0.1 °/s, stamp of 8 ms', () => {
    const [reading] = read('00e00000', PACKET);
    expect(reading.tick).toBe(1250);
    expect(reading.accel_mps2[0]).toBeCloseTo(0.01 * G, 9);
    expect(reading.accel_mps2[1]).toBeCloseTo(-0.02 * G, 9);
    expect(reading.accel_mps2[2]).toBeCloseTo(1.001 * G, 9);
    expect(reading.gyro_dps?.[0]).toBeCloseTo(1.5, 9);
    expect(reading.gyro_dps?.[1]).toBeCloseTo(-2.5, 9);
    expect(reading.gyro_dps?.[2]).toBeCloseTo(3.5, 9);
  });

  it('reads an acceleration alone: mg to m/s²', () => {
    const [reading] = read('00800000', 'e204e803f0d80000');
    expect(reading).toEqual({ tick: 1250, accel_mps2: [G, -10 * G, 0] });
  });

  it('passes over what stands before, in the order of the mask: switch and luminosity', () => {
    const [reading] = read('21c00000', 'e204' + '01' + '3412' + 'e80300000000' + '0a0000000000');
    expect(reading).toEqual({ tick: 1250, accel_mps2: [G, 0, 0], gyro_dps: [1, 0, 0] });
  });

  it('passes over what stands behind, known or not', () => {
    const [reading] = read('00908000', 'e204' + 'e80300000000' + '10270000' + 'ffff');
    expect(reading.accel_mps2).toEqual([G, 0, 0]);
  });

  it('finds no acceleration behind a feature of unknown length', () => {
    for (const mask of ['10800000', '02c00000', '04800000', '80800000']) {
      expect(bluestLayout(feature(mask))?.acceleration).toBeNull();
    }
  });

  it('knows no layout of other characteristics', () => {
    expect(bluestLayout('00000002-000f-11e1-ac36-0002a5d5c51b')).toBeNull();
    expect(bluestLayout('00800000-0002-11e1-ac36-0002a5d5c51b')).toBeNull();
  });

  it.each([
    ['nothing', '00e00000', ''],
    ['a stamp alone', '00e00000', 'e204'],
    ['a packet cut short', '00e00000', PACKET.slice(0, -2)],
    ['an acceleration cut short', '00800000', 'e204e803f0d800'],
    ['a characteristic without an acceleration', '00400000', 'e2040f00e7ff2300'],
    ['an acceleration behind sound', '08800000', PACKET],
  ])('refuses %s', (_, mask, hex) => {
    expect(() => read(mask, hex)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('reads a charge: 0.1 %', () => {
    const battery = layoutOf(feature('00020000'));
    expect(decodeBluestBattery(viewOf(fromHex('e2046803480fe7ff01')), battery)).toBe(87.2);
    expect(() => decodeBluestBattery(viewOf(fromHex('e2046803')), battery)).toThrow(/9/);
    expect(() => decodeBluestBattery(viewOf(fromHex('e204e903480fe7ff01')), battery)).toThrow(/%/);
  });

  obeysDecoderLaws({
    newDecoder: () => (view) => decodeBluest(view, layoutOf(MOTION)),
    packet: fromHex(PACKET),
    accelLimit_mps2: 32.768 * G,
    gyroLimit_dps: 3276.8,
  });

  it('gives back what the emulation packs, within its resolution', () => {
    const samples = movingSamples(emulation);
    const packets = emulation.packets(samples);
    const readings = packets.flatMap(({ bytes }) => decodeBluest(viewOf(bytes), layoutOf(MOTION)));
    expectSamples(readings, samples, { accel_mps2: 0.5 * (G / 1000), gyro_dps: 0.5 / 10 });
    const ticks = readings.map(({ tick = NaN }) => tick);
    expect(ticks.some((tick, i) => tick < ticks[i - 1])).toBe(true);
    expect((ticks[700] - ticks[0] + 65536) % 65536).toBe(7 / 0.008);
  });
});

describe('a BlueST board', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Sends the emulation's packets at their rate until the board has been opened. */
  async function opened(board: PlayedDevice) {
    const packets = emulation.packets(movingSamples(emulation));
    let i = 0;
    const timer = setInterval(() => board.send([packets[i++ % packets.length]]), 10);
    const opening = bluest.open(board).finally(() => clearInterval(timer));
    // What it rejects with is asked for below.
    opening.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(4000);
    return opening;
  }

  it('is recognised by a characteristic of features', async () => {
    expect(await bluest.recognises(new PlayedDevice(emulation))).toBe(true);
    const other = { ...emulation, services: { 'ef680100-9b35-4933-9b10-52ffa9740042': {} } };
    expect(await bluest.recognises(new PlayedDevice(other))).toBe(false);
  });

  it('is heard where it has both sensors, with its stamps, its rate and its charge', async () => {
    const board = new PlayedDevice(emulation);
    const stream = await opened(board);
    expect(stream.clock).toEqual({
      kind: 'ticks',
      unit_s: 0.008,
      period: 65536,
      rate_Hz: stream.rate_Hz,
    });
    expect(Math.abs(stream.rate_Hz - 100)).toBeLessThan(2);
    const readings: Reading[] = [];
    const charges: number[] = [];
    await stream.start(
      (batch) => readings.push(...batch),
      (percent) => charges.push(percent),
    );
    await vi.advanceTimersByTimeAsync(100);
    const early = readings.length;
    expect(early).toBeGreaterThan(55);
    const packets = emulation.packets(movingSamples(emulation));
    board.send(packets);
    expect(readings).toHaveLength(early + packets.length);
    expect(charges).toEqual([87]);
    expect(board.subscribed).toEqual([MOTION, feature('00020000')]);
    await stream.stop();
    board.send(packets);
    expect(readings).toHaveLength(early + packets.length);
    expect(board.written).toEqual([...emulation.setUp, ...emulation.putDown]);
  });

  it('is the wrong device where its acceleration cannot be read', async () => {
    const services = {
      '00000000-0001-11e1-9ab4-0002a5d5c51b': { [feature('02800000')]: ['notify'] as const },
    };
    const opening = opened(new PlayedDevice({ ...emulation, services }));
    await expect(opening).rejects.toMatchObject({ code: 'wrong-device' });
  });
});
