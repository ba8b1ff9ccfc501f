import type { Sample } from '$lib/core/recording';
import {
  SensorError,
  type Sensor,
  type SensorErrorCode,
  type SensorNotice,
} from '$lib/devices/sensor';
import type { DepthTarget } from '$lib/guide/plan';
import { StoreError, type Database } from '$lib/store/database';
import { DEFAULT_LIVE_CHOICES } from '$lib/store/choices';
import type { Brief } from '$lib/store/brief';
import type { SetSource, StoredSet } from '$lib/store/sets';
import type { Interrupted } from '$lib/store/take-up';
import type { RemovedUnfinished } from '$lib/store/unfinished';
import type { StartAnalysisWorker } from './analyst';
import { briefAfter, briefAgain, keepCalibration, nextBrief } from './brief';
import { Chosen } from './chosen.svelte';
import { HeardSensor } from './heard-sensor.svelte';
import { Herald, type EventListener } from './herald';
import { HiddenTime } from './hidden-time.svelte';
import { restAfter_s } from './rest';
import type { RunningSet } from './running-set.svelte';
import { stageOf, type Stage } from './stage';
import { TIMELINE } from './timeline';
import { Waits } from './waits.svelte';
import { WakeLock } from './wake-lock.svelte';

/**
 * `over`: the stream has ended by itself (`error` says why, if anything went wrong) and what was
 * recorded waits to be kept or discarded. `saving`: it is being stored. `resting`: it is stored, and the
 * next set may begin, with the same sensor while that streams.
 */
export type SessionStatus = 'idle' | 'connecting' | 'streaming' | 'over' | 'saving' | 'resting';

/** Why a set could not start, or why its stream ended. */
export type SessionTrouble = SensorErrorCode;

/** What a person should know of the sensor while the set runs. */
export type SessionNotice = SensorNotice;

/** The way from a sensor through one set to the next: connection, start delay, the set itself, rest. */
export class LiveSession {
  status = $state<SessionStatus>('idle');
  error = $state.raw<SensorError | null>(null);
  /** The set under way, from its sensor's start until it is stored or forgotten. */
  set = $state.raw<RunningSet | null>(null);
  /** What follows on the set that was stored last; null before one was. */
  following = $state.raw<Brief | null>(null);
  /** The recording that was taken up: the next sensor that starts goes on with it. */
  interrupted = $state.raw<Interrupted | null>(null);

  readonly #herald = new Herald();
  readonly heard = new HeardSensor();
  readonly waits = new Waits(this.#herald);
  readonly choices: Chosen<'live'>;
  readonly wakeLock = new WakeLock();
  /** Of a sensor's page; a recording that is played only waits for its page. */
  readonly hidden = new HiddenTime();

  /** Samples are held that have not been stored as a set. */
  readonly holdsSet = $derived(['streaming', 'over', 'saving'].includes(this.status));
  readonly stage: Stage = $derived(
    stageOf({
      isUnderWay: this.status === 'streaming',
      isPaused: this.set?.isPaused ?? false,
      isDelayed: this.waits.delay.left_s !== null,
      firstStroke_s: this.set?.firstStroke_s ?? null,
      phase: this.set?.phase ?? null,
    }),
  );

  readonly #database: Database | null;
  readonly #startAnalysisWorker: StartAnalysisWorker | undefined;
  /** Known from the first start on. Analysis and rules come with it, which no page without a set needs. */
  #RunningSet: typeof RunningSet | null = null;
  /** The set being ended. */
  #ending: Promise<StoredSet | null> | null = null;

  /** Without a database sets run in memory, and can only be downloaded. Sets are analysed in the app's own worker, or in this one. */
  constructor(database: Database | null, startAnalysisWorker?: StartAnalysisWorker) {
    this.#database = database;
    this.#startAnalysisWorker = startAnalysisWorker;
    this.choices = new Chosen(database, 'live', DEFAULT_LIVE_CHOICES);
  }

  get sensor(): Sensor | null {
    return this.heard.current;
  }

  /** From now on the listener hears what happens in the set. Returns what ends that. */
  hear(listener: EventListener): () => void {
    return this.#herald.hear(listener);
  }

  /** What was recorded was cut off: the next sensor that starts goes on with it. Throws while a set is under way. */
  takeUp(interrupted: Interrupted): void {
    this.#requireFree();
    this.interrupted = interrupted;
  }

  /**
   * Begins a set with this sensor, or goes on with the one taken up; without a brief, by what was chosen for the
   * next set. Where it cannot be started, `error` says why and the session is idle again. Throws while another set
   * is under way: end or discard it first.
   */
  async start(sensor: Sensor, brief: Brief | null = null): Promise<void> {
    this.#requireFree();
    const before = this.sensor;
    this.#clear();
    this.heard.take(sensor);
    this.status = 'connecting';
    const asked = await this.#prepare(brief, before);
    if (this.sensor !== sensor) return sensor.stop();
    this.#open(sensor, asked);
    try {
      await this.heard.start(sensor, {
        samples: (batch) => this.#take(batch),
        ended: (cause) => this.#streamEnded(cause),
      });
    } catch (cause) {
      this.#startFailed(sensor, cause);
      return;
    }
    // Discarded while the sensor was still connecting: let go of it.
    if (this.sensor !== sensor) return sensor.stop();
    performance.mark(TIMELINE.stream);
    this.#streams();
  }

  /** The next set with the sensor that streams through the rest. Throws where none does. */
  next(brief: Brief): void {
    const { sensor } = this;
    if (this.status !== 'resting' || !sensor) throw new Error(`No sensor waits (${this.status}).`);
    this.waits.rest.stop();
    this.hidden.forget();
    this.#open(sensor, briefAgain(brief));
    this.status = 'connecting';
    this.#streams();
  }

  /** From now on nothing counts, until it goes on. The recording does. */
  pause(): void {
    this.waits.delay.stop();
    if (this.status === 'streaming' && this.set?.pause()) this.#herald.tell({ kind: 'paused' });
  }

  resume(): void {
    if (this.set?.resume()) this.#herald.tell({ kind: 'resumed' });
  }

  /** Nothing that was counts: the set begins anew in the same recording. */
  startOver(): void {
    if (this.status !== 'streaming' || !this.set?.startOver()) return;
    this.#herald.tell({ kind: 'started-over' });
    this.#beginDelay();
  }

  /**
   * The depth that the reps so far have shown is asked from now on, in this set and in the next ones; they themselves
   * do not count. Resolves to whether it was kept for the next ones.
   */
  async calibrate(depth: DepthTarget): Promise<boolean> {
    const { set } = this;
    const incline_deg = set?.report?.rail.incline_deg ?? null;
    set?.calibrate(depth);
    if (!set || !this.#database) return false;
    try {
      await keepCalibration(this.#database, briefAgain(set.brief), { depth, incline_deg });
      return true;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      return false;
    }
  }

  /**
   * Ends the set and stores it, then lets go of the sensor or keeps it through the rest. Resolves to the stored
   * set, null when not one sample had come. Rejects with StoreError; the samples are then still held, and `end` may
   * be tried again.
   */
  end(then: 'let-go' | 'rest' = 'let-go'): Promise<StoredSet | null> {
    return (this.#ending ??= this.#end(then).finally(() => (this.#ending = null)));
  }

  /**
   * Ends the set and forgets it, or stops connecting. Resolves to what brings it back as an unfinished
   * recording, null where nothing had been kept on disk. Rejects with StoreError where that cannot be deleted.
   */
  async discard(): Promise<RemovedUnfinished | null> {
    const { set } = this;
    // What was taken up stays unfinished when the sensor that was to go on with it did not come.
    if (!set || !this.holdsSet) {
      await this.#letGo();
      return null;
    }
    this.set = null;
    this.interrupted = null;
    const [removed] = await Promise.all([set.discard(), this.#letGo()]);
    return removed;
  }

  /** Stops, and leaves what was recorded on the disk as unfinished. */
  async leave(): Promise<void> {
    // Why a sensor did not start is still to be read where the person goes.
    if (this.status === 'idle' && !this.interrupted) return;
    await this.set?.flush();
    await this.#letGo();
  }

  /** What was recorded, as canonical CSV. */
  csv(): string {
    return this.set?.csv() ?? '';
  }

  /** The page went out of sight, or came back. */
  pageTurned(state: DocumentVisibilityState): void {
    if (state === 'visible') {
      this.hidden.pageReturned(performance.now());
      void this.wakeLock.pageReturned();
      return;
    }
    // A phone may end a page out of sight without a word.
    void this.set?.flush();
    const isPlayed = this.sensor?.isPlayed;
    if (this.status === 'streaming' && !isPlayed) this.hidden.pageHidden(performance.now());
  }

  async #end(then: 'let-go' | 'rest'): Promise<StoredSet | null> {
    const { set } = this;
    this.waits.delay.stop();
    const staysOn = then === 'rest' && this.status === 'streaming' && (set?.length ?? 0) > 0;
    if (!staysOn) await this.#stopSensor();
    // Discarded meanwhile.
    if (this.set !== set) return null;
    if (!set || set.length === 0) {
      await this.#letGo();
      return null;
    }
    const isTold = this.status === 'over';
    this.status = 'saving';
    try {
      await set.close();
      if (this.set !== set) return null;
      if (!isTold) this.#herald.tell({ kind: 'ended' });
      const stored = await set.store();
      this.following = await briefAfter(this.#database, stored);
      // Played to its end, or lost: nothing more comes of it.
      if (then === 'rest' && !staysOn) this.heard.forget();
      await (then === 'rest' ? this.#beginRest(set) : this.#letGo());
      return stored;
    } catch (cause) {
      if (staysOn) await this.#stopSensor();
      this.status = 'over';
      throw cause;
    }
  }

  /** Brings what a set takes, lets go of the sensor before, and resolves to what is asked. Rejects where the program cannot be fetched. */
  async #prepare(brief: Brief | null, before: Sensor | null): Promise<Brief> {
    try {
      const [asked, loaded] = await Promise.all([
        brief ?? nextBrief(this.#database),
        import('./running-set.svelte'),
        this.choices.read,
        before?.stop(),
      ]);
      this.#RunningSet = loaded.RunningSet;
      return asked;
    } catch (cause) {
      this.#clear();
      throw cause;
    }
  }

  #open(sensor: Sensor, brief: Brief): void {
    const herald = this.#herald;
    if (!this.#RunningSet) throw new Error('No set has been started before.');
    herald.forget();
    this.set = new this.#RunningSet(this.#database, {
      source: liveSource(sensor),
      brief,
      interrupted: this.interrupted,
      herald,
      autoEnd_s: () => this.choices.value.autoEnd_s,
      speed: sensor.speed,
      startAnalysisWorker: this.#startAnalysisWorker,
    });
  }

  #take(batch: readonly Sample[]): void {
    this.#streams();
    // Through the rest the sensor talks to nobody.
    if (this.status !== 'streaming') return;
    this.set?.take(batch, this.sensor?.name ?? '');
  }

  #streams(): void {
    if (this.status !== 'connecting') return;
    this.status = 'streaming';
    this.heard.learn();
    void this.wakeLock.hold();
    if (!this.interrupted) this.#beginDelay();
  }

  #beginDelay(): void {
    this.waits.beginDelay(this.choices.value.delay_s, () => this.stage === 'lifting');
  }

  async #beginRest(set: RunningSet): Promise<void> {
    this.status = 'resting';
    this.set = null;
    this.interrupted = null;
    void this.wakeLock.hold();
    this.waits.beginRest(restAfter_s(set.brief.plan, this.choices.value));
    await set.release();
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
    this.error = cause;
    if (this.status === 'resting') return this.heard.forget();
    this.waits.delay.stop();
    this.status = 'over';
    void this.#tellTheEnd(cause ? 'lost' : 'ended');
    void this.set?.flush();
    void this.wakeLock.release();
  }

  /** After what its last samples tell. */
  async #tellTheEnd(kind: 'lost' | 'ended'): Promise<void> {
    await this.set?.close();
    this.#herald.tell({ kind });
  }

  #requireFree(): void {
    if (this.status === 'idle' || this.status === 'resting') return;
    throw new Error(`A set is under way (${this.status}).`);
  }

  async #stopSensor(): Promise<void> {
    await Promise.all([this.sensor?.stop(), this.wakeLock.release()]);
  }

  /** Idle again, at once; resolves when sensor, screen and recording have been let go. */
  async #letGo(): Promise<void> {
    const { sensor, interrupted, set } = this;
    this.#clear();
    this.interrupted = null;
    await Promise.all([
      sensor?.stop(),
      this.wakeLock.release(),
      set ? set.release() : interrupted?.hold.release(),
    ]);
  }

  #clear(): void {
    this.set?.endAnalysis();
    this.set = null;
    this.status = 'idle';
    this.error = null;
    this.heard.forget();
    this.hidden.forget();
    this.waits.stop();
  }
}

function liveSource(sensor: Sensor | null): SetSource {
  const kind = sensor?.isPlayed ? 'simulated' : 'live';
  return { kind, name: sensor?.name ?? '', format: null, notes: [] };
}
