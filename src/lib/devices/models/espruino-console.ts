import { pause } from '../pause';
import type { Connection } from './model';

/** The Nordic UART: what is written goes to the board's console, what it prints is notified. */
export const UART_SERVICE = '6e400001-b5a3-f393-e0a9-e50e24dcca9e';
export const UART_WRITE = '6e400002-b5a3-f393-e0a9-e50e24dcca9e';
export const UART_NOTIFY = '6e400003-b5a3-f393-e0a9-e50e24dcca9e';

/** What fits the smallest packet of Bluetooth LE, bytes. */
const SMALLEST_CHUNK = 20;
const XON = 0x11;
const XOFF = 0x13;
/** An XOFF holds us for so long at most, ms: its XON may have been lost. */
const LONGEST_HOLD_MS = 10_000;
const LOOK_MS = 20;
/** Enough of what was printed last to find an answer in it. */
const LONGEST_TEXT = 500;

/** The console of an Espruino board: text at first, then bytes of our own. */
export class EspruinoConsole {
  readonly #connection: Connection;
  #chunk = SMALLEST_CHUNK;
  #held = false;
  #printed = '';
  #isText = true;
  #follow: (view: DataView) => void = () => undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** What the board printed last. */
  get printed(): string {
    return this.#printed;
  }

  listen(): Promise<void> {
    return this.#connection.subscribe(UART_SERVICE, UART_NOTIFY, (view) => {
      this.#hear(view);
    });
  }

  /** From now on `heard` gets whatever comes, be it text or not. */
  follow(heard: (view: DataView) => void): void {
    this.#follow = heard;
  }

  /** From now on what comes is no text, and no byte of it is taken for flow control. */
  endText(): void {
    this.#isText = false;
    this.#held = false;
  }

  /** Writes in chunks of 20 bytes, or longer ones once a longer packet has shown that they fit. */
  async write(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length;) {
      await this.#release();
      const chunk = bytes.slice(at, at + this.#chunk);
      await this.#connection.write(UART_SERVICE, UART_WRITE, chunk);
      at += chunk.length;
    }
  }

  /** Waits until the board has printed what the pattern asks for; null where it has not in time. */
  async answer(pattern: RegExp, patience_ms: number): Promise<RegExpExecArray | null> {
    for (let waited_ms = 0; ; waited_ms += LOOK_MS) {
      const found = pattern.exec(this.#printed);
      if (found || waited_ms >= patience_ms) return found;
      await pause(LOOK_MS);
    }
  }

  /** Resolves when the board can take more. */
  async #release(): Promise<void> {
    for (let waited_ms = 0; this.#held && waited_ms < LONGEST_HOLD_MS; waited_ms += LOOK_MS) {
      await pause(LOOK_MS);
    }
    this.#held = false;
  }

  #hear(view: DataView): void {
    this.#chunk = Math.max(this.#chunk, view.byteLength);
    if (this.#isText) this.#read(view);
    this.#follow(view);
  }

  #read(view: DataView): void {
    for (let at = 0; at < view.byteLength; at++) {
      const byte = view.getUint8(at);
      if (byte === XOFF) this.#held = true;
      else if (byte === XON) this.#held = false;
      else this.#printed += String.fromCharCode(byte);
    }
    this.#printed = this.#printed.slice(-LONGEST_TEXT);
  }
}
