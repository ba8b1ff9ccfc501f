import { chromium, type Browser, type Page } from '@playwright/test';
import { simulate } from '../../src/lib/core/simulate';
import { TIMELINE } from '../../src/lib/live/timeline';
import { liveWords } from '../../src/lib/ui/words/live';
import { CHROMIUM, startApp, VIEWPORT } from './app';
import { shiftsOf, watchShifts } from './shifts';
import { spreadOf, type Spread } from './spread';
import { alignedTable, spreadCell } from './table';

/** How one set was followed in a browser, at the speed of a clock. */
export interface LiveScore {
  rate_Hz: number;
  /** How many times slower than this machine the page and its analysis were made to run. */
  slowdown: number;
  reps: number;
  counted: number;
  /** From a question to the worker to its answer. */
  analysis_ms: Spread;
  /** How long the page is held by a report, from its arrival until its elements say what it says. */
  taken_ms: Spread;
  /** Of these, more than half a frame. */
  longTaken: number;
  /** The frame that then draws it: every script, style, layout and paint in it. */
  drawn_ms: Spread;
  /** Between one frame and the next. */
  frame_ms: Spread;
  /** Tasks that kept the page from answering for more than 50 ms. */
  longTask_ms: number[];
  /** From the true end of a press to the rep on the page. */
  delay_s: Spread;
  /** From the opening of the address to a page that shows its controls and answers to them. */
  interactive_ms: number;
  /** Frames per second while the set runs. */
  framesPerSecond: number;
  /** Elements that moved by themselves while the set ran, and how far: the browser's layout-shift score, and what shifted. */
  shift: number;
  shifted: string[];
}

const RUNS = [
  { rate_Hz: 100, slowdown: 1 },
  { rate_Hz: 200, slowdown: 1 },
  { rate_Hz: 200, slowdown: 4 },
];
/** Eight reps in 68 s. */
const SEED = 18;
const LONG_TAKEN_ms = 8;
/** A page answers once it has rested for so long. */
const REST_ms = 200;
/** How long a page may take beyond the set itself. */
const SPARE_ms = 60_000;

/** What a page notes of itself; times on its own clock, ms. */
interface Seen {
  stream_ms: number;
  analyses_ms: number[];
  taken_ms: number[];
  drawn_ms: number[];
  longTasks: { start_ms: number; duration_ms: number }[];
  frames_ms: number[];
  /** When the page first showed its controls. */
  shown_ms: number;
  /** When the page first showed one rep, two, … */
  counted_ms: number[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Follows a simulated set in the built app, run by run; takes as long as the sets do. */
export async function benchLive(): Promise<LiveScore[]> {
  const { url, stop } = await startApp();
  try {
    const browser = await chromium.launch({ executablePath: CHROMIUM });
    try {
      const scores: LiveScore[] = [];
      for (const run of RUNS) scores.push(await followSet(browser, url, run));
      return scores;
    } finally {
      await browser.close();
    }
  } finally {
    stop();
  }
}

/** The scores as lines of equal columns: times are p50 / p99 / max. */
export function liveTable(scores: readonly LiveScore[]): string {
  return alignedTable([
    [
      'live',
      'reps',
      'analysis ms',
      'taken in ms',
      '> 8 ms',
      'drawn ms',
      'frame ms',
      'frames/s',
      'long tasks',
      'longest ms',
      'delay s',
      'interactive s',
      'shift',
    ],
    ...scores.map((score) => [
      `${score.rate_Hz} Hz${score.slowdown === 1 ? '' : `, ${score.slowdown}× slower`}`,
      `${score.counted}/${score.reps}`,
      spreadCell(score.analysis_ms, 1),
      spreadCell(score.taken_ms, 1),
      `${score.longTaken}/${score.taken_ms.count}`,
      spreadCell(score.drawn_ms, 1),
      spreadCell(score.frame_ms, 1),
      score.framesPerSecond.toFixed(1),
      String(score.longTask_ms.length),
      Math.max(0, ...score.longTask_ms).toFixed(0),
      spreadCell(score.delay_s, 2),
      (score.interactive_ms / 1000).toFixed(2),
      [score.shift.toFixed(4), ...score.shifted].join(' '),
    ]),
  ]);
}

async function followSet(
  browser: Browser,
  url: string,
  { rate_Hz, slowdown }: (typeof RUNS)[number],
): Promise<LiveScore> {
  const { recording, truth } = simulate({ seed: SEED, sensor: { rate_Hz } });
  const duration_s = recording.t_s[recording.length - 1] - recording.t_s[0];
  const presses = truth.reps.filter(({ kind }) => kind === 'full').map(({ press }) => press);
  console.log(`${rate_Hz} Hz, ${slowdown}× slower: ${duration_s.toFixed(0)} s …`);
  const page = await browser.newPage({ viewport: VIEWPORT });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await slowWorkers(page, slowdown);
  await page.addInitScript(watchPage, TIMELINE);
  await page.addInitScript(watchShifts);
  await page.goto(`${url}/live?sensor=simulated&seed=${SEED}&rate=${rate_Hz}`);
  const seen = await seenUntilOver(page, duration_s * 1000 + SPARE_ms);
  const shifts = await shiftsOf(page);
  await page.close();
  const { stream_ms, analyses_ms, taken_ms, drawn_ms, longTasks, counted_ms } = seen;
  const frames_ms = seen.frames_ms.filter((frame_ms) => frame_ms >= stream_ms);
  const shown_s = counted_ms.map((at_ms) => recording.t_s[0] + (at_ms - stream_ms) / 1000);
  return {
    rate_Hz,
    slowdown,
    reps: presses.length,
    counted: counted_ms.length,
    analysis_ms: spreadOf(analyses_ms),
    taken_ms: spreadOf(taken_ms),
    longTaken: taken_ms.filter((each_ms) => each_ms > LONG_TAKEN_ms).length,
    drawn_ms: spreadOf(drawn_ms),
    frame_ms: spreadOf(frames_ms.slice(1).map((frame_ms, i) => frame_ms - frames_ms[i])),
    longTask_ms: longTasks
      .filter(({ start_ms }) => start_ms >= stream_ms)
      .map(({ duration_ms }) => duration_ms),
    delay_s: spreadOf(presses.slice(0, shown_s.length).map(({ end_s }, i) => shown_s[i] - end_s)),
    interactive_ms: answersAfter_ms(seen),
    framesPerSecond:
      (frames_ms.length - 1) / ((frames_ms[frames_ms.length - 1] - frames_ms[0]) / 1000),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    shifted: [...new Set(shifts.flatMap(({ what }) => what))].slice(0, 3),
  };
}

/** The browser slows the page, but no worker: the one that analyses is made to take so many times longer for each answer. */
async function slowWorkers(page: Page, slowdown: number): Promise<void> {
  if (slowdown === 1) return;
  await page.route(/\/analysis-worker/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    await route.fulfill({ response, body: `(${slowAnswers.toString()})(${slowdown});${script}` });
  });
}

/** Runs in a worker, before anything of its own. */
function slowAnswers(slowdown: number): void {
  let asked_ms = 0;
  self.addEventListener('message', () => (asked_ms = performance.now()));
  const answer = self.postMessage.bind(self) as (...said: unknown[]) => void;
  self.postMessage = (...said: unknown[]) => {
    const until_ms = asked_ms + slowdown * (performance.now() - asked_ms);
    while (performance.now() < until_ms);
    answer(...said);
  };
}

/** When the page, its controls shown, had done with the work of opening, ms. */
function answersAfter_ms({ shown_ms, longTasks }: Seen): number {
  let rested_ms = shown_ms;
  for (const { start_ms, duration_ms } of longTasks) {
    if (start_ms > rested_ms + REST_ms) break;
    rested_ms = Math.max(rested_ms, start_ms + duration_ms);
  }
  return rested_ms;
}

async function seenUntilOver(page: Page, timeout_ms: number): Promise<Seen> {
  await page.getByText(liveWords.over).waitFor({ timeout: timeout_ms });
  return page.evaluate(() => window.seen);
}

/** Runs in the page, before anything of its own: notes its timeline, its frames, and when a rep appears. */
function watchPage(timeline: typeof TIMELINE): void {
  const seen = {
    stream_ms: NaN,
    analyses_ms: [] as number[],
    taken_ms: [] as number[],
    drawn_ms: [] as number[],
    longTasks: [] as Seen['longTasks'],
    frames_ms: [] as number[],
    shown_ms: NaN,
    counted_ms: [] as number[],
    frame(due_ms: number) {
      seen.frames_ms.push(due_ms);
      // Is heard once style, layout and paint of this frame are done.
      if (isTaken) afterDrawing.postMessage(performance.now());
      isTaken = false;
      requestAnimationFrame((next_ms) => seen.frame(next_ms));
    },
  };
  window.seen = seen;
  let isTaken = false;
  const { port1: drawn, port2: afterDrawing } = new MessageChannel();
  drawn.onmessage = ({ data: began_ms }: MessageEvent<number>) => {
    seen.drawn_ms.push(performance.now() - began_ms);
  };
  requestAnimationFrame((due_ms) => seen.frame(due_ms));
  const measure = performance.measure.bind(performance);
  performance.measure = (...named) => {
    const measured = measure(...named);
    if (measured.name !== timeline.report) return measured;
    // Is heard once what the page says of the report has been put into its elements.
    queueMicrotask(() => {
      seen.taken_ms.push(performance.now() - measured.startTime);
      isTaken = true;
    });
    return measured;
  };
  new PerformanceObserver((list) => {
    for (const { entryType, name, startTime, duration } of list.getEntries()) {
      if (name === timeline.stream) seen.stream_ms = startTime;
      if (name === timeline.analysis) seen.analyses_ms.push(duration);
      if (entryType === 'longtask') {
        seen.longTasks.push({ start_ms: startTime, duration_ms: duration });
      }
    }
  }).observe({ entryTypes: ['mark', 'measure', 'longtask'] });
  new MutationObserver(() => {
    const phase = document.querySelector('[data-testid="phase"]');
    if (phase && Number.isNaN(seen.shown_ms)) seen.shown_ms = performance.now();
    const count = Number(document.querySelector('[data-testid="rep-count"]')?.textContent);
    while (seen.counted_ms.length < count) seen.counted_ms.push(performance.now());
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
