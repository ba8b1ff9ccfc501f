import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { historyWords } from '../../src/lib/ui/words/history';
import { CHROMIUM, startApp, VIEWPORT } from './app';
import { manySets, type Kept } from './many-sets';
import { spreadOf, type Spread } from './spread';
import { alignedTable, spreadCell } from './table';

/** How a history of many sets opened and scrolled in a browser. */
export interface HistoryScore {
  sets: number;
  width: number;
  /** How many times slower than this machine the page was made to run. */
  slowdown: number;
  /** From the opening of the address to the first lines of the list on the screen, and to the count of all sets. */
  first_ms: Spread;
  complete_ms: Spread;
  /** From the opening of the trends to their first chart. */
  trend_ms: Spread;
  /** Tasks that kept the page from answering for more than 50 ms while it opened; of all openings. */
  openingTask_ms: number[];
  /** Between one frame and the next while the wheel turned from the top of the list to its end. */
  frame_ms: Spread;
  /** Frames that came more than 32 ms after the one before. */
  lateFrames: number;
  scrollTask_ms: number[];
  /** What scripts hold once the list is complete and has been scrolled, MB. */
  heap_MB: number;
}

const SETS = 5000;
const OPENINGS = 5;
const RUNS = [
  { ...VIEWPORT, slowdown: 1 },
  { ...VIEWPORT, slowdown: 4 },
  { width: 1280, height: 800, slowdown: 1 },
];
const LATE_ms = 32;
/** What the wheel turns in one frame: a quick flick that does not end, some 15 screens a second. */
const TURN_px = 240;
const OPENS_ms = 60_000;

/** What a page notes of itself; times on its own clock, ms. */
interface Watched {
  first_ms: number;
  complete_ms: number;
  trend_ms: number;
  frames_ms: number[];
  longTasks: { start_ms: number; duration_ms: number }[];
}

declare global {
  interface Window {
    opening: Watched;
  }
}

/** Fills a browser's store with many sets and opens the history as often as it takes, run by run. */
export async function benchHistory(): Promise<HistoryScore[]> {
  const kept = await manySets(SETS, new Date());
  const { url, stop } = await startApp();
  try {
    const browser = await chromium.launch({ executablePath: CHROMIUM });
    try {
      const context = await browser.newContext({ locale: 'en-GB' });
      await context.addInitScript(watchHistory, historyWords.shown(SETS, SETS));
      console.log(`Writing ${SETS} sets …`);
      await fill(context, url, kept);
      const scores: HistoryScore[] = [];
      for (const run of RUNS) scores.push(await openAndScroll(context, url, run));
      return scores;
    } finally {
      await browser.close();
    }
  } finally {
    stop();
  }
}

/** The scores as lines of equal columns: times are p50 / p99 / max. */
export function historyTable(scores: readonly HistoryScore[]): string {
  return alignedTable([
    [
      `history of ${SETS}`,
      'first rows s',
      'all s',
      'trends s',
      'long tasks ms',
      'scroll: frame ms',
      `> ${LATE_ms} ms`,
      'long tasks ms',
      'heap MB',
    ],
    ...scores.map((score) => [
      `${score.width} px${score.slowdown === 1 ? '' : `, ${score.slowdown}× slower`}`,
      ...[score.first_ms, score.complete_ms, score.trend_ms].map(secondsCell),
      tasksCell(score.openingTask_ms),
      spreadCell(score.frame_ms, 1),
      `${score.lateFrames}/${score.frame_ms.count}`,
      tasksCell(score.scrollTask_ms),
      score.heap_MB.toFixed(1),
    ]),
  ]);
}

/** How many there were, and the longest. */
function tasksCell(tasks_ms: readonly number[]): string {
  return `${tasks_ms.length}: ${Math.max(0, ...tasks_ms).toFixed(0)}`;
}

/** Median and worst, in seconds. */
function secondsCell({ p50, max }: Spread): string {
  return [p50, max].map((value) => (value / 1000).toFixed(2)).join(' / ');
}

/** Writes the sets into the store that the app has made, a few hundred in one transaction. */
async function fill(context: BrowserContext, url: string, kept: readonly Kept[]): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/history`, { waitUntil: 'networkidle' });
  for (let start = 0; start < kept.length; start += 250) {
    await page.evaluate(putSets, kept.slice(start, start + 250));
  }
  await page.close();
}

/** Runs in the page. The store is there already, as the app has made it. */
function putSets(kept: Kept[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sledtrace');
    opening.onerror = () => reject(opening.error ?? new Error('The store could not be opened.'));
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['sets', 'recordings'], 'readwrite');
      for (const { set, bytes } of kept) {
        writing.objectStore('sets').put(set);
        if (bytes) writing.objectStore('recordings').put(bytes, set.id);
      }
      writing.onabort = () => reject(writing.error ?? new Error('The sets could not be written.'));
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

async function openAndScroll(
  context: BrowserContext,
  url: string,
  { slowdown, ...size }: (typeof RUNS)[number],
): Promise<HistoryScore> {
  console.log(`${size.width} px, ${slowdown}× slower …`);
  const page = await context.newPage();
  await page.setViewportSize(size);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const trends: Watched[] = [];
  const lists: Watched[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    trends.push(await opened(page, `${url}/history/trends`, 'trend_ms'));
    lists.push(await opened(page, `${url}/history`, 'complete_ms'));
  }
  const { frames_ms, longTasks } = await scrolled(page);
  const apart_ms = frames_ms.slice(1).map((frame_ms, i) => frame_ms - frames_ms[i]);
  const heap_MB = await heapOf(devtools);
  await page.close();
  const openingTasks = lists.flatMap((list) => list.longTasks);
  return {
    sets: SETS,
    width: size.width,
    slowdown,
    first_ms: spreadOf(lists.map(({ first_ms }) => first_ms)),
    complete_ms: spreadOf(lists.map(({ complete_ms }) => complete_ms)),
    trend_ms: spreadOf(trends.map(({ trend_ms }) => trend_ms)),
    openingTask_ms: openingTasks.map(({ duration_ms }) => duration_ms),
    frame_ms: spreadOf(apart_ms),
    lateFrames: apart_ms.filter((frame_ms) => frame_ms > LATE_ms).length,
    scrollTask_ms: longTasks.map(({ duration_ms }) => duration_ms),
    heap_MB,
  };
}

/** Opens the address anew, and waits until the page has noted this. */
async function opened(
  page: Page,
  address: string,
  awaited: 'complete_ms' | 'trend_ms',
): Promise<Watched> {
  await page.goto(address);
  await page.waitForFunction((name) => window.opening[name] > 0, awaited, { timeout: OPENS_ms });
  return seen(page);
}

/** Turns the wheel from the top to the end, and tells what the page noted meanwhile. */
async function scrolled(page: Page): Promise<Watched> {
  const { width, height } = page.viewportSize() ?? VIEWPORT;
  await page.mouse.move(width * 0.7, height / 2);
  await page.evaluate(() => {
    window.opening.frames_ms = [];
    window.opening.longTasks = [];
  });
  const isAtEnd = () =>
    page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
  while (!(await isAtEnd())) {
    for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, TURN_px);
  }
  return seen(page);
}

/** The notes alone, without what takes them. */
function seen(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { first_ms, complete_ms, trend_ms, frames_ms, longTasks } = window.opening;
    return { first_ms, complete_ms, trend_ms, frames_ms, longTasks };
  });
}

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** Runs in the page, before anything of its own: notes its frames, and from which on the list, all of it, or a chart stood. */
function watchHistory(allShown: string): void {
  const watched = {
    first_ms: 0,
    complete_ms: 0,
    trend_ms: 0,
    frames_ms: [] as number[],
    longTasks: [] as Watched['longTasks'],
    isShown(selector: string) {
      const element = document.querySelector(selector);
      return element?.checkVisibility({ visibilityProperty: true }) === true;
    },
    frame(now_ms: number) {
      watched.frames_ms.push(now_ms);
      // What stands now has been drawn by the frame before; once it does, looking for it would cost the frames to come.
      if (watched.complete_ms === 0) watched.look(now_ms);
      requestAnimationFrame((next_ms) => watched.frame(next_ms));
    },
    look(now_ms: number) {
      if (watched.isShown('main a[href^="/sets/"]')) watched.first_ms ||= now_ms;
      if (watched.isShown('main canvas')) watched.trend_ms ||= now_ms;
      const said = document.querySelector('main [role="status"]')?.textContent?.trim();
      if (said === allShown) watched.complete_ms = now_ms;
    },
  };
  window.opening = watched;
  requestAnimationFrame((now_ms) => watched.frame(now_ms));
  new PerformanceObserver((list) => {
    for (const { startTime: start_ms, duration: duration_ms } of list.getEntries()) {
      watched.longTasks.push({ start_ms, duration_ms });
    }
  }).observe({ entryTypes: ['longtask'] });
}
