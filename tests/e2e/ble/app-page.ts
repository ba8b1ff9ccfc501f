import { expect, type Page } from '@playwright/test';
import type { Chooser } from './chooser';

/** What an athlete does and sees on the way from the home page to a reviewed set, by the page's own names. */
export class AppPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** How the link is, in words that begin with Streaming, Silent or Reconnecting. */
  get link() {
    return this.#page.getByTestId('link');
  }

  get battery() {
    return this.#page.getByTestId('battery');
  }

  get count() {
    return this.#page.getByTestId('rep-count');
  }

  /** Trouble that the home page tells. */
  get trouble() {
    return this.#page.getByRole('alert');
  }

  get connectButton() {
    return this.#page.getByRole('button', { name: 'Connect a sensor', exact: true });
  }

  /** The button for a sensor that has been chosen before. */
  known(device: string) {
    return this.#page.getByRole('button', { name: `Connect ${device}`, exact: true });
  }

  /** Goes to the home page and takes a device from the chooser, by name or address. */
  async connect(chooser: Chooser, device: string): Promise<void> {
    await this.#page.goto('/');
    await this.connectButton.click();
    await chooser.choose(device);
  }

  async endSet(): Promise<void> {
    await this.#page.getByRole('button', { name: 'End set' }).click();
    await expect(this.#page.getByRole('table')).toBeVisible();
  }

  /** Depth of every rep in the review's table, m. */
  async depths_m(): Promise<number[]> {
    const table = this.#page.getByRole('table');
    const columns = await table.getByRole('columnheader').allTextContents();
    const column = columns.findIndex((title) => title.startsWith('Depth'));
    const rows = await table.locator('tbody tr').all();
    const cells = rows.map((row) => row.locator('th, td').nth(column).textContent());
    return (await Promise.all(cells)).map((text) => Number.parseFloat(text ?? '') / 100);
  }
}
