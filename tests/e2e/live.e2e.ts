import { expect, test, type Page } from '@playwright/test';
import { simulate } from '../../src/lib/core/simulate';

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
      const [depth, speed, lastRep] = ['depth-now', 'speed-now', 'last-rep'].map(text);
      const state = { phase, depth, speed, count: Number(text('rep-count')), lastRep };
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
    const READY = '"phase":"Ready"';
    new PerformanceObserver((list) => {
      // Until the first stroke fonts may still come.
      if (!(states.at(-1) ?? READY).includes(READY))
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
