import type { Recording } from '$lib/core/recording';
import type { SimulateOptions } from '$lib/core/simulate';
import { ReplaySensor } from './replay';
import { SensorError, type Sensor, type SensorListener } from './sensor';
import { deviceWords } from './words';

export interface SimulatedSledSettings {
  /** The same seed plays the same set, sample for sample. */
  seed: number;
  /** Seconds of the set per second of the clock. */
  speed: number;
  /** The same set is seen through a sensor of this rate. */
  rate_Hz: number;
}

/** A good sensor's. */
export const SIMULATED_RATE_Hz = 100;
const DEFAULTS: SimulatedSledSettings = { seed: 1, speed: 1, rate_Hz: SIMULATED_RATE_Hz };

/** A sled with a person on it and a good sensor, played as if it were there. */
export class SimulatedSled implements Sensor {
  readonly name = deviceWords.simulated;
  readonly rate_Hz: number;
  readonly speed: number;
  readonly isPlayed = true;
  readonly #seed: number;
  readonly #stopped = new AbortController();
  #replay: ReplaySensor | null = null;

  constructor(settings: Partial<SimulatedSledSettings> = {}) {
    const { seed, speed, rate_Hz } = { ...DEFAULTS, ...settings };
    this.#seed = seed;
    this.speed = speed;
    this.rate_Hz = rate_Hz;
  }

  async start(listener: SensorListener): Promise<void> {
    const { name, rate_Hz, speed } = this;
    const recording = await this.#simulate();
    this.#replay = new ReplaySensor(recording, { name, rate_Hz, speed });
    await this.#replay.start(listener);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#replay?.stop();
  }

  /** In a worker: a minute of it would hold up the page. Rejects with SensorError `cancelled` or `unreachable`. */
  #simulate(): Promise<Recording> {
    const worker = new Worker(new URL('./simulated-worker.ts', import.meta.url), {
      type: 'module',
    });
    const answered = new Promise<Recording>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Recording>) => resolve(data);
      worker.onerror = () =>
        reject(new SensorError('unreachable', deviceWords.notLoaded(this.name)));
      this.#stopped.signal.addEventListener('abort', () =>
        reject(new SensorError('cancelled', deviceWords.stopped(this.name))),
      );
    });
    const options: SimulateOptions = { seed: this.#seed, sensor: { rate_Hz: this.rate_Hz } };
    worker.postMessage(options);
    return answered.finally(() => worker.terminate());
  }
}

/** A seed by chance, from 1. */
export function anySeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] + 1;
}
