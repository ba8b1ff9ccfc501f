import type { Connection } from './models/model';
import { pause } from './pause';
import { SensorError, UnpairedError } from './sensor';
import { deviceWords } from './words';

/** `gatt.connect()` never fails by itself on some systems (microbit-connection waits as long). */
const CONNECT_TIMEOUT_ms = 10_000;
/** What a read, a write or a subscription may take. */
const OPERATION_TIMEOUT_ms = 5000;
/** Another page may hold the device for a moment; Android's own stack does at times. */
const BUSY = /already in progress/i;
const BUSY_RETRIES = 5;
const BUSY_WAIT_ms = 100;
/**
 * How browsers say that the system has to be paired with the device, for want of an error of its own:
 * Chromium (bluetooth_error.cc) says NetworkError 'GATT Error: Not paired.' or 'Authentication …',
 * SecurityError 'GATT operation not authorized.', NotSupportedError 'GATT operation not permitted.'
 */
const UNPAIRED = /not paired|not authorized|authenti|encrypt|not permitted/i;

/** Whether this browser can reach Bluetooth sensors at all. */
export function hasBluetooth(): boolean {
  return 'bluetooth' in navigator;
}

/** Lets the person choose a device; must be called in their click. Rejects with SensorError. */
export async function chooseDevice(options: RequestDeviceOptions): Promise<BluetoothDevice> {
  if (!hasBluetooth()) {
    throw new SensorError('unsupported', deviceWords.noBluetooth);
  }
  if (!(await navigator.bluetooth.getAvailability())) throw switchedOff();
  try {
    return await navigator.bluetooth.requestDevice(options);
  } catch (cause) {
    throw choiceError(cause);
  }
}

/** Devices the person has chosen on an earlier visit, where the browser remembers them; else none. */
export async function knownDevices(): Promise<readonly BluetoothDevice[]> {
  if (!hasBluetooth() || !('getDevices' in navigator.bluetooth)) return [];
  return navigator.bluetooth.getDevices();
}

function switchedOff(cause?: unknown): SensorError {
  return new SensorError('bluetooth-off', deviceWords.bluetoothOff, { cause });
}

function choiceError(cause: unknown): unknown {
  if (!(cause instanceof DOMException)) return cause;
  const { name, message } = cause;
  if (/adapter/i.test(message)) return switchedOff(cause);
  if (name === 'NotFoundError' || name === 'AbortError') {
    return new SensorError('not-chosen', deviceWords.notChosen, { cause });
  }
  if (name === 'SecurityError' || name === 'NotAllowedError') {
    return new SensorError('forbidden', deviceWords.browserForbids(message), { cause });
  }
  return new SensorError('unsupported', deviceWords.cannotChoose(message), {
    cause,
  });
}

/** What the other end of a connection is told. */
export interface ConnectionEvents {
  /** The link broke by itself. Nothing is heard after it. */
  dropped(): void;
  /** A model's listener threw. */
  failed(cause: unknown): void;
}

/**
 * A device, connected once: its operations wait for one another, each ends in time, and all of them end when
 * the link does. Nothing in it outlives the link: a new connection finds every service anew.
 */
export class GattConnection implements Connection {
  readonly #device: BluetoothDevice;
  readonly #server: BluetoothRemoteGATTServer;
  readonly #events: ConnectionEvents;
  readonly #services = new Map<string, Promise<BluetoothRemoteGATTService | null>>();
  readonly #characteristics = new Map<string, Promise<FoundCharacteristics>>();
  readonly #ended = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    device: BluetoothDevice,
    server: BluetoothRemoteGATTServer,
    events: ConnectionEvents,
  ) {
    this.#device = device;
    this.#server = server;
    this.#events = events;
    const { signal } = this.#ended;
    device.addEventListener('gattserverdisconnected', () => this.#drop(), { signal });
  }

  /** Connects. Rejects with SensorError `unreachable`; with `cancelled` when the signal says so first. */
  static async open(
    device: BluetoothDevice,
    events: ConnectionEvents,
    signal: AbortSignal,
  ): Promise<GattConnection> {
    const { gatt } = device;
    if (!gatt) throw new SensorError('forbidden', deviceWords.mayNotConnect(nameOf(device)));
    const limit = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_TIMEOUT_ms)]);
    try {
      const server = await untilAborted(gatt.connect(), limit);
      return new GattConnection(device, server, events);
    } catch (cause) {
      // Ends a connect that may still be under way.
      gatt.disconnect();
      if (signal.aborted) throw cancelled(device);
      throw operationError(cause, deviceWords.cannotConnect(nameOf(device)));
    }
  }

  get deviceName(): string {
    return this.#device.name ?? '';
  }

  async has(service: string, characteristic?: string): Promise<boolean> {
    if (characteristic === undefined) return (await this.#service(service)) !== null;
    return (await this.#found(service)).has(characteristic);
  }

  async characteristics(service: string): Promise<readonly string[]> {
    return [...(await this.#found(service)).keys()];
  }

  async read(service: string, characteristic: string): Promise<DataView> {
    const found = await this.#characteristic(service, characteristic);
    return this.#inTurn(`Reading ${characteristic}`, () => found.readValue());
  }

  async write(
    service: string,
    characteristic: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const found = await this.#characteristic(service, characteristic);
    await this.#inTurn(`Writing to ${characteristic}`, () =>
      found.properties.write
        ? found.writeValueWithResponse(bytes)
        : found.writeValueWithoutResponse(bytes),
    );
  }

  async subscribe(
    service: string,
    characteristic: string,
    heard: (value: DataView) => void,
  ): Promise<void> {
    const found = await this.#characteristic(service, characteristic);
    const { signal } = this.#ended;
    found.addEventListener('characteristicvaluechanged', () => this.#hear(found, heard), {
      signal,
    });
    await this.#inTurn(`Subscribing to ${characteristic}`, () => found.startNotifications());
  }

  /** Ends the connection; operations that still wait reject. */
  close(): void {
    this.#ended.abort();
    this.#server.disconnect();
  }

  #hear({ value }: BluetoothRemoteGATTCharacteristic, heard: (value: DataView) => void): void {
    if (!value) return;
    const { buffer, byteOffset, byteLength } = value;
    try {
      // The browser may use its buffer again.
      heard(new DataView(buffer.slice(byteOffset, byteOffset + byteLength)));
    } catch (cause) {
      this.#events.failed(cause);
    }
  }

  #drop(): void {
    this.#ended.abort();
    this.#events.dropped();
  }

  #service(uuid: string): Promise<BluetoothRemoteGATTService | null> {
    return remembered(this.#services, uuid, () =>
      this.#inTurn(`Looking for service ${uuid}`, () =>
        nullIfMissing(this.#server.getPrimaryService(uuid)),
      ),
    );
  }

  #found(service: string): Promise<FoundCharacteristics> {
    return remembered(this.#characteristics, service, async () => {
      const found = await this.#service(service);
      if (!found) return new Map();
      const list = await this.#inTurn(`Looking into service ${service}`, () =>
        nullIfMissing(found.getCharacteristics()),
      );
      return new Map((list ?? []).map((each) => [each.uuid, each]));
    });
  }

  async #characteristic(service: string, uuid: string): Promise<BluetoothRemoteGATTCharacteristic> {
    const found = (await this.#found(service)).get(uuid);
    if (found) return found;
    throw new SensorError('not-ready', deviceWords.lacksCharacteristic(nameOf(this.#device), uuid));
  }

  /** Runs an operation when those before it have ended. */
  #inTurn<T>(what: string, operation: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#run(what, operation));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #run<T>(what: string, operation: () => Promise<T>): Promise<T> {
    const limit = AbortSignal.any([this.#ended.signal, AbortSignal.timeout(OPERATION_TIMEOUT_ms)]);
    for (let attempt = 0; ; attempt++) {
      try {
        limit.throwIfAborted();
        return await untilAborted(operation(), limit);
      } catch (cause) {
        const busy = cause instanceof DOMException && BUSY.test(cause.message);
        if (!busy || attempt >= BUSY_RETRIES) {
          throw operationError(cause, `${what} of ${nameOf(this.#device)} failed`);
        }
        await pause(BUSY_WAIT_ms);
      }
    }
  }
}

type FoundCharacteristics = ReadonlyMap<string, BluetoothRemoteGATTCharacteristic>;

function nameOf({ name }: BluetoothDevice): string {
  return name ?? deviceWords.unnamed;
}

function cancelled(device: BluetoothDevice): SensorError {
  return new SensorError('cancelled', deviceWords.stopped(nameOf(device)));
}

function operationError(cause: unknown, what: string): unknown {
  return cause instanceof DOMException ? failureOf(cause, what) : cause;
}

/** What the browser's failure of an operation means: an {@link UnpairedError}, else SensorError `unreachable`. */
export function failureOf(cause: DOMException, what: string): SensorError {
  if (UNPAIRED.test(cause.message)) {
    return new UnpairedError(deviceWords.wantsPairing(what), { cause });
  }
  const why = cause.name === 'TimeoutError' ? deviceWords.noAnswer : cause.message;
  return new SensorError('unreachable', `${what}: ${why}.`.replace('..', '.'), { cause });
}

/** Null where the device has no such service or characteristic. */
async function nullIfMissing<T>(search: Promise<T>): Promise<T | null> {
  try {
    return await search;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotFoundError') return null;
    throw cause;
  }
}

/** The promise, or the reason of the abort if that comes first; what the promise gives later is dropped. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function remembered<T>(
  map: Map<string, Promise<T>>,
  key: string,
  find: () => Promise<T>,
): Promise<T> {
  const known = map.get(key);
  if (known) return known;
  const found = find();
  map.set(key, found);
  return found;
}
