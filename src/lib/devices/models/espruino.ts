import type { Vector3 } from '$lib/core/recording';
import { modulo } from '../modulo';
import { pause } from '../pause';
import { SensorError } from '../sensor';
import { bytesOf, fromG, int16Vector, scaled } from './bytes';
import { EspruinoConsole, UART_NOTIFY, UART_SERVICE } from './espruino-console';
import {
  ASK_BOARD,
  BANGLE_RATE_HZ,
  BANGLE_SCRIPT,
  BOARD_ANSWER,
  END,
  FRAME_HEADER,
  FRAME_MARK,
  PUCK_RATE_HZ,
  PUCK_SCRIPT,
  READY_ANSWER,
  RESET,
  SAMPLES_PER_FRAME,
  SIX_AXES,
  THREE_AXES,
} from './espruino-script';
import type { Connection, Model, Reading, Stream } from './model';
import { deviceWords } from '../words';
import { modelWords } from './words';

/** ± 8 g on both boards. */
const COUNTS_PER_G = 4096;
const RANGE_G = 8;
/**
 * The LSM6DS3TR-C's data sheet at ± 250 °/s. Espruino's page divides by 134, as if the 16 bits ended at
 * 245 °/s; they do not.
 */
const GYRO_DPS_PER_COUNT = 0.00875;

/** Ticks are ms in a u32. */
const PERIOD = 2 ** 32;
const CLOCK = { kind: 'ticks', unit_s: 0.001, period: PERIOD } as const;

/** Numbers per sample, and ms from sample to sample, by the kind of frame. */
const KINDS: ReadonlyMap<number, { readonly width: number; readonly step_ms: number }> = new Map([
  [SIX_AXES, { width: 6, step_ms: 1000 / PUCK_RATE_HZ }],
  [THREE_AXES, { width: 3, step_ms: 1000 / BANGLE_RATE_HZ }],
]);

/**
 * Reads the frames that our scripts send, from a stream that may be cut anywhere and have text between:
 *
 * | byte | content                                                                                  |
 * | ---- | ---------------------------------------------------------------------------------------- |
 * | 0    | `b5`                                                                                     |
 * | 1    | `a6`: six int16 a sample, acceleration and angular rate; `a3`: three, acceleration alone |
 * | 2    | u8 counter of frames                                                                     |
 * | 3    | what makes the sum of the frame's bytes a multiple of 256                                |
 * | 4–7  | u32 ms of the last sample, from the script's start                                       |
 * | 8…   | four samples, 4096 a g and 8.75 m°/s a count                                             |
 *
 * Samples lie evenly between the time of the frame before and this one's; where that is not known, because
 * the counter tells that a frame was lost, or where the board was held up, at the nominal rate before this one's.
 */
export class EspruinoFrames {
  /** Frames that began well and did not add up: a part of them was lost. */
  damaged = 0;
  #pending = new Uint8Array(0);
  #last: { readonly counter: number; readonly tick: number } | null = null;

  read(view: DataView): Reading[] {
    const bytes = joined(this.#pending, view);
    const readings: Reading[] = [];
    let at = 0;
    while (at < bytes.length) {
      const length = frameLength(bytes, at);
      if (length === null) {
        at++;
      } else if (at + length > bytes.length) {
        break;
      } else if (!addsUp(bytes.subarray(at, at + length))) {
        this.damaged++;
        at++;
      } else {
        readings.push(...this.#readFrame(new DataView(bytes.buffer, at, length)));
        at += length;
      }
    }
    this.#pending = bytes.slice(at);
    return readings;
  }

  #readFrame(frame: DataView): Reading[] {
    const { width, step_ms } = kindOf(frame.getUint8(1));
    const counter = frame.getUint8(2);
    const tick = frame.getUint32(4, true);
    const step = this.#stepTo(counter, tick, step_ms);
    this.#last = { counter, tick };
    return Array.from({ length: SAMPLES_PER_FRAME }, (_, i) => {
      const at = FRAME_HEADER + 2 * width * i;
      const before = (SAMPLES_PER_FRAME - 1 - i) * step;
      const reading: Reading = {
        accel_mps2: countsToAccel(int16Vector(frame, at)),
        tick: modulo(tick - before, PERIOD),
      };
      if (width === 3) return reading;
      return { ...reading, gyro_dps: scaled(int16Vector(frame, at + 6), GYRO_DPS_PER_COUNT) };
    });
  }

  /** Ticks from sample to sample in the frame that has come. */
  #stepTo(counter: number, tick: number, nominal: number): number {
    if (!this.#last || counter !== (this.#last.counter + 1) % 256) return nominal;
    const step = modulo(tick - this.#last.tick, PERIOD) / SAMPLES_PER_FRAME;
    return step > 0 && step < 2 * nominal ? step : nominal;
  }
}

function countsToAccel(counts: Vector3): Vector3 {
  return fromG(scaled(counts, 1 / COUNTS_PER_G));
}

/** Bytes of the frame that may begin here, at least so many as show whether one does; null where none does. */
function frameLength(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== FRAME_MARK) return null;
  if (at + 1 === bytes.length) return FRAME_HEADER;
  const kind = KINDS.get(bytes[at + 1]);
  return kind ? FRAME_HEADER + 2 * SAMPLES_PER_FRAME * kind.width : null;
}

function addsUp(frame: Uint8Array): boolean {
  return frame.reduce((sum, byte) => sum + byte, 0) % 256 === 0;
}

function kindOf(byte: number) {
  const kind = KINDS.get(byte);
  if (!kind) throw new RangeError(`There is no kind of frame ${byte}.`);
  return kind;
}

function joined(first: Uint8Array, second: DataView): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.byteLength);
  bytes.set(first);
  bytes.set(bytesOf(second), first.length);
  return bytes;
}

/** Espruino's own pages wait so long after a reset, ms. */
const RESET_MS = 1500;
const ANSWER_MS = 2000;
/** The script's last lines may still be waiting to be read when the last chunk has been written, ms. */
const READY_MS = 4000;

/** Espruino boards that measure motion: Puck.js 2 and, without a gyroscope, Bangle.js 1 and 2. We send them the program. */
export const espruino: Model = {
  id: 'espruino',
  name: 'Puck.js or Bangle.js',
  filters: [{ namePrefix: 'Puck.js' }, { namePrefix: 'Bangle.js' }],
  services: [UART_SERVICE],
  // The UART is Nordic's, and others have it too: ask this model after those with services of their own.
  recognises: (connection) => connection.has(UART_SERVICE, UART_NOTIFY),
  open,
};

interface Board {
  readonly name: string;
  readonly script: string;
  readonly rate_Hz: number;
}

async function open(connection: Connection): Promise<Stream> {
  const terminal = new EspruinoConsole(connection);
  await terminal.listen();
  await terminal.write(RESET);
  await pause(RESET_MS);
  await terminal.write(ASK_BOARD);
  const answer = await terminal.answer(BOARD_ANSWER, ANSWER_MS);
  if (!answer) {
    throw new SensorError(
      'wrong-device',
      modelWords.espruinoNoAnswer(
        connection.deviceName || deviceWords.thisDevice,
        afterWords(terminal),
      ),
    );
  }
  const board = boardOf(answer[1], answer[2]);
  return {
    name: null,
    rate_Hz: board.rate_Hz,
    range_g: RANGE_G,
    clock: CLOCK,
    start: (take, battery) => begin(terminal, board, take, battery),
    stop: () => terminal.write(END),
  };
}

/** Which board answered. Throws SensorError `wrong-device` for one that cannot measure a sled. */
function boardOf(id: string, hardware: string): Board {
  if (id === 'BANGLEJS' || id === 'BANGLEJS2') {
    const name = id === 'BANGLEJS' ? 'Bangle.js' : 'Bangle.js 2';
    return { name, script: BANGLE_SCRIPT, rate_Hz: BANGLE_RATE_HZ };
  }
  if (id === 'PUCKJS' && hardware.startsWith('2')) {
    return { name: 'Puck.js 2', script: PUCK_SCRIPT, rate_Hz: PUCK_RATE_HZ };
  }
  throw new SensorError('wrong-device', modelWords.espruinoUnknown(id, hardware));
}

async function begin(
  terminal: EspruinoConsole,
  { name, script }: Board,
  take: (readings: readonly Reading[]) => void,
  battery: (percent: number) => void,
): Promise<void> {
  const frames = new EspruinoFrames();
  terminal.follow((view) => {
    const damagedBefore = frames.damaged;
    const readings = frames.read(view);
    if (readings.length > 0) take(readings);
    if (frames.damaged === damagedBefore) return;
    throw new SensorError('unreadable', `A part of a frame from ${name} was lost on the way.`);
  });
  await terminal.write(script);
  const ready = await terminal.answer(READY_ANSWER, READY_MS);
  if (!ready) {
    throw new SensorError('not-ready', modelWords.espruinoNotRun(name, afterWords(terminal)));
  }
  terminal.endText();
  const percent = Number(ready[1]);
  if (percent > 0) battery(percent);
}

/** What the board printed last, for a message; nothing where it printed nothing. */
function afterWords(terminal: EspruinoConsole): string {
  const words = terminal.printed.replace(/[^\x20-\x7e]+/g, ' ').trim();
  return words === '' ? '' : modelWords.espruinoPrinted(words.slice(-120));
}
