import { SensorError, UnpairedError, type SensorErrorCode } from '../sensor';
import { bytes, bytesOf } from './bytes';
import { Exchange } from './exchange';
import type { Connection } from './model';
import { polarWords } from './polar-words';
import { modelWords } from './words';

export const PMD_SERVICE = 'fb005c80-02e7-f387-1cad-8acd2d8df0c8';
const CONTROL = 'fb005c81-02e7-f387-1cad-8acd2d8df0c8';

export const COMMAND = { settings: 1, start: 2, stop: 3 } as const;

/** Settings by the number that goes before their values. */
export const SETTING = {
  rate_Hz: 0,
  resolution_bits: 1,
  /** g for the accelerometer, °/s for the gyroscope. */
  range: 2,
  /** The same in thousandths. */
  milliRange: 3,
  channels: 4,
  factor: 5,
  security: 6,
} as const;

/** Bytes of one value of each setting. */
const SETTING_BYTES: ReadonlyMap<number, number> = new Map([
  [SETTING.rate_Hz, 2],
  [SETTING.resolution_bits, 2],
  [SETTING.range, 2],
  [SETTING.milliRange, 4],
  [SETTING.channels, 1],
  [SETTING.factor, 4],
  [SETTING.security, 16],
]);

export const STATUS = { ok: 0, alreadyInState: 6, invalidState: 12 } as const;

const FEATURES = 0x0f;
const RESPONSE = 0xf0;
const STOPPED_BY_DEVICE = 0x01;
const RESPONSE_HEADER_BYTES = 5;
/** A start waits while the device negotiates a faster link (polar-ble-sdk #75). */
const PATIENCE_MS = 10_000;

/** Values by setting. */
export type PmdSettings = ReadonlyMap<number, readonly number[]>;

export interface PmdResponse {
  readonly command: number;
  readonly measurement: number;
  readonly status: number;
  /** Whether another response continues this one. */
  readonly more: boolean;
  readonly parameters: Uint8Array<ArrayBuffer>;
}

export interface PmdFeatures {
  readonly accel: boolean;
  readonly gyro: boolean;
  /** Whether it has the mode in which it offers more rates. */
  readonly sdkMode: boolean;
}

/** The control point of a Polar device: one command at a time, each with its whole answer. */
export class PmdControl {
  readonly #connection: Connection;
  readonly #who: string;
  readonly #exchange: Exchange;
  /** Is told of the measurements that the device stopped by itself. */
  stoppedByDevice: (measurements: readonly number[]) => void = () => undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#who = connection.deviceName || 'The Polar sensor';
    this.#exchange = new Exchange(this.#who, PATIENCE_MS);
  }

  /** Hears the answers from now on. Rejects with SensorError: `not-ready` where the device wants to be paired. */
  async listen(): Promise<void> {
    const heard = (view: DataView) => {
      const stopped = readStopped(view);
      if (stopped) this.stoppedByDevice(stopped);
      else this.#exchange.heard(view);
    };
    await this.#unlessUnpaired(() => this.#connection.subscribe(PMD_SERVICE, CONTROL, heard));
  }

  async features(): Promise<PmdFeatures> {
    const value = await this.#unlessUnpaired(() => this.#connection.read(PMD_SERVICE, CONTROL));
    return readFeatures(value);
  }

  /** Sends a command and gives its answer, whatever it is, put together where it came in parts. */
  ask(command: number, measurement: number, parameters = bytes()): Promise<PmdResponse> {
    const request = bytes(command, measurement, ...parameters);
    const send = () =>
      this.#unlessUnpaired(() => this.#connection.write(PMD_SERVICE, CONTROL, request));
    const parts: PmdResponse[] = [];
    return this.#exchange.ask(
      `for command ${command} of measurement ${measurement}`,
      send,
      (view) => {
        const part = readResponse(view);
        if (part?.command !== command || part.measurement !== measurement) return null;
        parts.push(part);
        return part.more ? null : joined(parts);
      },
    );
  }

  /** As {@link ask}; rejects with SensorError, `wrong-device` or `not-ready`, where the answer is no. */
  async demand(command: number, measurement: number, parameters = bytes()): Promise<PmdResponse> {
    return this.accepted(await this.ask(command, measurement, parameters));
  }

  /** The answer, where it is yes. Throws SensorError, `wrong-device` or `not-ready`, where it is no. */
  accepted(response: PmdResponse): PmdResponse {
    if (response.status !== STATUS.ok) throw refusal(this.#who, response);
    return response;
  }

  async #unlessUnpaired<T>(operation: () => Promise<T>): Promise<T> {
    try {
      return await operation();
    } catch (cause) {
      if (!(cause instanceof UnpairedError)) throw cause;
      throw new UnpairedError(modelWords.polarUnpaired(this.#who), { cause });
    }
  }
}

/** What the device can stream, from a read of the control point. Throws SensorError `unreadable`. */
export function readFeatures(view: DataView): PmdFeatures {
  if (view.byteLength < 2 || view.getUint8(0) !== FEATURES) {
    throw new SensorError(
      'unreadable',
      `A Polar sensor told its features in ${view.byteLength} bytes that do not begin with 0F.`,
    );
  }
  const first = view.getUint8(1);
  const second = view.byteLength > 2 ? view.getUint8(2) : 0;
  return {
    accel: (first & 0x04) !== 0,
    gyro: (first & 0x20) !== 0,
    sdkMode: (second & 0x02) !== 0,
  };
}

/** An answer of the control point, or part of one; null for anything else. */
export function readResponse(view: DataView): PmdResponse | null {
  if (view.byteLength < 4 || view.getUint8(0) !== RESPONSE) return null;
  const status = view.getUint8(3);
  return {
    command: view.getUint8(1),
    measurement: view.getUint8(2),
    status,
    more: status === STATUS.ok && view.byteLength > 4 && view.getUint8(4) !== 0,
    parameters: bytesOf(view).slice(RESPONSE_HEADER_BYTES),
  };
}

/** The measurements that the device says it has stopped by itself; null for anything else. */
export function readStopped(view: DataView): number[] | null {
  if (view.byteLength < 2 || view.getUint8(0) !== STOPPED_BY_DEVICE) return null;
  return [...bytesOf(view).subarray(1)];
}

/**
 * Settings from `number, count, values` again and again. A number not known ends the list, because nobody can
 * tell how long its values are; encryption keys are passed over. Throws SensorError `unreadable` where values are cut off.
 */
export function readSettings(parameters: Uint8Array): PmdSettings {
  const view = new DataView(parameters.buffer, parameters.byteOffset, parameters.byteLength);
  const settings = new Map<number, readonly number[]>();
  let at = 0;
  while (at + 2 <= view.byteLength) {
    const setting = view.getUint8(at);
    const count = view.getUint8(at + 1);
    const size = SETTING_BYTES.get(setting);
    if (size === undefined) break;
    at += 2;
    if (at + count * size > view.byteLength) {
      throw new SensorError(
        'unreadable',
        `A Polar sensor tells ${count} values of setting ${setting} in ${view.byteLength - at} bytes, where ${count * size} were expected.`,
      );
    }
    if (setting !== SETTING.security) {
      settings.set(
        setting,
        Array.from({ length: count }, (_, i) => valueAt(view, at + i * size, setting)),
      );
    }
    at += count * size;
  }
  return settings;
}

/** Bytes of settings, one value each, as a start command takes them. */
export function writeSettings(chosen: ReadonlyMap<number, number>): Uint8Array<ArrayBuffer> {
  const written = [...chosen].flatMap(([setting, value]) => {
    const size = SETTING_BYTES.get(setting) ?? 0;
    return [setting, 1, ...Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 0xff)];
  });
  return Uint8Array.from(written);
}

/** Units to a count from the answer to a start; 1 where it does not tell. Throws SensorError `unreadable`. */
export function factorOf({ parameters }: PmdResponse): number {
  const factor = readSettings(parameters).get(SETTING.factor)?.[0] ?? 1;
  if (Number.isFinite(factor) && factor > 0) return factor;
  throw new SensorError('unreadable', `A Polar sensor tells a scale factor of ${factor}.`);
}

function valueAt(view: DataView, at: number, setting: number): number {
  if (setting === SETTING.factor) return view.getFloat32(at, true);
  if (setting === SETTING.milliRange) return view.getUint32(at, true);
  return setting === SETTING.channels ? view.getUint8(at) : view.getUint16(at, true);
}

function joined(parts: readonly PmdResponse[]): PmdResponse {
  const parameters = Uint8Array.from(parts.flatMap((part) => [...part.parameters]));
  return { ...parts[parts.length - 1], parameters };
}

const { what, todo } = polarWords;

/** What each status means for a person: a code, what happened, and what to do. */
const REFUSALS: ReadonlyMap<number, readonly [SensorErrorCode, what: string, todo: string]> =
  new Map<number, readonly [SensorErrorCode, string, string]>([
    [1, ['not-ready', what.command, todo.update]],
    [2, ['wrong-device', what.missing, todo.other]],
    [3, ['wrong-device', what.unsupported, todo.update]],
    [4, ['not-ready', what.length, todo.again]],
    [5, ['not-ready', what.settings, todo.again]],
    [STATUS.alreadyInState, ['not-ready', what.measuring, todo.closeApps]],
    [7, ['not-ready', what.resolution, todo.again]],
    [8, ['not-ready', what.rate, todo.again]],
    [9, ['not-ready', what.range, todo.again]],
    [10, ['not-ready', what.mtu, todo.forget]],
    [11, ['not-ready', what.channels, todo.again]],
    [STATUS.invalidState, ['not-ready', what.state, todo.endMode]],
    [13, ['not-ready', what.charger, todo.takeOut]],
    [14, ['not-ready', what.memory, todo.synchronise]],
  ]);

/** A refused command as an error for people. */
export function refusal(who: string, { command, measurement, status }: PmdResponse): SensorError {
  const [code, happened, then] = REFUSALS.get(status) ?? ['not-ready', what.refuses, todo.again];
  const codes = polarWords.codes(command, measurement, status);
  return new SensorError(code, `${who} ${happened} (${codes}). ${then}`);
}
