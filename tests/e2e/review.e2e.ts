import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './quiet-console';
import { canonicalCsv } from './recordings';

const tuesday = canonicalCsv({ seed: 3, name: 'Tuesday, third set.csv' });
const friday = canonicalCsv({ seed: 5, name: 'Friday, first set.csv' });

const rows = (page: Page) => page.getByRole('region', { name: 'Every rep' }).locator('tbody tr');
const current = (page: Page) => page.locator('tr[aria-current]').getByRole('rowheader');
const trace = (page: Page) => page.getByRole('group', { name: 'Position along the rail' });

/** What a chart shows, as one text. */
const picture = (canvas: Locator) =>
  canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());

async function openTuesday(page: Page) {
  await page.goto('/');
  await page.getByLabel('Open a recording').setInputFiles([friday.file, tuesday.file]);
  await page.getByRole('link', { name: /Tuesday, third set/ }).click();
  await expect(rows(page)).toHaveCount(tuesday.reps);
  // Where nothing lies that a rep is pointed at by.
  await page.mouse.move(0, 0);
}

/** Looks at the rep by the keys of the trace, and keeps it. */
async function keep(page: Page, rep: number) {
  await trace(page).focus();
  await page.keyboard.press('Escape');
  for (let i = 0; i < rep; i++) await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText(String(rep));
  await page.keyboard.press('Enter');
}

async function seeLinkedCharts(page: Page) {
  const charts = await page.getByRole('figure').locator('canvas').all();
  expect(charts).toHaveLength(4);
  const calm = await Promise.all(charts.map(picture));
  await trace(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText('2');
  for (const [i, chart] of charts.entries()) {
    await expect.poll(async () => (await picture(chart)) === calm[i]).toBe(false);
  }
  const table = page.getByRole('region', { name: 'Every rep' });
  await table.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(current(page)).toHaveText('1');
  await expect(page.getByText('Rep 1', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(current(page)).toHaveCount(0);
}

async function zoom(page: Page) {
  const canvas = page.getByRole('figure').first().locator('canvas');
  const everything = page.getByRole('button', { name: 'Show everything' });
  const whole = await picture(canvas);
  await expect(everything).toBeDisabled();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await picture(canvas)) === whole).toBe(false);
  await everything.click();
  await expect.poll(async () => (await picture(canvas)) === whole).toBe(true);
}

async function compare(page: Page) {
  await page.getByLabel('Set to compare with').selectOption({ index: 1 });
  const reps = page.getByRole('table', { name: 'This set and Friday' }).getByRole('row', {
    name: /^Reps/,
  });
  await expect(reps.getByRole('cell')).toHaveText([
    String(tuesday.reps),
    String(friday.reps),
    String(Math.abs(tuesday.reps - friday.reps)),
  ]);
  await expect(page.getByRole('figure', { name: 'The mean rep of both sets' })).toBeVisible();
}

async function removeAndRestore(page: Page) {
  const taken = rows(page).filter({ hasText: /Removed|Un-rack/ });
  const counted = page.getByText(`${tuesday.reps} reps in`);
  await keep(page, 3);
  await page.getByRole('button', { name: 'Remove rep' }).click();
  await expect(taken).toHaveCount(1);
  await expect(page.getByText(`${tuesday.reps - 1} reps in`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(taken).toHaveCount(0);
  await expect(counted).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(taken).toHaveText(/Removed/);
  await page.getByRole('button', { name: 'Count again' }).click();
  await expect(taken).toHaveCount(0);

  await keep(page, 1);
  await page.getByRole('button', { name: 'It was an un-rack' }).click();
  await expect(taken).toHaveText(/Un-rack or re-rack/);
  await page.keyboard.press('Control+z');
  await expect(counted).toBeVisible();
}

async function readAnew(page: Page) {
  await page.getByRole('button', { name: 'Flip direction' }).click();
  await expect(page.getByText('Turned round by you.')).toBeVisible();
  // Turned round, the set begins with a press: the first rep has no lower.
  await expect(rows(page).first()).toContainText(/^1 –/);
  await page.getByRole('button', { name: 'Flip back' }).click();
  await expect(rows(page).first()).not.toContainText(/^1 –/);
  await page.getByLabel('Shortest stroke').selectOption('0.3');
}

async function sayHowItWas(page: Page) {
  await page.getByLabel('Effort (RPE)').selectOption('8.5');
  await page.getByLabel('Pain').selectOption('2');
  await page.getByLabel('Note').fill('Knees stayed out.');
  await page.getByLabel('Note').blur();
  await expect(page.getByText('cannot judge pain')).toBeVisible();
}

async function playAgain(page: Page) {
  const cursor = page.getByTestId('cursor');
  const place = async () => (await cursor.boundingBox())?.x ?? NaN;
  const time = page.getByLabel('Time in the set');
  await expect(cursor).toHaveCount(0);
  await time.focus();
  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText('1');
  const start = await place();
  await page.getByText('0.25×').click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(place).toBeGreaterThan(start + 1);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const held = await place();
  expect(held).toBeGreaterThan(start);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(await place()).toBe(held);
  // From where it stands rep by rep, forward and back; the table follows.
  await time.focus();
  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toHaveText('2');
  await page.keyboard.press('ArrowLeft');
  await expect(current(page)).toHaveText('1');
  expect(await place()).toBe(start);
}

test('a set is looked at, played again, corrected, rated and printed', async ({ page }) => {
  // A long walk, on a machine that may be busy with others.
  test.setTimeout(60_000);
  await openTuesday(page);
  await seeLinkedCharts(page);
  await zoom(page);
  await playAgain(page);
  await compare(page);
  await removeAndRestore(page);
  await readAnew(page);
  await sayHowItWas(page);

  await page.getByText('Share', { exact: true }).click();
  await page.getByRole('link', { name: /^Print or PDF/ }).click();
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText('Effort (RPE) 8.5');
  await expect(sheet).toContainText('Pain 2');
  await expect(sheet).toContainText('Note Knees stayed out.');
  await expect(sheet).toContainText('Sensor Tuesday, third set.csv');
  await expect(sheet).toContainText('at least 30 cm long');
  await expect(rows(page)).toHaveCount(tuesday.reps);

  await page.getByRole('link', { name: 'Back to the review' }).click();
  await expect(page.getByLabel('Note')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Effort (RPE)')).toHaveValue('8.5');
  await expect(page.getByLabel('Pain')).toHaveValue('2');
  await expect(page.getByLabel('Note')).toHaveValue('Knees stayed out.');
  await expect(page.getByLabel('Shortest stroke')).toHaveValue('0.3');
  await expect(rows(page)).toHaveCount(tuesday.reps);
});
