import type { Sample } from '$lib/core/recording';
import type { Rep, SetReport } from '$lib/core/sled/report';
import type { Exclusion, ExclusionReason } from '$lib/core/sled/setup';
import { check, type Check } from '$lib/guide/check';
import { withTarget, type DepthTarget } from '$lib/guide/plan';
import type { Database, StoreErrorCode } from '$lib/store/database';
import type { Brief } from '$lib/store/brief';
import type { SetSource, StoredSet } from '$lib/store/sets';
import type { Interrupted } from '$lib/store/take-up';
import type { RemovedUnfinished } from '$lib/store/unfinished';
import type { Analysed, StartAnalysisWorker } from './analyst';
import { calibrationOf } from './calibration';
import type { Moment } from './events';
import type { Herald } from './herald';
import {
  firstStroke_s,
  isPaused,
  pausedAt,
  resumedAt,
  setTime_s,
  startedOverAt,
  withoutExcluded,
} from './pauses';
import {
  closedBy,
  closedReps,
  countSettled,
  currentPhase,
  NO_PHASE,
  type CurrentPhase,
} from './phase';
import { RecordedSet } from './recorded-set';
import { remeasure, TIMELINE } from './timeline';
import { repVerdicts, type RepVerdict } from './verdicts';

export interface RunningSetSettings {
  readonly source: SetSource;
  readonly brief: Brief;
  /** The recording it goes on with; null for a new one. */
  readonly interrupted: Interrupted | null;
  /** Tells what happens in it. */
  readonly herald: Herald;
  /** So long without motion is told as `still`; null for never. Asked at every analysis. */
  readonly autoEnd_s: () => number | null;
  /** Seconds of samples per second of a clock. */
  readonly speed: number;
  /** The app's own worker where nothing is said. */
  readonly startAnalysisWorker?: StartAnalysisWorker;
}

/** No two analyses begin within this time. */
const ANALYSIS_INTERVAL_ms = 100;

const NO_VERDICTS: ReadonlyMap<number, RepVerdict> = new Map();

/**
 * One set while it is lifted: what is recorded of it, and the report on the samples so far. Only what a
 * person reads is reactive; the samples never are.
 */
export class RunningSet {
  report = $state.raw<SetReport | null>(null);
  /** How many of `reps` are final: the others may still change a little. */
  settled = $state(0);
  /**
   * The closed reps held against the plan as if the set were over: what it says of the whole set is for when it is.
   * Null where there is no plan.
   */
  check = $state.raw<Check | null>(null);
  /** What was asked of it and said of it before it began, and what of it does not count. */
  brief: Brief;
  /** Why what is recorded does not reach the disk; null while it does. It is held in memory all the same. */
  unsaved = $state<StoreErrorCode | null>(null);
  /** What came until a moment ago is on the disk. */
  isKept = $state(false);
  /** The analysis could not be done beside the page, and holds it up. */
  isAnalysedHere = $state(false);
  /** What did not count before it was started over; null where there is nothing to undo. */
  undoable = $state.raw<readonly Exclusion[] | null>(null);
  /** Where the samples end that the report is of, or that was asked for since, s. */
  #now_s = $state(-Infinity);

  readonly phase: CurrentPhase | null = $derived(this.report && currentPhase(this.report));
  /** The reps that count, or will show as partial: their press has ended. */
  readonly reps: readonly Rep[] = $derived(this.report ? closedReps(this.report) : []);
  /** Of the closed reps, by their index. */
  readonly verdicts = $derived(this.check ? repVerdicts(this.check) : NO_VERDICTS);
  /** What the reps so far show of the depth; null before there is a report. */
  readonly calibration = $derived(this.report && calibrationOf(this.report, this.settled));
  readonly isPaused = $derived(isPaused(this.#excluded, this.#now_s));
  /** When the first stroke that counts began, on the recording's axis; null before it. */
  readonly firstStroke_s = $derived(this.report && firstStroke_s(this.report, this.#excluded));
  /** From its first stroke, without its pauses, s. */
  readonly time_s = $derived(setTime_s(this.firstStroke_s, this.#excluded, this.#now_s));

  readonly #settings: RunningSetSettings;
  readonly #recorded: RecordedSet;
  readonly #startedAt_ms = Date.now();
  /** What the last check was of. */
  #checked = '';
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the next analysis may begin. */
  #due_ms = 0;
  /** Resolves when what has been asked for by now has been reported. */
  #reported = Promise.resolve();
  /** What had closed by then is no news in the next report, s; null where all is. */
  #passedOver_s: number | null = null;

  constructor(database: Database | null, settings: RunningSetSettings) {
    this.#settings = settings;
    this.#recorded = new RecordedSet(database, {
      ...settings,
      onTrouble: (trouble) => {
        this.unsaved = trouble;
        this.isKept = trouble === null;
      },
      start: settings.startAnalysisWorker,
      onReport: (analysed) => this.#takeIn(analysed),
      onLost: () => (this.isAnalysedHere = true),
    });
    this.brief = $state.raw(this.#recorded.brief);
    if (this.#recorded.length === 0) return;
    this.#now_s = this.#passedOver_s = this.#recorded.lastTime_s;
    this.#analyse();
  }

  /** Samples so far. */
  get length(): number {
    return this.#recorded.length;
  }

  get #excluded(): readonly Exclusion[] {
    return this.brief.setup.excluded;
  }

  /** Takes a batch of the sensor that is called so; an analysis follows soon. */
  take(batch: readonly Sample[], sensorName: string): void {
    this.#recorded.append(batch, sensorName);
    performance.clearMarks(TIMELINE.taken);
    performance.mark(TIMELINE.taken, { detail: this.length });
    const wait_ms = Math.max(0, this.#due_ms - performance.now());
    this.#timer ??= setTimeout(() => this.#analyse(), wait_ms);
  }

  /** From now on nothing counts, until it goes on; the recording does. Returns whether it is paused by this. */
  pause(): boolean {
    if (this.isPaused || this.length === 0) return false;
    this.#exclude(pausedAt(this.#excluded, this.#recorded.lastTime_s));
    return true;
  }

  /** Returns whether it goes on by this. */
  resume(): boolean {
    if (!this.isPaused) return false;
    this.#exclude(resumedAt(this.#excluded, this.#recorded.lastTime_s));
    return true;
  }

  /** Nothing that was counts any more: the set begins anew in the same recording. Returns whether there was anything. */
  startOver(): boolean {
    if (this.length === 0) return false;
    const before = resumedAt(this.#excluded, this.#recorded.lastTime_s);
    this.#setAside('removed');
    this.undoable = before;
    return true;
  }

  /** The depth that the reps so far have shown is asked from now on; they themselves do not count. */
  calibrate(depth: DepthTarget): void {
    const { plan } = this.brief;
    this.brief = { ...this.brief, plan: plan && withTarget(plan, 'depth', depth, 'athlete') };
    this.passOverCalibration();
  }

  /** The reps so far do not count: the depth is to be shown once more, or has been. */
  passOverCalibration(): void {
    if (this.length > 0) this.#setAside('calibration');
  }

  /** What was started over counts again. */
  undoStartOver(): void {
    if (!this.undoable) return;
    this.#exclude(this.undoable);
    this.#passedOver_s = this.#recorded.lastTime_s;
  }

  /** Nothing comes any more that could change a rep. Resolves when all there is has been reported. */
  async close(): Promise<void> {
    if (this.#timer !== null) this.#analyse();
    await this.#reported;
    this.settled = this.reps.length;
    if (this.report) this.#checkReps(this.report);
  }

  /** Stores it as a set; a pause ends with it. Rejects with StoreError; the samples are then still held. */
  async store(): Promise<StoredSet> {
    if (this.isPaused) this.#amend(resumedAt(this.#excluded, this.#recorded.lastTime_s));
    return this.#recorded.store();
  }

  /** What was recorded, as canonical CSV. */
  csv(): string {
    return this.#recorded.csv();
  }

  /** Forgets it. Resolves to what brings it back as an unfinished recording, null where nothing had been kept on disk. */
  async discard(): Promise<RemovedUnfinished | null> {
    this.endAnalysis();
    return this.#recorded.discard();
  }

  async flush(): Promise<void> {
    await this.#recorded.flush();
  }

  /** Lets it go as it is: stored by now, or unfinished. */
  async release(): Promise<void> {
    this.endAnalysis();
    await this.#recorded.release();
  }

  /** No report comes from now on. */
  endAnalysis(): void {
    this.#dropTimer();
    this.#recorded.endAnalysis();
  }

  /** Nothing of what was counts. */
  #setAside(reason: ExclusionReason): void {
    const { firstTime_s, lastTime_s } = this.#recorded;
    const before = resumedAt(this.#excluded, lastTime_s);
    this.#exclude([...before, ...startedOverAt(firstTime_s, lastTime_s, reason)]);
    this.#passedOver_s = lastTime_s;
  }

  #exclude(excluded: readonly Exclusion[]): void {
    this.#amend(excluded);
    this.undoable = null;
    // What a person has just done is seen at once; the report by it comes in its time.
    if (this.report) this.#show(withoutExcluded(this.report, excluded));
    this.#analyse();
  }

  #amend(excluded: readonly Exclusion[]): void {
    this.brief = { ...this.brief, setup: { ...this.brief.setup, excluded } };
    this.#recorded.amend(this.brief);
    this.#now_s = this.#recorded.lastTime_s;
    this.#checked = '';
  }

  #analyse(): void {
    this.#dropTimer();
    this.#due_ms = performance.now() + ANALYSIS_INTERVAL_ms;
    this.#reported = this.#recorded.analyse();
  }

  #takeIn({ report, recording, asked_ms, came_ms }: Analysed): void {
    const { length, t_s } = recording;
    remeasure(TIMELINE.analysis, { start: asked_ms, end: came_ms, detail: length });
    this.#now_s = t_s[length - 1];
    this.#show(report);
    this.#tell();
    remeasure(TIMELINE.report, { start: came_ms, detail: length });
  }

  #show(report: SetReport): void {
    this.report = report;
    this.settled = countSettled(report, this.#now_s);
    this.#checkReps(report);
  }

  /** Tells what has happened since the last report. */
  #tell(): void {
    const { herald } = this.#settings;
    const moment = this.#moment();
    if (this.#passedOver_s !== null) {
      herald.passOver({ ...moment, reps: closedBy(moment.reps, this.#passedOver_s) });
    }
    this.#passedOver_s = null;
    herald.follow(moment);
  }

  #dropTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Holds the closed reps against the plan, anew when one has closed or settled. */
  #checkReps(report: SetReport): void {
    const { plan, entered } = this.brief;
    const of = `${this.reps.length} ${this.settled}`;
    if (!plan || of === this.#checked) return;
    this.#checked = of;
    const closed = { ...report, reps: [...this.reps] };
    this.check = check({
      report: closed,
      plan,
      entered,
      startedAt_ms: this.#startedAt_ms,
      past: [],
    });
  }

  #moment(): Moment {
    return {
      reps: this.reps,
      phase: this.phase ?? NO_PHASE,
      verdicts: this.verdicts,
      plan: this.brief.plan,
      isPaused: this.isPaused,
      autoEnd_s: this.#settings.autoEnd_s(),
      speed: this.#settings.speed,
    };
  }
}
