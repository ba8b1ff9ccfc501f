import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode, Variant, type Message, type Value } from './dbus';

const BUS = 'org.freedesktop.DBus';
const PROPERTIES = `${BUS}.Properties`;
const OBJECT_MANAGER = `${BUS}.ObjectManager`;
/** The unique name of the one service on this bus. */
const SERVICE = ':1.0';

export type Properties = Readonly<Record<string, Variant>>;

/** What a method answers; nothing for an empty reply. */
export interface Answer {
  readonly signature: string;
  readonly values: readonly Value[];
}

export type Method = (...args: Value[]) => Answer | void | Promise<Answer | void>;

/** One interface of an object on the bus. */
export interface BusInterface {
  readonly properties: Properties;
  readonly methods?: Readonly<Record<string, Method>>;
}

/** An error as D-Bus has it: with a name that the caller understands. */
export class BusError extends Error {
  constructor(
    readonly errorName: string,
    message = errorName,
  ) {
    super(message);
  }
}

const unknown = (what: string, message?: string) => new BusError(`${BUS}.Error.${what}`, message);

/** A system bus on a socket of its own, with one service on it whose objects come, change and go. */
export class SystemBus {
  /** As DBUS_SYSTEM_BUS_ADDRESS takes it. */
  readonly address: string;
  readonly #folder: string;
  readonly #server: Server;
  readonly #listeners = new Set<Socket>();
  readonly #objects = new Map<string, Record<string, BusInterface>>();
  readonly #serviceName: string;
  #serial = 0;
  #clients = 0;

  static async start(serviceName: string): Promise<SystemBus> {
    const bus = new SystemBus(serviceName, mkdtempSync(join(tmpdir(), 'bus-')));
    await new Promise<void>((listening) => bus.#server.listen(bus.#socketPath, listening));
    return bus;
  }

  private constructor(serviceName: string, folder: string) {
    this.#serviceName = serviceName;
    this.#folder = folder;
    this.address = `unix:path=${this.#socketPath}`;
    this.#server = createServer((socket) => this.#welcome(socket));
  }

  get #socketPath(): string {
    return join(this.#folder, 'bus');
  }

  stop(): void {
    for (const socket of this.#listeners) socket.destroy();
    this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  has(path: string): boolean {
    return this.#objects.has(path);
  }

  add(path: string, interfaces: Record<string, BusInterface>): void {
    this.#objects.set(path, { ...interfaces });
    this.#signal('/', OBJECT_MANAGER, 'InterfacesAdded', {
      signature: 'oa{sa{sv}}',
      values: [path, propertiesOf(interfaces)],
    });
  }

  remove(path: string): void {
    const interfaces = this.#objects.get(path);
    if (!interfaces) return;
    this.#objects.delete(path);
    this.#signal('/', OBJECT_MANAGER, 'InterfacesRemoved', {
      signature: 'oas',
      values: [path, Object.keys(interfaces)],
    });
  }

  /** Sets properties and says so; nothing happens where there is no such object. */
  change(path: string, name: string, properties: Properties): void {
    const interfaces = this.#objects.get(path);
    if (!interfaces) return;
    const one = interfaces[name];
    interfaces[name] = { ...one, properties: { ...one.properties, ...properties } };
    this.#signal(path, PROPERTIES, 'PropertiesChanged', {
      signature: 'sa{sv}as',
      values: [name, properties, []],
    });
  }

  /** What a property is now; undefined where there is none. */
  property(path: string, name: string, property: string): Value | undefined {
    return this.#objects.get(path)?.[name]?.properties[property]?.value;
  }

  #signal(path: string, name: string, member: string, { signature, values }: Answer): void {
    const message = this.#bytes({
      kind: 'signal',
      path,
      interface: name,
      member,
      sender: SERVICE,
      signature,
      body: values,
    });
    for (const socket of this.#listeners) socket.write(message);
  }

  #bytes(message: Omit<Message, 'serial' | 'wantsReply'>): Buffer {
    return encode({ ...message, serial: ++this.#serial, wantsReply: false });
  }

  #welcome(socket: Socket): void {
    let received = Buffer.alloc(0);
    let authenticated = false;
    socket.on('close', () => this.#listeners.delete(socket));
    // A browser that is closed resets its connection.
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (!authenticated) {
        const end = received.indexOf('\r\n');
        if (end < 0) return;
        const line = received.toString('latin1', 0, end).replace('\0', '');
        received = received.subarray(end + 2);
        authenticated = line === 'BEGIN';
        if (authenticated) this.#listeners.add(socket);
        else socket.write(authentication(line));
      }
      for (let next = decode(received); next; next = decode(received)) {
        received = received.subarray(next.length);
        if (next.message.kind === 'call') void this.#reply(socket, next.message);
      }
    });
  }

  async #reply(socket: Socket, call: Message): Promise<void> {
    const head = { replyTo: call.serial, sender: call.destination === BUS ? BUS : SERVICE };
    const reply = await this.#answer(call).then(
      (answer): Omit<Message, 'serial' | 'wantsReply'> => ({
        ...head,
        kind: 'reply',
        signature: answer?.signature ?? '',
        body: answer?.values ?? [],
      }),
      (cause: unknown): Omit<Message, 'serial' | 'wantsReply'> => ({
        ...head,
        kind: 'error',
        error: cause instanceof BusError ? cause.errorName : `${this.#serviceName}.Error.Failed`,
        signature: 's',
        body: [String(cause)],
      }),
    );
    if (call.wantsReply && !socket.destroyed) socket.write(this.#bytes(reply));
  }

  async #answer(call: Message): Promise<Answer | void> {
    if (call.destination === BUS) return this.#answerAsBus(call);
    if (call.destination !== this.#serviceName && call.destination !== SERVICE) {
      throw unknown('ServiceUnknown');
    }
    if (call.interface === OBJECT_MANAGER && call.member === 'GetManagedObjects') {
      const objects = [...this.#objects].map(([path, each]) => [path, propertiesOf(each)]);
      return { signature: 'a{oa{sa{sv}}}', values: [Object.fromEntries(objects)] };
    }
    if (call.interface === PROPERTIES) return this.#answerProperties(call);
    const one = this.#objects.get(call.path ?? '')?.[call.interface ?? ''];
    const method = one?.methods?.[call.member ?? ''];
    if (!method) {
      throw unknown('UnknownMethod', `${call.path} has no ${call.interface}.${call.member}.`);
    }
    return method(...call.body);
  }

  #answerAsBus({ member, body }: Message): Answer | void {
    const isOurs = body[0] === this.#serviceName;
    if (member === 'Hello') return { signature: 's', values: [`:1.${++this.#clients}`] };
    if (member === 'GetNameOwner' && isOurs) return { signature: 's', values: [SERVICE] };
    if (member === 'NameHasOwner') return { signature: 'b', values: [isOurs] };
    if (member === 'RequestName') return { signature: 'u', values: [1] };
    // Every signal goes to everyone.
    if (member === 'AddMatch' || member === 'RemoveMatch') return;
    throw unknown(member === 'GetNameOwner' ? 'NameHasNoOwner' : 'ServiceUnknown');
  }

  #answerProperties({ path = '', member, body }: Message): Answer | void {
    const [name, property, value] = body;
    const interfaces = this.#objects.get(path);
    if (!interfaces || typeof name !== 'string') throw unknown('UnknownObject', path);
    const properties = interfaces[name]?.properties ?? {};
    if (member === 'GetAll') return { signature: 'a{sv}', values: [properties] };
    if (typeof property !== 'string') throw unknown('InvalidArgs');
    if (member === 'Set' && value instanceof Variant) {
      return this.change(path, name, { [property]: value });
    }
    if (!(property in properties)) throw unknown('UnknownProperty', `${name}.${property}`);
    return { signature: 'v', values: [properties[property]] };
  }
}

function authentication(line: string): string {
  if (line.startsWith('AUTH EXTERNAL')) return `OK ${'0'.repeat(32)}\r\n`;
  return line === 'AUTH' ? 'REJECTED EXTERNAL\r\n' : 'ERROR\r\n';
}

function propertiesOf(interfaces: Record<string, BusInterface>) {
  return Object.fromEntries(
    Object.entries(interfaces).map(([name, { properties }]) => [name, properties]),
  );
}
