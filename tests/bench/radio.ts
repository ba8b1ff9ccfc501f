import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { readRecording } from '../../src/lib/core/file/read';
import type { Recording, Sample } from '../../src/lib/core/recording';
import { TIMELINE } from '../../src/lib/live/timeline';
import { words } from '../../src/lib/ui/messages';
import { AppPage } from '../e2e/ble/app-page';
import { launchBeside } from '../e2e/ble/browser';
import { Chooser } from '../e2e/ble/chooser';
import type { Emulation, Packet } from '../e2e/ble/emulation';
import { FakeBluez } from '../e2e/ble/fake-bluez';
import { EMULATIONS } from '../e2e/ble/peripherals/all';
import { play, type PlayedSensor } from '../e2e/ble/play';
import { CHROMIUM, startApp, VIEWPORT } from './app';
import { monotonic_ms, PageMeter, type Memory, type Work } from './radio-meter';
import { takeNotes, watchRadio, type Held, type PageNotes, type Task } from './radio-page';
import { asideFrom, compareRecording, delaysOf, type Fidelity } from './radio-score';
import { spreadOf, type Spread } from './spread';
import { alignedTable, spreadCell } from './table';

export interface RadioOptions {
  /** Part of a sensor's name. */
  sensor: string;
  minutes: number;
}

/** How the app followed a Bluetooth sensor. */
export interface RadioScore {
  sensor: string;
  rate_Hz: number;
  duration_s: number;
  /** Samples the session had taken when everything was sent. */
  taken: number;
  fidelity: Fidelity;
  reps: number;
  counted: number;
  /** From a notification's leaving the sensor to its samples in the session. */
  taken_ms: Spread;
  /** To the frame that shows an analysis of them, drawn and handed to the compositor. */
  drawn_ms: Spread;
  analysis_ms: Spread;
  /** From when a frame after an analysis was due to when it was drawn. */
  frame_ms: Spread;
  framesOver8ms: number;
  framesOver16_7ms: number;
  /** Tasks that kept the page from answering for more than 50 ms. */
  longTask_ms: number[];
  busy: Busy;
  memory: (Memory & { at_min: number })[];
  /** From the click that ends the set to its review. */
  review_ms: number;
  /** Times in which this benchmark itself held the page up; nothing above counts what fell into them. */
  aside: Task[];
  /** By how much the page's clock and the sensor's disagreed, at the start and at the end. */
  clocks_ms: number[];
  /** Errors that the page did not catch. */
  errors: string[];
  /** Load of the machine in the last minute, at the start and at the end, and how many processors share it. */
  load: number[];
  processors: number;
}

/** Shares of the main thread while the set ran. */
interface Busy {
  tasks: number;
  scripts: number;
  layout: number;
  /** Of one processor. */
  processor: number | null;
}

/** Eleven reps and a rest are a little more than a minute. */
const REPS_PER_MINUTE = 11;
const LONG_SET = { lower_s: 2, press_s: 1.2, restPause_s: 15 };
const SEED = 1;
/** Memory is measured then, and at the end. */
const MEMORY_AT_min = [0, 1, 5];
/** What connecting may take, and what the last samples may take to the page. */
const CONNECTS_ms = 30_000;
const LAST_SAMPLES_ms = 2000;
const REVIEW_ms = 60_000;

/** Plays a long set through emulated Bluetooth into the built app; takes as long as the set. */
export async function benchRadio({ sensor, minutes }: RadioOptions): Promise<RadioScore> {
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

/** A sensor that plays a set of so many minutes, and what has left it. */
class LongSet {
  readonly emulation: Emulation;
  readonly sensor: PlayedSensor;
  /** Every notification that completed samples, on the machine's clock. */
  readonly notified: Held[] = [];
  readonly sent: Sample[] = [];

  constructor(ble: FakeBluez, emulation: Emulation, minutes: number) {
    this.emulation = emulation;
    let completed: ReadonlyMap<Uint8Array, readonly Sample[]> = new Map();
    const watched: Emulation = {
      ...emulation,
      packets(samples) {
        const packets = emulation.packets(samples);
        completed = samplesByPacket(packets, samples);
        return packets;
      },
    };
    const set = { ...LONG_SET, reps: REPS_PER_MINUTE * minutes, restPauses: minutes };
    this.sensor = play(ble, watched, { seed: SEED, set });
    this.sensor.peripheral.on('notify', (_, bytes) => {
      const samples = completed.get(bytes);
      if (!samples) return;
      this.sent.push(...samples);
      this.notified.push({ at_ms: monotonic_ms(), samples: this.sent.length });
    });
  }

  async begun(): Promise<void> {
    const until_ms = monotonic_ms() + CONNECTS_ms;
    while (!this.sensor.begun) {
      if (monotonic_ms() > until_ms) {
        throw new Error(`${this.emulation.name} was not set up within ${CONNECTS_ms / 1000} s.`);
      }
      await pause(20);
    }
  }
}

/** The samples that each packet is the last part of, by the packet's bytes. */
function samplesByPacket(
  packets: readonly Packet[],
  samples: readonly Sample[],
): Map<Uint8Array, readonly Sample[]> {
  const completed = new Map<Uint8Array, readonly Sample[]>();
  let next = 0;
  packets.forEach(({ at_s, bytes }, i) => {
    const isPart = packets[i + 1]?.at_s === at_s;
    const from = next;
    while (!isPart && samples[next]?.t_s <= at_s) next++;
    if (next > from) completed.set(bytes, samples.slice(from, next));
  });
  return completed;
}

async function followRadio(browser: Browser, url: string, set: LongSet): Promise<RadioScore> {
  const { emulation, sensor } = set;
  const context = await browser.newContext({ baseURL: url, viewport: VIEWPORT });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(watchRadio, TIMELINE);
  const load = [loadavg()[0]];
  const app = new AppPage(page);
  await app.connect(await Chooser.on(page), emulation.name);
  await set.begun();
  console.log(`${emulation.name}, ${emulation.rate_Hz} Hz: ${sensor.duration_s.toFixed(0)} s …`);
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
  load.push(loadavg()[0]);
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
    load,
    processors: cpus().length,
  };
}

/** Ends the set as a person does, and reads what was stored from the file that the review gives. */
async function endSet(page: Page): Promise<{ recording: Recording; review_ms: number }> {
  const from_ms = monotonic_ms();
  await page.getByRole('button', { name: words.live.end }).click();
  await page.getByRole('table').waitFor({ timeout: REVIEW_ms });
  const review_ms = monotonic_ms() - from_ms;
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: words.review.download }).click();
  const path = await (await downloading).path();
  return { recording: readRecording(readFileSync(path)).recording, review_ms };
}

/** Looks at a page now and then while a set runs, and knows when it did. */
class Watch {
  readonly #page: Page;
  readonly #meter: PageMeter;
  readonly #notes: PageNotes = { taken: [], drawn: [], longTasks: [] };
  readonly #memory: RadioScore['memory'] = [];
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
  score(notified: readonly Held[]) {
    const { taken, drawn, longTasks } = this.#notes;
    const isAside = asideFrom(this.#aside);
    const undisturbed = <T extends Task>(tasks: readonly T[]) =>
      tasks.filter(({ start_ms, duration_ms }) => !isAside(start_ms, start_ms + duration_ms));
    const sent = notified.map(({ at_ms, samples }) => ({
      at_ms: this.#meter.onPage_ms(at_ms),
      samples,
    }));
    const { taken_ms, drawn_ms } = delaysOf({ sent, taken, drawn }, isAside);
    const frames_ms = drawn
      .filter(({ frameDue_ms, frameDrawn_ms }) => !isAside(frameDue_ms, frameDrawn_ms))
      .map(({ frameDue_ms, frameDrawn_ms }) => frameDrawn_ms - frameDue_ms);
    return {
      taken: taken.at(-1)?.samples ?? 0,
      taken_ms: spreadOf(taken_ms),
      drawn_ms: spreadOf(drawn_ms),
      analysis_ms: spreadOf(undisturbed(drawn).map(({ duration_ms }) => duration_ms)),
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

/** The score as lines of equal columns: times are p50 / p99 / max. */
export function radioTable(score: RadioScore): string {
  const { fidelity, busy, longTask_ms, frame_ms } = score;
  const percent = (share: number | null) =>
    share === null ? '–' : `${(100 * share).toFixed(1)} %`;
  const minutes = (score.duration_s / 60).toFixed(1);
  const seen = alignedTable(
    [
      [`${score.sensor}, ${score.rate_Hz} Hz, ${minutes} min`, ''],
      ['samples sent / taken / stored', `${fidelity.sent} / ${score.taken} / ${fidelity.stored}`],
      ['lost / extra / altered', `${fidelity.lost} / ${fidelity.extra} / ${fidelity.altered}`],
      [
        'largest error: acceleration, time',
        `${(1e3 * fidelity.error_mps2).toFixed(4)} mm/s², ${(1e6 * fidelity.timeError_s).toFixed(3)} µs`,
      ],
      ['reps counted', `${score.counted} / ${score.reps}`],
      ['notified → taken ms', spreadCell(score.taken_ms, 1)],
      ['notified → drawn ms', spreadCell(score.drawn_ms, 1)],
      ['analysis ms', spreadCell(score.analysis_ms, 1)],
      ['frame ms', spreadCell(frame_ms, 1)],
      [
        'frames over 8 ms / over 16.7 ms / all',
        `${score.framesOver8ms} / ${score.framesOver16_7ms} / ${frame_ms.count}`,
      ],
      [
        'long tasks, longest ms',
        `${longTask_ms.length}, ${Math.max(0, ...longTask_ms).toFixed(0)}`,
      ],
      ['main thread in tasks', percent(busy.tasks)],
      ['  of it scripts / style and layout', `${percent(busy.scripts)} / ${percent(busy.layout)}`],
      ['  in time of a processor’s', percent(busy.processor)],
      ['end of set to review s', (score.review_ms / 1000).toFixed(1)],
      ['uncaught errors', String(score.errors.length)],
      [
        `load of ${score.processors} processors, before / after`,
        score.load.map((each) => each.toFixed(1)).join(' / '),
      ],
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
