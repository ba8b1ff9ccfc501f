/** Seconds that run down to zero and on below it, each told once. By the clock: a slow timer tells late, never wrongly. */
export class Countdown {
  /** Whole seconds left, below zero after the end; null while it does not run. */
  left_s = $state<number | null>(null);
  #end_ms = 0;
  #tell: (left_s: number) => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** Begins anew; tells at once, then with every second. */
  start(from_s: number, tell: (left_s: number) => void): void {
    this.stop();
    this.#end_ms = performance.now() + from_s * 1000;
    this.#tell = tell;
    this.#tick();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.left_s = null;
  }

  #tick(): void {
    const left_ms = this.#end_ms - performance.now();
    // A timer may be a hair early.
    const left_s = Math.ceil((left_ms - TIMER_ERROR_ms) / 1000);
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, left_ms - (left_s - 1) * 1000));
    this.left_s = left_s;
    // Whoever is told may stop it.
    this.#tell(left_s);
  }
}

const TIMER_ERROR_ms = 20;
