import { simulate } from '$lib/core/simulate';
import { ReplaySensor } from './replay';
import { deviceWords } from './words';

export interface SimulatedSledSettings {
  /** The same seed plays the same set, sample for sample. */
  seed: number;
  /** Seconds of the set per second of the clock. */
  speed: number;
}

const DEFAULTS: SimulatedSledSettings = { seed: 1, speed: 1 };
const RATE_Hz = 100;

/** A sled with a person on it and a good sensor, played as if it were there. */
export function simulatedSled(settings: Partial<SimulatedSledSettings> = {}): ReplaySensor {
  const { seed, speed } = { ...DEFAULTS, ...settings };
  const { recording } = simulate({ seed, sensor: { rate_Hz: RATE_Hz } });
  return new ReplaySensor(recording, { name: deviceWords.simulated, rate_Hz: RATE_Hz, speed });
}
