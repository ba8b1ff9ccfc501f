import { gzipSync } from 'node:zlib';
import { chromium, type Page, type Response } from '@playwright/test';
import { CHROMIUM, startApp, VIEWPORT } from './app';
import { alignedTable } from './table';

/** What a page loads before it rests, for someone who was never here. */
export interface FirstLoad {
  path: string;
  /** Scripts, and their size as gzip sends them. */
  scripts: number;
  gzip_kB: number;
}

const PATHS = [
  '/',
  '/setup',
  '/live?sensor=simulated',
  '/history',
  '/guide',
  '/settings',
  '/sensors',
];

/** The scripts that a page of a new visitor loads until it first rests (`when-idle.ts`). */
export async function firstLoad(page: Page, url: string): Promise<Omit<FirstLoad, 'path'>> {
  const scripts = new Map<string, Response>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const early = await page.evaluate(() => {
    const idle_ms = performance.getEntriesByName('sledtrace:idle')[0]?.startTime ?? Infinity;
    const resources = performance.getEntriesByType('resource');
    return resources.filter(({ startTime }) => startTime < idle_ms).map(({ name }) => name);
  });
  const loaded = early.map((name) => scripts.get(name)).filter((script) => script !== undefined);
  const bodies = await Promise.all(loaded.map((script) => script.body()));
  const bytes = bodies.map((body) => gzipSync(body).length);
  return { scripts: bytes.length, gzip_kB: bytes.reduce((sum, size) => sum + size, 0) / 1000 };
}

/** Measures the pages of the built app, each in a browser context of its own. */
export async function benchFirstLoads(): Promise<FirstLoad[]> {
  const { url, stop } = await startApp();
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  try {
    const loads: FirstLoad[] = [];
    for (const path of PATHS) {
      // Without the worker that keeps the rest for offline use, which comes after.
      const page = await browser.newPage({ viewport: VIEWPORT, serviceWorkers: 'block' });
      loads.push({ path, ...(await firstLoad(page, url + path)) });
      await page.context().close();
    }
    return loads;
  } finally {
    await browser.close();
    stop();
  }
}

export function firstLoadTable(loads: readonly FirstLoad[]): string {
  return alignedTable([
    ['first load', 'scripts', 'gzip kB'],
    ...loads.map(({ path, scripts, gzip_kB }) => [path, String(scripts), gzip_kB.toFixed(1)]),
  ]);
}
