import { RecordingFileError } from './error';

/** Kinds of file people open by mistake, told by their first bytes. */
const SIGNATURES: { kind: string; bytes: number[] }[] = [
  {
    kind: 'a ZIP archive (or a spreadsheet): unpack it and open the CSV inside',
    bytes: [0x50, 0x4b, 0x03, 0x04],
  },
  { kind: 'a gzip archive: unpack it and open the CSV inside', bytes: [0x1f, 0x8b] },
  { kind: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46] },
  {
    kind: 'an old Excel workbook: save it as CSV and open that',
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
  },
];

/** How much of a file is looked at to tell text from anything else. */
const PROBE_BYTES = 4096;
const CONTROL_SHARE = 0.01;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The file's text as UTF-8 bytes without byte order mark; UTF-16 is told by its mark or, without
 * one, by every other byte being zero. Throws RecordingFileError `empty` or `not-text`.
 */
export function textOf(bytes: Uint8Array): Uint8Array {
  requireContent(bytes);
  const signature = SIGNATURES.find((known) => known.bytes.every((byte, i) => bytes[i] === byte));
  if (signature) throw notText(`it is ${signature.kind}`);

  const { encoding, markBytes } = encodingOf(bytes);
  const body = bytes.subarray(markBytes);
  if (encoding === 'utf-8') {
    requireText(body);
    return body;
  }
  const text = utf8FromUtf16(body, encoding);
  requireText(text);
  return text;
}

/** A few bytes of text as a string. What is not UTF-8 is taken as Latin-1: older exports write ° so. */
export function decodeText(text: Uint8Array, start: number, end: number): string {
  let result = '';
  for (let i = start; i < end;) {
    const length = sequenceLength(text, i, end);
    let code = length === 1 ? text[i] : text[i] & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) code = (code << 6) | (text[i + k] & 0x3f);
    result += String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd);
    i += length;
  }
  return result;
}

/** Length of the UTF-8 sequence at i; 1 for ASCII and for a byte that begins no complete sequence. */
function sequenceLength(text: Uint8Array, i: number, end: number): number {
  const lead = text[i];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  for (let k = 1; k < length; k++) {
    if (i + k >= end || (text[i + k] & 0xc0) !== 0x80) return 1;
  }
  return length;
}

function requireContent(bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    const blank = byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
    if (!blank) return;
  }
  throw new RecordingFileError(
    'empty',
    bytes.length === 0 ? 'The file is empty.' : 'The file holds nothing but blanks.',
  );
}

function requireText(text: Uint8Array): void {
  const probe = text.subarray(0, PROBE_BYTES);
  const controls = probe.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls > CONTROL_SHARE * probe.length) throw notText('it holds binary content');
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f;
}

function notText(reason: string): RecordingFileError {
  return new RecordingFileError('not-text', `The file is not a text table: ${reason}.`);
}

function encodingOf(bytes: Uint8Array): { encoding: Encoding; markBytes: number } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { encoding: 'utf-8', markBytes: 3 };
  }
  const probe = bytes.subarray(0, PROBE_BYTES);
  const zeros = [0, 0];
  probe.forEach((byte, i) => byte === 0 && zeros[i % 2]++);
  const [even, odd] = zeros.map((count) => (2 * count) / probe.length);
  // Table text is nearly all ASCII, so that one of each pair of bytes is zero.
  if (odd > 0.8 && even < 0.05) return { encoding: 'utf-16le', markBytes: 0 };
  if (even > 0.8 && odd < 0.05) return { encoding: 'utf-16be', markBytes: 0 };
  return { encoding: 'utf-8', markBytes: 0 };
}

function utf8FromUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const low = encoding === 'utf-16le' ? 0 : 1;
  const text = new Uint8Array(Math.ceil((bytes.length * 3) / 2));
  let n = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const unit = bytes[i + low] | (bytes[i + 1 - low] << 8);
    if (unit < 0x80) {
      text[n++] = unit;
    } else if (unit < 0x800) {
      text[n++] = 0xc0 | (unit >> 6);
      text[n++] = 0x80 | (unit & 0x3f);
    } else if (unit >= 0xd800 && unit < 0xe000) {
      text[n++] = 0x3f; // Half of a surrogate pair: no name or number a table needs.
    } else {
      text[n++] = 0xe0 | (unit >> 12);
      text[n++] = 0x80 | ((unit >> 6) & 0x3f);
      text[n++] = 0x80 | (unit & 0x3f);
    }
  }
  return text.subarray(0, n);
}
