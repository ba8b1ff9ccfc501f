import * as v from 'valibot';
import { binaryHeader, decodeRecording } from '$lib/core/file/binary';
import { RecordingFileError } from '$lib/core/file/error';
import type { Recording } from '$lib/core/recording';
import type { StoredSet } from '../sets';
import { summaryOf } from '../summary';
import { SUMMARY_VERSION } from '../summary-version';
import { archive, FORMAT, VERSION, type ArchivedSet, type Head } from './archive-schema';
import { fromBase64, hexadecimal } from './bytes-as-text';
import { cutArchive } from './cut';
import { ArchiveError } from './error';
import { set as setSchema, summary as summarySchema } from './set-schema';

/** An archive whose head has been found right; its sets are read one by one. */
export interface OpenedArchive {
  readonly head: Head;
  readonly count: number;
  /** The set at an index from 0. Rejects with ArchiveError. */
  readonly set: (index: number) => Promise<ReadSet>;
}

/** A set as it is stored, and its samples' bytes, found whole. */
export interface ReadSet {
  readonly set: StoredSet;
  readonly bytes: Uint8Array;
}

/** Opens an archive. Rejects with ArchiveError, its `fault` where and what. */
export async function openArchive(file: Blob): Promise<OpenedArchive> {
  const { head, sets } = await cutArchive(file);
  return {
    head: parseHead(json(await head.text())),
    count: sets.length,
    set: async (index) => parseSet(json(await sets[index].text()), `sets[${index}]`),
  };
}

function parseHead(value: unknown): Head {
  if (!isObject(value) || value.format !== FORMAT) throw new ArchiveError('not-an-archive');
  const { version } = value;
  if (typeof version === 'number' && version > VERSION) {
    throw new ArchiveError('newer-version', {
      path: 'version',
      expected: String(VERSION),
      found: String(version),
    });
  }
  const head = parse(archive, value, '');
  // Whoever writes the name "sets" in another way hides them.
  if ('sets' in head && head.sets.length > 0) throw new ArchiveError('not-an-archive');
  return head;
}

function parseSet(value: unknown, path: string): ReadSet {
  const { recording, summary, ...kept } = parse(setSchema, value, path);
  const { bytes, decoded } = samplesIn(recording, `${path}.recording`);
  const cached = v.safeParse(summarySchema, summary);
  const isCurrent = cached.success && cached.output.version === SUMMARY_VERSION;
  return {
    bytes,
    set: {
      ...kept,
      summary: isCurrent ? cached.output : summaryOf(decoded, kept),
    },
  };
}

function samplesIn(recording: ArchivedSet['recording'], path: string) {
  const { bytes, decoded } = decode(recording.bytes, `${path}.bytes`);
  const header = binaryHeader(bytes);
  requireSame(recording.version, header.version, `${path}.version`);
  requireSame(recording.samples, header.length, `${path}.samples`);
  requireSame(recording.crc32, hexadecimal(header.crc32), `${path}.crc32`);
  return { bytes, decoded };
}

function decode(base64: string, path: string): { bytes: Uint8Array; decoded: Recording } {
  try {
    const bytes = fromBase64(base64);
    return { bytes, decoded: decodeRecording(bytes) };
  } catch (cause) {
    if (cause instanceof RecordingFileError) {
      throw new ArchiveError('wrong-recording', { path, recording: cause.code }, { cause });
    }
    if (!(cause instanceof DOMException)) throw cause;
    const fault = { path, expected: 'base64', found: 'other characters' };
    throw new ArchiveError('wrong-field', fault, { cause });
  }
}

function requireSame(written: string | number, real: string | number, path: string): void {
  if (written === real) return;
  const fault = { path, expected: String(real), found: String(written) };
  throw new ArchiveError('wrong-checksum', fault);
}

/** The value as the schema has it. Throws ArchiveError 'wrong-field' for the first field that is wrong. */
function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  root: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ArchiveError('wrong-field', {
    path: pathOf(issue.path ?? [], root),
    expected: issue.expected ?? issue.message,
    found: issue.received,
  });
}

/** "sets[3].plan.targets". */
function pathOf(items: readonly { key?: unknown }[], root: string): string {
  return items.reduce((path: string, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, root);
}

function json(text: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ArchiveError('not-an-archive', {}, { cause });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
