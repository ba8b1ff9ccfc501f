import { sampleAt, type Recording } from '$lib/core/recording';
import type { Sensor, SensorListener } from '$lib/devices/sensor';

/** A sensor whose samples the test sends. */
export class ToldSensor implements Sensor {
  readonly name = 'Told';
  readonly rate_Hz = 100;
  readonly speed = 1;
  readonly isPlayed = false;
  stops = 0;
  listener: SensorListener | null = null;
  readonly #started: Promise<void>;

  constructor(started: Promise<void> = Promise.resolve()) {
    this.#started = started;
    // It is asked for a moment later.
    started.catch(() => undefined);
  }

  start(listener: SensorListener): Promise<void> {
    this.listener = listener;
    return this.#started;
  }

  stop(): Promise<void> {
    this.stops++;
    return Promise.resolve();
  }

  /** Samples of a sensor that lies still. */
  send(from_s: number, count: number) {
    const batch = Array.from({ length: count }, (_, i) => ({
      t_s: from_s + i / 100,
      accel_mps2: [0, 0, 9.81] as const,
    }));
    this.listener?.samples(batch);
  }

  /** The samples of a recording at and after one time and before another, s. */
  play(recording: Recording, from_s: number, until_s: number) {
    const all = Array.from({ length: recording.length }, (_, i) => sampleAt(recording, i));
    this.listener?.samples(all.filter(({ t_s }) => t_s >= from_s && t_s < until_s));
  }
}
