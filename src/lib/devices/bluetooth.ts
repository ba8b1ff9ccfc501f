import { newClock, type SampleClock } from './clock/clock';
import { chooseDevice } from './gatt';
import { Link } from './link';
import { chooserRequest } from './models';
import type { Reading, Stream } from './models/model';
import {
  ALL_WELL,
  SensorError,
  type LinkState,
  type Sensor,
  type SensorListener,
  type SensorNotice,
  type SensorStatus,
} from './sensor';
import { deviceWords } from './words';

const SETTINGS = {
  /** Waits before each attempt to connect again; the last one is repeated. */
  backOff_ms: [300, 1000, 2000, 4000, 8000],
  /** After so long without a link the set is over. */
  givesUp_ms: 180_000,
  /** The first handshake with some sensors fails now and then. */
  firstAttempts: 3,
  /** Below this the times of quick reps are a guess. */
  slow_Hz: 25,
  narrow_g: 4,
};

/** Lets the person choose a sensor; must be called in their click. Rejects with SensorError. */
export async function chooseSensor(): Promise<BluetoothSensor> {
  return new BluetoothSensor(await chooseDevice(chooserRequest()));
}

/**
 * A Bluetooth sensor of whatever model. It stays one sensor while its link breaks and is made anew: times go on,
 * on the same axis, and what was lost between is a gap.
 */
export class BluetoothSensor implements Sensor {
  readonly speed = 1;
  readonly isPlayed = false;
  readonly #device: BluetoothDevice;
  /** Ends everything: what waits, what is under way, what would come. */
  readonly #stopped = new AbortController();
  #listener: SensorListener | null = null;
  #status: SensorStatus = ALL_WELL;
  #link: Link | null = null;
  #clock: SampleClock | null = null;
  #name: string;
  #rate_Hz: number | null = null;

  constructor(device: BluetoothDevice) {
    this.#device = device;
    this.#name = device.name ?? '';
  }

  get name(): string {
    return this.#name;
  }

  get rate_Hz(): number | null {
    return this.#rate_Hz;
  }

  async start(listener: SensorListener): Promise<void> {
    if (this.#listener) throw new Error(`${this.name} has been started before.`);
    this.#listener = listener;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#connect();
      } catch (cause) {
        const again = isUnreachable(cause) && attempt < SETTINGS.firstAttempts;
        if (!again || this.#stopped.signal.aborted) throw this.#whyNot(cause);
        await this.#wait(SETTINGS.backOff_ms[0]);
      }
    }
  }

  async stop(): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    this.#giveSamples(this.#clock?.flush() ?? []);
    this.#stopped.abort();
    await this.#link?.end();
  }

  async #connect(): Promise<void> {
    const link = new Link(this.#device, {
      readings: (readings) => this.#take(readings),
      unreadable: () => this.#noteUnreadable(),
      battery: (percent) => this.#tell({ battery_percent: percent }),
      silent: () => this.#say('silent'),
      broken: (cause) => void this.#reconnect(cause),
      over: (cause) => this.#end(cause),
    });
    this.#link = link;
    const stream = await link.open(this.#stopped.signal);
    this.#name = stream.name ?? this.#name;
    this.#rate_Hz = stream.rate_Hz;
    this.#clock ??= newClock(stream.clock);
    this.#tell({ notices: [...this.#status.notices.filter(isAboutPackets), ...noticesOf(stream)] });
    await link.start();
  }

  /** Tries to have the link back until it is there, the set is over, or it has taken too long. */
  async #reconnect(lastCause: SensorError): Promise<void> {
    const since_ms = performance.now();
    this.#giveSamples(this.#clock?.flush() ?? []);
    this.#clock?.interrupted();
    this.#say('reconnecting');
    let cause: unknown = lastCause;
    for (let attempt = 0; performance.now() - since_ms < SETTINGS.givesUp_ms; attempt++) {
      const { backOff_ms } = SETTINGS;
      try {
        await this.#wait(backOff_ms[Math.min(attempt, backOff_ms.length - 1)]);
        return await this.#connect();
      } catch (failure) {
        if (this.#stopped.signal.aborted) return;
        cause = failure;
      }
    }
    this.#end(new SensorError('lost', deviceWords.gone(this.name), { cause }));
  }

  #take(readings: readonly Reading[]): void {
    this.#say('streaming');
    this.#giveSamples(this.#clock?.take(readings, performance.now() / 1000) ?? []);
  }

  #giveSamples(samples: ReturnType<SampleClock['take']>): void {
    if (samples.length === 0 || this.#stopped.signal.aborted) return;
    for (const sample of samples) {
      const measured_g = this.#link?.restCheck.see(sample) ?? null;
      if (measured_g !== null) this.#note({ code: 'gravity-off', measured_g });
    }
    this.#listener?.samples(samples);
  }

  #noteUnreadable(): void {
    const before = this.#status.notices.find(isAboutPackets)?.count ?? 0;
    const others = this.#status.notices.filter((notice) => !isAboutPackets(notice));
    this.#tell({ notices: [...others, { code: 'unreadable-packets', count: before + 1 }] });
  }

  #note(notice: SensorNotice): void {
    this.#tell({ notices: [...this.#status.notices, notice] });
  }

  #say(link: LinkState): void {
    if (link !== this.#status.link) this.#tell({ link });
  }

  #tell(change: Partial<SensorStatus>): void {
    if (this.#stopped.signal.aborted) return;
    this.#status = { ...this.#status, ...change };
    this.#listener?.status(this.#status);
  }

  #end(cause: SensorError): void {
    if (this.#stopped.signal.aborted) return;
    const listener = this.#listener;
    void this.stop();
    listener?.ended(cause);
  }

  #whyNot(cause: unknown): unknown {
    const cancelled = this.#stopped.signal.aborted;
    this.#stopped.abort();
    if (!cancelled) return cause;
    return new SensorError('cancelled', deviceWords.stopped(this.name), { cause });
  }

  /** Rejects at once when the sensor is stopped. */
  #wait(time_ms: number): Promise<void> {
    const { signal } = this.#stopped;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, time_ms);
      const stop = () => {
        clearTimeout(timer);
        reject(new SensorError('cancelled', deviceWords.stopped(this.name)));
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}

function noticesOf({ rate_Hz, range_g }: Stream): SensorNotice[] {
  const notices: SensorNotice[] = [];
  if (rate_Hz < SETTINGS.slow_Hz) notices.push({ code: 'slow', rate_Hz });
  if (range_g < SETTINGS.narrow_g) notices.push({ code: 'narrow-range', range_g });
  return notices;
}

function isAboutPackets(
  notice: SensorNotice,
): notice is Extract<SensorNotice, { code: 'unreadable-packets' }> {
  return notice.code === 'unreadable-packets';
}

function isUnreachable(cause: unknown): boolean {
  return cause instanceof SensorError && cause.code === 'unreachable';
}
