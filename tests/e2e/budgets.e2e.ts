import { expect, test } from '@playwright/test';
import { firstLoad } from '../bench/first-load';
import { shiftsOf, watchShifts } from '../bench/shifts';

const HOME_BUDGET_kB = 120;

test('the home page comes with few scripts', async ({ page, baseURL }) => {
  const { scripts, gzip_kB } = await firstLoad(page, baseURL ?? '');
  expect(scripts).toBeGreaterThan(0);
  expect(gzip_kB).toBeLessThanOrEqual(HOME_BUDGET_kB);
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1920, height: 1080 },
]) {
  test(`nothing moves by itself while a set runs, at ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(watchShifts);
    await page.goto('/live?sensor=simulated&seed=3&speed=20');
    await expect(page.getByTestId('rep-count')).toHaveText(/[5-9]/, { timeout: 20_000 });
    expect(await shiftsOf(page)).toEqual([]);
  });
}
