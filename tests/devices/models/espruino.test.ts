import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { espruino, EspruinoFrames } from '$lib/devices/models/espruino';
import { ASK_BOARD, BANGLE_SCRIPT, PUCK_SCRIPT, RESET } from '$lib/devices/models/espruino-script';
import type { Reading } from '$lib/devices/models/model';
import { espruino as emulation } from '../../e2e/ble/peripherals/espruino';
import { fromHex, mayBeSplitAnywhere, obeysDecoderLaws, viewOf } from '../decoder-laws';
import { expectSamples, movingSamples } from './moving';
import { PlayedDevice, refusalOf } from './played-device';

const NOTIFY = '6e400003-b5a3-f393-e0a9-e50e24dcca9e';
const G = 9.80665;

/** A frame of six axes at 1000 ms: 1 g along x and 4000 counts (35 °/s) about z, four times. */
const SIX = frame(0xa6, 1, 1000, [4096, 0, 0, 0, 0, 4000]);
/** A frame of three axes at 1000 ms: −2 g along z, four times. */
const THREE = frame(0xa3, 1, 1000, [0, 0, -8192]);

/** A frame whose four samples are alike. */
function frame(kind: number, counter: number, ms: number, counts: readonly number[]) {
  const bytes = new Uint8Array(8 + 8 * counts.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0xb5, kind, counter % 256]);
  view.setUint32(4, ms, true);
  for (let i = 0; i < 4 * counts.length; i++) {
    view.setInt16(8 + 2 * i, counts[i % counts.length], true);
  }
  bytes[3] = -bytes.reduce((sum, byte) => sum + byte, 0);
  return bytes;
}

const text = (words: string) => new TextEncoder().encode(words);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((p) => [...p]));

/** What frames tell, read at once. */
function read(...parts: readonly Uint8Array[]): Reading[] {
  return new EspruinoFrames().read(viewOf(joined(...parts)));
}

const ticks = (readings: readonly Reading[]) => readings.map(({ tick = NaN }) => tick);

describe('frames of the Espruino scripts', () => {
  it('reads six axes: 1/4096 g to m/s², 8.75 m°/s to °/s', () => {
    const readings = read(SIX);
    expect(readings).toHaveLength(4);
    for (const { accel_mps2, gyro_dps } of readings) {
      expect(accel_mps2).toEqual([G, 0, 0]);
      expect(gyro_dps).toEqual([0, 0, 35]);
    }
  });

  it('reads three axes: 1/4096 g to m/s²', () => {
    const readings = read(THREE);
    expect(readings).toHaveLength(4);
    for (const { accel_mps2, gyro_dps } of readings) {
      expect(accel_mps2).toEqual([0, 0, -2 * G]);
      expect(gyro_dps).toBeUndefined();
    }
  });

  it('is this very frame, byte by byte', () => {
    const payload = '0010000000000000' + '0000a00f';
    expect(SIX).toEqual(fromHex('b5a601bd' + 'e8030000' + payload.repeat(4)));
  });

  it('gives the first frame the nominal times before its own: ms', () => {
    expect(ticks(read(SIX))[0]).toBeCloseTo(1000 - 3 * (1000 / 104), 6);
    expect(ticks(read(SIX))[3]).toBe(1000);
    expect(ticks(read(THREE))).toEqual([940, 960, 980, 1000]);
  });

  it('spreads samples evenly from the frame before: ms', () => {
    const next = frame(0xa3, 2, 1076, [0, 0, 0]);
    expect(ticks(read(THREE, next)).slice(4)).toEqual([1019, 1038, 1057, 1076]);
  });

  it('leaves a gap where the counter tells that a frame was lost', () => {
    const later = frame(0xa3, 3, 1160, [0, 0, 0]);
    expect(ticks(read(THREE, later)).slice(4)).toEqual([1100, 1120, 1140, 1160]);
  });

  it('leaves a gap where the board was held up', () => {
    const later = frame(0xa3, 2, 1400, [0, 0, 0]);
    expect(ticks(read(THREE, later)).slice(4)).toEqual([1340, 1360, 1380, 1400]);
  });

  it('counts on from 255 to 0', () => {
    const readings = read(frame(0xa3, 255, 1000, [0, 0, 0]), frame(0xa3, 256, 1084, [0, 0, 0]));
    expect(ticks(readings).slice(4)).toEqual([1021, 1042, 1063, 1084]);
  });

  it('keeps its ticks within the clock over a rollover', () => {
    const before = frame(0xa3, 1, 2 ** 32 - 60, [0, 0, 0]);
    const readings = read(before, frame(0xa3, 2, 20, [0, 0, 0]));
    expect(ticks(readings).slice(4)).toEqual([2 ** 32 - 40, 2 ** 32 - 20, 0, 20]);
    expect(ticks(read(frame(0xa3, 1, 20, [0, 0, 0])))[0]).toBe(2 ** 32 - 40);
  });

  it('passes over what the board prints', () => {
    const frames = new EspruinoFrames();
    const stream = joined(text('\r\n>'), SIX, text('Uncaught Error: µ°\r\n>'), THREE, text('>'));
    expect(frames.read(viewOf(stream))).toHaveLength(8);
    expect(frames.damaged).toBe(0);
  });

  it('finds the next frame after one of which a part was lost, and tells', () => {
    const frames = new EspruinoFrames();
    const torn = joined(SIX.subarray(0, 20), SIX.subarray(40), SIX, THREE);
    expect(frames.read(viewOf(torn))).toHaveLength(8);
    expect(frames.damaged).toBe(1);
  });

  it.each([
    ['nothing', ''],
    ['text', Buffer.from('0.1,0.2,9.8\r\n').toString('hex')],
    ['a frame that does not add up', 'b5a30100e8030000' + '00'.repeat(24)],
    ['a frame of another kind', 'b5a40107e8030000' + '00'.repeat(48)],
    ['half a frame', 'b5a60107e803000000100000'],
  ])('reads nothing in %s', (_, hex) => {
    expect(read(fromHex(hex))).toEqual([]);
  });

  const newDecoder = () => {
    const frames = new EspruinoFrames();
    return (view: DataView) => frames.read(view);
  };
  obeysDecoderLaws({
    newDecoder,
    packet: SIX,
    accelLimit_mps2: 8 * G,
    gyroLimit_dps: 286.72,
  });
  mayBeSplitAnywhere(
    newDecoder,
    joined(text('ready>'), SIX, SIX.subarray(9), THREE, text('\xb5'), THREE, SIX.subarray(0, 30)),
  );

  it('gives back what the emulation packs, within its resolution', () => {
    const samples = movingSamples(emulation);
    const readings = read(...emulation.packets(samples).map(({ bytes }) => bytes));
    expectSamples(readings, samples, { accel_mps2: 0.5 * (G / 4096), gyro_dps: 0.5 * 0.00875 });
    for (const [i, { tick = NaN }] of readings.entries()) {
      expect(Math.abs(tick - 40 - 1000 * samples[i].t_s)).toBeLessThan(1.001);
    }
  });
});

/** What our scripts find on a board, and what they do with it. */
class StubbedBoard {
  now_s = 1234.5;
  readonly sent: number[][] = [];
  readonly calls: string[] = [];
  readonly #hearers = new Map<string, (...args: unknown[]) => void>();

  constructor(script: string) {
    const call =
      (name: string) =>
      (...args: unknown[]) =>
        void this.calls.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join(',')})`);
    const on = (event: string, heard: () => void) => void this.#hearers.set(event, heard);
    const context = createContext({
      getTime: () => this.now_s,
      E: {
        sum: (numbers: Iterable<number>) => [...numbers].reduce((sum, each) => sum + each, 0),
        getBattery: () => 83,
      },
      Bluetooth: {
        write: (bytes: Iterable<number>) => void this.sent.push([...bytes]),
        println: call('println'),
      },
      NRF: { on },
      Puck: {
        on,
        accelOn: call('accelOn'),
        accelOff: call('accelOff'),
        accelWr: call('accelWr'),
      },
      Bangle: {
        on,
        accelWr: call('accelWr'),
        setPollInterval: call('setPollInterval'),
        setOptions: call('setOptions'),
      },
      reset: call('reset'),
      load: call('load'),
    });
    for (const line of script.trimEnd().split('\n')) {
      expect(line.startsWith('\x10')).toBe(true);
      runInContext(line.slice(1), context);
    }
  }

  tell(event: string, argument: unknown): void {
    this.#hearers.get(event)?.(argument);
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.sent.flat());
  }
}

describe('the scripts', () => {
  it('have the Puck.js measure 104 times a second within ± 8 g, and send what we can read', () => {
    const board = new StubbedBoard(PUCK_SCRIPT);
    expect(board.calls).toEqual([
      'accelOn(104)',
      'accelWr(16,79)',
      'println("<sledtrace ready 83>")',
    ]);
    for (let i = 1; i <= 1100; i++) {
      board.now_s += 0.01;
      board.tell('accel', {
        acc: { x: 4096, y: -i, z: -32768 },
        gyro: { x: 32767, y: 0, z: 800 },
      });
    }
    expect(board.sent).toHaveLength(275);
    const frames = new EspruinoFrames();
    const readings = frames.read(viewOf(board.bytes));
    expect(frames.damaged).toBe(0);
    expect(readings).toHaveLength(1100);
    readings.forEach(({ accel_mps2, gyro_dps, tick = NaN }, i) => {
      expect(accel_mps2).toEqual([G, expect.closeTo((-(i + 1) / 4096) * G, 9), -8 * G]);
      expect(gyro_dps).toEqual([expect.closeTo(286.71125, 6), 0, expect.closeTo(7, 9)]);
      // The first frame's are the nominal ones; ms are whole.
      expect(Math.abs(tick - 10 * (i + 1))).toBeLessThan(2);
    });
  });

  it('have the Bangle.js measure 50 times a second within ± 8 g, and send what we can read', () => {
    const board = new StubbedBoard(BANGLE_SCRIPT);
    expect(board.calls).toEqual([
      'accelWr(24,116)',
      'accelWr(27,4)',
      'accelWr(24,244)',
      'setPollInterval(20)',
      'println("<sledtrace ready 83>")',
    ]);
    for (let i = 0; i < 400; i++) {
      board.now_s += 0.02;
      // The firmware divides by 8192, as at ± 4 g.
      board.tell('accel', { x: 0.5, y: -32768 / 8192, z: 32767 / 8192, diff: 0, mag: 1 });
    }
    const readings = new EspruinoFrames().read(viewOf(board.bytes));
    expect(readings).toHaveLength(400);
    readings.forEach(({ accel_mps2, gyro_dps, tick = NaN }, i) => {
      expect(accel_mps2).toEqual([G, -8 * G, expect.closeTo((32767 / 4096) * G, 9)]);
      expect(gyro_dps).toBeUndefined();
      expect(Math.abs(tick - 20 * (i + 1))).toBeLessThan(1.5);
    });
  });

  it('put the boards back when the link ends', () => {
    const puck = new StubbedBoard(PUCK_SCRIPT);
    puck.tell('disconnect', 19);
    expect(puck.calls.slice(3)).toEqual(['accelOff()', 'reset()']);
    const bangle = new StubbedBoard(BANGLE_SCRIPT);
    bangle.tell('disconnect', 19);
    expect(bangle.calls.slice(5)).toEqual([
      'setPollInterval(80)',
      'accelWr(24,44)',
      'accelWr(27,0)',
      'accelWr(24,172)',
      'setOptions({"powerSave":true})',
      'load()',
    ]);
  });
});

describe('an Espruino board', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function settled<Value>(work: Promise<Value>): Promise<Value> {
    // What it rejects with is asked for by the caller.
    work.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(30_000);
    return work;
  }

  /** A board that answers what it is asked; lines it does not know it leaves alone. */
  function answering(answers: Readonly<Record<string, string>>) {
    return new PlayedDevice({
      ...emulation,
      play(peripheral) {
        let heard = '';
        peripheral.on('write', ({ data }) => {
          heard += new TextDecoder().decode(data);
          const asked = Object.keys(answers).find((each) => heard.endsWith(each));
          if (asked !== undefined) peripheral.notify(NOTIFY, text(answers[asked]));
        });
      },
    });
  }

  it('is recognised by the UART', async () => {
    expect(await espruino.recognises(new PlayedDevice(emulation))).toBe(true);
    const other = { ...emulation, services: { 'ef680100-9b35-4933-9b10-52ffa9740042': {} } };
    expect(await espruino.recognises(new PlayedDevice(other))).toBe(false);
  });

  it('is reset, asked, given the script in 20 bytes a piece, heard, and stopped', async () => {
    const board = new PlayedDevice(emulation);
    const stream = await settled(espruino.open(board));
    expect(stream).toMatchObject({ name: null, rate_Hz: 104, range_g: 8 });
    expect(stream.clock).toEqual({ kind: 'ticks', unit_s: 0.001, period: 2 ** 32 });
    const readings: Reading[] = [];
    const charges: number[] = [];
    await settled(
      stream.start(
        (batch) => readings.push(...batch),
        (percent) => charges.push(percent),
      ),
    );
    expect(board.written).toEqual(emulation.setUp);
    expect(charges).toEqual([83]);
    const samples = movingSamples(emulation);
    board.send(emulation.packets(samples));
    expect(readings).toHaveLength(samples.length);
    await settled(stream.stop());
    expect(board.written).toEqual([...emulation.setUp, ...emulation.putDown]);
    expect(board.measuring).toBe(false);
  });

  it('tells of a frame of which a part was lost, and goes on', async () => {
    const board = new PlayedDevice(emulation);
    const stream = await settled(espruino.open(board));
    const readings: Reading[] = [];
    await settled(stream.start((batch) => readings.push(...batch), vi.fn()));
    const samples = movingSamples(emulation);
    const heard = emulation.packets(samples).filter((_, i) => i !== 4);
    const refused = heard.flatMap((packet) => refusalOf(() => board.send([packet])) ?? []);
    expect(readings).toHaveLength(samples.length - 4);
    expect(refused).toEqual([expect.objectContaining({ code: 'unreadable' })]);
  });

  it('is told longer pieces once it has sent a longer one', async () => {
    const board = answering({
      [RESET]: 'a line of more than twenty bytes\r\n',
      [ASK_BOARD]: '<sledtrace BANGLEJS2 2>\r\n',
      [BANGLE_SCRIPT]: '<sledtrace ready 0>\r\n',
    });
    const stream = await settled(espruino.open(board));
    expect(stream).toMatchObject({ name: null, rate_Hz: 50, range_g: 8 });
    const battery = vi.fn();
    await settled(stream.start(() => undefined, battery));
    expect(battery).not.toHaveBeenCalled();
    const lengths = board.written.map(({ hex }) => hex.length / 2);
    expect(Math.max(...lengths)).toBe('a line of more than twenty bytes\r\n'.length);
  });

  it('waits while the board says XOFF, and no longer than 10 s', async () => {
    const board = new PlayedDevice(emulation);
    const stream = await settled(espruino.open(board));
    const before = board.written.length;
    board.notify(NOTIFY, Uint8Array.of(0x13));
    const starting = stream.start(() => undefined, vi.fn());
    await vi.advanceTimersByTimeAsync(5000);
    expect(board.written).toHaveLength(before);
    board.notify(NOTIFY, Uint8Array.of(0x11));
    await vi.advanceTimersByTimeAsync(20);
    expect(board.written.length).toBeGreaterThan(before);
    await settled(starting);

    const other = new PlayedDevice(emulation);
    const held = await settled(espruino.open(other));
    other.notify(NOTIFY, Uint8Array.of(0x13));
    await settled(held.start(() => undefined, vi.fn()));
    expect(other.written).toEqual(emulation.setUp);
  });

  it('does not take its measurements for XOFF', async () => {
    const board = new PlayedDevice(emulation);
    const stream = await settled(espruino.open(board));
    await settled(stream.start(() => undefined, vi.fn()));
    board.notify(NOTIFY, Uint8Array.of(0x13));
    await vi.advanceTimersByTimeAsync(0);
    const stopping = stream.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(board.measuring).toBe(false);
    await stopping;
  });

  it.each([
    ['a Puck.js 1', '<sledtrace PUCKJS 1>', /PUCKJS, version 1/],
    ['a Pixl.js', '<sledtrace PIXLJS undefined>', /PIXLJS/],
    ['one that wants a password', 'Password: \r\n', /Password:/],
    ['one that only repeats', ASK_BOARD, /does not answer/],
  ])('is the wrong device: %s', async (_, answer, message) => {
    const opening = settled(espruino.open(answering({ [ASK_BOARD]: answer })));
    await expect(opening).rejects.toMatchObject({
      code: 'wrong-device',
      message: expect.stringMatching(message) as string,
    });
  });

  it('is not ready when the script fails', async () => {
    const board = answering({
      [ASK_BOARD]: '<sledtrace PUCKJS 2>',
      [PUCK_SCRIPT]: 'Uncaught Error: Out of memory\r\n',
    });
    const stream = await settled(espruino.open(board));
    await expect(settled(stream.start(() => undefined, vi.fn()))).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('Out of memory') as string,
    });
  });
});
