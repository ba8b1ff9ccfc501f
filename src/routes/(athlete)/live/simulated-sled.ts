import { simulate } from '$lib/core/simulate';
import { ReplaySensor } from '$lib/devices/replay';
import { simulatedSled } from '$lib/devices/simulated';
import { deviceWords } from '$lib/devices/words';

/** What an address may ask of the simulated sled. */
export interface AskedSled {
  seed: number;
  speed: number;
  /** Null for the usual rate. */
  rate_Hz: number | null;
}

/** The simulated sled that an address asks for; at another rate the same set is seen through another sensor. */
export function sledAsked({ seed, speed, rate_Hz }: AskedSled): ReplaySensor {
  if (rate_Hz === null) return simulatedSled({ seed, speed });
  const { recording } = simulate({ seed, sensor: { rate_Hz } });
  return new ReplaySensor(recording, { name: deviceWords.simulated, rate_Hz, speed });
}

/** A seed by chance, from 1. */
export function anySeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] + 1;
}
