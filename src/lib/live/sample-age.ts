import { createSubscriber } from 'svelte/reactivity';

const TICK_ms = 500;

/** How long ago the last sample came. Ticks only while something on the screen reads it. */
export class SampleAge {
  #last_ms: number | null = null;
  readonly #ticking = createSubscriber((tick) => {
    const timer = setInterval(tick, TICK_ms);
    return () => clearInterval(timer);
  });

  /** Seconds, null before the first sample. Reactive. */
  get age_s(): number | null {
    this.#ticking();
    return this.#last_ms === null ? null : (performance.now() - this.#last_ms) / 1000;
  }

  sampleCame(): void {
    this.#last_ms = performance.now();
  }

  forget(): void {
    this.#last_ms = null;
  }
}
