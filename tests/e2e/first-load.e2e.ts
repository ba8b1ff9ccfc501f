import { expect, test } from '@playwright/test';
import { firstLoad } from '../bench/first-load';

const HOME_BUDGET_kB = 120;

test('the home page comes with few scripts', async ({ page, baseURL }) => {
  const { scripts, gzip_kB } = await firstLoad(page, baseURL ?? '');
  expect(scripts).toBeGreaterThan(0);
  expect(gzip_kB).toBeLessThanOrEqual(HOME_BUDGET_kB);
});
