import { expect, test, type Page } from '@playwright/test';
import { SENSOR_GUIDES } from '../../src/lib/ui/sensor-guide';
import { bestPicks } from '../../src/lib/ui/words/sensors-choice';

async function openFromHome(page: Page) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Which sensors work' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sensors' })).toBeVisible();
}

test('opens from the home page, with a card for every model, and leads back', async ({ page }) => {
  await openFromHome(page);
  expect(SENSOR_GUIDES.length).toBeGreaterThan(12);
  for (const { id, name, prepare } of SENSOR_GUIDES) {
    const card = page.getByRole('article', { name, exact: true });
    await expect(card).toHaveAttribute('id', id);
    await expect(card).toContainText(prepare);
  }
  await expect(page.getByRole('article')).toHaveCount(SENSOR_GUIDES.length);
  await expect(page.getByRole('img', { name: 'A leg press from the side' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to your sets' }).click();
  await expect(page.getByText('No sets yet')).toBeVisible();
});

test('leads by keyboard from the picks and the table to what they speak of', async ({ page }) => {
  await openFromHome(page);
  for (const { name, anchor } of bestPicks) {
    await page.getByRole('link', { name }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
  }
  const table = page.getByRole('table');
  for (const { id, name } of SENSOR_GUIDES) {
    await table.getByRole('link', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  }
});

for (const width of [320, 390, 1280]) {
  test(`never scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openFromHome(page);
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overhang).toBeLessThanOrEqual(0);
  });
}
