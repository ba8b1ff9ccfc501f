/** A page out of sight for less than this has missed nothing worth a word, s. */
const WORTH_TELLING_s = 1;

/** How long a page was out of sight while a set was recorded: the browser may have held samples back. */
export class HiddenTime {
  /** The last time it was, s; null for never, or once it has been read. */
  last_s = $state<number | null>(null);
  #since_ms: number | null = null;

  /** The page is out of sight from this time on. */
  pageHidden(now_ms: number): void {
    this.#since_ms ??= now_ms;
  }

  pageReturned(now_ms: number): void {
    if (this.#since_ms === null) return;
    const hidden_s = (now_ms - this.#since_ms) / 1000;
    this.#since_ms = null;
    if (hidden_s >= WORTH_TELLING_s) this.last_s = hidden_s;
  }

  /** As if it had always been in sight. */
  forget(): void {
    this.#since_ms = null;
    this.last_s = null;
  }
}
