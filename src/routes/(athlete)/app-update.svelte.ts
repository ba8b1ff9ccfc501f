/** No more often than this a page that stays open asks for a new version. */
const ASK_EVERY_ms = 60 * 60 * 1000;

/**
 * Tells when a new version of the app lies ready beside the one that runs. Nothing changes under a page that is
 * open: the new version takes over when the person says so, or once every page of the old one is closed.
 */
export class AppUpdate {
  /** The version that waits. */
  waiting = $state.raw<ServiceWorker | null>(null);
  #registration: ServiceWorkerRegistration | null = null;
  #askedAt_ms = performance.now();
  readonly #left = new AbortController();

  /** Begins to watch; call the result to end. Does nothing where the browser has no service workers. */
  watch(): () => void {
    if ('serviceWorker' in navigator) void this.#follow();
    return () => this.#left.abort();
  }

  /** The page is in front again: asks for a new version, if the last time was long ago. */
  pageReturned(): void {
    if (!this.#registration || performance.now() - this.#askedAt_ms < ASK_EVERY_ms) return;
    this.#askedAt_ms = performance.now();
    // Without a network there is none to be had.
    this.#registration.update().catch(() => undefined);
  }

  /** Lets the waiting version take over, and loads the page anew with it. */
  apply(): void {
    const reload = () => location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
    this.waiting?.postMessage('take-over');
  }

  async #follow(): Promise<void> {
    const { signal } = this.#left;
    const registration = await navigator.serviceWorker.ready;
    if (signal.aborted) return;
    this.#registration = registration;
    this.waiting = registration.waiting;
    registration.addEventListener('updatefound', () => this.#watchInstalling(registration), {
      signal,
    });
    this.#watchInstalling(registration);
  }

  #watchInstalling({ installing }: ServiceWorkerRegistration): void {
    const note = () => {
      // Where nothing was installed before, nothing waits: the first version takes over at once.
      const isUpdate = navigator.serviceWorker.controller !== null;
      if (installing?.state === 'installed' && isUpdate) this.waiting = installing;
      // Another page let it take over, or a later one has come.
      if (installing?.state === 'activating' && this.waiting === installing) this.waiting = null;
    };
    installing?.addEventListener('statechange', note, { signal: this.#left.signal });
  }
}
