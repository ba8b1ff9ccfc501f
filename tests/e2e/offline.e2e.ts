import { expect, test, type Page } from '@playwright/test';
import { updateWords } from '../../src/lib/ui/words/app';
import { liveWords } from '../../src/lib/ui/words/live';
import { ownServer, type OwnServer } from './own-server';

// Not through the quiet console: the browser itself logs what it cannot load.

test.use({ serviceWorkers: 'allow' });

let server: OwnServer;

test.beforeEach(async ({ baseURL }) => {
  server = await ownServer(baseURL ?? '');
});
test.afterEach(() => server.stop());

/** Opens the app for the first time, and waits until all of it is kept. */
async function firstVisit(page: Page) {
  await page.goto(server.url);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
}

async function liftToTheEnd(page: Page, speed: number) {
  await page.goto(`${server.url}/live?sensor=simulated&seed=3&speed=${speed}`);
  await expect(page.getByTestId('link')).toHaveText('The stream has ended', { timeout: 20_000 });
}

async function endSet(page: Page) {
  await page.getByRole('button', { name: 'End set' }).click();
  await expect(page).toHaveURL(/\/sets\/[\w-]{12}$/);
}

test('after the first visit everything works without a network', async ({ page }) => {
  await firstVisit(page);
  server.isOnline = false;
  await page.reload();
  await expect(page.getByText('No sets yet')).toBeVisible();
  await liftToTheEnd(page, 40);
  // The analysis beside the page was kept too.
  await expect(page.getByText(liveWords.slowTitle)).toHaveCount(0);
  await endSet(page);
  const heading = page.getByRole('heading', { name: 'Simulated sled' });
  await expect(heading).toBeVisible();
  // A deep link, opened cold.
  await page.goto(page.url());
  await expect(heading).toBeVisible();
  await page.goto(`${server.url}/guide`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${server.url}/nowhere`);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});

test('a new version waits until the set is over, and until it is wanted', async ({ page }) => {
  await firstVisit(page);
  await page.goto(`${server.url}/live?sensor=simulated&seed=3&speed=10`);
  const count = page.getByTestId('rep-count');
  await expect(count).toHaveText(/[1-9]/, { timeout: 15_000 });
  const openedAt = () => page.evaluate(() => performance.timeOrigin);
  const opened = await openedAt();
  server.release = String(Date.now());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const waiting = () =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state);
  await expect.poll(waiting).toBe('installed');
  const bar = page.getByText(updateWords.ready);
  await expect(bar).toHaveCount(0);
  await expect(count).toHaveText(/[1-9]/);
  await endSet(page);
  expect(await openedAt()).toBe(opened);
  await expect(bar).toBeVisible();
  // Still the old one: nothing has happened by itself.
  expect(await waiting()).toBe('installed');
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: updateWords.reload }).click(),
  ]);
  await expect(page.getByRole('heading', { name: 'Simulated sled' })).toBeVisible();
  await expect(bar).toHaveCount(0);
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches).toContain(`sledtrace-${server.release}`);
});
