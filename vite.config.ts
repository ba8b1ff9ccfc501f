import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    setupFiles: ['tests/setup.ts'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // The files of a worker share their modules: loading them anew for each took a third of the whole time. A test
    // that changes what others see (a global, a clock) puts it back.
    isolate: false,
    // One worker a processor: some tests wait for clocks, and the rest of the machine has nothing else to do.
    maxWorkers: '100%',
  },
});
