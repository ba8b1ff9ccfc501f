/**
 * D-Bus messages as bytes, little endian: as much of the protocol as Chromium and BlueZ say to one another.
 * https://dbus.freedesktop.org/doc/dbus-specification.html
 */

/** A D-Bus value; `ay` is a Uint8Array, a structure an array, an object path or a signature a string. */
export type Value =
  number | boolean | string | Uint8Array | Variant | readonly Value[] | Dictionary;

export interface Dictionary {
  readonly [key: string]: Value;
}

/** A value that carries its type. */
export class Variant {
  constructor(
    readonly type: string,
    readonly value: Value,
  ) {}
}

/** The kinds of message, at the places of their numbers. */
const KINDS = ['invalid', 'call', 'reply', 'error', 'signal'] as const;

export interface Message {
  readonly kind: (typeof KINDS)[number];
  readonly wantsReply: boolean;
  readonly serial: number;
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
  readonly error?: string;
  readonly replyTo?: number;
  readonly destination?: string;
  readonly sender?: string;
  /** The types of the body's values, one after the other. */
  readonly signature: string;
  readonly body: readonly Value[];
}

interface FixedSize {
  readonly bytes: number;
  readonly write: (buffer: Buffer, value: number, at: number) => void;
  readonly read: (buffer: Buffer, at: number) => number;
}

const UINT32: FixedSize = {
  bytes: 4,
  write: (buffer, value, at) => buffer.writeUInt32LE(value, at),
  read: (buffer, at) => buffer.readUInt32LE(at),
};

const FIXED_SIZE = new Map<string, FixedSize>([
  ['u', UINT32],
  ['b', UINT32],
  [
    'y',
    {
      bytes: 1,
      write: (buffer, value, at) => buffer.writeUInt8(value, at),
      read: (buffer, at) => buffer.readUInt8(at),
    },
  ],
  [
    'n',
    {
      bytes: 2,
      write: (buffer, value, at) => buffer.writeInt16LE(value, at),
      read: (buffer, at) => buffer.readInt16LE(at),
    },
  ],
  [
    'q',
    {
      bytes: 2,
      write: (buffer, value, at) => buffer.writeUInt16LE(value, at),
      read: (buffer, at) => buffer.readUInt16LE(at),
    },
  ],
  [
    'i',
    {
      bytes: 4,
      write: (buffer, value, at) => buffer.writeInt32LE(value, at),
      read: (buffer, at) => buffer.readInt32LE(at),
    },
  ],
]);

/** Where a value may begin: at a multiple of so many bytes. */
function boundary(type: string): number {
  const fixed = FIXED_SIZE.get(type[0]);
  if (fixed) return fixed.bytes;
  if (type[0] === '(' || type[0] === '{') return 8;
  return type[0] === 'g' || type[0] === 'v' ? 1 : 4;
}

function padded(at: number, to: number): number {
  return Math.ceil(at / to) * to;
}

/** A signature's complete types: 'sa{sv}as' is 's', 'a{sv}', 'as'. */
function completeTypes(signature: string): string[] {
  const types: string[] = [];
  for (let start = 0; start < signature.length;) {
    const end = endOfType(signature, start);
    types.push(signature.slice(start, end));
    start = end;
  }
  return types;
}

function endOfType(signature: string, start: number): number {
  if (signature[start] === 'a') return endOfType(signature, start + 1);
  let open = 0;
  for (let at = start; at < signature.length; at++) {
    if (signature[at] === '(' || signature[at] === '{') open++;
    if (signature[at] === ')' || signature[at] === '}') open--;
    if (open === 0) return at + 1;
  }
  throw new RangeError(`The signature ${signature} does not end.`);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function unfit(type: string, value: Value): TypeError {
  return new TypeError(`D-Bus type ${type} cannot hold ${JSON.stringify(value)}.`);
}

class Writer {
  #buffer = Buffer.alloc(512);
  #length = 0;

  /** Appends one value; throws TypeError where it is not of that type. */
  put(type: string, value: Value): void {
    this.pad(boundary(type));
    const fixed = FIXED_SIZE.get(type);
    if (fixed) this.#putNumber(fixed, type, value);
    else if (type === 'v') this.#putVariant(value);
    else if (type[0] === 'a') this.#putArray(type.slice(1), value);
    else if (type[0] === '(' || type[0] === '{') this.#putFields(type, value);
    else this.#putText(type, value);
  }

  pad(to: number): void {
    this.append(Buffer.alloc(padded(this.#length, to) - this.#length));
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  written(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(bytes: number): void {
    while (this.#length + bytes > this.#buffer.length) {
      this.#buffer = Buffer.concat([this.#buffer, Buffer.alloc(this.#buffer.length)]);
    }
  }

  #putNumber({ bytes, write }: FixedSize, type: string, value: Value): void {
    if (typeof value !== 'number' && typeof value !== 'boolean') throw unfit(type, value);
    this.#reserve(bytes);
    write(this.#buffer, Number(value), this.#length);
    this.#length += bytes;
  }

  #putText(type: string, value: Value): void {
    if (typeof value !== 'string' || !'sog'.includes(type)) throw unfit(type, value);
    const text = Buffer.from(`${value}\0`);
    this.put(type === 'g' ? 'y' : 'u', text.length - 1);
    this.append(text);
  }

  #putVariant(value: Value): void {
    if (!(value instanceof Variant)) throw unfit('v', value);
    this.put('g', value.type);
    this.put(value.type, value.value);
  }

  #putFields(type: string, value: Value): void {
    if (!isList(value)) throw unfit(type, value);
    completeTypes(type.slice(1, -1)).forEach((field, i) => this.put(field, value[i]));
  }

  #putArray(element: string, value: Value): void {
    const at = this.#length;
    this.put('u', 0);
    this.pad(boundary(element));
    const start = this.#length;
    if (value instanceof Uint8Array) this.append(value);
    else for (const each of elementsOf(element, value)) this.put(element, each);
    this.#buffer.writeUInt32LE(this.#length - start, at);
  }
}

function elementsOf(element: string, value: Value): readonly Value[] {
  if (isList(value)) return value;
  if (element[0] !== '{' || typeof value !== 'object' || value instanceof Variant) {
    throw unfit(`a${element}`, value);
  }
  const hasNumbers = FIXED_SIZE.has(element[1]);
  return Object.entries(value).map(([key, each]) => [hasNumbers ? Number(key) : key, each]);
}

class Reader {
  #at = 0;

  constructor(readonly bytes: Buffer) {}

  /** The next value. Throws RangeError where the bytes end too early. */
  get(type: string): Value {
    this.#at = padded(this.#at, boundary(type));
    const fixed = FIXED_SIZE.get(type);
    if (fixed) {
      const number = this.#number(fixed);
      return type === 'b' ? number !== 0 : number;
    }
    if (type === 'v') return this.#variant();
    if (type[0] === 'a') return this.#array(type.slice(1));
    if (type[0] === '(' || type[0] === '{') {
      return completeTypes(type.slice(1, -1)).map((field) => this.get(field));
    }
    return this.#text(type);
  }

  #number({ bytes, read }: FixedSize): number {
    this.#at += bytes;
    return read(this.bytes, this.#at - bytes);
  }

  #text(type: string): string {
    if (!'sog'.includes(type)) throw new TypeError(`D-Bus type ${type} is not known here.`);
    const length = Number(this.get(type === 'g' ? 'y' : 'u'));
    const start = this.#at;
    this.#at += length + 1;
    return this.bytes.toString('utf8', start, start + length);
  }

  #variant(): Variant {
    const type = this.#text('g');
    return new Variant(type, this.get(type));
  }

  #array(element: string): Value {
    const length = this.#number(UINT32);
    this.#at = padded(this.#at, boundary(element));
    const end = this.#at + length;
    if (element === 'y') {
      const content = Uint8Array.from(this.bytes.subarray(this.#at, end));
      this.#at = end;
      return content;
    }
    const values: Value[] = [];
    while (this.#at < end) values.push(this.get(element));
    if (element[0] !== '{') return values;
    return Object.fromEntries(values.filter(isList).map(entryOf));
  }
}

function entryOf([key, value]: readonly Value[]): [string, Value] {
  if (typeof key !== 'string' && typeof key !== 'number') throw unfit('{', key);
  return [String(key), value];
}

const LITTLE_ENDIAN = 0x6c;
const NO_REPLY_EXPECTED = 1;
const HEADER = 'yyyyuua(yv)';

/** The header's fields by number, with their types. */
const FIELDS = [
  ['path', 1, 'o'],
  ['interface', 2, 's'],
  ['member', 3, 's'],
  ['error', 4, 's'],
  ['replyTo', 5, 'u'],
  ['destination', 6, 's'],
  ['sender', 7, 's'],
  ['signature', 8, 'g'],
] as const;

/** A message's bytes. */
export function encode(message: Message): Buffer {
  const body = new Writer();
  completeTypes(message.signature).forEach((type, i) => body.put(type, message.body[i]));
  const fields = FIELDS.flatMap(([name, number, type]) => {
    const value = message[name];
    return value === undefined || value === '' ? [] : [[number, new Variant(type, value)]];
  });
  const whole = new Writer();
  const flags = message.wantsReply ? 0 : NO_REPLY_EXPECTED;
  const kind = KINDS.indexOf(message.kind);
  const header = [
    LITTLE_ENDIAN,
    kind,
    flags,
    1,
    body.written().length,
    message.serial,
    fields,
  ] as const;
  completeTypes(HEADER).forEach((type, i) => whole.put(type, header[i]));
  whole.pad(8);
  whole.append(body.written());
  return whole.written();
}

/** Bytes of the length fields that tell how long the message is. */
const LENGTHS_END = 16;

/** The whole message at the front of the bytes and how many it takes; null while it is incomplete. */
export function decode(bytes: Buffer): { message: Message; length: number } | null {
  if (bytes.length < LENGTHS_END) return null;
  if (bytes[0] !== LITTLE_ENDIAN) throw new TypeError('A big-endian D-Bus message came.');
  const start = padded(LENGTHS_END + bytes.readUInt32LE(12), 8);
  const length = start + bytes.readUInt32LE(4);
  if (bytes.length < length) return null;
  const header = new Reader(bytes);
  const [, kind, flags, , , serial, list] = completeTypes(HEADER).map((type) => header.get(type));
  const fields = new Map<Value, Value>();
  for (const field of isList(list) ? list.filter(isList) : []) {
    const [number, variant] = field;
    if (variant instanceof Variant) fields.set(number, variant.value);
  }
  const text = (number: number) => {
    const value = fields.get(number);
    return typeof value === 'string' ? value : undefined;
  };
  const signature = text(8) ?? '';
  const body = new Reader(bytes.subarray(start, length));
  const message: Message = {
    kind: KINDS[Number(kind)] ?? 'invalid',
    wantsReply: (Number(flags) & NO_REPLY_EXPECTED) === 0,
    serial: Number(serial),
    path: text(1),
    interface: text(2),
    member: text(3),
    destination: text(6),
    signature,
    body: completeTypes(signature).map((type) => body.get(type)),
  };
  return { message, length };
}
