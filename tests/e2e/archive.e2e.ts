import { readFile } from 'node:fs/promises';
import { expect, type Browser, type Page } from '@playwright/test';
import { test } from './quiet-console';
import { canonicalCsv } from './recordings';

const tuesday = canonicalCsv({ seed: 3, name: 'Tuesday, third set.csv' });

interface Given {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function open(page: Page, file: Given) {
  await page.goto('/');
  await page.getByLabel('Open a recording').setInputFiles(file);
}

/** What a click gives out, as a file that another page can open. */
async function givenOut(page: Page, click: () => Promise<void>): Promise<Given> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/\.sledtrace\.json$/);
  return { name, mimeType: 'application/json', buffer: await readFile(await download.path()) };
}

async function anotherBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' });
  return context.newPage();
}

async function drawAcross(page: Page) {
  const trace = page.getByRole('region', { name: 'Comments' }).locator('canvas');
  await trace.scrollIntoViewIfNeeded();
  const box = await trace.boundingBox();
  if (!box) throw new Error('The trace has no place on the page.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 80, { steps: 4 });
  await page.mouse.up();
}

test('a set goes to a coach as a file, and comes back with comments and another plan', async ({
  page,
  browser,
}) => {
  await open(page, tuesday.file);
  await page.getByText('Share', { exact: true }).click();
  await page.getByRole('button', { name: /^Share with a coach/ }).click();
  await page.getByRole('dialog').getByLabel('Your name').fill('Ada');
  const sent = await givenOut(page, () =>
    page.getByRole('button', { name: 'Download the file' }).click(),
  );

  const coach = await anotherBrowser(browser);
  await open(coach, sent);
  await expect(coach.getByRole('heading', { name: 'From Ada' })).toBeVisible();
  await coach.getByRole('link', { name: /Tuesday/ }).click();
  await expect(coach.getByRole('table').getByRole('row')).toHaveCount(tuesday.reps + 1);
  await coach.getByText('Stretch', { exact: true }).click();
  await drawAcross(coach);
  await expect(coach.getByLabel('From', { exact: true })).not.toHaveValue('0');
  await coach.getByLabel('Your name').fill('Kim');
  await coach.getByLabel('Comment', { exact: true }).fill('Here it falls.');
  await coach.getByRole('button', { name: 'Add comment' }).click();
  await expect(coach.getByText('Here it falls.')).toBeVisible();
  await coach.getByRole('button', { name: 'Propose another plan' }).click();
  const lowest = coach.getByLabel('Lower, at least');
  await lowest.fill('4');
  await lowest.blur();
  await coach.getByLabel('Lower, at most').fill('5');
  await coach.getByLabel('Lower, at most').blur();
  await expect(coach.getByRole('cell', { name: /^4–5/ })).toBeVisible();
  await coach.getByRole('link', { name: 'Back to the audit' }).click();
  const answer = await givenOut(coach, () =>
    coach.getByRole('button', { name: 'Download the answer' }).click(),
  );
  await coach.goto('/');
  await expect(coach.getByText('No sets yet')).toBeVisible();
  await coach.context().close();

  await open(page, answer);
  await expect(page.getByRole('heading', { name: 'Tuesday, third set' })).toBeVisible();
  await expect(page.getByText('Here it falls.')).toBeVisible();
  await expect(page.getByText('Kim', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Accept for the next set' }).click();
  await page.getByRole('link', { name: 'Set up the next set' }).click();
  await expect(page.getByLabel('Tempo', { exact: true })).toHaveValue(/^4–5/);
});

test('everything can be exported, deleted and imported again', async ({ page }) => {
  await open(page, tuesday.file);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(tuesday.reps + 1);
  await page.getByRole('link', { name: 'Settings' }).click();
  const everything = await givenOut(page, () =>
    page.getByRole('button', { name: 'Archive (JSON)' }).click(),
  );

  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByLabel('Type DELETE to confirm').fill('DELETE');
  await page.getByRole('button', { name: 'Delete everything now' }).click();
  await expect(page.getByText('1 set, calibrations, files from others')).toBeVisible();
  await page.getByRole('link', { name: 'Begin anew' }).click();
  await expect(page.getByText('No sets yet')).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Choose files').setInputFiles(everything);
  await expect(page.getByText('1 set added.')).toBeVisible();
  await page.getByRole('link', { name: 'Train' }).click();
  await page.getByRole('link', { name: /Tuesday, third set/ }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(tuesday.reps + 1);
});
