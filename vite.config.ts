import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    // One worker more than there are processors: some tests wait for clocks and locks.
    maxWorkers: availableParallelism() + 1,
    // Loading the modules anew for each of many small files took a third of the whole time. So a test leaves nothing
    // behind: neither a clock that stands still, nor a database of a name that another may use.
    isolate: false,
    // Core is most of the work, and Vite's modules make it slow: whatever one imports of another is looked up at each
    // use, which nearly doubles the time of an analysis. Node loads core by itself, as it does for `npm run analyze`.
    execArgv: ['--import', 'tsx'],
    server: { deps: { external: [/\/src\/lib\/core\//] } },
  },
});
