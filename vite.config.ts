import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** Rooms whose tests leave nothing behind: neither a clock, nor a database, nor anything that still runs. */
const PURE = ['bench', 'charts', 'cli', 'core', 'guide', 'locale', 'ui'].map(
  (room) => `tests/${room}/**/*.test.ts`,
);

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    // One worker a processor: some tests wait for clocks, and the rest of the machine has nothing else to do.
    maxWorkers: '100%',
    projects: [
      // Loading the modules anew for each of many small files took a third of the whole time.
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: PURE } },
    ],
  },
});
