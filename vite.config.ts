import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    setupFiles: ['tests/setup.ts'],
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // One worker a processor: some tests wait for clocks, and the rest of the machine has nothing else to do.
    maxWorkers: '100%',
  },
});
