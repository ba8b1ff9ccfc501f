import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import ts from 'typescript';
import { simulate } from '../../src/lib/core/simulate';
import { planFor, withTarget } from '../../src/lib/guide/plan';
import type * as earcons from '../../src/lib/live/feedback/earcons';
import { NO_BRIEF, type Brief } from '../../src/lib/store/brief';
import { DEFAULT_LIVE_CHOICES } from '../../src/lib/store/choices';
import { liveWords } from '../../src/lib/ui/words/live';

/** A short set: eight reps in 55 s. */
const SEED = 23;

/** What the live page showed at once. */
interface Shown {
  phase: string;
  /** With the word "provisional:" before a figure that is. */
  depth: string;
  speed: string;
  count: number;
  lastRep: string;
  /** To those who hear the page. */
  said: string;
}

const PROVISIONAL = 'provisional:';

/** As Chromium tells it; TypeScript does not know it yet. */
interface LayoutShiftSource {
  node: Node | null;
}

interface LayoutShift extends PerformanceEntry {
  sources: readonly LayoutShiftSource[];
}

declare global {
  interface Window {
    watched: { states: string[]; shifts: string[] };
    tones: number;
  }
}

/** Notes from now on whatever the live page shows, each state once, and how far anything but the sled was moved about. */
async function watchLive(page: Page) {
  await page.addInitScript(() => {
    const text = (id: string) =>
      document.querySelector(`[data-testid="${id}"]`)?.textContent?.replace(/\s+/g, ' ').trim();
    const states: string[] = [];
    const note = () => {
      const phase = text('phase');
      if (phase === undefined) return;
      const ids = ['depth-now', 'speed-now', 'last-rep', 'said'];
      const [depth, speed, lastRep, said] = ids.map(text);
      const state = { phase, depth, speed, count: Number(text('rep-count')), lastRep, said };
      const written = JSON.stringify(state);
      if (written !== states.at(-1)) states.push(written);
    };
    new MutationObserver(note).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const shifts: string[] = [];
    const named = ({ node }: LayoutShiftSource) =>
      node instanceof Element ? node.outerHTML.slice(0, 80) : String(node?.textContent);
    const BEFORE = ['"phase":"Ready"', '"phase":"Starts in"'];
    new PerformanceObserver((list) => {
      // Until the first stroke fonts may still come.
      const last = states.at(-1) ?? BEFORE[0];
      if (!BEFORE.some((phase) => last.includes(phase)))
        for (const { startTime, sources } of list.getEntries() as LayoutShift[])
          shifts.push(`${startTime.toFixed()} ms: ${sources.map(named).join(', ')}`);
    }).observe({ type: 'layout-shift' });
    window.watched = { states, shifts };
  });
  return async () => {
    const { states, shifts } = await page.evaluate(() => window.watched);
    return { shown: states.map((state) => JSON.parse(state) as Shown), shifts };
  };
}

test('follows a set at its real speed: provisional while it happens, final once it has settled', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { truth } = simulate({ seed: SEED });
  const reps = truth.reps.filter(({ kind }) => kind === 'full').length;
  const watched = await watchLive(page);
  await page.goto(`/live?sensor=simulated&seed=${SEED}`);
  await expect(page.getByTestId('link')).toHaveText('The stream has ended', { timeout: 150_000 });
  await expect(page.getByTestId('rep-count')).toHaveText(String(reps));
  await expect(
    page.getByRole('region', { name: 'Lower by rep' }).getByRole('listitem'),
  ).toHaveCount(reps);
  const { shown, shifts } = await watched();

  const isProvisional = (text: string) => text.includes(PROVISIONAL);
  const counts = shown.map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  let from = 0;
  const comesNext = (what: string, holds: (state: Shown) => boolean) => {
    const at = shown.findIndex((state, i) => i >= from && holds(state));
    expect(at, `${what}, after state ${from}`).toBeGreaterThanOrEqual(0);
    from = at;
  };
  for (let rep = 1; rep <= reps; rep++) {
    const isBefore = ({ count }: Shown) => count === rep - 1;
    const isLast = ({ count, lastRep }: Shown) =>
      count === rep && lastRep.startsWith(`Rep ${rep} `);
    comesNext(
      `rep ${rep} is being lowered`,
      (state) =>
        isBefore(state) &&
        state.phase === 'Lower' &&
        isProvisional(state.depth) &&
        isProvisional(state.speed),
    );
    comesNext(`rep ${rep} is pressed`, (state) => isBefore(state) && state.phase === 'Press');
    comesNext(`rep ${rep} is listed`, isLast);
    comesNext(`rep ${rep} is final`, (state) => isLast(state) && !isProvisional(state.lastRep));
    const final = shown[from].lastRep;
    const later = shown.slice(from).filter(isLast);
    expect(later.map(({ lastRep }) => lastRep)).toEqual(later.map(() => final));
  }
  // A page held up for more than a second may show a rep only once it is final, but not every one.
  expect(shown.some(({ lastRep }) => isProvisional(lastRep))).toBe(true);
  comesNext(
    'nothing is left provisional',
    (state) => !Object.values(state).some((text) => isProvisional(String(text))),
  );
  expect(shifts).toEqual([]);
  await page.getByRole('button', { name: 'Discard' }).click();
});

test('plays the simulated sled at the rate an address asks for, within reason', async ({
  page,
}) => {
  await page.goto('/live?sensor=simulated&seed=3&rate=200');
  await expect(page.getByText('Simulated sled · 200 Hz')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.goto('/live?sensor=simulated&seed=3&rate=5000');
  await expect(page.getByText('a rate up to 1000 samples per second')).toBeVisible();
});

test('counts on by itself where the analysis beside the page cannot be loaded, and says so', async ({
  page,
}) => {
  await page.route(/analysis-worker/, (route) => route.abort());
  await page.goto('/live?sensor=simulated&seed=3&speed=20');
  await expect(page.getByRole('alert')).toContainText(liveWords.slowTitle);
  await expect(page.getByTestId('rep-count')).toHaveText(/[1-9]/);
  await page.getByRole('button', { name: 'Discard' }).click();
});

/** A hamstring press of three or four reps, and a minute of rest. */
const BRIEF: Brief = {
  ...NO_BRIEF,
  plan: withTarget(
    withTarget(
      planFor('hamstring', 'sled-45', 'hypertrophy-b'),
      'reps',
      { low: 3, high: 4 },
      'athlete',
    ),
    'rest',
    { kind: 'band', low_s: 60, high_s: 90 },
    'athlete',
  ),
};

/** Keeps what the next set begins with, as the set-up does. */
async function choose(page: Page, settings: Record<string, unknown>) {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Recent sets' })).toBeVisible();
  await page.evaluate(async (values) => {
    const opening = indexedDB.open('sledtrace');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const writing = opening.result.transaction('settings', 'readwrite');
    for (const [name, value] of Object.entries(values)) {
      writing.objectStore('settings').put(value, name);
    }
    await new Promise((resolve) => (writing.oncomplete = resolve));
    opening.result.close();
  }, settings);
}

test('runs a set hands free: a delay, a sound for each rep, a rest, and the next set in one tap', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.tones = 0;
    const { prototype } = AudioScheduledSourceNode;
    const start = Object.getOwnPropertyDescriptor(prototype, 'start');
    prototype.start = function (...when) {
      window.tones++;
      Reflect.apply(start?.value as () => void, this, when);
    };
  });
  const watched = await watchLive(page);
  await choose(page, { next: BRIEF, live: { ...DEFAULT_LIVE_CHOICES, delay_s: 30 } });
  await page.goto(`/live?sensor=simulated&seed=${SEED}&speed=10`);
  // The browser lets nothing sound before a touch.
  await page.getByTestId('phase').click();
  await expect(page.getByTestId('target')).toHaveText('target 3–4 s');
  await expect(page.getByText('of 3–4', { exact: true })).toBeVisible();
  await page.keyboard.press('5');
  await expect(page.getByTestId('target')).toHaveText('target 3–4');
  await expect(page.getByTestId('link')).toHaveText('The stream has ended', { timeout: 20_000 });
  await expect(page.getByTestId('figure')).toHaveText('8');
  const { shown, shifts } = await watched();
  // The person lifts before the beep, and it counts.
  const phases = shown.map(({ phase }) => phase);
  expect(phases).toContain('Starts in');
  expect(phases.lastIndexOf('Starts in')).toBeLessThan(phases.indexOf('Lower'));
  const told = new Set(shown.map(({ said }) => said));
  const reps = [...told].flatMap((text) => /^Rep (\d): .+\.$/.exec(text)?.[1] ?? []);
  // Each once and in order; a target takes a rep's place at once.
  expect(reps).toEqual([...new Set(reps)].sort());
  expect(reps.length).toBeGreaterThan(4);
  expect(told).toContain('Target reached');
  expect(shifts).toEqual([]);
  // Two oscillators for each tone: eight reps, two targets, the end.
  expect(await page.evaluate(() => window.tones)).toBeGreaterThanOrEqual(2 * (8 + 2 * 4 + 3));
  await page.keyboard.press('e');
  await expect(page.getByTestId('rest')).toHaveText(/^(1:00|0:5\d)$/);
  await expect(page.getByText('8 reps of 3–4')).toBeVisible();
  await page.getByRole('button', { name: 'Next set' }).click();
  await expect(page.getByTestId('rep-count')).toHaveText('0');
  await expect(page.getByText('of 3–4', { exact: true })).toBeVisible();
  // Nothing can be paused before something has come.
  await expect(page.getByTestId('phase')).toHaveText(/Lower|Hold|Press|Top/);
  await page.keyboard.press(' ');
  await expect(page.getByTestId('phase')).toHaveText('Paused');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('link', { name: /Hamstrings/ })).toHaveCount(1);
});

/** What a sound is like: how loud it is from one fiftieth of a second to the next, and how high. */
interface Heard {
  peak: number;
  loudness: number[];
  crossings: number[];
}

test('its sounds are loud, none clips, and no two are alike', async ({ page }) => {
  const source = await readFile('src/lib/live/feedback/earcons.ts', 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  await page.goto('/');
  const heard = await page.evaluate(async (code): Promise<Record<string, Heard>> => {
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const { EARCONS, loudOutput, playEarcon } = (await import(url)) as typeof earcons;
    const RATE_Hz = 24_000;
    const SLICE = RATE_Hz / 50;
    const render = async (id: earcons.EarconId): Promise<Heard> => {
      const context = new OfflineAudioContext(1, RATE_Hz * 1.5, RATE_Hz);
      playEarcon(loudOutput(context), id, { at_s: 0, volume: 1 });
      const samples = (await context.startRendering()).getChannelData(0);
      const slices = Array.from({ length: samples.length / SLICE }, (_, i) =>
        samples.subarray(i * SLICE, (i + 1) * SLICE),
      );
      return {
        peak: samples.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0),
        loudness: slices.map((slice) =>
          Math.sqrt(slice.reduce((sum, x) => sum + x * x, 0) / SLICE),
        ),
        crossings: slices.map(
          (slice) =>
            slice.filter((x, i) => i > 0 && Math.sign(x) !== Math.sign(slice[i - 1])).length,
        ),
      };
    };
    const ids = Object.keys(EARCONS) as earcons.EarconId[];
    const rendered = await Promise.all(ids.map(async (id) => [id, await render(id)] as const));
    return Object.fromEntries(rendered);
  }, outputText);

  const sounds = Object.entries(heard);
  expect(sounds.length).toBeGreaterThan(8);
  for (const [id, { peak, loudness }] of sounds) {
    // A fifth of full scale is −14 dB: as loud as music is mastered.
    expect(Math.max(...loudness), id).toBeGreaterThan(0.2);
    expect(peak, id).toBeLessThanOrEqual(1);
  }
  /** In how many fiftieths of a second one sounds and the other does not, or higher by a semitone and more. */
  const differing = (a: Heard, b: Heard) =>
    a.loudness.filter((loudness, i) => {
      const [isOn, other] = [loudness > 0.05, b.loudness[i] > 0.05];
      if (isOn !== other) return true;
      const [low, high] = [a.crossings[i], b.crossings[i]].sort((x, y) => x - y);
      return isOn && high > low * 1.06 + 1;
    }).length;
  for (const [i, [id, sound]] of sounds.entries()) {
    for (const [other, against] of sounds.slice(i + 1)) {
      expect(differing(sound, against), `${id} and ${other}`).toBeGreaterThanOrEqual(2);
    }
  }
});
