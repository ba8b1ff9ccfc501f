import { SystemBus, type BusInterface } from './bus';
import { Variant } from './dbus';
import {
  ADAPTER,
  ADAPTER_PATH,
  FakePeripheral,
  notReady,
  type PeripheralSettings,
} from './peripheral';

/**
 * A Bluetooth world for Chromium on Linux: plays the system bus and BlueZ on it, so that a browser started
 * with `env` finds, connects, reads, writes and hears the peripherals in it through its own Bluetooth code.
 * There is no radio in it: no limits of packet length, no pairing, no timing of a link.
 */
export class FakeBluez {
  readonly #bus: SystemBus;
  readonly #peripherals: FakePeripheral[] = [];

  /** One for each browser, before it is launched. */
  static async start(): Promise<FakeBluez> {
    return new FakeBluez(await SystemBus.start('org.bluez'));
  }

  private constructor(bus: SystemBus) {
    this.#bus = bus;
    const nothing = () => undefined;
    bus.add('/org/bluez', {
      'org.bluez.AgentManager1': {
        properties: {},
        methods: {
          RegisterAgent: nothing,
          UnregisterAgent: nothing,
          RequestDefaultAgent: nothing,
        },
      },
      'org.bluez.ProfileManager1': {
        properties: {},
        methods: { RegisterProfile: nothing, UnregisterProfile: nothing },
      },
    });
    bus.add(ADAPTER_PATH, { [ADAPTER]: this.#adapter() });
  }

  /** What the browser needs in its environment. */
  get env(): { DBUS_SYSTEM_BUS_ADDRESS: string } {
    return { DBUS_SYSTEM_BUS_ADDRESS: this.#bus.address };
  }

  /** Puts a device in reach; a chooser that is open shows it. */
  addPeripheral(settings: PeripheralSettings): FakePeripheral {
    const peripheral = new FakePeripheral(this.#bus, settings);
    this.#peripherals.push(peripheral);
    if (this.#bus.property(ADAPTER_PATH, ADAPTER, 'Discovering') === true) peripheral.advertise();
    return peripheral;
  }

  /** Takes the adapter away, as on a machine without Bluetooth. */
  unplug(): void {
    for (const peripheral of this.#peripherals) peripheral.leave();
    this.#bus.remove(ADAPTER_PATH);
  }

  /**
   * Switches Bluetooth on or off; off, every link breaks. A browser's chooser then waits for it to be switched on,
   * and getAvailability still answers true.
   */
  setPowered(on: boolean): void {
    this.#change('Powered', on);
    if (on) return;
    this.#change('Discovering', false);
    for (const peripheral of this.#peripherals) peripheral.disconnect();
  }

  stop(): void {
    this.#bus.stop();
  }

  #change(property: 'Powered' | 'Discovering', value: boolean): void {
    this.#bus.change(ADAPTER_PATH, ADAPTER, { [property]: new Variant('b', value) });
  }

  #adapter(): BusInterface {
    const text = (value: string) => new Variant('s', value);
    const number = (value: number) => new Variant('u', value);
    const truth = (value: boolean) => new Variant('b', value);
    return {
      properties: {
        Address: text('00:00:5E:00:53:01'),
        AddressType: text('public'),
        Name: text('fake'),
        Alias: text('fake'),
        Class: number(0),
        Powered: truth(true),
        Discoverable: truth(false),
        DiscoverableTimeout: number(0),
        Pairable: truth(false),
        PairableTimeout: number(0),
        Discovering: truth(false),
        UUIDs: new Variant('as', []),
        Modalias: text(''),
        Roles: new Variant('as', ['central']),
      },
      methods: {
        SetDiscoveryFilter: () => undefined,
        RemoveDevice: () => undefined,
        StartDiscovery: () => {
          if (this.#bus.property(ADAPTER_PATH, ADAPTER, 'Powered') !== true) throw notReady();
          this.#change('Discovering', true);
          for (const peripheral of this.#peripherals) peripheral.advertise();
        },
        StopDiscovery: () => this.#change('Discovering', false),
      },
    };
  }
}
