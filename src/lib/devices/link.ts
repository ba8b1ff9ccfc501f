import { GattConnection } from './gatt';
import { recognise } from './models';
import type { Reading, Stream } from './models/model';
import { BATTERY } from './models/standard';
import { RestCheck } from './rest-check';
import { SensorError } from './sensor';
import { deviceWords } from './words';

const SETTINGS = {
  /** Connected, but mute for so long: something is wrong. */
  silence_ms: 1500,
  /** Mute for so long, the link is of no more use. */
  stuck_ms: 6000,
  watch_ms: 250,
  batteryEvery_ms: 120_000,
  /** So many packets in a row that cannot be read: it is not what it seems. */
  unreadableInRow: 50,
};

export interface LinkListener {
  readings(readings: readonly Reading[]): void;
  /** A packet could not be read, and was passed over. */
  unreadable(): void;
  battery(percent: number): void;
  /** Nothing has come for a while, though the link stands. */
  silent(): void;
  /** It is of no more use, but another link may be. Nothing is heard after it. */
  broken(cause: SensorError): void;
  /** Another link would be no better. Nothing is heard after it. */
  over(cause: SensorError): void;
}

/** One connection to a sensor, from its opening until it breaks or is ended. */
export class Link {
  readonly restCheck = new RestCheck();
  readonly #device: BluetoothDevice;
  readonly #listener: LinkListener;
  #connection: GattConnection | null = null;
  #stream: Stream | null = null;
  #state: 'opening' | 'started' | 'ended' = 'opening';
  #watch: ReturnType<typeof setInterval> | null = null;
  #lastHeard_ms = 0;
  #lastBattery_ms = -Infinity;
  #unreadable = 0;
  #endedBy: SensorError | null = null;

  constructor(device: BluetoothDevice, listener: LinkListener) {
    this.#device = device;
    this.#listener = listener;
  }

  /**
   * Connects, tells the model and sets the device up; the signal ends it at any time. Rejects with SensorError, the
   * device let go of.
   */
  async open(signal: AbortSignal): Promise<Stream> {
    const events = {
      dropped: () => this.#break('broken', this.#lost('broke')),
      failed: (cause: unknown) => this.#packetFailed(cause),
    };
    const connection = await GattConnection.open(this.#device, events, signal);
    this.#connection = connection;
    // A set that is under way is put down first.
    const cancel = () => this.#state === 'opening' && this.#letGo();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const model = await recognise(connection);
      this.#stream = await model.open(connection);
      return this.#stream;
    } catch (cause) {
      this.#letGo();
      throw cause;
    }
  }

  /** Has the device measure. Rejects with SensorError, the device let go of. */
  async start(): Promise<void> {
    try {
      await this.#stream?.start(
        (readings) => this.#hear(readings),
        (percent) => this.#listener.battery(percent),
      );
    } catch (cause) {
      // Half started, it may measure already.
      await this.#putDown();
      this.#letGo();
      throw cause;
    }
    if (this.#endedBy) throw this.#endedBy;
    this.#state = 'started';
    this.#lastHeard_ms = performance.now();
    this.#watch = setInterval(() => this.#look(), SETTINGS.watch_ms);
    this.#look();
  }

  /** Has the device stop measuring, if it can still be told, and lets go of it. */
  async end(): Promise<void> {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    try {
      await this.#putDown();
    } finally {
      this.#letGo();
    }
  }

  async #putDown(): Promise<void> {
    try {
      await this.#stream?.stop();
    } catch (cause) {
      // A device that is gone does not measure for anyone either.
      if (!(cause instanceof SensorError)) throw cause;
    }
  }

  #hear(readings: readonly Reading[]): void {
    if (this.#state === 'ended') return;
    this.#lastHeard_ms = performance.now();
    this.#unreadable = 0;
    if (readings.length > 0) this.#listener.readings(readings);
  }

  /** Looks whether the device still talks, and now and then at its battery. */
  #look(): void {
    const now_ms = performance.now();
    const silence_ms = now_ms - this.#lastHeard_ms;
    if (silence_ms > SETTINGS.stuck_ms) return this.#break('broken', this.#lost('fell silent'));
    if (silence_ms > SETTINGS.silence_ms) this.#listener.silent();
    if (now_ms - this.#lastBattery_ms < SETTINGS.batteryEvery_ms) return;
    this.#lastBattery_ms = now_ms;
    void this.#readBattery();
  }

  async #readBattery(): Promise<void> {
    try {
      if (!(await this.#connection?.has(BATTERY.service, BATTERY.level))) return;
      const level = await this.#connection?.read(BATTERY.service, BATTERY.level);
      if (level && level.byteLength > 0) this.#listener.battery(Math.min(100, level.getUint8(0)));
    } catch (cause) {
      // The charge is a courtesy: a device that keeps it to itself, or has just gone, is no trouble.
      if (!(cause instanceof SensorError)) throw cause;
    }
  }

  #packetFailed(cause: unknown): void {
    if (!(cause instanceof SensorError)) {
      // A mistake of ours: let it surface where mistakes do, not end the stream.
      queueMicrotask(() => {
        throw cause;
      });
      return;
    }
    if (cause.code !== 'unreadable') return this.#break('over', cause);
    this.#lastHeard_ms = performance.now();
    this.#listener.unreadable();
    if (++this.#unreadable >= SETTINGS.unreadableInRow) this.#break('over', cause);
  }

  #break(how: 'broken' | 'over', cause: SensorError): void {
    const wasStarted = this.#state === 'started';
    if (this.#state === 'ended') return;
    this.#endedBy = cause;
    this.#letGo();
    // Who opens it is told by a rejection.
    if (wasStarted) this.#listener[how](cause);
  }

  #letGo(): void {
    this.#state = 'ended';
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
    this.#connection?.close();
  }

  #lost(how: string): SensorError {
    const name = this.#device.name ?? deviceWords.unnamed;
    return new SensorError('lost', `${name}: the link ${how}.`);
  }
}
