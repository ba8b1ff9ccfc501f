import { ArchiveError } from './error';

/** An archive taken apart without being read: its sets may be more text than fits into memory, or into one string. */
export interface Pieces {
  /** The file with an empty list of sets. */
  readonly head: Blob;
  /** The text of each set. */
  readonly sets: readonly Blob[];
}

/** Where something begins, and where the next byte after it stands. */
type Extent = [start: number, end: number];

/**
 * Takes the sets out of an archive, however its JSON is laid out. Throws ArchiveError 'not-an-archive',
 * 'truncated' or 'wrong-field'; beyond the nesting, whether it is JSON shows when the pieces are read.
 */
export async function cutArchive(file: Blob): Promise<Pieces> {
  const seam = new Seam();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    seam.take(value);
  }
  const { list, sets } = seam.end();
  const [start, end] = list ?? [file.size, file.size];
  return {
    head: new Blob([file.slice(0, start), file.slice(end)]),
    sets: sets.map((extent) => file.slice(...extent)),
  };
}

/** ASCII: in UTF-8 no other character has these bytes. */
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d];
const BLANKS = [0x20, 0x09, 0x0a, 0x0d];
/** The byte order mark, with which some editors begin a file. */
const MARK = [0xef, 0xbb, 0xbf];

/** Follows the brackets of a JSON text, chunk by chunk, and finds the list named "sets" in the outermost object. */
class Seam {
  /** Of the chunk's first byte. */
  #offset = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last string of the outermost object, as far as it can be the name that is looked for. */
  #name = '';
  #inSets = false;
  #list: Extent | null = null;
  readonly #sets: Extent[] = [];

  take(chunk: Uint8Array): void {
    for (let i = 0; i < chunk.length; i++) {
      if (this.#inString) i = this.#string(chunk, i);
      else this.#outside(chunk[i], this.#offset + i);
    }
    this.#offset += chunk.length;
  }

  /** The extents, once the text has ended. */
  end(): { list: Extent | null; sets: readonly Extent[] } {
    if (this.#depth > 0 || this.#inString) throw new ArchiveError('truncated');
    if (this.#offset === 0) throw new ArchiveError('not-an-archive');
    return { list: this.#list, sets: this.#sets };
  }

  /** Goes on within a string. Returns where it stopped: at its end, or at the chunk's. */
  #string(chunk: Uint8Array, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i];
      if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === QUOTE) {
        this.#inString = false;
        return i;
      }
      if (this.#depth === 1 && this.#name.length < 'sets"'.length) {
        this.#name += String.fromCharCode(byte);
      }
    }
    return chunk.length;
  }

  #outside(byte: number, at: number): void {
    if (byte === OPEN || byte === OPEN_LIST) return this.#open(byte, at);
    if (byte === CLOSE || byte === CLOSE_LIST) return this.#close(byte, at);
    if (BLANKS.includes(byte)) return;
    if (this.#depth === 0 && !MARK.includes(byte)) throw new ArchiveError('not-an-archive');
    if (this.#inSets && this.#depth === 2 && byte !== COMMA) throw noSet();
    if (byte !== QUOTE) return;
    this.#inString = true;
    if (this.#depth === 1) this.#name = '';
  }

  #open(byte: number, at: number): void {
    this.#depth++;
    if (this.#depth === 1 && byte !== OPEN) throw new ArchiveError('not-an-archive');
    if (this.#depth === 2 && byte === OPEN_LIST && this.#name === 'sets') {
      this.#inSets = true;
      this.#list = [at + 1, at + 1];
    }
    if (!this.#inSets || this.#depth !== 3) return;
    if (byte !== OPEN) throw noSet();
    this.#sets.push([at, at]);
  }

  #close(byte: number, at: number): void {
    this.#depth--;
    if (this.#depth < 0) throw new ArchiveError('not-an-archive');
    const last = this.#sets.at(-1);
    if (this.#inSets && this.#depth === 2 && last) last[1] = at + 1;
    if (!this.#inSets || this.#depth !== 1) return;
    this.#inSets = false;
    if (this.#list && byte === CLOSE_LIST) this.#list[1] = at;
  }
}

function noSet(): ArchiveError {
  return new ArchiveError('wrong-field', { path: 'sets', expected: 'Object', found: 'unknown' });
}
