import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
    // One page opens every address offline: its files are named from the root.
    paths: { relative: false },
    // Pictures for the README and sketches for boards are no part of the app.
    serviceWorker: { files: (path) => !/^(docs|firmware)\//.test(path) },
  },
};
