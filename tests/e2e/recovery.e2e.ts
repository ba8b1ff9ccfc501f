import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  expect as baseExpect,
  test,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { readRecording } from '../../src/lib/core/file/read';
import { recordingOf, sampleAt } from '../../src/lib/core/recording';
import { writeCsv } from '../../src/lib/core/file/csv';
import { simulate } from '../../src/lib/core/simulate';

// Several pages record at once: on a busy machine each takes its time.
test.describe.configure({ timeout: 90_000 });
const expect = baseExpect.configure({ timeout: 20_000 });

const SEED = 3;
const LIVE = `/live?sensor=simulated&seed=${SEED}&speed=5`;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const offer = (page: Page) => page.getByRole('region', { name: /cut off/ }).getByRole('listitem');

/** Waits until a set that runs has counted so many reps, or more. */
async function expectReps(page: Page, reps: number) {
  const count = page.getByTestId('rep-count');
  await expect.poll(async () => Number(await count.textContent())).toBeGreaterThanOrEqual(reps);
}

/**
 * Opens a page on which a set runs that has counted two reps: what the page has not yet written when it goes, half a second
 * at five times the speed, may hold the end of the last, never that of the one before.
 */
async function recordingPage(context: BrowserContext, address = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}${LIVE}`);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expectReps(page, 2);
  return page;
}

async function home(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Recent sets' })).toBeVisible();
  return page;
}

/** Kills the page's process, as a browser does that is short of memory. */
async function crash(page: Page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Bounds what the browser lets the site store, in bytes; −1 lifts the bound. */
async function limitStorage(page: Page, quotaSize: number) {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send(
    'Storage.overrideQuotaForOrigin',
    quotaSize < 0 ? { origin } : { origin, quotaSize },
  );
}

test('goes on with a set whose page crashed; the time between is a gap', async ({ context }) => {
  const crashed = await recordingPage(context);
  await crash(crashed);
  const page = await home(context);
  await expect(offer(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Resume' }).click();
  await button(page, 'Simulated sled').click();
  await expect(page.getByText('Streaming').first()).toBeVisible();
  // What came before is there at once.
  await expectReps(page, 2);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.waitForTimeout(700);
  await button(page, 'End set').click();
  await expect(page.getByText('Cut off after')).toBeVisible();
  await expect(page.getByText('100 Hz · 1 gap')).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('link', { name: /\d reps/ })).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
});

test('offers each set whose page was closed, to be kept or discarded', async ({ context }) => {
  const [first, second] = await Promise.all([recordingPage(context), recordingPage(context)]);
  await first.close({ runBeforeUnload: false });
  await second.close({ runBeforeUnload: false });
  const page = await home(context);
  await expect(page.getByRole('heading', { name: '2 sets were cut off' })).toBeVisible();
  await offer(page).first().getByRole('button', { name: 'Discard' }).click();
  await expect(offer(page)).toHaveCount(1);
  await button(page, 'Undo').click();
  await expect(offer(page)).toHaveCount(2);
  await offer(page).first().getByRole('button', { name: 'Discard' }).click();
  await expect(offer(page)).toHaveCount(1);
  await offer(page).getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('heading', { name: 'Simulated sled' })).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('link', { name: /\d reps?/ })).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
});

test('brings back a set that was discarded while it ran', async ({ context }) => {
  const page = await recordingPage(context);
  await button(page, 'Discard').click();
  await expect(page.getByText('“Simulated sled” deleted.')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(offer(page)).toHaveCount(1);
});

/** Two pages record; a third offers neither, and the one that is closed as soon as it is. */
async function twoTabs(context: BrowserContext, address: string) {
  const [lost, running] = await Promise.all([
    recordingPage(context, address),
    recordingPage(context, address),
  ]);
  const other = await context.newPage();
  await other.goto(`${address}/`);
  await expect(other.getByRole('heading', { name: 'No sets yet' })).toBeVisible();
  await expect(offer(other)).toHaveCount(0);
  await lost.close({ runBeforeUnload: false });
  await other.reload();
  await expect(offer(other)).toHaveCount(1);
  await offer(other).getByRole('button', { name: 'Keep' }).click();
  await expect(other.getByRole('row')).not.toHaveCount(0);
  // The other tab's set went on, and nothing of the lost one came into it.
  await button(running, 'End set').click();
  await expect(running.getByRole('heading', { name: 'Simulated sled' })).toBeVisible();
  await expect(running.getByText('1 gap')).toHaveCount(0);
  await running.goto(`${address}/`);
  await expect(running.getByRole('link', { name: /Simulated sled/ })).toHaveCount(2);
  await expect(offer(running)).toHaveCount(0);
}

test('two tabs record a set each', async ({ context }) => {
  await twoTabs(context, '');
});

test('two tabs record a set each where the page is not secure and has no locks', async ({
  baseURL,
  launchOptions,
}) => {
  const { port } = new URL(baseURL ?? '');
  await withBrowser(
    chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP gym.test 127.0.0.1'],
    }),
    async (browser) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://gym.test:${port}/`);
      expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
      await page.close();
      await twoTabs(context, `http://gym.test:${port}`);
    },
  );
});

async function withBrowser(launched: Promise<Browser>, use: (browser: Browser) => Promise<void>) {
  const browser = await launched;
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

test('records on when the storage is full, says so, and gives the set as a file', async ({
  context,
}) => {
  const page = await home(context);
  await limitStorage(page, 100);
  await page.goto(LIVE);
  await expect(page.getByRole('alert')).toContainText('This set is not being saved');
  await expect(page.getByText('Not saved')).toBeVisible();
  await expectReps(page, 2);
  await button(page, 'End set').click();
  await expect(page.getByRole('alert')).toContainText('Download the set, or delete others');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download CSV').click(),
  ]);
  const file = await readFile(await download.path());
  const { recording } = readRecording(new Uint8Array(file), { name: download.suggestedFilename() });
  const truth = simulate({ seed: SEED, sensor: { rate_Hz: 100 } }).recording;
  expect(recording.length).toBeGreaterThan(500);
  expect(recording.t_s).toEqual(truth.t_s.slice(0, recording.length));
  expect(recording.accel_mps2.x).toEqual(truth.accel_mps2.x.slice(0, recording.length));
  // With room made it can be stored after all, and nothing of it stays behind unfinished.
  await limitStorage(page, -1);
  await button(page, 'Try again').click();
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('link', { name: /\d reps/ })).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
});

test('records where the browser keeps nothing, as in a private window', async ({
  baseURL,
  launchOptions,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'sledtrace-'));
  await mkdir(join(profile, 'Default'));
  // The setting "block all site data": IndexedDB then refuses to open.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL });
  try {
    const [page] = context.pages();
    await page.goto('/');
    await expect(page.getByRole('alert')).toContainText('does not let the page keep anything');
    await page.goto(LIVE);
    await expect(page.getByRole('alert')).toContainText('This browser lets the page keep nothing');
    await expect(page.getByText('Not saved')).toBeVisible();
    await expectReps(page, 1);
    await button(page, 'End set').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Download CSV').click(),
    ]);
    expect((await readFile(await download.path(), 'utf8')).split('\n').length).toBeGreaterThan(500);
    await button(page, 'Discard').click();
    await expect(page).toHaveURL(`${baseURL}/`);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('marks the rep that lost two seconds of samples', async ({ page }) => {
  const { recording, truth } = simulate({ seed: SEED });
  const from_s = (truth.reps[3].lower?.start_s ?? NaN) + 1;
  const samples = Array.from({ length: recording.length }, (_, i) => sampleAt(recording, i));
  const left = samples.filter(({ t_s }) => t_s < from_s || t_s > from_s + 2);
  const buffer = Buffer.from(writeCsv(recordingOf(left)));
  await page.goto('/');
  await page
    .getByLabel('Open a recording')
    .setInputFiles({ name: 'hole.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('row', { name: /doubtful/ })).toHaveCount(1);
  await expect(page.getByRole('row').nth(4)).toContainText('doubtful');
  await expect(page.getByText('Hz · 1 gap')).toBeVisible();
});

test('keeps the screen on while a set streams, and no longer', async ({ page }) => {
  // Watches the browser's own locks; each is asked for and granted as ever.
  await page.addInitScript(() => {
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    const locks: WakeLockSentinel[] = [];
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type);
      locks.push(lock);
      return lock;
    };
    Object.assign(window, { locks });
  });
  const released = () =>
    page.evaluate(() => {
      const { locks } = window as unknown as { locks: WakeLockSentinel[] };
      return locks.map((lock) => lock.released);
    });
  await page.goto(LIVE);
  await expect.poll(released).toEqual([false]);
  await button(page, 'Discard').click();
  await expect.poll(released).toEqual([true]);
});
