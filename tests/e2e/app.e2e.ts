import { readFile } from 'node:fs/promises';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { test } from './quiet-console';
import { canonicalCsv } from './recordings';

const tuesday = canonicalCsv({ seed: 3, name: 'Tuesday, third set.csv' });

async function openTuesday(page: Page) {
  await page.goto('/');
  await page.getByLabel('Open a recording').setInputFiles(tuesday.file);
  await expect(page.getByRole('heading', { name: 'Tuesday, third set' })).toBeVisible();
}

async function dropFile(page: Page, name: string, text: string) {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const held = new DataTransfer();
      held.items.add(new File([content], fileName, { type: 'text/csv' }));
      return held;
    },
    [name, text],
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the recording to open it')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

/** How many pixels of a canvas carry anything, as a share. */
function painted(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const context = element.getContext('2d');
    if (!context) return 0;
    const { data } = context.getImageData(0, 0, element.width, element.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) count++;
    return count / (data.length / 4);
  });
}

/** Collects every text the element shows from now on. */
function watchText(element: Locator) {
  return element.evaluateHandle((watched) => {
    const texts: string[] = [];
    const note = () => void texts.push(watched.textContent ?? '');
    new MutationObserver(note).observe(watched, { characterData: true, subtree: true });
    return texts;
  });
}

async function expectReview(page: Page, reps: number) {
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(reps + 1);
  await expect(page.locator('dl').first()).toContainText(`Reps ${reps} `);
  await expect(page.getByText(`${reps} reps in`)).toBeVisible();
  const charts = page.getByRole('figure');
  await expect(charts).toHaveCount(4);
  for (const chart of await charts.all()) {
    // The bands alone fill more of the trace than axes and labels would.
    await expect.poll(() => painted(chart.locator('canvas'))).toBeGreaterThan(0.02);
    await expect(chart).toHaveAccessibleDescription(/\d/);
  }
}

test('opens a recording by the file chooser, and keeps it over a reload', async ({ page }) => {
  await openTuesday(page);
  await expect(page).toHaveURL(/\/sets\/[\w-]{12}$/);
  await expectReview(page, tuesday.reps);
  await page.reload();
  await expectReview(page, tuesday.reps);
});

test('opens a recording that is dropped on the page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('No sets yet')).toBeVisible();
  await dropFile(page, tuesday.file.name, tuesday.text);
  await expectReview(page, tuesday.reps);
});

test('says why a file cannot be opened, and opens the one beside it', async ({ page }) => {
  await page.goto('/');
  const shopping = {
    ...tuesday.file,
    name: 'shopping.csv',
    buffer: Buffer.from('milk,eggs\n1,2\n'),
  };
  await page.getByLabel('Open a recording').setInputFiles([shopping, tuesday.file]);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This file could not be opened');
  await expect(alert).toContainText('shopping.csv: ');
  await expect(alert).toContainText('time');
  await expect(page.getByRole('link', { name: /Tuesday, third set/ })).toContainText(
    `${tuesday.reps} reps`,
  );
});

test('draws the charts in new colours when the colour scheme changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openTuesday(page);
  const trace = page.getByRole('figure').first().locator('canvas');
  await expect.poll(() => painted(trace)).toBeGreaterThan(0.02);
  const dark = await trace.screenshot();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(async () => (await trace.screenshot()).equals(dark)).toBe(false);
  await expect.poll(() => painted(trace)).toBeGreaterThan(0.02);
});

test('counts the reps of the simulated sled live, and ends as a stored set', async ({ page }) => {
  const reps = tuesday.reps;
  await page.goto('/');
  await page.goto('/live?sensor=simulated&seed=3&speed=10');
  await expect(page.getByText('Simulated sled · 100 Hz · 10×')).toBeVisible();
  const count = page.getByTestId('rep-count');
  const counts = await watchText(count);
  await expect.poll(() => painted(page.locator('canvas'))).toBeGreaterThan(0.02);
  await expect(page.getByTestId('link')).toHaveText('The stream has ended', { timeout: 20_000 });
  await expect(count).toHaveText(String(reps));
  const seen = (await counts.evaluate((texts) => texts)).map(Number);
  // Counted as they happened, never taken back, though a busy machine may show two at once.
  expect(seen.length).toBeGreaterThan(reps / 2);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await page.getByRole('button', { name: 'End set' }).click();
  await expect(page.getByRole('heading', { name: 'Simulated sled' })).toBeVisible();
  await expectReview(page, reps);
  // Back leads past the set that is over, not into a new one.
  await page.goBack();
  await expect(page.getByRole('link', { name: /Simulated sled/ })).toContainText(`${reps} reps`);
});

test('starts from the home page, and discards on request', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Try the simulated sled' }).click();
  await expect(page.getByText('Simulated sled · 100 Hz')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('No sets yet')).toBeVisible();
});

test('asks before a set under way is left', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Try the simulated sled' }).click();
  await expect(page.getByTestId('link')).toHaveText('Streaming');
  await page.goBack();
  const dialog = page.getByRole('dialog', { name: 'A set is under way' });
  await dialog.getByRole('button', { name: 'Back to the set' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/live/);
  await page.goBack();
  await dialog.getByRole('button', { name: 'End and keep' }).click();
  await expect(page).toHaveURL(/\/sets\//);
});

test('renames a set and keeps the name', async ({ page }) => {
  await openTuesday(page);
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Name of the set').fill('Hamstring press');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Hamstring press' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Hamstring press' })).toBeVisible();
});

test('downloads the recording as the canonical CSV it came from', async ({ page }) => {
  await openTuesday(page);
  const downloading = page.waitForEvent('download');
  await page.getByText('Share', { exact: true }).click();
  await page.getByRole('button', { name: /^Samples/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Tuesday, third set.csv');
  expect(await readFile(await download.path(), 'utf8')).toBe(tuesday.text);
});

test('deletes a set from the list or the review, and brings it back', async ({ page }) => {
  await openTuesday(page);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No sets yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: /Tuesday, third set/ })).toBeVisible();
  await page.getByRole('button', { name: 'Delete Tuesday, third set' }).click();
  await expect(page.getByText('No sets yet')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await expect(page.getByText('No sets yet')).toBeVisible();
});

test('is honest about a recording without reps', async ({ page }) => {
  await page.goto('/');
  const rows = Array.from({ length: 1000 }, (_, i) => `${i / 100},0.01,0.02,9.81`);
  const header = 'time_s,accel_x_mps2,accel_y_mps2,accel_z_mps2';
  const buffer = Buffer.from([header, ...rows].join('\n'));
  await page
    .getByLabel('Open a recording')
    .setInputFiles({ name: 'on the bench.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('heading', { name: 'No reps found' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('stresses the rep that is pointed at', async ({ page }) => {
  await openTuesday(page);
  const row = page.getByRole('row', { name: /^3 / });
  const depth = page.getByRole('figure', { name: 'Depth by rep' }).locator('canvas');
  const calm = await depth.screenshot();
  await row.hover();
  await expect.poll(async () => (await depth.screenshot()).equals(calm)).toBe(false);
  const box = await depth.boundingBox();
  if (!box) throw new Error('The chart has no place on the page.');
  await depth.hover({ position: { x: 40 + (box.width - 48) * (4.5 / 8), y: 60 } });
  await expect(page.getByRole('row', { name: /^5 / })).toHaveClass(/stressed/);
});

for (const width of [320, 390, 1280]) {
  test(`never scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const overhang = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await openTuesday(page);
    await expectReview(page, tuesday.reps);
    expect(await overhang()).toBeLessThanOrEqual(0);
    await page.goto('/');
    await expect(page.getByRole('link', { name: /Tuesday, third set/ })).toBeVisible();
    expect(await overhang()).toBeLessThanOrEqual(0);
    await page.goto('/live?sensor=simulated&seed=3&speed=10');
    await expect(page.getByTestId('rep-count')).toHaveText(/[1-9]/, { timeout: 15_000 });
    expect(await overhang()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Discard' }).click();
  });
}

test('shows a way back from a set that is not there', async ({ page }) => {
  await page.goto('/sets/nobody');
  await expect(page.getByRole('heading', { name: 'Set not found' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to your sets' }).click();
  await expect(page.getByText('No sets yet')).toBeVisible();
});

test('says that no set is running', async ({ page }) => {
  await page.goto('/live');
  await expect(page.getByRole('heading', { name: 'No set is running' })).toBeVisible();
});

test('refuses a speed that cannot be', async ({ page }) => {
  await page.goto('/live?sensor=simulated&speed=-1');
  await expect(page.getByText('a speed any number above zero')).toBeVisible();
});

base('shows a way back from an address that leads nowhere', async ({ page }) => {
  // Not through the quiet console: the browser itself logs the 404.
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});
