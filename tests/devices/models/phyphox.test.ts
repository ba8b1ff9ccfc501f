import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodePhyphox, phyphox } from '$lib/devices/models/phyphox';
import type { Reading } from '$lib/devices/models/model';
import { phyphox as emulation } from '../../e2e/ble/peripherals/phyphox';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice, refusalOf, unexpected } from './played-device';

const DATA = 'cddf1002-30f7-4671-8b43-5e40ba53514a';
const G = 9.80665;

const read = (hex: string) => decodePhyphox(viewOf(fromHex(hex)));
/** float32 numbers as a sketch writes them. */
const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

describe('packets of the phyphox library', () => {
  it('reads t, ax, ay, az and a spare float: s and g to s and m/s²', () => {
    const [reading] = read('a47045410ad7233c0ad7a3bc0000803f00000000');
    expect(reading.tick).toBeCloseTo(12.34, 5);
    expect(reading.accel_mps2[0]).toBeCloseTo(0.01 * G, 6);
    expect(reading.accel_mps2[1]).toBeCloseTo(-0.02 * G, 6);
    expect(reading.accel_mps2[2]).toBeCloseTo(G, 6);
    expect(reading.gyro_dps).toBeUndefined();
  });

  it('reads t, ax, ay, az: s and g to s and m/s²', () => {
    const [reading] = decodePhyphox(viewOf(floats(0.25, 1, -0.5, 2)));
    expect(reading).toEqual({ tick: 0.25, accel_mps2: [G, -0.5 * G, 2 * G] });
  });

  it('reads ax, ay, az without a time: g to m/s², to be counted', () => {
    expect(decodePhyphox(viewOf(floats(0.25, -0.5, 1)))).toEqual([
      { accel_mps2: [0.25 * G, -0.5 * G, G] },
    ]);
  });

  it('takes a time that runs on like one that starts anew each 1000 s', () => {
    expect(decodePhyphox(viewOf(floats(999.5, 0, 0, 1)))[0].tick).toBe(999.5);
    expect(decodePhyphox(viewOf(floats(1000.5, 0, 0, 1)))[0].tick).toBe(0.5);
    expect(decodePhyphox(viewOf(floats(0.5, 0, 0, 1)))[0].tick).toBe(0.5);
  });

  it('reads the sketch: µs, 1/4096 g to m/s², 1/16 °/s', () => {
    // 83, counter 7, 1 000 000 µs, −1, 0.5 and 1 g, 100, −1 and 0 °/s.
    const [reading] = read('530740420f0000f000080010' + '4006f0ff0000');
    expect(reading).toEqual({
      tick: 1_000_000,
      accel_mps2: [-G, 0.5 * G, G],
      gyro_dps: [100, -1, 0],
    });
  });

  it('reads what the sketch makes of 1, −0.5 and −8 g and of 1640, −164 and 32 767 counts', () => {
    // Its own output, with an LSM9DS1's registers (0.244 mg and 0.07 °/s a count) and an MPU-6050's.
    const [lsm9ds1] = read('530068190000fe0f01f813802d0748ffff7f');
    const [mpu6050] = read('5300d8300000001000f80080400660ffe07c');
    expect(lsm9ds1.tick).toBe(6504);
    expect(lsm9ds1.accel_mps2[0]).toBeCloseTo(4096 * 0.000244 * G, 2);
    expect(lsm9ds1.accel_mps2[2]).toBeCloseTo(-32768 * 0.000244 * G, 2);
    // 2293.7 °/s are more than the packet holds.
    expect(lsm9ds1.gyro_dps).toEqual([114.8125, -11.5, 32767 / 16]);
    expect(mpu6050.accel_mps2).toEqual([G, -0.5 * G, -8 * G]);
    expect(mpu6050.gyro_dps).toEqual([100, -10, 1998]);
  });

  it.each([
    ['nothing', ''],
    ['one float', '0000803f'],
    ['two floats', '0000803f0000803f'],
    ['18 bytes with another mark', '540740420f0000f0000800104006f0ff0000'],
    ['19 bytes', '530740420f0000f0000800104006f0ff000000'],
    ['24 bytes', '00'.repeat(24)],
    ['a time that is not a number', '0000c07f0000803f0000803f0000803f'],
    ['a negative time', '000080bf0000803f0000803f0000803f'],
    ['an acceleration of 100 g', '0000803f0000c8420000803f0000803f'],
  ])('refuses %s', (_, hex) => {
    expect(() => read(hex)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  describe('of floats', () => {
    obeysDecoderLaws({
      newDecoder: () => decodePhyphox,
      packet: fromHex('a47045410ad7233c0ad7a3bc0000803f00000000'),
      accelLimit_mps2: 32 * G,
      gyroLimit_dps: 2048,
    });
  });

  describe('of the sketch', () => {
    obeysDecoderLaws({
      newDecoder: () => decodePhyphox,
      packet: fromHex('530740420f0000f0000800104006f0ff0000'),
      accelLimit_mps2: 32 * G,
      gyroLimit_dps: 2048,
    });
  });

  it('gives back what the emulation packs, within its resolution', () => {
    const samples = movingSamples(emulation);
    const packets = emulation.packets(samples);
    const readings = packets.flatMap(({ bytes }) => decodePhyphox(viewOf(bytes)));
    expectSamples(readings, samples, { accel_mps2: 0.5 * (G / 4096), gyro_dps: 0.5 / 16 });
    const ticks = readings.map(({ tick = NaN }) => tick);
    expect(ticks.some((tick, i) => tick < ticks[i - 1])).toBe(true);
    expect((ticks[800] - ticks[0] + 2 ** 32) % 2 ** 32).toBeCloseTo((800 / 104) * 1e6, -1);
  });
});

describe('a phyphox board', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Sends packets at a rate until the board has been opened. */
  async function opened(board: PlayedDevice, packets: readonly Uint8Array[], rate_Hz: number) {
    let i = 0;
    const timer = setInterval(
      () => refusalOf(() => board.notify(DATA, packets[i++ % packets.length])),
      1000 / rate_Hz,
    );
    const opening = phyphox.open(board).finally(() => clearInterval(timer));
    // What it rejects with is asked for below.
    opening.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(5000);
    return opening;
  }

  it('is recognised by its service for values', async () => {
    expect(await phyphox.recognises(new PlayedDevice(emulation))).toBe(true);
    const other = { ...emulation, services: { 'ef680100-9b35-4933-9b10-52ffa9740042': {} } };
    expect(await phyphox.recognises(new PlayedDevice(other))).toBe(false);
  });

  it('runs our sketch: its own clock and rate, ± 8 g, and never asks for the experiment', async () => {
    const board = new PlayedDevice(emulation);
    const packets = emulation.packets(movingSamples(emulation)).map(({ bytes }) => bytes);
    const stream = await opened(board, packets, 104);
    expect(stream.clock).toEqual({ kind: 'ticks', unit_s: 1e-6, period: 2 ** 32 });
    expect(stream.rate_Hz).toBeCloseTo(104, 2);
    expect(stream.range_g).toBe(8);
    expect(board.subscribed).toEqual([DATA]);
    expect(board.written).toEqual(emulation.setUp);

    const readings: Reading[] = [];
    await stream.start((batch) => readings.push(...batch), unexpected);
    // What came while it was tried out is not lost.
    const early = packets.slice(0, readings.length).flatMap((each) => decodePhyphox(viewOf(each)));
    expect(early.length).toBeGreaterThan(60);
    expect(readings).toEqual(early);
    const sent = emulation.packets(movingSamples(emulation));
    board.send(sent);
    expect(readings).toHaveLength(early.length + sent.length);
    await stream.stop();
    board.send(sent);
    expect(readings).toHaveLength(early.length + sent.length);
    expect(board.written).toEqual(emulation.putDown);
  });

  it('runs a sketch of four floats: its time in seconds', async () => {
    const packets = Array.from({ length: 1000 }, (_, i) => floats(997 + i / 50, 0, 0, 1));
    const stream = await opened(new PlayedDevice(emulation), packets, 50);
    expect(stream.clock).toEqual({ kind: 'ticks', unit_s: 1, period: 1000 });
    expect(stream.rate_Hz).toBeCloseTo(50, 1);
    expect(stream.range_g).toBe(4);
  });

  it('runs a sketch of three floats: counted, at the rate they come', async () => {
    const stream = await opened(new PlayedDevice(emulation), [floats(0, 0, 1)], 50);
    expect(stream.clock).toEqual({ kind: 'count', rate_Hz: stream.rate_Hz });
    expect(stream.rate_Hz).toBeCloseTo(50, 0);
  });

  it('passes over a packet of another layout', async () => {
    const board = new PlayedDevice(emulation);
    const stream = await opened(board, [floats(0, 0, 1)], 50);
    const readings: Reading[] = [];
    await stream.start((batch) => readings.push(...batch), unexpected);
    const early = readings.length;
    const refused = refusalOf(() => board.notify(DATA, floats(3, 0, 0, 1)));
    expect(refused).toMatchObject({ code: 'unreadable' });
    board.notify(DATA, floats(0, 0, 1));
    expect(readings).toHaveLength(early + 1);
  });

  it('is not ready when it sends nothing', async () => {
    const opening = opened(new PlayedDevice(emulation), [new Uint8Array(0)], 0.01);
    await expect(opening).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('is the wrong device when it sends two numbers', async () => {
    const opening = opened(new PlayedDevice(emulation), [floats(1, 2)], 50);
    await expect(opening).rejects.toMatchObject({ code: 'wrong-device' });
  });
});
