import { writeCsv } from '$lib/core/file/csv';
import { Recorder, samplesOf, type Sample } from '$lib/core/recording';
import { requireDatabase, type Database, type StoreErrorCode } from '$lib/store/database';
import { Journal } from '$lib/store/journal';
import type { Brief } from '$lib/store/brief';
import { addSet, type SetSource, type StoredSet } from '$lib/store/sets';
import { lossNotes, type Interrupted } from '$lib/store/take-up';
import type { RemovedUnfinished } from '$lib/store/unfinished';
import { Analyst, type AnalystSettings } from './analyst';
import { shiftAfter, shifted } from './continued-axis';
import { resumedAt } from './pauses';

export interface RecordedSetSettings extends AnalystSettings {
  readonly source: SetSource;
  readonly brief: Brief;
  /** The recording it goes on with; null for a new one. */
  readonly interrupted: Interrupted | null;
  /** Hears why what is recorded does not reach the disk; null when it does. */
  readonly onTrouble: (trouble: StoreErrorCode | null) => void;
}

/** One set as it is recorded: its samples, their journal on the disk, and the analyst who follows them. */
export class RecordedSet {
  readonly #database: Database | null;
  readonly #source: SetSource;
  readonly #interrupted: Interrupted | null;
  readonly #journal: Journal | null;
  readonly #recorder = new Recorder();
  readonly #analyst: Analyst;
  #brief: Brief;
  /** What to add to the sensor's times, s; null before its first batch. */
  #shift_s: number | null = null;

  constructor(database: Database | null, settings: RecordedSetSettings) {
    const { source, brief, interrupted, onTrouble } = settings;
    this.#database = database;
    this.#interrupted = interrupted;
    this.#brief = interrupted ? briefAfter(interrupted) : brief;
    this.#source = interrupted?.row.source ?? source;
    this.#analyst = new Analyst(settings);
    this.#journal = database && journalOf(database, settings);
    if (!database) onTrouble('unavailable');
    if (!interrupted) return;
    this.#journal?.amend(this.#brief);
    this.#recorder.append(samplesOf(interrupted.recording));
  }

  /** What was asked and said, and what of the recording does not count. */
  get brief(): Brief {
    return this.#brief;
  }

  /** Samples so far. */
  get length(): number {
    return this.#recorder.length;
  }

  /** Time of the first sample on the recording's axis, s; +∞ while there is none. */
  get firstTime_s(): number {
    return this.length === 0 ? Infinity : this.#recorder.recording().t_s[0];
  }

  /** Time of the last sample, s; −∞ while there is none. */
  get lastTime_s(): number {
    return this.#recorder.lastTime_s;
  }

  /** Takes a batch of the sensor that is called `sensorName`. */
  append(batch: readonly Sample[], sensorName: string): void {
    this.#shift_s ??= this.#shiftFor(batch, sensorName);
    this.#recorder.append(this.#shift_s === 0 ? batch : shifted(batch, this.#shift_s));
    this.#journal?.follow(this.#recorder.recording());
  }

  /** Asks for a report on the samples so far. Resolves when it has been heard, or the analysis has ended. */
  analyse(): Promise<void> {
    return this.#analyst.ask(this.#recorder.recording(), this.#brief.setup);
  }

  /** No report is heard from now on. */
  endAnalysis(): void {
    this.#analyst.end();
  }

  /** Takes another brief: with another setup everything is analysed anew for the next report. */
  amend(brief: Brief): void {
    this.#brief = brief;
    this.#journal?.amend(brief);
  }

  /** Stores it as a set. Rejects with StoreError; the journal then goes on, and `store` may be tried again. */
  async store(): Promise<StoredSet> {
    const recording = this.#recorder.recording();
    await this.#journal?.rest();
    try {
      const source = this.#journal?.source ?? this.#source;
      return await addSet(requireDatabase(this.#database), {
        title: source.name,
        source,
        recording,
        brief: this.#brief,
        unfinished: this.#journal?.id ?? null,
      });
    } catch (cause) {
      this.#journal?.follow(recording);
      throw cause;
    }
  }

  /** As canonical CSV. */
  csv(): string {
    return writeCsv(this.#recorder.recording());
  }

  /** Deletes what reached the disk. Resolves to what brings it back, null where nothing had. Rejects with StoreError. */
  async discard(): Promise<RemovedUnfinished | null> {
    return (await this.#journal?.discard()) ?? null;
  }

  /** Writes at once what waits. */
  async flush(): Promise<void> {
    await this.#journal?.flush();
  }

  /** Lets it go as it is: stored by now, or unfinished. */
  async release(): Promise<void> {
    await (this.#journal ? this.#journal.release() : this.#interrupted?.hold.release());
  }

  /** How far the times of a sensor are to be moved, told from its first batch; notes where it takes over. */
  #shiftFor(batch: readonly Sample[], sensorName: string): number {
    if (!this.#interrupted) return 0;
    const { row, lost } = this.#interrupted;
    const last = { t_s: row.lastTime_s, at_ms: row.lastAt_ms };
    const shift_s = shiftAfter(last, batch, Date.now());
    const gap_s = batch[0].t_s + shift_s - row.lastTime_s;
    for (const sentence of lossNotes(lost)) this.#journal?.note(sentence);
    this.#journal?.note(
      `Cut off after ${Math.round(row.lastTime_s - row.firstTime_s)} s, resumed ${Math.round(gap_s)} s later with ${sensorName}.`,
    );
    return shift_s;
  }
}

function journalOf(
  database: Database,
  { source, brief, interrupted, onTrouble }: RecordedSetSettings,
): Journal {
  if (interrupted) return Journal.goOn(database, interrupted, onTrouble);
  return Journal.begin(database, { source, brief, onTrouble });
}

/** A pause that the page died in ends where its samples do. */
function briefAfter({ row }: Interrupted): Brief {
  const { setup } = row.brief;
  const excluded = resumedAt(setup.excluded, row.lastTime_s);
  return { ...row.brief, setup: { ...setup, excluded } };
}
