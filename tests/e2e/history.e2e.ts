import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './quiet-console';

/** What axe finds where there is something to show, which a visit to every page by itself does not have. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(', ')}`);
}

test('the demo makes a history to filter, follow, jump about in, remove and bring back', async ({
  page,
}) => {
  // Axe reads three pages of it.
  test.setTimeout(90_000);
  await page.goto('/history');
  await page.getByRole('button', { name: 'Explore with a demo week' }).click();
  await expect(page.getByRole('button', { name: 'Remove the demo' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('16 sets', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Side').selectOption('left');
  await expect(page.getByText('2 of 16 sets')).toBeVisible();
  await expect(page).toHaveURL(/side=left/);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('16 sets', { exact: true })).toBeVisible();

  const day = page.getByRole('gridcell', { name: /1 session, 5 sets, simulated/ });
  await day.focus();
  await page.keyboard.press('Enter');
  const session = page.getByRole('heading', { name: /5 sets · 20 reps/ });
  await expect(session).toBeFocused();
  const top = async () => (await session.boundingBox())?.y ?? NaN;
  const before = await top();
  await page.getByRole('link', { name: /, set 5/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /, set 5/ })).toBeVisible();
  await page.goBack();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2);

  await page.getByRole('button', { name: 'Choose sets' }).click();
  const lines = page.getByRole('checkbox', { name: /^Choose/ });
  for (const place of [1, 2]) await lines.nth(place).check();
  await page.getByText('Share', { exact: true }).click();
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Reps \(CSV\)/ }).click(),
  ]);
  const reps = (await readFile(await table.path(), 'utf8')).trim().split('\r\n').slice(1);
  expect(new Set(reps.map((line) => line.split(',')[0])).size).toBe(2);
  await expect(page.getByRole('toolbar')).toBeHidden();

  await page.getByRole('link', { name: 'Trends' }).click();
  await page.getByLabel('Measure').selectOption('depth');
  const chart = page.getByRole('figure', { name: 'Depth, cm' });
  await expect(chart).toHaveAccessibleDescription(/sets\. First \d+\.\d cm/);
  expect(await violations(page)).toEqual([]);
  for (const tab of ['Weeks', 'Left and right']) {
    await page.getByRole('link', { name: tab }).click();
    await expect(page.getByRole('figure').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }

  await page.getByRole('button', { name: 'Remove the demo' }).click();
  await expect(page.getByText('No sets yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove the demo' })).toBeVisible();
});
