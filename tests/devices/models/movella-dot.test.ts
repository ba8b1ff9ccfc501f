import { describe, expect, it } from 'vitest';
import { GRAVITY_MPS2 } from '$lib/core/gravity';
import type { Reading } from '$lib/devices/models/model';
import {
  decodeDotBattery,
  decodeMovellaDot,
  movellaDot,
  withOutputRate,
  type DotMode,
} from '$lib/devices/models/movella-dot';
import { SensorError } from '$lib/devices/sensor';
import type { Packet } from '../../e2e/ble/emulation';
import { movellaDot as emulation } from '../../e2e/ble/peripherals/movella-dot';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, expectSilenceOnceStopped, movingSamples } from './moving';
import { PlayedDevice } from './played-device';

const MEASUREMENT = '15172000-4947-11e9-8646-d663bd873d93';
const MEDIUM_PAYLOAD = '15172003-4947-11e9-8646-d663bd873d93';

const CLOCK = '40420f00';
const RATES = 'cdcccc3dcdcc4cbec3f51c410000c03f000020c00000803e';
/** Built from the vendor's layout, for want of a captured one. */
const MODE_21 = `${CLOCK}${RATES}000000000000000000000000`;
const FIELD = '0010001800f0';
const MODE_20 = `${CLOCK}${RATES}${FIELD}000000000000`;
/** Half a turn about x. */
const QUATERNION = '000000000000803f0000000000000000';
const MODE_26 = `${CLOCK}${QUATERNION}${RATES}`;

const PACKETS: readonly (readonly [DotMode, string])[] = [
  [20, MODE_20],
  [21, MODE_21],
  [26, MODE_26],
];

function decode(hex: string, mode: DotMode): Reading {
  return decodeMovellaDot(viewOf(fromHex(hex)), mode)[0];
}

describe.each(PACKETS)("a Movella DOT's payload of mode %i", (mode, packet) => {
  it('reads the clock in µs, specific force in m/s², angular rate in °/s', () => {
    const { tick, accel_mps2, gyro_dps } = decode(packet, mode);
    expect(tick).toBe(1_000_000);
    [0.1, -0.2, 9.81].forEach((value, axis) => expect(accel_mps2[axis]).toBeCloseTo(value, 6));
    expect(gyro_dps).toEqual([1.5, -2.5, 0.25]);
  });

  it('reads the last µs before the clock rolls over', () => {
    expect(decode(`ffffffff${packet.slice(8)}`, mode).tick).toBe(2 ** 32 - 1);
  });

  it('refuses a packet that is too short', () => {
    const needed = { 20: 34, 21: 28, 26: 44 }[mode];
    expect(decodeMovellaDot(viewOf(fromHex(packet).slice(0, needed)), mode)).toHaveLength(1);
    for (const bytes of [0, 4, 20, 21, needed - 1]) {
      expect(() => decodeMovellaDot(viewOf(fromHex(packet).slice(0, bytes)), mode)).toThrow(
        SensorError,
      );
    }
  });

  it('says that the link carries only short packets where that is why', () => {
    const short = (bytes: number) => () =>
      decodeMovellaDot(viewOf(fromHex(packet).slice(0, bytes)), mode);
    expect(short(20)).toThrow('MTU');
    expect(short(21)).not.toThrow('MTU');
  });

  it('refuses numbers that it cannot measure: not a number, endless, 20 g, 3000 °/s', () => {
    const at = packet.indexOf(RATES);
    for (const [field, float] of [
      [0, '0000c07f'],
      [1, '0000807f'],
      [2, '00404443'],
      [4, '00803bc5'],
    ] as const) {
      const start = at + 8 * field;
      const spoilt = packet.slice(0, start) + float + packet.slice(start + 8);
      expect(() => decode(spoilt, mode)).toThrow(SensorError);
    }
  });

  obeysDecoderLaws({
    newDecoder: () => (view) => decodeMovellaDot(view, mode),
    packet: fromHex(packet),
    accelLimit_mps2: 1.1 * 16 * GRAVITY_MPS2,
    gyroLimit_dps: 1.1 * 2000,
  });
});

describe("a Movella DOT's battery", () => {
  it('tells percent, and whether it is being charged', () => {
    expect(decodeDotBattery(viewOf(fromHex('4000')))).toEqual({ percent: 64, charging: false });
    expect(decodeDotBattery(viewOf(fromHex('6401')))).toEqual({ percent: 100, charging: true });
  });

  it('is refused with one byte, or above 100 %', () => {
    for (const hex of ['', '40', '6500']) {
      expect(() => decodeDotBattery(viewOf(fromHex(hex)))).toThrow(SensorError);
    }
  });
});

describe("a Movella DOT's device control", () => {
  const CONTROL = '0001020304050607666564636261605f5e5d5c5b5a5958570c00010102030405';

  it('changes in its rate, Hz, and in what it says is changed', () => {
    const own = fromHex(CONTROL);
    const changed = withOutputRate(viewOf(own), 60);
    expect(Buffer.from(changed).toString('hex')).toBe(
      '1001020304050607666564636261605f5e5d5c5b5a5958573c00010102030405',
    );
    expect(own).toEqual(fromHex(CONTROL));
  });

  it('is read wherever it lies in its buffer', () => {
    const roomy = fromHex(`ffff${CONTROL}ffff`);
    const view = new DataView(roomy.buffer, 2, 32);
    expect(withOutputRate(view, 60)).toEqual(withOutputRate(viewOf(fromHex(CONTROL)), 60));
  });

  it('is refused with fewer than 32 bytes', () => {
    expect(() => withOutputRate(viewOf(fromHex(CONTROL).slice(0, 31)), 60)).toThrow(SensorError);
  });
});

/** A device, what its stream told, and everything it was asked in order. */
async function started(played = emulation) {
  const device = new PlayedDevice(played);
  const asked: string[] = [];
  device.on('subscribe', (characteristic: string) => asked.push(`hear ${characteristic}`));
  device.on('write', ({ uuid }: { uuid: string }) => asked.push(`write ${uuid}`));
  const stream = await movellaDot.open(device);
  const readings: Reading[] = [];
  const charges: number[] = [];
  await stream.start(
    (batch) => readings.push(...batch),
    (percent) => charges.push(percent),
  );
  return { device, stream, readings, charges, asked };
}

describe('a Movella DOT', () => {
  it('is set up, measures on its own clock, and is put down', async () => {
    const { device, stream, readings, charges, asked } = await started();
    expect(device.written).toEqual(emulation.setUp);
    expect(device.measuring).toBe(true);
    expect(asked.map((what) => what.slice(0, 14))).toEqual([
      'write 15171002',
      'hear 15172003-',
      'write 15172001',
    ]);
    expect(stream.clock).toEqual({ kind: 'ticks', unit_s: 1e-6, period: 2 ** 32 });
    expect(stream).toMatchObject({ name: null, rate_Hz: 60, range_g: 16 });
    expect(charges).toEqual([64]);

    // What is sent are floats: half of their last place at 157 m/s² and 200 °/s.
    const samples = movingSamples(emulation);
    device.send(emulation.packets(samples));
    expectSamples(readings, samples, { accel_mps2: 8e-6, gyro_dps: 8e-6 });
    const ticks = readings.map(({ tick = NaN }) => tick);
    expect(ticks.some((tick, i) => tick < ticks[i - 1])).toBe(true);
    samples.forEach(({ t_s }, i) => {
      const since_us = (ticks[i] - ticks[0] + 2 ** 32) % 2 ** 32;
      expect(since_us).toBeCloseTo(1e6 * (t_s - samples[0].t_s), -0.5);
    });

    await stream.stop();
    expect(device.written.slice(emulation.setUp.length)).toEqual(emulation.putDown);
    expect(device.measuring).toBe(false);
  });

  it('tells why nothing can be read where the link carries 20 bytes at most', async () => {
    const { device, readings } = await started();
    const [{ characteristic, bytes }] = emulation.packets(movingSamples(emulation));
    const cut: Packet = { characteristic, bytes: bytes.slice(0, 20), at_s: 0 };
    expect(() => device.send([cut])).toThrow('MTU');
    expect(readings).toEqual([]);
  });

  it('does without a battery service', async () => {
    const services = Object.fromEntries(
      Object.entries(emulation.services).filter(([service]) => !service.startsWith('15173000')),
    );
    expect((await started({ ...emulation, services })).charges).toEqual([]);
  });

  it('hears nothing after it was stopped', async () => {
    await expectSilenceOnceStopped(movellaDot, emulation);
  });

  it('is told from its service and its characteristics', async () => {
    const recognised = (services: (typeof emulation)['services']) =>
      movellaDot.recognises(new PlayedDevice({ ...emulation, services }));
    expect(await recognised(emulation.services)).toBe(true);
    expect(await recognised({})).toBe(false);
    expect(await recognised({ [MEASUREMENT]: { [MEDIUM_PAYLOAD]: ['notify'] } })).toBe(false);
  });
});
