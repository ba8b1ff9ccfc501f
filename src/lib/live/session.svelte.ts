import { Recorder, type Sample } from '$lib/core/recording';
import { GrowingAnalysis } from '$lib/core/sled/analyse';
import type { Rep, SetReport } from '$lib/core/sled/report';
import { DEFAULT_SETUP, type Setup } from '$lib/core/sled/setup';
import {
  ALL_WELL,
  SensorError,
  type Sensor,
  type SensorErrorCode,
  type SensorStatus,
} from '$lib/devices/sensor';
import type { Database } from '$lib/store/database';
import { addSet, type StoredSet } from '$lib/store/sets';
import { closedReps, countSettled, currentPhase, type CurrentPhase } from './phase';
import { TIMELINE } from './timeline';

/**
 * `over`: the stream has ended by itself (`error` says why, if anything went wrong) and what was
 * recorded waits to be kept or discarded. `saving`: it is being stored.
 */
export type SessionStatus = 'idle' | 'connecting' | 'streaming' | 'over' | 'saving';

/** Why a set could not start, or why its stream ended. */
export type SessionTrouble = SensorErrorCode;

/** No two analyses begin within this time. */
const ANALYSIS_INTERVAL_ms = 100;

/**
 * A set while it is lifted: the connection, the samples, and the report on the samples so far. Only
 * what a person reads is reactive; samples go straight into the recorder.
 */
export class LiveSession {
  status = $state<SessionStatus>('idle');
  sensor = $state.raw<Sensor | null>(null);
  /** How the sensor is doing. */
  sensorStatus = $state.raw<SensorStatus>(ALL_WELL);
  error = $state.raw<SensorError | null>(null);
  report = $state.raw<SetReport | null>(null);
  /** How many of `reps` are final: the others may still change a little. */
  settled = $state(0);

  readonly phase: CurrentPhase | null = $derived(this.report && currentPhase(this.report));
  /** The reps that count, or will show as partial: their press has ended. */
  readonly reps: readonly Rep[] = $derived(this.report ? closedReps(this.report) : []);
  /** Samples are held that have not been stored. */
  readonly holdsSet = $derived(this.status !== 'idle' && this.status !== 'connecting');

  readonly #database: Database;
  #setup: Setup = DEFAULT_SETUP;
  #recorder = new Recorder();
  #analysis = new GrowingAnalysis();
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the next analysis may begin. */
  #due_ms = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Begins a set with this sensor. Where it cannot be started, `error` says why and the session is
   * idle again. Throws while another set is under way: end or discard it first.
   */
  async start(sensor: Sensor, setup: Setup = DEFAULT_SETUP): Promise<void> {
    if (this.status !== 'idle') throw new Error(`A set is under way (${this.status}).`);
    this.#clear();
    this.#setup = setup;
    this.#analysis = new GrowingAnalysis(setup);
    this.sensor = sensor;
    this.status = 'connecting';
    performance.mark(TIMELINE.stream);
    try {
      await sensor.start({
        samples: (batch) => this.#take(batch),
        status: (status) => (this.sensorStatus = status),
        ended: (cause) => this.#streamEnded(cause),
      });
    } catch (cause) {
      this.#clear();
      if (!(cause instanceof SensorError)) throw cause;
      this.error = cause;
      return;
    }
    // Discarded while the sensor was still connecting: let go of it.
    if (this.sensor !== sensor) return sensor.stop();
    if (this.status === 'connecting') this.status = 'streaming';
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
      this.#clear();
      return null;
    }
    this.status = 'saving';
    const name = this.sensor?.name ?? '';
    try {
      const source = { kind: 'live', name, format: null, notes: [] } as const;
      const set = await addSet(this.#database, {
        title: name,
        source,
        recording,
        setup: this.#setup,
      });
      this.#clear();
      return set;
    } catch (cause) {
      this.status = 'over';
      throw cause;
    }
  }

  /** Ends the set and forgets it. */
  async discard(): Promise<void> {
    await this.#stopSensor();
    this.#clear();
  }

  #take(batch: readonly Sample[]): void {
    this.#recorder.append(batch);
    const wait_ms = Math.max(0, this.#due_ms - performance.now());
    this.#timer ??= setTimeout(() => this.#analyse(), wait_ms);
  }

  #analyse(): void {
    this.#dropTimer();
    const start_ms = performance.now();
    this.#due_ms = start_ms + ANALYSIS_INTERVAL_ms;
    const report = this.#analysis.report(this.#recorder.recording());
    // Whoever watches has been told of the measures before; the timeline itself would keep every one.
    performance.clearMeasures(TIMELINE.analysis);
    performance.measure(TIMELINE.analysis, { start: start_ms });
    this.report = report;
    this.settled = countSettled(report, this.#recorder.lastTime_s);
  }

  #streamEnded(cause: SensorError | null): void {
    this.#closeReport();
    this.error = cause;
    this.status = 'over';
  }

  /** Reports on the samples that still wait for it; nothing comes after them that could change a rep. */
  #closeReport(): void {
    if (this.#timer !== null) this.#analyse();
    this.settled = this.reps.length;
  }

  #dropTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #stopSensor(): Promise<void> {
    this.#dropTimer();
    await this.sensor?.stop();
  }

  #clear(): void {
    this.status = 'idle';
    this.sensor = null;
    this.sensorStatus = ALL_WELL;
    this.error = null;
    this.report = null;
    this.settled = 0;
    this.#recorder = new Recorder();
    this.#due_ms = 0;
  }
}
