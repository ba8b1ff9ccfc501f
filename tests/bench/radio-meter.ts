import type { CDPSession, Page } from '@playwright/test';

/** What a page holds after a garbage collection, MB. */
export interface Memory {
  /** Objects of JavaScript. */
  heap_MB: number;
  /** What typed arrays lie in: the samples. */
  buffers_MB: number;
}

/** What a page's main thread has done since it was made, s. */
export interface Work {
  at_s: number;
  /** All tasks, by the clock: what other programs took of the processor meanwhile is in it. */
  tasks_s: number;
  scripts_s: number;
  layout_s: number;
  /** Time of a processor's, whatever else ran; null where this Chromium does not tell. */
  processor_s: number | null;
}

/**
 * The browser's own gauges of a page. A page's clock and {@link monotonic_ms} are the same clock of the machine's
 * (CLOCK_MONOTONIC) from different origins, and the browser tells where on it the page's began, so the time of a
 * notification and that of its frame compare without the time of day, which may be set in between.
 */
export class PageMeter {
  readonly #devtools: CDPSession;
  readonly #origin_ms: number;

  /** To be asked for once the page has been navigated to: a navigation begins a new clock. */
  static async on(page: Page): Promise<PageMeter> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const origin_s = metrics.find(({ name }) => name === 'NavigationStart')?.value;
    if (!origin_s) throw new Error('This Chromium does not tell where its page’s clock began.');
    return new PageMeter(devtools, 1000 * origin_s);
  }

  private constructor(devtools: CDPSession, origin_ms: number) {
    this.#devtools = devtools;
    this.#origin_ms = origin_ms;
  }

  /** Now, on the page's clock. */
  get now_ms(): number {
    return this.onPage_ms(monotonic_ms());
  }

  /** A time of {@link monotonic_ms} on the page's clock. */
  onPage_ms(at_ms: number): number {
    return at_ms - this.#origin_ms;
  }

  /** By how much the page's clock is outside of what this one says before and after asking it, ms: 0 where they agree. */
  async disagreement_ms(page: Page): Promise<number> {
    const before_ms = this.now_ms;
    const told_ms = await page.evaluate(() => performance.now());
    return Math.max(0, before_ms - told_ms, told_ms - this.now_ms);
  }

  /** Holds the page up: collects its garbage first. */
  async memory(): Promise<Memory> {
    await this.#devtools.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await this.#devtools.send('Runtime.getHeapUsage');
    return { heap_MB: usedSize / 1e6, buffers_MB: backingStorageSize / 1e6 };
  }

  async work(): Promise<Work> {
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    const told = new Map(metrics.map(({ name, value }) => [name, value]));
    const of = (name: string) => told.get(name) ?? NaN;
    return {
      at_s: of('Timestamp'),
      tasks_s: of('TaskDuration'),
      scripts_s: of('ScriptDuration'),
      layout_s: of('LayoutDuration') + of('RecalcStyleDuration'),
      processor_s: told.get('ThreadTime') ?? null,
    };
  }
}

/** The machine's clock that is never set, ms from any origin. */
export function monotonic_ms(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
