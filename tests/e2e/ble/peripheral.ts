import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { BusError, type BusInterface, type SystemBus } from './bus';
import { Variant, type Value } from './dbus';
import type { Peripheral, Property } from './emulation';

export const ADAPTER_PATH = '/org/bluez/hci0';
export const ADAPTER = 'org.bluez.Adapter1';
const DEVICE = 'org.bluez.Device1';
const SERVICE = 'org.bluez.GattService1';
const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const DESCRIPTOR = 'org.bluez.GattDescriptor1';
const CLIENT_CONFIGURATION = '00002902-0000-1000-8000-00805f9b34fb';
export const BATTERY_SERVICE = '0000180f-0000-1000-8000-00805f9b34fb';
export const BATTERY_LEVEL = '00002a19-0000-1000-8000-00805f9b34fb';
const MTU = 247;
/** A connection event there, and one back. */
const OPERATION_ms = 10;

/** Characteristics and their properties by service; UUIDs of 128 bits in lower case. */
export type Services = Readonly<Record<string, Readonly<Record<string, readonly Property[]>>>>;

export interface PeripheralSettings {
  /** As C0:00:00:00:00:01. */
  readonly address: string;
  readonly name: string;
  readonly services: Services;
  /** The services that stand in the advertisement; all of them unless told. */
  readonly advertises?: readonly string[];
  /** Companies with manufacturer's bytes in the advertisement. */
  readonly companies?: readonly number[];
  readonly rssi_dBm?: number;
  /** Gives it the standard battery service with this charge. */
  readonly battery_percent?: number;
}

export interface Write {
  readonly uuid: string;
  readonly data: Uint8Array;
  readonly type: 'request' | 'command';
}

interface PeripheralEvents {
  connect: [];
  disconnect: [];
  write: [write: Write];
  subscribe: [characteristic: string];
  unsubscribe: [characteristic: string];
  /** As a notification leaves for whoever has subscribed. */
  notify: [characteristic: string, value: Uint8Array];
}

const text = (value: string) => new Variant('s', value);
const truth = (value: boolean) => new Variant('b', value);
const place = (path: string) => new Variant('o', path);
const texts = (values: readonly string[]) => new Variant('as', values);
const bytes = (values: Iterable<number>) => new Variant('ay', Uint8Array.from(values));

/** A device in reach of the fake adapter, with its GATT table. Emits connect, disconnect, write, subscribe, unsubscribe, notify. */
export class FakePeripheral extends EventEmitter<PeripheralEvents> implements Peripheral {
  readonly address: string;
  readonly name: string;
  /** Answers a read; may reject, with BusError for an error of BlueZ's. */
  onRead: Peripheral['onRead'] = () => [];
  /** Awaited before a write is answered: may take its time, or reject. */
  onWrite: (write: Write) => void | Promise<void> = () => undefined;
  /** Awaited before a connection stands: may take its time, or reject where the link is refused. */
  onConnect: () => void | Promise<void> = () => undefined;
  readonly #bus: SystemBus;
  readonly #settings: PeripheralSettings;
  readonly #path: string;
  readonly #gatt = new Map<string, Record<string, BusInterface>>();
  readonly #characteristics = new Map<string, string>();
  #connected = false;
  #busy = false;
  #giveUpConnecting: () => void = () => undefined;

  constructor(bus: SystemBus, settings: PeripheralSettings) {
    super();
    this.#bus = bus;
    this.#settings = settings;
    this.address = settings.address;
    this.name = settings.name;
    this.#path = `${ADAPTER_PATH}/dev_${settings.address.replaceAll(':', '_')}`;
    Object.entries(this.#services).forEach(([uuid, characteristics], i) =>
      this.#addService(`${this.#path}/service${hex4(i + 1)}`, uuid, characteristics),
    );
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** Makes the adapter hear it. */
  advertise(): void {
    const { rssi_dBm = -50 } = this.#settings;
    const heard = { RSSI: new Variant('n', rssi_dBm) };
    if (this.#bus.has(this.#path)) this.#bus.change(this.#path, DEVICE, heard);
    else this.#bus.add(this.#path, { [DEVICE]: this.#device(rssi_dBm) });
  }

  /** Drops the link, as a device does that is switched off or carried away; it may be connected again. */
  disconnect(): void {
    this.#giveUpConnecting();
    if (!this.#connected) return;
    this.#connected = false;
    this.#bus.change(this.#path, DEVICE, { ServicesResolved: truth(false) });
    for (const path of [...this.#gatt.keys()].reverse()) this.#bus.remove(path);
    this.#bus.change(this.#path, DEVICE, { Connected: truth(false) });
    this.emit('disconnect');
  }

  /** Goes out of reach for good. */
  leave(): void {
    this.disconnect();
    this.#bus.remove(this.#path);
  }

  /** Sends a notification; nobody hears it without a subscription. Throws RangeError where there is no such characteristic. */
  notify(characteristic: string, value: Uint8Array): void {
    const path = this.#characteristics.get(characteristic);
    if (!path) throw new RangeError(`${this.name} has no characteristic ${characteristic}.`);
    if (this.#bus.property(path, CHARACTERISTIC, 'Notifying') !== true) return;
    this.emit('notify', characteristic, value);
    this.#bus.change(path, CHARACTERISTIC, { Value: bytes(value) });
  }

  get #services(): Services {
    const { services, battery_percent } = this.#settings;
    if (battery_percent === undefined) return services;
    return { ...services, [BATTERY_SERVICE]: { [BATTERY_LEVEL]: ['read', 'notify'] } };
  }

  async #connect(): Promise<void> {
    if (this.#connected) return;
    if (this.#bus.property(ADAPTER_PATH, ADAPTER, 'Powered') !== true) throw notReady();
    const abandoned = new Promise<never>((_, giveUp) => {
      this.#giveUpConnecting = () =>
        giveUp(new BusError('org.bluez.Error.Failed', 'le-connection-abort-by-local'));
    });
    await Promise.race([this.onConnect(), abandoned]);
    this.#connected = true;
    this.#bus.change(this.#path, DEVICE, { Connected: truth(true) });
    for (const [path, interfaces] of this.#gatt) this.#bus.add(path, interfaces);
    this.#bus.change(this.#path, DEVICE, {
      UUIDs: texts(Object.keys(this.#services)),
      ServicesResolved: truth(true),
    });
    this.emit('connect');
  }

  #device(rssi_dBm: number): BusInterface {
    const { address, name, advertises, companies = [] } = this.#settings;
    const manufacturers = companies.map((company): [number, Variant] => [company, bytes([0])]);
    return {
      properties: {
        Address: text(address),
        AddressType: text('random'),
        Name: text(name),
        Alias: text(name),
        Adapter: place(ADAPTER_PATH),
        Paired: truth(false),
        Bonded: truth(false),
        Trusted: truth(false),
        Blocked: truth(false),
        LegacyPairing: truth(false),
        Connected: truth(false),
        ServicesResolved: truth(false),
        UUIDs: texts(advertises ?? Object.keys(this.#services)),
        RSSI: new Variant('n', rssi_dBm),
        ManufacturerData: new Variant('a{qv}', Object.fromEntries(manufacturers)),
      },
      methods: {
        Connect: () => this.#connect(),
        Disconnect: () => this.disconnect(),
        Pair: () => undefined,
        CancelPairing: () => undefined,
        SetLEConnectionParameters: () => undefined,
        GetConnInfo: () => ({ signature: 'nnn', values: [rssi_dBm, 0, 0] }),
      },
    };
  }

  #addService(path: string, uuid: string, characteristics: Services[string]): void {
    this.#gatt.set(path, {
      [SERVICE]: {
        properties: {
          UUID: text(uuid),
          Primary: truth(true),
          Device: place(this.#path),
          Includes: new Variant('ao', []),
        },
      },
    });
    Object.entries(characteristics).forEach(([characteristic, flags], i) => {
      const at = `${path}/char${hex4(i + 1)}`;
      this.#characteristics.set(characteristic, at);
      this.#gatt.set(at, {
        [CHARACTERISTIC]: this.#characteristic({ at, service: path, uuid: characteristic, flags }),
      });
      if (flags.includes('notify') || flags.includes('indicate')) this.#addConfiguration(at);
    });
  }

  #characteristic(settings: {
    at: string;
    service: string;
    uuid: string;
    flags: readonly Property[];
  }): BusInterface {
    const { at, service, uuid, flags } = settings;
    const change = (properties: Record<string, Variant>) =>
      this.#bus.change(at, CHARACTERISTIC, properties);
    return {
      properties: {
        UUID: text(uuid),
        Service: place(service),
        Value: bytes([]),
        Notifying: truth(false),
        Flags: texts(flags),
        MTU: new Variant('q', MTU),
      },
      methods: {
        ReadValue: () =>
          this.#alone(async () => {
            const value = Uint8Array.from(await this.#read(uuid));
            // BlueZ announces what it read; Chromium expects that, and passes over one change of the value per read.
            change({ Value: bytes(value) });
            return { signature: 'ay', values: [value] };
          }),
        WriteValue: (data, options) => {
          const write = writeOf(uuid, data, options);
          const take = async () => {
            this.emit('write', write);
            await this.onWrite(write);
          };
          return this.#alone(take);
        },
        StartNotify: () =>
          this.#alone(() => {
            change({ Notifying: truth(true) });
            this.emit('subscribe', uuid);
          }),
        StopNotify: () => {
          change({ Notifying: truth(false) });
          this.emit('unsubscribe', uuid);
        },
      },
    };
  }

  #addConfiguration(characteristic: string): void {
    this.#gatt.set(`${characteristic}/desc0001`, {
      [DESCRIPTOR]: {
        properties: {
          UUID: text(CLIENT_CONFIGURATION),
          Characteristic: place(characteristic),
          Value: bytes([0, 0]),
          Flags: texts(['read', 'write']),
        },
      },
    });
  }

  /**
   * Runs an operation as long as a quick link takes for it, and refuses a second one meanwhile: BlueZ does so for
   * each characteristic, Android for the whole device, and an app has to live with both.
   */
  async #alone<Result>(operate: () => Result | Promise<Result>): Promise<Result> {
    if (this.#busy) throw new BusError('org.bluez.Error.InProgress', 'In Progress');
    this.#busy = true;
    try {
      await pause(OPERATION_ms);
      return await operate();
    } finally {
      this.#busy = false;
    }
  }

  async #read(uuid: string): Promise<Iterable<number>> {
    const { battery_percent } = this.#settings;
    if (uuid === BATTERY_LEVEL && battery_percent !== undefined) return [battery_percent];
    return this.onRead(uuid);
  }
}

/** What BlueZ answers while Bluetooth is switched off. */
export function notReady(): BusError {
  return new BusError('org.bluez.Error.NotReady', 'Resource Not Ready');
}

function hex4(number: number): string {
  return number.toString(16).padStart(4, '0');
}

/** Whether WriteValue's options ask for a write without response. */
function isCommand(options: Value): boolean {
  if (typeof options !== 'object') return false;
  const type = new Map<string, unknown>(Object.entries(options)).get('type');
  return type instanceof Variant && type.value === 'command';
}

function writeOf(uuid: string, data: Value, options: Value): Write {
  if (!(data instanceof Uint8Array)) throw new BusError('org.bluez.Error.InvalidArguments');
  return { uuid, data, type: isCommand(options) ? 'command' : 'request' };
}
