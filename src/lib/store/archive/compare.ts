import { crc32 } from '$lib/core/file/crc-32';
import type { Database } from '../database';
import { readSet, type StoredSet } from '../sets';
import { hexadecimal } from './bytes-as-text';
import type { ReadSet } from './read';

/** A set of an archive beside what is kept under its id. */
export interface Comparison extends ReadSet {
  /** `new`: nothing is. `same`: it is, in every word. `other`: something else is, so it goes beside it, under an id of its own. */
  readonly is: 'new' | 'same' | 'other';
}

/** What a copy is called that is kept beside another set. */
export type CopyTitle = (title: string) => string;

/**
 * How a set of an archive stands to the store. The id of what is kept beside follows from its content, so that
 * the same file imported again finds it there.
 */
export async function compareWithKept(
  database: Database,
  read: ReadSet,
  copyTitle: CopyTitle,
): Promise<Comparison> {
  const { set, bytes } = read;
  const kept = await readSet(database, set.id);
  if (!kept) return { ...read, is: 'new' };
  const keptBytes = await database.get('recordings', set.id);
  const isSame = keptBytes && contentOf(kept) === contentOf(set) && areEqual(keptBytes, bytes);
  if (isSame) return { ...read, is: 'same' };
  const copy = { ...set, id: idOfCopy(read), title: copyTitle(set.title) };
  const isThere = (await readSet(database, copy.id)) !== null;
  return { set: copy, bytes, is: isThere ? 'same' : 'other' };
}

/** Everything a set says, in one text: the same for the same. */
function contentOf({ summary: _summary, ...says }: StoredSet): string {
  return JSON.stringify(inOrder(says));
}

/** The value with the fields of every object in the order of their names. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, field]) => [name, inOrder(field)]));
}

function idOfCopy({ set, bytes }: ReadSet): string {
  const content = new TextEncoder().encode(contentOf(set));
  return `${set.id.slice(0, 40)}-${hexadecimal(crc32(content, bytes))}`;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
