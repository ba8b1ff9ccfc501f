import { expect, type CDPSession, type Page } from '@playwright/test';

interface Prompt {
  readonly id: string;
  readonly devices: readonly { readonly id: string; readonly name: string }[];
}

/** The browser's own chooser of Bluetooth devices, answered as a person would. */
export class Chooser {
  readonly #session: CDPSession;
  /** What the chooser shows now; null while none is open. The browser tells it again whenever a device comes. */
  #prompt: Prompt | null = null;
  readonly #answered = new Set<string>();

  /** To be asked for before the click that opens the chooser: without it, nobody would answer. */
  static async on(page: Page): Promise<Chooser> {
    const chooser = new Chooser(await page.context().newCDPSession(page));
    await chooser.#session.send('DeviceAccess.enable');
    return chooser;
  }

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('DeviceAccess.deviceRequestPrompted', (prompt) => {
      if (!this.#answered.has(prompt.id)) this.#prompt = prompt;
    });
  }

  /** Whether one is open. */
  get isOpen(): boolean {
    return this.#prompt !== null;
  }

  /** Names of the devices on offer, in alphabetical order. */
  get offered(): string[] {
    return (this.#prompt?.devices ?? []).map(({ name }) => name).sort();
  }

  /** Waits until a device of this name or address is offered, and takes it. */
  async choose(device: string): Promise<void> {
    const isMeant = (one: { id: string; name: string }) => one.id === device || one.name === device;
    const find = () => this.#prompt?.devices.find(isMeant);
    await expect.poll(find, `The chooser offers ${device}`).toBeDefined();
    const chosen = find();
    if (!chosen) throw new Error(`${device} is no longer offered.`);
    await this.#session.send('DeviceAccess.selectPrompt', {
      id: this.#answer(),
      deviceId: chosen.id,
    });
  }

  /** Waits for a chooser and closes it without a choice. */
  async cancel(): Promise<void> {
    await expect.poll(() => this.isOpen, 'A chooser opens').toBe(true);
    await this.#session.send('DeviceAccess.cancelPrompt', { id: this.#answer() });
  }

  /** The id of the open chooser, which from now on is history: a second answer would be an error. */
  #answer(): string {
    if (!this.#prompt) throw new Error('No chooser is open.');
    const { id } = this.#prompt;
    this.#answered.add(id);
    this.#prompt = null;
    return id;
  }
}
