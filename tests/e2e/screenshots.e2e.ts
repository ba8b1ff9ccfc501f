import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { canonicalCsv } from './recordings';

/** `SCREENSHOTS=dir npx playwright test screenshots` writes every screen at every size in both schemes. */
const folder = process.env.SCREENSHOTS;

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test.skip(!folder, 'Screenshots are written when SCREENSHOTS names a folder.');

for (const colorScheme of ['dark', 'light'] as const) {
  for (const viewport of SIZES) {
    test(`${colorScheme} ${viewport.width}×${viewport.height}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport });
      const page = await context.newPage();
      const shoot = (screen: string, fullPage: boolean) =>
        page.screenshot({
          path: join(folder ?? '', `${screen}-${colorScheme}-${viewport.width}.png`),
          fullPage,
        });
      await page.goto('/');
      await expect(page.getByText('No sets yet')).toBeVisible();
      await shoot('home-empty', false);
      await openSet(page, 3, 'Tuesday, third set.csv');
      await shoot('review', true);
      await openSet(page, 5, 'Hamstring press 120 kg.csv');
      await page.goto('/live?sensor=simulated&seed=3&speed=2');
      await expect(page.getByTestId('rep-count')).toHaveText('3', { timeout: 40_000 });
      await expect(page.getByTestId('phase')).toHaveText('Lower');
      await expect(page.getByTestId('depth-now')).toContainText(/[23]\d/);
      await shoot('live-lower', false);
      const last = page.getByTestId('last-rep');
      await expect(last).toContainText('Rep 4');
      await expect(last).not.toContainText('provisional');
      await shoot('live', false);
      await page.getByRole('button', { name: 'Discard' }).click();
      await expect(page.getByRole('listitem')).toHaveCount(2);
      await shoot('home', false);
      await page.goto('/sensors');
      await shoot('sensors', true);
      await context.close();
    });
  }
}

async function openSet(page: Page, seed: number, name: string) {
  await page.goto('/');
  const { file } = canonicalCsv({ seed, name });
  await page.getByLabel('Open a recording').setInputFiles(file);
  await expect(page.getByRole('table')).toBeVisible();
}
