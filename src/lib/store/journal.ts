import { encodeRecording } from '$lib/core/file/binary';
import { sliceRecording, type Recording } from '$lib/core/recording';
import { StoreError, writeTo, type Database, type StoreErrorCode } from './database';
import { holdNew, type Hold } from './hold';
import type { Brief } from './brief';
import { isoWithOffset, newId, type SetSource } from './sets';
import type { Interrupted } from './take-up';
import {
  removeUnfinished,
  UNFINISHED_STORES,
  type RemovedUnfinished,
  type Unfinished,
} from './unfinished';

/** Two writes begin no sooner after one another, so that a page that dies has lost half a second and what a write takes. */
const WRITE_EVERY_ms = 500;
/** After a failure a write is tried again so much later: room may have been made. */
const TRY_AGAIN_ms = 5000;

/** Hears why what was recorded last is not on the disk; null when it is again. */
export type OnTrouble = (trouble: StoreErrorCode | null) => void;

/**
 * Keeps a growing recording on the disk while it grows, as an unfinished one. What has not been written
 * waits in the recording itself: writes are made one at a time and in order, and hold nothing up.
 */
export class Journal {
  readonly #database: Database;
  readonly #onTrouble: OnTrouble;
  #row: Unfinished;
  #hold: Hold | null;
  #latest: Recording | null = null;
  #latestAt_ms = 0;
  #due_ms = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> | null = null;
  #resting = false;

  private constructor(
    database: Database,
    row: Unfinished,
    settings: { hold: Hold | null; onTrouble: OnTrouble },
  ) {
    this.#database = database;
    this.#row = row;
    this.#hold = settings.hold;
    this.#onTrouble = settings.onTrouble;
  }

  /** The journal of a new recording. Nothing is written before its first sample. */
  static begin(
    database: Database,
    { source, brief, onTrouble }: { source: SetSource; brief: Brief; onTrouble: OnTrouble },
  ): Journal {
    const startedAt = isoWithOffset(new Date());
    const nothing = { chunks: 0, samples: 0, firstTime_s: NaN, lastTime_s: NaN, lastAt_ms: 0 };
    const row = { id: newId(), startedAt, source, brief, ...nothing };
    return new Journal(database, row, { hold: null, onTrouble });
  }

  /** Goes on with the journal of a recording that was taken up; `follow` is to be given it with what was recovered at its beginning. */
  static goOn(
    database: Database,
    { row, recording, hold }: Interrupted,
    onTrouble: OnTrouble,
  ): Journal {
    return new Journal(database, { ...row, samples: recording.length }, { hold, onTrouble });
  }

  get id(): string {
    return this.#row.id;
  }

  get source(): SetSource {
    return this.#row.source;
  }

  /** Adds a sentence to the recording's notes; written with the next samples. */
  note(sentence: string): void {
    const { source } = this.#row;
    this.#row = { ...this.#row, source: { ...source, notes: [...source.notes, sentence] } };
  }

  /** What was asked and said has changed; written with the next samples. */
  amend(brief: Brief): void {
    this.#row = { ...this.#row, brief };
  }

  /** The recording so far, which begins with that of the call before: what is new in it gets written soon. */
  follow(recording: Recording): void {
    this.#latest = recording;
    this.#latestAt_ms = Date.now();
    this.#resting = false;
    this.#schedule();
  }

  /** Writes at once what waits. Resolves when it is on the disk, or could not be written. */
  async flush(): Promise<void> {
    await this.#writing;
    this.#due_ms = 0;
    this.#schedule();
    await this.#writing;
  }

  /** Resolves when no write is under way, and none begins before the next `follow`. */
  async rest(): Promise<void> {
    this.#resting = true;
    this.#dropTimer();
    await this.#writing;
  }

  /** Lets the recording go as it is: finished by now, or for another page to take up. */
  async release(): Promise<void> {
    await this.rest();
    await this.#hold?.release();
    this.#hold = null;
  }

  /** Deletes what was written. Resolves to what it takes to bring it back, null where nothing was. */
  async discard(): Promise<RemovedUnfinished | null> {
    await this.flush();
    await this.rest();
    try {
      return await removeUnfinished(this.#database, this.id);
    } finally {
      await this.release();
    }
  }

  get #isBehind(): boolean {
    return this.#latest !== null && this.#latest.length > this.#row.samples;
  }

  /** Begins a write when it is due: now, if samples just came, or by a timer, which a hidden page may delay. */
  #schedule(): void {
    if (this.#writing || this.#resting || !this.#isBehind) return;
    const wait_ms = this.#due_ms - performance.now();
    if (wait_ms > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#schedule();
      }, wait_ms);
      return;
    }
    this.#dropTimer();
    this.#due_ms = performance.now() + WRITE_EVERY_ms;
    this.#writing = this.#write().finally(() => {
      this.#writing = null;
      this.#schedule();
    });
  }

  async #write(): Promise<void> {
    const [recording, lastAt_ms] = [this.#latest, this.#latestAt_ms];
    if (!recording) return;
    try {
      this.#hold ??= await holdNew(this.id);
      const written = await append(this.#database, { ...this.#row, lastAt_ms }, recording);
      // Notes and changes that came meanwhile wait for the next write.
      this.#row = { ...written, source: this.#row.source, brief: this.#row.brief };
      this.#onTrouble(null);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      this.#due_ms = performance.now() + TRY_AGAIN_ms;
      this.#onTrouble(cause.code);
    }
  }

  #dropTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** Writes the samples that the row does not count yet as one chunk, with the row. Resolves to the row as written. */
async function append(
  database: Database,
  row: Unfinished,
  recording: Recording,
): Promise<Unfinished> {
  let written = row;
  await writeTo(database, UNFINISHED_STORES, async (transaction) => {
    const rows = transaction.objectStore('unfinished');
    const isThere = row.chunks > 0 && (await rows.getKey(row.id)) !== undefined;
    // Somebody cleared the browser's storage under way: begin again with all there is.
    const { chunks, samples } = isThere ? row : { chunks: 0, samples: 0 };
    const { length, t_s } = recording;
    const bytes = encodeRecording(sliceRecording(recording, samples, length));
    written = {
      ...row,
      chunks: chunks + 1,
      samples: length,
      firstTime_s: t_s[0],
      lastTime_s: t_s[length - 1],
    };
    await Promise.all([
      transaction.objectStore('chunks').put(bytes, [row.id, chunks]),
      rows.put(written),
    ]);
  });
  return written;
}
