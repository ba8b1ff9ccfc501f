/** Chromium's offer to install the page as an app; no other browser has it. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

function isOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function';
}

/** Whether and how this page can be installed as an app. */
export class AppInstall {
  /** The page runs as an app already. */
  isInstalled = $state(matchMedia('(display-mode: standalone)').matches);
  /** The browser's offer, kept until the person asks for it; null where it makes none. */
  offer = $state.raw<InstallOffer | null>(null);

  /** Listens for the offer, which the browser makes once, soon after the page has opened; call the result to end. */
  watch(): () => void {
    const left = new AbortController();
    const { signal } = left;
    addEventListener('beforeinstallprompt', (event) => this.#keep(event), { signal });
    addEventListener('appinstalled', () => this.#installed(), { signal });
    return () => left.abort();
  }

  /** Shows the browser's own question; an offer is good for one. */
  async ask(): Promise<void> {
    const { offer } = this;
    this.offer = null;
    await offer?.prompt();
  }

  #keep(event: Event): void {
    if (!isOffer(event)) return;
    // Not now, but on the settings page.
    event.preventDefault();
    this.offer = event;
  }

  #installed(): void {
    this.isInstalled = true;
    this.offer = null;
  }
}
