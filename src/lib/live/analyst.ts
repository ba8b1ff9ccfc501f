import { encodeRecording } from '$lib/core/file/binary';
import { sliceRecording, type Recording } from '$lib/core/recording';
import { GrowingAnalysis } from '$lib/core/sled/analyse';
import type { SetReport } from '$lib/core/sled/report';
import type { Setup } from '$lib/core/sled/setup';
import type { Question } from './serve-analysis';

/** What is needed of a worker that runs `serveAnalysis`. */
export interface AnalysisWorker {
  onmessage: ((event: MessageEvent<SetReport>) => void) | null;
  /** It could not be loaded, or threw. */
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  postMessage(question: Question, options: { transfer: Transferable[] }): void;
  terminate(): void;
}

export type StartAnalysisWorker = () => AnalysisWorker;

export interface AnalystSettings {
  /** Hears each report. */
  readonly onReport: (analysed: Analysed) => void;
  /** Hears that the worker is lost: from now on the page itself analyses. */
  readonly onLost: () => void;
  readonly start?: StartAnalysisWorker;
}

/** A report, and when it came, on the page's clock, ms. */
interface Answer {
  readonly report: SetReport;
  readonly came_ms: number;
}

/** With the recording that it is of, and when it was asked for. */
export interface Analysed extends Answer {
  readonly recording: Recording;
  readonly asked_ms: number;
}

interface Wanted {
  readonly recording: Recording;
  readonly setup: Setup;
}

/** Longer than ten minutes at 200 Hz take a slow telephone when they are analysed anew. */
const PATIENCE_ms = 15_000;

/**
 * Has a growing recording analysed beside the page, in a worker that is sent each sample once. One question is under
 * way at a time; who asks meanwhile gets the report on all there is by then. Where the worker cannot be started,
 * fails or falls silent, the page goes on by itself.
 */
export class Analyst {
  readonly #onReport: AnalystSettings['onReport'];
  readonly #onLost: AnalystSettings['onLost'];
  #worker: AnalysisWorker | null = null;
  /** What the worker has been sent. */
  #sent: { samples: number; setup: Setup | null } = { samples: 0, setup: null };
  /** The analysis on the page, once the worker is lost. */
  #own: { setup: Setup; analysis: GrowingAnalysis } | null = null;
  /** What is to be asked next. */
  #wanted: Wanted | null = null;
  #asking: Promise<void> | null = null;
  /** Gives the question under way its answer; null where none will come. */
  #answer: (answer: Answer | null) => void = () => undefined;
  #hasEnded = false;

  constructor({ onReport, onLost, start = startAnalysisWorker }: AnalystSettings) {
    this.#onReport = onReport;
    this.#onLost = onLost;
    try {
      this.#worker = this.#listenTo(start());
    } catch {
      // Told by `onLost`: a browser without workers, or one that lets the page have none.
      this.#lose();
    }
  }

  /**
   * Asks for a report on this recording, which begins with that of the call before. Resolves when it has been heard,
   * or a later one; at once where the analysis has ended.
   */
  ask(recording: Recording, setup: Setup): Promise<void> {
    if (this.#hasEnded) return Promise.resolve();
    this.#wanted = { recording, setup };
    return (this.#asking ??= this.#askInTurn());
  }

  /** No report is heard from now on. */
  end(): void {
    this.#hasEnded = true;
    this.#drop();
    this.#answer(null);
  }

  /** One question after the other, until nothing more is wanted. */
  async #askInTurn(): Promise<void> {
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const analysed = await this.#analysed(next);
        // Another setup is wanted by now: this report is no longer so.
        if (analysed && this.#isWanted(next.setup)) this.#onReport(analysed);
      }
    } finally {
      this.#asking = null;
    }
  }

  /** Takes what is wanted next; null where nothing is. */
  #next(): Wanted | null {
    const next = this.#wanted;
    this.#wanted = null;
    return this.#hasEnded ? null : next;
  }

  #isWanted(setup: Setup): boolean {
    return !this.#hasEnded && (this.#wanted ?? { setup }).setup === setup;
  }

  /** Null where the analysis has ended meanwhile. */
  async #analysed(wanted: Wanted): Promise<Analysed | null> {
    const { recording } = wanted;
    const asked_ms = performance.now();
    const answer = this.#worker && (await this.#askWorker(this.#worker, wanted));
    if (answer) return { ...answer, recording, asked_ms };
    if (this.#hasEnded) return null;
    const report = this.#analyseHere(wanted);
    return { report, recording, asked_ms, came_ms: performance.now() };
  }

  /** Resolves to null where no answer will come. */
  #askWorker(worker: AnalysisWorker, { recording, setup }: Wanted): Promise<Answer | null> {
    const { length } = recording;
    const samples = encodeRecording(sliceRecording(recording, this.#sent.samples, length));
    const question = { samples, setup: setup === this.#sent.setup ? null : setup };
    this.#sent = { samples: length, setup };
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#lose(), PATIENCE_ms);
      this.#answer = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      worker.postMessage(question, { transfer: [samples.buffer] });
    });
  }

  #analyseHere({ recording, setup }: Wanted): SetReport {
    if (this.#own?.setup !== setup) this.#own = { setup, analysis: new GrowingAnalysis(setup) };
    return this.#own.analysis.report(recording);
  }

  #listenTo(worker: AnalysisWorker): AnalysisWorker {
    worker.onmessage = (event) => {
      const came_ms = performance.now();
      this.#answer({ report: event.data, came_ms });
    };
    worker.onerror = () => this.#lose();
    worker.onmessageerror = () => this.#lose();
    return worker;
  }

  /** The page goes on by itself. */
  #lose(): void {
    this.#drop();
    this.#onLost();
    this.#answer(null);
  }

  #drop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** Vite knows a worker's script by this very expression. */
function startAnalysisWorker(): AnalysisWorker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
}
