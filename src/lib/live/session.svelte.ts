import { writeCsv } from '$lib/core/file/csv';
import { Recorder, type Sample } from '$lib/core/recording';
import { GrowingAnalysis } from '$lib/core/sled/analyse';
import type { Rep, SetReport } from '$lib/core/sled/report';
import { ReplaySensor } from '$lib/devices/replay';
import {
  ALL_WELL,
  SensorError,
  type Sensor,
  type SensorErrorCode,
  type SensorListener,
  type SensorNotice,
  type SensorStatus,
} from '$lib/devices/sensor';
import { requireDatabase, type Database, type StoreErrorCode } from '$lib/store/database';
import { Journal } from '$lib/store/journal';
import { NO_BRIEF, type Brief } from '$lib/store/brief';
import { addSet, type SetSource, type StoredSet } from '$lib/store/sets';
import { lossNotes, type Interrupted } from '$lib/store/take-up';
import { samplesOf, type RemovedUnfinished } from '$lib/store/unfinished';
import { shiftAfter, shifted } from './continued-axis';
import { HiddenTime } from './hidden-time.svelte';
import { closedReps, countSettled, currentPhase, type CurrentPhase } from './phase';
import { SampleAge } from './sample-age';
import { TIMELINE } from './timeline';
import { WakeLock } from './wake-lock.svelte';

/**
 * `over`: the stream has ended by itself (`error` says why, if anything went wrong) and what was
 * recorded waits to be kept or discarded. `saving`: it is being stored.
 */
export type SessionStatus = 'idle' | 'connecting' | 'streaming' | 'over' | 'saving';

/** Why a set could not start, or why its stream ended. */
export type SessionTrouble = SensorErrorCode;

/** What a person should know of the sensor while the set runs. */
export type SessionNotice = SensorNotice;

/** No two analyses begin within this time. */
const ANALYSIS_INTERVAL_ms = 100;

/**
 * A set while it is lifted: the connection, the samples, and the report on the samples so far. Only
 * what a person reads is reactive; samples go straight into the recorder, and from there to the journal.
 */
export class LiveSession {
  status = $state<SessionStatus>('idle');
  sensor = $state.raw<Sensor | null>(null);
  /** What the sensor is called and set to, as it is known by now: a device tells once it is connected. */
  sensorName = $state('');
  sensorRate_Hz = $state<number | null>(null);
  /** How the sensor is doing. */
  sensorStatus = $state.raw<SensorStatus>(ALL_WELL);
  error = $state.raw<SensorError | null>(null);
  report = $state.raw<SetReport | null>(null);
  /** How many of `reps` are final: the others may still change a little. */
  settled = $state(0);
  /** Why what is recorded does not reach the disk; null while it does. It is held in memory all the same. */
  unsaved = $state<StoreErrorCode | null>(null);
  /** What came until a moment ago is on the disk. */
  isKept = $state(false);
  /** What was asked of the set and said of it before it began. */
  brief = $state.raw<Brief>(NO_BRIEF);
  /** The recording that was taken up: the next sensor that starts goes on with it. */
  interrupted = $state.raw<Interrupted | null>(null);

  readonly phase: CurrentPhase | null = $derived(this.report && currentPhase(this.report));
  /** The reps that count, or will show as partial: their press has ended. */
  readonly reps: readonly Rep[] = $derived(this.report ? closedReps(this.report) : []);
  /** Samples are held that have not been stored as a set. */
  readonly holdsSet = $derived(this.status !== 'idle' && this.status !== 'connecting');

  readonly wakeLock = new WakeLock();
  /** Of a sensor's page; a recording that is played only waits for its page. */
  readonly hidden = new HiddenTime();
  readonly sampleAge = new SampleAge();

  readonly #database: Database | null;
  #recorder = new Recorder();
  #analysis = new GrowingAnalysis();
  #journal: Journal | null = null;
  /** What to add to the sensor's times, s; null before its first batch. */
  #shift_s: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the next analysis may begin. */
  #due_ms = 0;

  /** Without a database sets run in memory, and can only be downloaded. */
  constructor(database: Database | null) {
    this.#database = database;
  }

  /** What was recorded was cut off: the next sensor that starts goes on with it. Throws while a set is under way. */
  takeUp(interrupted: Interrupted): void {
    this.#requireIdle();
    this.interrupted = interrupted;
  }

  /**
   * Begins a set with this sensor, or goes on with the one taken up. Where it cannot be started, `error`
   * says why and the session is idle again. Throws while another set is under way: end or discard it first.
   */
  async start(sensor: Sensor, brief: Brief = NO_BRIEF): Promise<void> {
    this.#requireIdle();
    this.#clear();
    this.sensor = sensor;
    this.status = 'connecting';
    this.#learn(sensor);
    this.#open(sensor, brief);
    performance.mark(TIMELINE.stream);
    try {
      await sensor.start(this.#listenTo(sensor));
    } catch (cause) {
      this.#startFailed(sensor, cause);
      return;
    }
    // Discarded while the sensor was still connecting: let go of it.
    if (this.sensor !== sensor) return sensor.stop();
    this.#streams();
  }

  /**
   * Ends the set and stores it. Resolves to the stored set, null when not one sample had come.
   * Rejects with StoreError; the samples are then still held, and `end` may be tried again.
   */
  async end(): Promise<StoredSet | null> {
    this.#closeReport();
    await this.#stopSensor();
    const recording = this.#recorder.recording();
    if (recording.length === 0) {
      await this.#letGo();
      return null;
    }
    this.status = 'saving';
    await this.#journal?.rest();
    try {
      const source = this.#journal?.source ?? liveSource(this.sensor);
      const set = await addSet(requireDatabase(this.#database), {
        title: source.name,
        source,
        recording,
        brief: this.brief,
        unfinished: this.#journal?.id ?? null,
      });
      await this.#letGo();
      return set;
    } catch (cause) {
      this.status = 'over';
      this.#journal?.follow(recording);
      throw cause;
    }
  }

  /**
   * Ends the set and forgets it, or stops connecting. Resolves to what brings it back as an unfinished
   * recording, null where nothing had been kept on disk. Rejects with StoreError where that cannot be deleted.
   */
  async discard(): Promise<RemovedUnfinished | null> {
    const journal = this.#journal;
    // What was taken up stays unfinished when the sensor that was to go on with it did not come.
    if (!journal || !this.holdsSet) {
      await this.#letGo();
      return null;
    }
    this.#journal = null;
    this.interrupted = null;
    const [removed] = await Promise.all([journal.discard(), this.#letGo()]);
    return removed;
  }

  /** Stops, and leaves what was recorded on the disk as unfinished. */
  async leave(): Promise<void> {
    // Why a sensor did not start is still to be read where the person goes.
    if (this.status === 'idle' && !this.interrupted) return;
    await this.#journal?.flush();
    await this.#letGo();
  }

  /** What was recorded, as canonical CSV. */
  csv(): string {
    return writeCsv(this.#recorder.recording());
  }

  /** The page went out of sight, or came back. */
  pageTurned(state: DocumentVisibilityState): void {
    if (state === 'visible') {
      this.hidden.pageReturned(performance.now());
      void this.wakeLock.pageReturned();
      return;
    }
    // A phone may end a page out of sight without a word.
    void this.#journal?.flush();
    const isPlayed = this.sensor instanceof ReplaySensor;
    if (this.status === 'streaming' && !isPlayed) this.hidden.pageHidden(performance.now());
  }

  /** Makes ready for the first batch: the journal, and what was recorded before if a recording was taken up. */
  #open(sensor: Sensor, brief: Brief): void {
    const { interrupted } = this;
    this.brief = interrupted?.row.brief ?? brief;
    this.#analysis = new GrowingAnalysis(this.brief.setup);
    const onTrouble = (trouble: StoreErrorCode | null) => {
      if (this.sensor !== sensor) return;
      this.unsaved = trouble;
      this.isKept = trouble === null;
    };
    if (!this.#database) {
      onTrouble('unavailable');
    } else if (interrupted) {
      this.#journal = Journal.goOn(this.#database, interrupted, onTrouble);
    } else {
      const source = liveSource(sensor);
      this.#journal = Journal.begin(this.#database, { source, brief: this.brief, onTrouble });
    }
    if (!interrupted) return;
    this.#recorder.append(samplesOf(interrupted.recording));
    this.#analyse();
  }

  /** Hears one sensor; deaf to it once it is not the session's any more. */
  #listenTo(sensor: Sensor): SensorListener {
    const ifOurs =
      <Heard extends unknown[]>(hear: (...heard: Heard) => void) =>
      (...heard: Heard) => {
        if (this.sensor === sensor) hear(...heard);
      };
    return {
      samples: ifOurs((batch: readonly Sample[]) => this.#take(batch)),
      status: ifOurs((status: SensorStatus) => {
        this.sensorStatus = status;
        this.#learn(sensor);
      }),
      ended: ifOurs((cause: SensorError | null) => this.#streamEnded(cause)),
    };
  }

  #learn({ name, rate_Hz }: Sensor): void {
    this.sensorName = name;
    this.sensorRate_Hz = rate_Hz;
  }

  #take(batch: readonly Sample[]): void {
    if (batch.length === 0) return;
    this.#streams();
    this.#shift_s ??= this.#shiftFor(batch);
    this.#recorder.append(this.#shift_s === 0 ? batch : shifted(batch, this.#shift_s));
    performance.clearMarks(TIMELINE.taken);
    performance.mark(TIMELINE.taken, { detail: this.#recorder.length });
    this.sampleAge.sampleCame();
    this.#journal?.follow(this.#recorder.recording());
    const wait_ms = Math.max(0, this.#due_ms - performance.now());
    this.#timer ??= setTimeout(() => this.#analyse(), wait_ms);
  }

  /** How far the times of a sensor are to be moved, told from its first batch; notes where it takes over. */
  #shiftFor(batch: readonly Sample[]): number {
    if (!this.interrupted) return 0;
    const { row, lost } = this.interrupted;
    const last = { t_s: row.lastTime_s, at_ms: row.lastAt_ms };
    const shift_s = shiftAfter(last, batch, Date.now());
    const gap_s = batch[0].t_s + shift_s - row.lastTime_s;
    for (const sentence of lossNotes(lost)) this.#journal?.note(sentence);
    this.#journal?.note(
      `Cut off after ${Math.round(row.lastTime_s - row.firstTime_s)} s, resumed ${Math.round(gap_s)} s later with ${this.sensor?.name}.`,
    );
    return shift_s;
  }

  #analyse(): void {
    this.#dropTimer();
    const start_ms = performance.now();
    this.#due_ms = start_ms + ANALYSIS_INTERVAL_ms;
    const report = this.#analysis.report(this.#recorder.recording());
    // Whoever watches has been told of the measures before; the timeline itself would keep every one.
    performance.clearMeasures(TIMELINE.analysis);
    performance.measure(TIMELINE.analysis, { start: start_ms, detail: this.#recorder.length });
    this.report = report;
    this.settled = countSettled(report, this.#recorder.lastTime_s);
  }

  #streams(): void {
    if (this.status !== 'connecting') return;
    this.status = 'streaming';
    if (this.sensor) this.#learn(this.sensor);
    void this.wakeLock.hold();
  }

  /** Throws on what is not a sensor's error. */
  #startFailed(sensor: Sensor, cause: unknown): void {
    // Discarded: nobody waits for it any more.
    if (this.sensor !== sensor && cause instanceof SensorError) return;
    if (this.holdsSet && cause instanceof SensorError) return this.#streamEnded(cause);
    this.#clear();
    if (!(cause instanceof SensorError)) throw cause;
    this.error = cause;
  }

  #streamEnded(cause: SensorError | null): void {
    this.#closeReport();
    this.error = cause;
    this.status = 'over';
    void this.#journal?.flush();
    void this.wakeLock.release();
  }

  /** Reports on the samples that still wait for it; nothing comes after them that could change a rep. */
  #closeReport(): void {
    if (this.#timer !== null) this.#analyse();
    this.settled = this.reps.length;
  }

  #requireIdle(): void {
    if (this.status !== 'idle') throw new Error(`A set is under way (${this.status}).`);
  }

  #dropTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #stopSensor(): Promise<void> {
    this.#dropTimer();
    await Promise.all([this.sensor?.stop(), this.wakeLock.release()]);
  }

  /** Idle again, at once; resolves when sensor, screen and recording have been let go. */
  async #letGo(): Promise<void> {
    const { sensor, interrupted } = this;
    const journal = this.#journal;
    this.#clear();
    this.interrupted = null;
    await Promise.all([
      sensor?.stop(),
      this.wakeLock.release(),
      journal ? journal.release() : interrupted?.hold.release(),
    ]);
  }

  #clear(): void {
    this.#dropTimer();
    this.status = 'idle';
    this.sensor = null;
    this.sensorName = '';
    this.sensorRate_Hz = null;
    this.sensorStatus = ALL_WELL;
    this.error = null;
    this.report = null;
    this.brief = NO_BRIEF;
    this.settled = 0;
    this.unsaved = null;
    this.isKept = false;
    this.hidden.forget();
    this.sampleAge.forget();
    this.#recorder = new Recorder();
    this.#journal = null;
    this.#shift_s = null;
    this.#due_ms = 0;
  }
}

function liveSource(sensor: Sensor | null): SetSource {
  const kind = sensor instanceof ReplaySensor ? 'simulated' : 'live';
  return { kind, name: sensor?.name ?? '', format: null, notes: [] };
}
