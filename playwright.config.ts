import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

const PORT = 4173;
/** BASE_URL=http://… tests a server that already runs instead of building and starting one. */
const baseURL = process.env.BASE_URL ?? `http://localhost:${PORT}`;

/** Path of a Chromium on this machine. Throws with what to install where there is none. */
function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const path = found.find((candidate) => existsSync(candidate));
  if (path) return path;
  throw new Error(
    'The end-to-end tests need Chromium and found none in PATH. ' +
      'Install it (Debian: apt install chromium) or name it with CHROMIUM_PATH.',
  );
}

/** These keep a processor busy, but wait for pages now and then: with one more than processors neither stands idle. */
const APP_WORKERS = 3;
/** These play sets at their real speed, so they mostly wait: two at first, three once the others are done. */
const SENSOR_TESTS = ['sensors-live.e2e.ts', 'link.e2e.ts', 'ble/*.e2e.ts'];
const SENSOR_WORKERS = 3;
/** More browsers at once on two processors make pages wait for seconds. */
const ALL_WORKERS = 5;

/** What Playwright switches off: Chromium heeds only the last such list, so that ours has to repeat it. */
const OFF_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
/**
 * The lists under Chromium's address field are pages of their own: each window readies two that nobody sees, at
 * twice the cost of the page under test. Reconsider if `Target.getTargets` no longer tells of them.
 */
const UNSEEN_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  // Many browsers at once on few cores, which may be busy with other things: how long a page takes fails no test.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  // A set is played at its real speed: a machine that stands still for a second makes a gap in it, which is no fault
  // of the program. A test that needs another run is reported as flaky.
  retries: 2,
  workers: ALL_WORKERS,
  projects: [
    { name: 'app', testMatch: '*.e2e.ts', testIgnore: SENSOR_TESTS, workers: APP_WORKERS },
    {
      name: 'sensors',
      testMatch: SENSOR_TESTS,
      workers: SENSOR_WORKERS,
      use: {
        // A telephone's: drawing it without a graphics processor is most of what these tests cost.
        viewport: { width: 390, height: 844 },
      },
    },
  ],
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL,
    // Centimetres and kilograms, with a point.
    locale: 'en-GB',
    // Keeping the whole app for offline use is one test's business.
    serviceWorkers: 'block',
    // Of every run it would cost a quarter of the time.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        // Where there is no graphics processor, emulating one costs more than doing without.
        '--disable-gpu',
        `--disable-features=${[...OFF_BY_PLAYWRIGHT, ...UNSEEN_PAGES].join(',')}`,
        // Chromium refuses its sandbox to root.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: process.env.BASE_URL
    ? undefined
    : {
        command: 'npm run build && node build',
        env: { PORT: String(PORT), ORIGIN: baseURL },
        url: baseURL,
        reuseExistingServer: false,
        timeout: 180_000,
      },
});
