import type { BrowserContext } from '@playwright/test';
import { test as base } from '../quiet-console';
import { launchBeside } from './browser';
import { Chooser } from './chooser';
import { FakeBluez } from './fake-bluez';

/** A Bluetooth world and the browser that lives in it. */
interface World {
  readonly ble: FakeBluez;
  readonly context: BrowserContext;
}

interface Fixtures {
  world: World;
  /** The peripherals around this test's own browser. */
  ble: FakeBluez;
  /** To be named by every test that opens a chooser. */
  chooser: Chooser;
}

/** Tests in a browser with Bluetooth: each has a browser, and a world of peripherals, to itself. */
export const test = base.extend<Fixtures>({
  world: async ({ playwright, launchOptions }, use) => {
    const ble = await FakeBluez.start();
    try {
      const browser = await launchBeside(ble, playwright.chromium, launchOptions);
      try {
        await use({ ble, context: await browser.newContext() });
      } finally {
        await browser.close();
      }
    } finally {
      ble.stop();
    }
  },
  ble: ({ world }, use) => use(world.ble),
  context: ({ world }, use) => use(world.context),
  chooser: async ({ page }, use) => use(await Chooser.on(page)),
});
