import { expect } from '@playwright/test';
import { test } from './quiet-console';

test('a set is set up: what the guide asks is read, changed and kept', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Set up the next set' }).click();
  await expect(page.getByRole('heading', { name: 'What the guide asks' })).toBeVisible();

  await page.getByLabel('Goal').selectOption('Strength');
  const tempo = page.getByLabel('Tempo', { exact: true });
  await expect(tempo).toHaveValue('2–3 / – / X / –');
  await expect(page.getByLabel('Reps, at least')).toHaveValue('4');

  // A slip is pointed at, and changes nothing.
  await tempo.fill('3/1/Y/0');
  await tempo.press('Enter');
  await expect(page.getByText('character 5')).toBeVisible();
  await tempo.fill('4/1/X/0');
  await tempo.press('Enter');
  await expect(
    page.getByText('Lower in 4 s, hold 1 s, press fast, no rest at the top.'),
  ).toBeVisible();
  await expect(page.getByLabel('Lower, at least')).toHaveValue('4');

  await page.getByLabel('Target').fill('40');
  await page.getByLabel('Target').press('Tab');
  await expect(page.getByLabel('Not above')).toHaveValue('36');
  const load = page.getByRole('textbox', { name: 'Load', exact: true });
  await load.fill('82,25');
  await load.press('Tab');
  await page.getByText('Before the set').click();
  await page.getByRole('checkbox').first().check();

  // It is there again, on the home page too; another way to press asks for something else.
  await page.goto('/');
  await expect(page.getByText('Strength · 82.25 kg · 4–6 reps · 40.0 cm')).toBeVisible();
  await page.getByRole('link', { name: 'Change' }).click();
  await expect(tempo).toHaveValue('4-1-X-0');
  await page.getByLabel('Variation').selectOption('Hamstrings, one leg');
  await expect(page.getByRole('radio', { name: 'Left' })).toBeChecked();
});
