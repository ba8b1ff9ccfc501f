import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '$lib/devices/models/model';
import {
  movesense as model,
  newGspDecoder,
  readGspResult,
  type Blocks,
} from '$lib/devices/models/movesense';
import { SensorError } from '$lib/devices/sensor';
import type { Emulation, Peripheral } from '../../e2e/ble/emulation';
import { movesense } from '../../e2e/ble/peripherals/movesense';
import { fromHex, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { PlayedDevice } from './played-device';

/** Eight samples of /Meas/Acc/104, after Movesense document GD-77. */
const ACCEL = fromHex(
  '026340e201000000000000000080c3f51c41cdcccc3dcdccccbdc3f51c41cdcc4c3ecdcc4cbec3f5' +
    '1c419a99993e9a9999bec3f51c41cdcccc3ecdccccbec3f51c410000003f000000bfc3f51c419a99' +
    '193f9a9919bfc3f51c413333333f333333bfc3f51c41',
);
/** Eight samples of /Meas/IMU6/104 in two parts, after the same. */
const IMU_BEGINS = fromHex(
  '026340e201000000000000000000c3f51c410000000000000000c3f51c410000000000000000c3f5' +
    '1c410000000000000000c3f51c410000000000000000c3f51c410000000000000000c3f51c410000' +
    '000000000000c3f51c410000000000000000c3f51c410000803f00000040000040400000803f0000' +
    '0040000040400000803f00000040000040400000803f00000040000040400000',
);
const IMU_CONTINUES = fromHex(
  '0363803f00000040000040400000803f00000040000040400000803f00000040000040400000803f' +
    '0000004000004040',
);

const ANSWERS = '34800002-7185-4d5d-b431-630e7050e8f0';

function decoder(blocks: Blocks) {
  return newGspDecoder({ reference: 0x63, blocks, rate_Hz: 104 });
}

/** The same packet, stamped anew in ms. */
function at(packet: Uint8Array, stamp_ms: number): DataView {
  const copy = viewOf(packet.slice());
  copy.setUint32(2, stamp_ms, true);
  return copy;
}

/** A decoder that has heard these: it knows how long messages are. */
function having(decode: ReturnType<typeof decoder>, ...packets: Uint8Array[]) {
  for (const packet of packets) decode(viewOf(packet));
  return decode;
}

describe('a message of accelerations', () => {
  it('has eight samples in m/s², the first at the stamp, ms', () => {
    const decode = decoder(1);
    expect(decode(viewOf(ACCEL))).toEqual([]);
    const readings = decode(at(ACCEL, 123_533)).slice(0, 8);
    const x = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    readings.forEach(({ accel_mps2, gyro_dps, tick }, i) => {
      expect(accel_mps2[0]).toBeCloseTo(x[i], 6);
      expect(accel_mps2[1]).toBeCloseTo(-x[i], 6);
      expect(accel_mps2[2]).toBeCloseTo(9.81, 6);
      expect(gyro_dps).toBeUndefined();
      expect(tick).toBeCloseTo(123_456 + (i * 1000) / 104, 6);
    });
    expect(readings).toHaveLength(8);
  });

  it('is known whole by the next one, then at once', () => {
    const decode = decoder(1);
    expect(decode(at(ACCEL, 1000))).toHaveLength(0);
    expect(decode(at(ACCEL, 1077))).toHaveLength(16);
    expect(decode(at(ACCEL, 1154))).toHaveLength(8);
  });
});

describe('a message of accelerations and angular rates', () => {
  it('is put together from its parts: m/s² and °/s in blocks', () => {
    const decode = decoder(2);
    expect(decode(viewOf(IMU_BEGINS))).toEqual([]);
    expect(decode(viewOf(IMU_CONTINUES))).toEqual([]);
    const readings = decode(at(IMU_BEGINS, 123_533));
    expect(readings).toHaveLength(8);
    for (const { accel_mps2, gyro_dps } of readings) {
      expect(accel_mps2.slice(0, 2)).toEqual([0, 0]);
      expect(accel_mps2[2]).toBeCloseTo(9.81, 6);
      expect(gyro_dps).toEqual([1, 2, 3]);
    }
    expect(readings[0].tick).toBe(123_456);
    expect(decode(viewOf(IMU_CONTINUES))).toHaveLength(8);
  });

  it('is refused, and no other with it, where a part was lost', () => {
    const decode = decoder(2);
    const message = (i: number) => {
      decode(at(IMU_BEGINS, i * 77));
      return decode(viewOf(IMU_CONTINUES)).length;
    };
    expect([message(0), message(1), message(2)]).toEqual([0, 8, 8]);
    decode(at(IMU_BEGINS, 3 * 77));
    expect(() => decode(at(IMU_BEGINS, 4 * 77))).toThrow(/lacks its end/);
    // How long messages are is asked anew: the fourth is given with the fifth's beginning.
    expect(decode(viewOf(IMU_CONTINUES))).toHaveLength(0);
    expect(decode(at(IMU_BEGINS, 5 * 77))).toHaveLength(8);
    expect(decode(viewOf(IMU_CONTINUES))).toHaveLength(8);
    expect(() => decode(viewOf(IMU_CONTINUES))).toThrow(/lacks its beginning/);
  });
});

describe('the times of messages, ms', () => {
  const ticks = (stamps: number[]) => {
    const decode = decoder(1);
    const readings = stamps.flatMap((stamp) => decode(at(ACCEL, stamp)));
    return readings.map(({ tick }) => tick ?? NaN);
  };

  it('are as far apart as the messages before tell', () => {
    expect(ticks([1000, 1080]).slice(8)).toEqual([1080, 1090, 1100, 1110, 1120, 1130, 1140, 1150]);
  });

  it('are by the rate where a message was lost', () => {
    expect(ticks([1000, 1154])[9]).toBeCloseTo(1154 + 1000 / 104, 6);
  });

  it('roll over after 2³²', () => {
    const [first, second, third] = ticks([2 ** 32 - 80, 0]).slice(7);
    expect(first).toBeCloseTo(2 ** 32 - 80 + 7000 / 104, 6);
    expect([second, third]).toEqual([0, 10]);
    expect(ticks([2 ** 32 - 40, 40])[7]).toBeCloseTo(7000 / 104 - 40, 6);
  });
});

describe('what is no message', () => {
  it.each(['', '02', '0164c800', '0264000000'])('is passed over: "%s"', (hex) => {
    expect(decoder(1)(viewOf(fromHex(hex)))).toEqual([]);
  });

  it.each([
    ['has no time', '0263'],
    ['is no whole number of vectors', '0263000000000000'],
    ['has no vector', '026300000000'],
    ['holds what is not a number', '02630000000000000000' + '000000000000c07f'],
    ['holds more than twice 16 g', '02630000000000000000' + '000000000000c843'],
  ])('is refused where it %s', (_, hex) => {
    const decode = decoder(1);
    expect(() => [...decode(viewOf(fromHex(hex))), ...decode(viewOf(fromHex(hex)))]).toThrow(
      SensorError,
    );
  });
});

describe('the decoder of accelerations', () => {
  obeysDecoderLaws({
    newDecoder: () => having(decoder(1), ACCEL),
    packet: ACCEL,
    accelLimit_mps2: 320,
    gyroLimit_dps: 0,
  });
});

describe('the decoder of accelerations and angular rates', () => {
  obeysDecoderLaws({
    newDecoder: () => having(decoder(2), IMU_BEGINS, IMU_CONTINUES, IMU_BEGINS),
    packet: IMU_CONTINUES,
    accelLimit_mps2: 320,
    gyroLimit_dps: 4000,
  });
});

describe('answers', () => {
  it('have a status and content', () => {
    const result = readGspResult(viewOf(fromHex('0102c80040')));
    expect(result?.status).toBe(200);
    expect(result?.content.getUint8(0)).toBe(64);
    expect(readGspResult(viewOf(fromHex('0102c8')))).toBeNull();
    expect(readGspResult(viewOf(fromHex('0202c800')))).toBeNull();
  });
});

/** A Movesense that answers each command as told; null: not at all. */
function answering(answer: (command: number, path: string) => number[] | null): Emulation {
  return {
    ...movesense,
    play: (peripheral: Peripheral) =>
      void peripheral.on('write', ({ data }) => {
        const content = answer(data[0], Buffer.from(data.subarray(2)).toString());
        if (content) peripheral.notify(ANSWERS, Uint8Array.from([1, data[1], ...content]));
      }),
  };
}

const OK = [200, 0];
const NOT_FOUND = [0x94, 0x01];

describe('a Movesense', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is set up, tells its charge, measures and is put down', async () => {
    const device = new PlayedDevice(movesense);
    expect(await model.recognises(device)).toBe(true);
    const stream = await model.open(device);
    const charges: number[] = [];
    await stream.start(
      () => undefined,
      (percent) => charges.push(percent),
    );
    expect(charges).toEqual([64]);
    expect(device.measuring).toBe(true);
    expect(device.written).toEqual(movesense.setUp);
    expect(stream).toMatchObject({ name: null, rate_Hz: 104, range_g: 8 });
    expect(stream.clock).toEqual({ kind: 'ticks', unit_s: 0.001, period: 2 ** 32 });
    await stream.stop();
    expect(device.written).toEqual([...movesense.setUp, ...movesense.putDown]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('without a gyroscope gives accelerations only', async () => {
    const device = new PlayedDevice(
      answering((_, path) => (path.startsWith('/Meas/IMU6') ? NOT_FOUND : OK)),
    );
    const stream = await model.open(device);
    const taken: Reading[] = [];
    await stream.start(
      (readings) => taken.push(...readings),
      () => undefined,
    );
    device.notify(ANSWERS, ACCEL);
    device.notify(ANSWERS, ACCEL);
    expect(taken).toHaveLength(16);
    await stream.stop();
    expect(device.written.slice(-2).map(({ hex }) => hex)).toEqual([
      '0163' + Buffer.from('/Meas/Acc/104').toString('hex'),
      '0263',
    ]);
  });

  it('that does not tell its charge measures all the same', async () => {
    const device = new PlayedDevice(answering((command) => (command === 4 ? null : OK)));
    const stream = await model.open(device);
    const charges: number[] = [];
    const started = stream.start(
      () => undefined,
      (percent) => charges.push(percent),
    );
    await vi.advanceTimersByTimeAsync(5000);
    await started;
    expect(charges).toEqual([]);
  });

  it.each([
    [404, /Update its firmware/],
    [429, /take out its battery/],
  ])('that refuses with status %i is not ready', async (status, sentence) => {
    const device = new PlayedDevice(
      answering((command) => (command === 1 ? [status & 0xff, status >> 8] : OK)),
    );
    const stream = await model.open(device);
    await expect(
      stream.start(
        () => undefined,
        () => undefined,
      ),
    ).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringMatching(sentence) as string,
    });
  });

  it('with another firmware is told what it lacks', async () => {
    const device = new PlayedDevice({ ...movesense, services: {} });
    expect(await model.recognises(device)).toBe(true);
    await expect(model.open(device)).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('GATT SensorData') as string,
    });
  });

  it('is not another device without the service', async () => {
    const other = new PlayedDevice({ ...movesense, name: 'Thingy', services: {} });
    expect(await model.recognises(other)).toBe(false);
  });
});
