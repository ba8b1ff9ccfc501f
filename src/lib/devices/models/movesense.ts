import { modulo } from '../modulo';
import { SensorError } from '../sensor';
import { after, bytes, bytesOf, expectLength, float32Vector } from './bytes';
import { Exchange } from './exchange';
import type { Connection, Model, Reading, Stream } from './model';
import { modelWords } from './words';

const SERVICE = '34802252-7185-4d5d-b431-630e7050e8f0';
const COMMANDS = '34800001-7185-4d5d-b431-630e7050e8f0';
const ANSWERS = '34800002-7185-4d5d-b431-630e7050e8f0';

const COMMAND = { hello: 0, subscribe: 1, unsubscribe: 2, get: 4 } as const;
const ANSWER = { result: 1, begins: 2, continues: 3 } as const;

/** The byte by which each question and its answers are told apart. */
const REFERENCE = { hello: 1, battery: 2, accel: 0x63, imu: 0x64 } as const;

/** 208 Hz and more are offered, but nothing that gets lost on the way is sent again, and each sample has 24 bytes. */
const RATE_HZ = 104;
/** Taken to be how the firmware comes (not verified); the protocol has no command to set it. */
const RANGE_G = 8;
const PATIENCE_MS = 5000;

const HEADER_BYTES = 2;
const STAMP_BYTES = 4;
const VECTOR_BYTES = 12;
/** Twice the largest range, 16 g. */
const LARGEST_MPS2 = 320;
/** Twice the largest range, 2000 °/s. */
const LARGEST_DPS = 4000;
/** Milliseconds of 32 bits: 49.7 days. */
const PERIOD_MS = 2 ** 32;
/** A step further than this share from the rate's own spans a lost message, or a clock that was set. */
const STEP_TOLERANCE = 0.5;

/** Of what a subscription sends: accelerometer, then gyroscope. */
export type Blocks = 1 | 2;

/** Movesense sensors whose firmware speaks the GATT SensorData Protocol (GSP; Movesense document GD-77, version 1.0). */
export const movesense: Model = {
  id: 'movesense',
  name: 'Movesense',
  filters: [{ namePrefix: 'Movesense' }],
  services: [SERVICE],
  // Other firmware has nothing a browser could talk to: known by its name, so that `open` can say what is missing.
  recognises: async (connection) =>
    (await connection.has(SERVICE)) || /^Movesense\b/.test(connection.deviceName),
  open: openMovesense,
};

async function openMovesense(connection: Connection): Promise<Stream> {
  const who = connection.deviceName || modelWords.movesenseTheSensor;
  if (!(await connection.has(SERVICE, COMMANDS))) {
    throw new SensorError('not-ready', modelWords.movesenseFirmware(who));
  }
  const link = new GspLink(connection, who);
  await link.listen();
  await link.hello();
  return new MovesenseStream(link);
}

/** Questions, their answers, and whatever else comes. */
class GspLink {
  readonly #connection: Connection;
  readonly #who: string;
  readonly #exchange: Exchange;
  /** Is given what belongs to a subscription. */
  take: (view: DataView) => void = () => undefined;

  constructor(connection: Connection, who: string) {
    this.#connection = connection;
    this.#who = who;
    this.#exchange = new Exchange(who, PATIENCE_MS);
  }

  listen(): Promise<void> {
    return this.#connection.subscribe(SERVICE, ANSWERS, (view) => {
      if (view.byteLength > 0 && view.getUint8(0) !== ANSWER.result) this.take(view);
      else this.#exchange.heard(view);
    });
  }

  /** The one question whose answer has no status: any answer shows that the sensor speaks the protocol. */
  async hello(): Promise<void> {
    await this.#exchange.ask(
      'whether it is there',
      () => this.#write(COMMAND.hello, REFERENCE.hello, ''),
      (view) => (referenceOf(view) === REFERENCE.hello ? view : null),
    );
  }

  ask(command: number, reference: number, path = ''): Promise<GspResult> {
    return this.#exchange.ask(
      `for ${path || `command ${command}`}`,
      () => this.#write(command, reference, path),
      (view) => (referenceOf(view) === reference ? readGspResult(view) : null),
    );
  }

  /** The charge, %; null where the sensor does not tell, or does not answer in time. */
  async battery_percent(): Promise<number | null> {
    try {
      const { status, content } = await this.ask(
        COMMAND.get,
        REFERENCE.battery,
        '/System/Energy/Level',
      );
      if (!isOk(status) || content.byteLength === 0) return null;
      const percent = content.getUint8(0);
      return percent <= 100 ? percent : null;
    } catch (cause) {
      // Answers may get lost on the way, and a set can do without this one; a broken link shows at once again.
      if (cause instanceof SensorError) return null;
      throw cause;
    }
  }

  refusal({ status }: GspResult): SensorError {
    const todo = status === 429 ? modelWords.movesenseBusy : modelWords.movesenseUpdate;
    return new SensorError(
      'not-ready',
      `${modelWords.movesenseRefuses(this.#who, RATE_HZ, status)} ${todo}`,
    );
  }

  #write(command: number, reference: number, path: string): Promise<void> {
    const request = bytes(command, reference, ...new TextEncoder().encode(path));
    return this.#connection.write(SERVICE, COMMANDS, request);
  }
}

class MovesenseStream implements Stream {
  readonly name = null;
  readonly rate_Hz = RATE_HZ;
  readonly range_g = RANGE_G;
  readonly clock = { kind: 'ticks', unit_s: 0.001, period: PERIOD_MS } as const;
  readonly #link: GspLink;
  #reference: number = REFERENCE.imu;

  constructor(link: GspLink) {
    this.#link = link;
  }

  async start(
    take: (readings: readonly Reading[]) => void,
    battery: (percent: number) => void,
  ): Promise<void> {
    const percent = await this.#link.battery_percent();
    if (percent !== null) battery(percent);
    let result = await this.#subscribe(REFERENCE.imu, '/Meas/IMU6', 2, take);
    // Some sensors have no gyroscope.
    if (!isOk(result.status)) result = await this.#subscribe(REFERENCE.accel, '/Meas/Acc', 1, take);
    if (!isOk(result.status)) throw this.#link.refusal(result);
  }

  async stop(): Promise<void> {
    this.#link.take = () => undefined;
    await this.#link.ask(COMMAND.unsubscribe, this.#reference);
  }

  #subscribe(
    reference: number,
    path: string,
    blocks: Blocks,
    take: (readings: readonly Reading[]) => void,
  ): Promise<GspResult> {
    const decode = newGspDecoder({ reference, blocks, rate_Hz: RATE_HZ });
    this.#reference = reference;
    this.#link.take = (view) => {
      const readings = decode(view);
      if (readings.length > 0) take(readings);
    };
    return this.#link.ask(COMMAND.subscribe, reference, `${path}/${RATE_HZ}`);
  }
}

export interface GspResult {
  /** As in HTTP: 200 to 299 is yes. */
  readonly status: number;
  readonly content: DataView;
}

/** An answer with a status; null for anything else. */
export function readGspResult(view: DataView): GspResult | null {
  if (view.byteLength < 4 || view.getUint8(0) !== ANSWER.result) return null;
  return { status: view.getUint16(2, true), content: after(view, 4) };
}

export interface GspSubscription {
  readonly reference: number;
  readonly blocks: Blocks;
  readonly rate_Hz: number;
}

/**
 * A decoder of one subscription. A message comes in one notification or in several, and only the beginning of
 * the next one tells that the first is whole: the first is given then, later ones as soon as they are as long.
 * Ticks are milliseconds. Throws SensorError `unreadable`, also where a part was lost on the way.
 */
export function newGspDecoder({
  reference,
  blocks,
  rate_Hz,
}: GspSubscription): (view: DataView) => readonly Reading[] {
  const parts = new Parts();
  const times = new MessageTimes(rate_Hz);
  return (view) => {
    if (referenceOf(view) !== reference) return [];
    const kind = view.getUint8(0);
    if (kind === ANSWER.begins) parts.begin(after(view, HEADER_BYTES));
    else if (kind === ANSWER.continues) parts.goOn(after(view, HEADER_BYTES));
    return parts.whole().flatMap((message) => readMessage(message, blocks, times));
  };
}

/** Puts messages together from their parts. */
class Parts {
  #open: readonly number[] = [];
  #closed: DataView[] = [];
  /** How long messages are; 0 while that is not known. */
  #usualBytes = 0;

  /** Throws SensorError `unreadable` where the message before lacks a part, or this one is empty. */
  begin(part: DataView): void {
    if (part.byteLength === 0) throw unreadable('is empty');
    const before = this.#open;
    this.#open = [...bytesOf(part)];
    if (before.length === 0) return;
    const missing = before.length < this.#usualBytes;
    this.#usualBytes = missing ? 0 : before.length;
    if (missing) throw unreadable('lacks its end: a part was lost on the way');
    this.#closed.push(viewOf(before));
  }

  /** Throws SensorError `unreadable` where nothing has begun. */
  goOn(part: DataView): void {
    if (this.#open.length === 0) {
      this.#usualBytes = 0;
      throw unreadable('lacks its beginning: a part was lost on the way');
    }
    this.#open = [...this.#open, ...bytesOf(part)];
  }

  /** The messages that have become whole since the last call. */
  whole(): readonly DataView[] {
    const messages = this.#closed;
    this.#closed = [];
    if (this.#open.length > 0 && this.#open.length === this.#usualBytes) {
      messages.push(viewOf(this.#open));
      this.#open = [];
    }
    return messages;
  }
}

/** When the samples of messages were taken; a message is stamped with the time of its first. */
class MessageTimes {
  readonly #period_ms: number;
  #last: { stamp: number; count: number } | null = null;
  /** Time and samples since the last gap: whole milliseconds tell the device's rate only over many messages. */
  #elapsed_ms = 0;
  #samples = 0;

  constructor(rate_Hz: number) {
    this.#period_ms = 1000 / rate_Hz;
  }

  /** Ticks of so many samples, as far apart as those before them were; of the first message, by the rate. */
  ticks(stamp: number, count: number): number[] {
    this.#measure(stamp);
    this.#last = { stamp, count };
    const step_ms = this.#samples > 0 ? this.#elapsed_ms / this.#samples : this.#period_ms;
    return Array.from({ length: count }, (_, i) => modulo(stamp + i * step_ms, PERIOD_MS));
  }

  #measure(stamp: number): void {
    if (!this.#last) return;
    const step_ms = modulo(stamp - this.#last.stamp, PERIOD_MS) / this.#last.count;
    if (Math.abs(step_ms / this.#period_ms - 1) > STEP_TOLERANCE) {
      this.#elapsed_ms = 0;
      this.#samples = 0;
      return;
    }
    this.#elapsed_ms += step_ms * this.#last.count;
    this.#samples += this.#last.count;
  }
}

/** A message is the time of its first sample, all accelerations, then all angular rates. */
function readMessage(message: DataView, blocks: Blocks, times: MessageTimes): Reading[] {
  expectLength(message, STAMP_BYTES, 'A Movesense message');
  const count = (message.byteLength - STAMP_BYTES) / (blocks * VECTOR_BYTES);
  if (!Number.isInteger(count) || count === 0) {
    throw unreadable(
      `has ${message.byteLength} bytes: not a time and ${blocks} equal blocks of vectors`,
    );
  }
  const vector = (index: number, limit: number) =>
    float32Vector(message, STAMP_BYTES + index * VECTOR_BYTES, limit);
  const readings = Array.from({ length: count }, (_, i) => {
    const accel_mps2 = vector(i, LARGEST_MPS2);
    return blocks === 1 ? { accel_mps2 } : { accel_mps2, gyro_dps: vector(count + i, LARGEST_DPS) };
  });
  const ticks = times.ticks(message.getUint32(0, true), count);
  return readings.map((reading, i) => ({ ...reading, tick: ticks[i] }));
}

function referenceOf(view: DataView): number | null {
  return view.byteLength < HEADER_BYTES ? null : view.getUint8(1);
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

function viewOf(values: readonly number[]): DataView {
  return new DataView(Uint8Array.from(values).buffer);
}

function unreadable(what: string): SensorError {
  return new SensorError('unreadable', `A Movesense message ${what}.`);
}
