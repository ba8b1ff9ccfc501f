/**
 * Keeps the screen on while a set is recorded. The browser takes the lock back whenever the page is
 * hidden, so it is asked for again when the page returns.
 */
export class WakeLock {
  /** The browser has none, or refuses it: the screen may go dark. */
  refused = $state(false);
  #isWanted = false;
  #lock: WakeLockSentinel | null = null;

  /** From now on the screen is to stay on. Never rejects: `refused` tells. */
  async hold(): Promise<void> {
    this.#isWanted = true;
    await this.#request();
  }

  /** The page can be seen again. */
  async pageReturned(): Promise<void> {
    if (this.#isWanted) await this.#request();
  }

  async release(): Promise<void> {
    this.#isWanted = false;
    this.refused = false;
    const lock = this.#lock;
    this.#lock = null;
    await lock?.release();
  }

  async #request(): Promise<void> {
    if (this.#lock && !this.#lock.released) return;
    const lock = await requestLock();
    this.refused = lock === null && this.#isWanted;
    if (!this.#isWanted) return lock?.release();
    this.#lock = lock;
  }
}

/** The lock; null where the browser has none (a page that is not secure, an old browser) or refuses it (a low battery, a hidden page). */
async function requestLock(): Promise<WakeLockSentinel | null> {
  try {
    // Also absent where lib.dom says it is there.
    return (await globalThis.navigator?.wakeLock?.request('screen')) ?? null;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotAllowedError') return null;
    throw cause;
  }
}
