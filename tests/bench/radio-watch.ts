import type { Page } from '@playwright/test';
import { PageMeter, type Memory, type Work } from './radio-meter';
import { takeNotes, type Held, type PageNotes, type Task } from './radio-page';
import { asideFrom, delaysOf } from './radio-score';
import { spreadOf, type Spread } from './spread';

/** What has been seen of a page while a sensor streamed into it. */
export interface Seen {
  /** Samples the session had taken at the end. */
  taken: number;
  /** From a notification's leaving the sensor to its samples in the session; null where samples were lost: whose they are cannot be told then. */
  taken_ms: Spread | null;
  /** To the frame that shows an analysis of them, drawn and handed to the compositor; null as above. */
  drawn_ms: Spread | null;
  analysis_ms: Spread;
  /** The set is longest then. */
  lastMinutesAnalysis_ms: Spread;
  /** From when a frame after an analysis was due to when it was drawn. */
  frame_ms: Spread;
  framesOver8ms: number;
  framesOver16_7ms: number;
  /** Tasks that kept the page from answering for more than 50 ms. */
  longTask_ms: number[];
  busy: Busy;
  memory: (Memory & { at_min: number })[];
  /** Times in which this benchmark itself held the page up; nothing above counts what fell into them. */
  aside: Task[];
  /** By how much the page's clock and the sensor's disagreed, at each look. */
  clocks_ms: number[];
}

/** Shares of the main thread while the set ran. */
interface Busy {
  tasks: number;
  scripts: number;
  layout: number;
  /** Of one processor. */
  processor: number | null;
}

/** Looks at a page now and then while a set runs, and knows when it did. */
export class Watch {
  readonly #page: Page;
  readonly #meter: PageMeter;
  readonly #notes: PageNotes = { taken: [], drawn: [], longTasks: [] };
  readonly #memory: Seen['memory'] = [];
  readonly #works: Work[] = [];
  readonly #clocks_ms: number[] = [];
  readonly #aside: Task[] = [];

  static async on(page: Page): Promise<Watch> {
    return new Watch(page, await PageMeter.on(page));
  }

  private constructor(page: Page, meter: PageMeter) {
    this.#page = page;
    this.#meter = meter;
  }

  /** Measures the memory and takes the page's notes, which holds the page up. */
  async look(at_min: number): Promise<void> {
    const start_ms = this.#meter.now_ms;
    this.#works.push(await this.#meter.work());
    this.#clocks_ms.push(await this.#meter.disagreement_ms(this.#page));
    const { taken, drawn, longTasks } = await takeNotes(this.#page);
    this.#notes.taken.push(...taken);
    this.#notes.drawn.push(...drawn);
    this.#notes.longTasks.push(...longTasks);
    this.#memory.push({ at_min, ...(await this.#meter.memory()) });
    this.#works.push(await this.#meter.work());
    this.#aside.push({ start_ms, duration_ms: this.#meter.now_ms - start_ms });
  }

  /** What has been seen until the last look, beside what the sensor notified. */
  score(notified: readonly Held[]): Seen {
    const { taken, drawn, longTasks } = this.#notes;
    const isAside = asideFrom(this.#aside);
    const undisturbed = <T extends Task>(tasks: readonly T[]) =>
      tasks.filter(({ start_ms, duration_ms }) => !isAside(start_ms, start_ms + duration_ms));
    const sent = notified.map(({ at_ms, samples }) => ({
      at_ms: this.#meter.onPage_ms(at_ms),
      samples,
    }));
    const { taken_ms, drawn_ms } = delaysOf({ sent, taken, drawn }, isAside);
    const isWhole = taken.at(-1)?.samples === sent.at(-1)?.samples;
    const analyses = undisturbed(drawn);
    const lastMinute_ms = (drawn.at(-1)?.start_ms ?? 0) - 60_000;
    const last = analyses.filter(({ start_ms }) => start_ms >= lastMinute_ms);
    const frames_ms = drawn
      .filter(({ frameDue_ms, frameDrawn_ms }) => !isAside(frameDue_ms, frameDrawn_ms))
      .map(({ frameDue_ms, frameDrawn_ms }) => frameDrawn_ms - frameDue_ms);
    return {
      taken: taken.at(-1)?.samples ?? 0,
      taken_ms: isWhole ? spreadOf(taken_ms) : null,
      drawn_ms: isWhole ? spreadOf(drawn_ms) : null,
      analysis_ms: spreadOf(analyses.map(({ duration_ms }) => duration_ms)),
      lastMinutesAnalysis_ms: spreadOf(last.map(({ duration_ms }) => duration_ms)),
      frame_ms: spreadOf(frames_ms),
      framesOver8ms: frames_ms.filter((frame_ms) => frame_ms > 8).length,
      framesOver16_7ms: frames_ms.filter((frame_ms) => frame_ms > 16.7).length,
      longTask_ms: undisturbed(longTasks).map(({ duration_ms }) => duration_ms),
      busy: busyBetween(this.#works),
      memory: this.#memory,
      aside: this.#aside,
      clocks_ms: this.#clocks_ms,
    };
  }
}

/** Shares of the time between looks: works are taken before and after each. */
function busyBetween(works: readonly Work[]): Busy {
  const share = (of: (work: Work) => number) => {
    let [sum, time_s] = [0, 0];
    for (let i = 1; i + 1 < works.length; i += 2) {
      sum += of(works[i + 1]) - of(works[i]);
      time_s += works[i + 1].at_s - works[i].at_s;
    }
    return sum / time_s;
  };
  const tellsProcessor = works.every(({ processor_s }) => processor_s !== null);
  return {
    tasks: share(({ tasks_s }) => tasks_s),
    scripts: share(({ scripts_s }) => scripts_s),
    layout: share(({ layout_s }) => layout_s),
    processor: tellsProcessor ? share(({ processor_s }) => processor_s ?? NaN) : null,
  };
}
