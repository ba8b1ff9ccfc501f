import { readFileSync } from 'node:fs';
import { cpus, type CpuInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { readRecording } from '../../src/lib/core/file/read';
import type { Recording } from '../../src/lib/core/recording';
import { TIMELINE } from '../../src/lib/live/timeline';
import { exportWords } from '../../src/lib/ui/words/archive';
import { liveWords } from '../../src/lib/ui/words/live';
import { AppPage } from '../e2e/ble/app-page';
import { launchBeside } from '../e2e/ble/browser';
import { Chooser } from '../e2e/ble/chooser';
import type { Emulation } from '../e2e/ble/emulation';
import { FakeBluez } from '../e2e/ble/fake-bluez';
import { EMULATIONS } from '../e2e/ble/peripherals/all';
import { CHROMIUM, startApp, VIEWPORT } from './app';
import { monotonic_ms } from './radio-meter';
import { watchRadio } from './radio-page';
import { compareRecording, type Fidelity } from './radio-score';
import { LongSet } from './radio-set';
import { Watch, type Seen } from './radio-watch';
import type { Spread } from './spread';
import { alignedTable, spreadCell } from './table';

export interface RadioOptions {
  /** Part of a sensor's name. */
  sensor: string;
  minutes: number;
}

/** How the app followed a Bluetooth sensor. */
export interface RadioScore extends Seen {
  sensor: string;
  rate_Hz: number;
  duration_s: number;
  fidelity: Fidelity;
  reps: number;
  counted: number;
  /** From the click that ends the set to its review. */
  review_ms: number;
  /** Errors that the page did not catch. */
  errors: string[];
  /** The share of the machine that was busy while the set ran, with this and whatever else, and its processors. */
  machineBusy: number;
  processors: number;
}

/** Memory is measured then, and at the end. */
const MEMORY_AT_min = [0, 1, 5];
/** What the last samples may take to the page. */
const LAST_SAMPLES_ms = 2000;
const REVIEW_ms = 60_000;

/** Plays a long set through emulated Bluetooth into the built app; takes as long as the set. */
export async function benchRadio({ sensor, minutes }: RadioOptions): Promise<RadioScore> {
  if (minutes < 1) throw new Error(`A set takes at least 1 minute, not ${minutes}.`);
  const emulation = emulationCalled(sensor);
  const { url, stop } = await startApp();
  try {
    const ble = await FakeBluez.start();
    try {
      const browser = await launchBeside(ble, chromium, { executablePath: CHROMIUM });
      try {
        return await followRadio(browser, url, new LongSet(ble, emulation, minutes));
      } finally {
        await browser.close();
      }
    } finally {
      ble.stop();
    }
  } finally {
    stop();
  }
}

function emulationCalled(part: string): Emulation {
  const found = EMULATIONS.find(({ name }) => name.toLowerCase().includes(part.toLowerCase()));
  if (found) return found;
  const names = EMULATIONS.map(({ name }) => name).join(', ');
  throw new Error(`No sensor is called "${part}". There are: ${names}.`);
}

async function followRadio(browser: Browser, url: string, set: LongSet): Promise<RadioScore> {
  const { emulation, sensor } = set;
  const context = await browser.newContext({ baseURL: url, viewport: VIEWPORT });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(watchRadio, TIMELINE);
  const app = new AppPage(page);
  await app.connect(await Chooser.on(page), emulation.name);
  await set.begun();
  console.log(`${emulation.name}, ${emulation.rate_Hz} Hz: ${sensor.duration_s.toFixed(0)} s …`);
  const before = cpus();
  const watch = await Watch.on(page);
  for (const at_min of MEMORY_AT_min) {
    if (60 * at_min >= sensor.duration_s) break;
    await sensor.until(60 * at_min);
    await watch.look(at_min);
  }
  await sensor.over();
  await pause(LAST_SAMPLES_ms);
  const counted = Number(await app.count.textContent());
  await watch.look(sensor.duration_s / 60);
  const machineBusy = machineBusySince(before);
  const { recording, review_ms } = await endSet(page);
  return {
    sensor: emulation.name,
    rate_Hz: emulation.rate_Hz,
    duration_s: sensor.duration_s,
    fidelity: compareRecording(set.sent, recording, emulation.resolution_mps2),
    reps: sensor.reps.length,
    counted,
    ...watch.score(set.notified),
    review_ms,
    errors,
    machineBusy,
    processors: cpus().length,
  };
}

function machineBusySince(before: readonly CpuInfo[]): number {
  const timesOf = (processors: readonly CpuInfo[]) => {
    const each = processors.map(({ times }) => times);
    const idle_ms = each.reduce((sum, { idle }) => sum + idle, 0);
    const all_ms = each.flatMap((times) => Object.values(times)).reduce((sum, ms) => sum + ms, 0);
    return { idle_ms, all_ms };
  };
  const [from, to] = [timesOf(before), timesOf(cpus())];
  return 1 - (to.idle_ms - from.idle_ms) / (to.all_ms - from.all_ms);
}

/** Ends the set as a person does, and reads what was stored from the file that the review gives. */
async function endSet(page: Page): Promise<{ recording: Recording; review_ms: number }> {
  const from_ms = monotonic_ms();
  await page.getByRole('button', { name: liveWords.end }).click();
  await page.getByRole('table').waitFor({ timeout: REVIEW_ms });
  const review_ms = monotonic_ms() - from_ms;
  const downloading = page.waitForEvent('download');
  await page.getByText(exportWords.title, { exact: true }).click();
  await page.getByRole('button', { name: exportWords.samples }).click();
  const path = await (await downloading).path();
  return { recording: readRecording(readFileSync(path)).recording, review_ms };
}

/** The score as lines of equal columns. */
export function radioTable(score: RadioScore): string {
  const { fidelity, busy, longTask_ms, frame_ms } = score;
  const percent = (share: number | null) =>
    share === null ? '–' : `${(100 * share).toFixed(1)} %`;
  const delays = (spread: Spread | null) => (spread ? spreadCell(spread, 1) : '–');
  const minutes = (score.duration_s / 60).toFixed(1);
  const seen = alignedTable(
    [
      [`${score.sensor}, ${score.rate_Hz} Hz, ${minutes} min`, 'ms: p50 / p99 / max'],
      ['samples sent / taken / stored', `${fidelity.sent} / ${score.taken} / ${fidelity.stored}`],
      ['lost / extra / altered', `${fidelity.lost} / ${fidelity.extra} / ${fidelity.altered}`],
      [
        'largest error: acceleration, time',
        `${(1e3 * fidelity.error_mps2).toFixed(4)} mm/s², ${(1e6 * fidelity.timeError_s).toFixed(3)} µs`,
      ],
      ['reps counted', `${score.counted} / ${score.reps}`],
      ['notified → taken', delays(score.taken_ms)],
      ['notified → drawn', delays(score.drawn_ms)],
      ['analysis', spreadCell(score.analysis_ms, 1)],
      ['analysis in the last minute', spreadCell(score.lastMinutesAnalysis_ms, 1)],
      ['frame', spreadCell(frame_ms, 1)],
      [
        'frames over 8 ms / over 16.7 ms / all',
        `${score.framesOver8ms} / ${score.framesOver16_7ms} / ${frame_ms.count}`,
      ],
      [
        'long tasks, longest ms',
        `${longTask_ms.length}, ${Math.max(0, ...longTask_ms).toFixed(0)}`,
      ],
      ['main thread in tasks', percent(busy.tasks)],
      ['  in scripts / in style and layout', `${percent(busy.scripts)} / ${percent(busy.layout)}`],
      ['  and on a processor', percent(busy.processor)],
      ['end of set to review s', (score.review_ms / 1000).toFixed(1)],
      ['uncaught errors', String(score.errors.length)],
      [`busy share of all ${score.processors} processors`, percent(score.machineBusy)],
    ],
    2,
  );
  const memory = alignedTable([
    ['memory at min', ...score.memory.map(({ at_min }) => at_min.toFixed(1))],
    ['JS heap MB', ...score.memory.map(({ heap_MB }) => heap_MB.toFixed(1))],
    ['array buffers MB', ...score.memory.map(({ buffers_MB }) => buffers_MB.toFixed(1))],
  ]);
  return `${seen}\n\n${memory}`;
}
