import { expect } from '@playwright/test';
import { test } from './quiet-console';

test('the guide is read, searched and linked into', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Guide' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible();

  await page.getByRole('link', { name: /^Depth and top/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Depth and top' })).toBeVisible();
  const limit = page.locator('#G04');
  await expect(limit).toContainText('where the pelvis begins to tuck');
  await expect(limit).toContainText('Measured by the sensor');
  await expect(limit).toContainText('Hamstring-Focused Leg Press › FAQs');
  await expect(page.getByRole('img', { name: 'The sled on its rail: Hamstrings' })).toBeVisible();
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'The top' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The top' })).toBeInViewport();

  // From a statement to both sides, and to a side's own place.
  await page.getByRole('link', { name: 'How straight may the legs be' }).first().press('Enter');
  await expect(page).toHaveURL(/disagreements#top-position$/);
  await page.getByRole('link', { name: 'Link to statement G10' }).press('Enter');
  await expect(page).toHaveURL(/depth#G10$/);
  await expect(page.locator('#G10')).toBeInViewport();

  await page.getByRole('main').getByRole('link', { name: 'Guide' }).press('Enter');
  const field = page.getByRole('searchbox', { name: 'Search the guide' });
  await field.pressSequentially('pelvis tuck');
  await expect(page).toHaveURL(/\?q=pelvis%20tuck$/);
  await expect(page.locator('mark').first()).toHaveText('pelvis');
  await field.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guide\/[a-z-]+#[A-M]\d\d$/);
  await page.goBack();
  await expect(field).toHaveValue('pelvis tuck');
  await field.fill('xylophone');
  await expect(page.getByText('Nothing found for “xylophone”')).toBeVisible();

  await page.goto('/guide/safety#I06');
  await expect(page.locator('#I06')).toBeInViewport();
  await page.goto('/guide/nowhere');
  await expect(page.getByText('The guide has no such article.')).toBeVisible();
});
