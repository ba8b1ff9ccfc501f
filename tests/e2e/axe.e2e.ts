import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** The route of a folder with a page, without the groups in brackets. */
const ROUTES = readdirSync(join(import.meta.dirname, '../../src/routes'), { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('+page.svelte'))
  .map((path) => `/${path.replace(/\/?\+page\.svelte$/, '')}`.replace(/\/\([^)]+\)/g, '') || '/');

/** How each page is opened, in the order of a visit; what is shown is waited for. */
const VISITS: Record<string, (page: Page) => Promise<void>> = {
  '/live': async (page) => {
    await page.goto('/live?sensor=simulated&seed=3&speed=40');
    await expect(page.getByTestId('rep-count')).toHaveText(/[1-9]/, { timeout: 15_000 });
  },
  '/sets/[id]': async (page) => {
    await page.getByRole('button', { name: 'End set' }).click();
    await expect(page.getByRole('figure').first()).toBeVisible();
  },
  '/audit/[id]': async (page) => {
    await page.goto('/audit');
    await page.getByRole('button', { name: 'Share with a coach' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the file' }).click(),
    ]);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Open a file').setInputFiles(await download.path());
    await expect(page.getByRole('button', { name: 'Download the answer' })).toBeVisible();
  },
  '/audit/[id]/[set]': async (page) => {
    await page.locator('main ul a').first().click();
    await page.getByRole('button', { name: 'Propose another plan' }).click();
    await expect(page.getByLabel('Lower, at least')).toBeVisible();
  },
  '/guide/[topic]': async (page) => void (await page.goto('/guide/variations')),
};

async function open(page: Page, route: string) {
  if (VISITS[route]) await VISITS[route](page);
  else await page.goto(route);
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
}

/** What axe finds, a line each; by one rule, or by all. */
async function violations(page: Page, where: string, rule?: string): Promise<string[]> {
  // Without a page of its own to put frames' findings together: there are no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (rule ? axe.withRules(rule) : axe).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${where}: ${id} (${help}) at ${target.join(' ')}`),
  );
}

// The live set first, as it makes the set to review; then whatever there is, and an address that leads nowhere.
const order = new Set([...Object.keys(VISITS), ...ROUTES, '/nowhere']);

test('axe finds nothing on any page, in the dark and in the light', async ({ page }) => {
  test.setTimeout(240_000);
  const found: string[] = [];
  for (const route of order) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await open(page, route);
    found.push(...(await violations(page, `${route} dark`)));
    // Nothing but colours differs.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    found.push(...(await violations(page, `${route} light`, 'color-contrast')));
  }
  expect(found).toEqual([]);
});
