import { sampleAt, type Recording, type Sample } from '$lib/core/recording';
import { SensorError, type Sensor, type SensorListener } from './sensor';
import { deviceWords } from './words';

export interface ReplaySettings {
  name: string;
  rate_Hz: number | null;
  /** Seconds of recording per second of the clock. */
  speed: number;
  /** Time between two batches, as a radio's connection interval sets it. */
  batch_ms: number;
}

export const REPLAY_DEFAULTS: ReplaySettings = {
  name: deviceWords.recording,
  rate_Hz: null,
  speed: 1,
  batch_ms: 50,
};

/**
 * Plays a recording through the contract of a sensor. What is due is told from the clock, not from
 * counting timer ticks: a browser that slows the timers of a hidden page delays samples, as a
 * radio does, but loses none.
 */
export class ReplaySensor implements Sensor {
  readonly name: string;
  readonly rate_Hz: number | null;
  readonly speed: number;
  readonly isPlayed = true;
  readonly #recording: Recording;
  readonly #batch_ms: number;
  #timer: ReturnType<typeof setInterval> | null = null;
  #startedAt_ms: number | null = null;
  #next = 0;

  constructor(recording: Recording, settings: Partial<ReplaySettings> = {}) {
    const { name, rate_Hz, speed, batch_ms } = { ...REPLAY_DEFAULTS, ...settings };
    if (!(speed > 0)) throw new RangeError(`Speed must be positive, not ${speed}.`);
    this.name = name;
    this.rate_Hz = rate_Hz;
    this.speed = speed;
    this.#recording = recording;
    this.#batch_ms = batch_ms;
  }

  start(listener: SensorListener): Promise<void> {
    if (this.#startedAt_ms !== null) throw new Error(`${this.name} has been started before.`);
    if (this.#recording.length === 0) {
      return Promise.reject(new SensorError('unreadable', `${this.name} holds no samples.`));
    }
    this.#startedAt_ms = performance.now();
    this.#timer = setInterval(() => this.#play(listener), this.#batch_ms);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    return Promise.resolve();
  }

  #play(listener: SensorListener): void {
    const batch = this.#due();
    if (batch.length > 0) listener.samples(batch);
    // The listener may have stopped the sensor while it took the batch.
    if (this.#timer === null || this.#next < this.#recording.length) return;
    void this.stop();
    listener.ended(null);
  }

  /** Samples whose time has come since the last call. */
  #due(): Sample[] {
    const { t_s, length } = this.#recording;
    const played_s = ((performance.now() - (this.#startedAt_ms ?? 0)) / 1000) * this.speed;
    const until_s = t_s[0] + played_s;
    const batch: Sample[] = [];
    while (this.#next < length && t_s[this.#next] <= until_s) {
      batch.push(sampleAt(this.#recording, this.#next++));
    }
    return batch;
  }
}
