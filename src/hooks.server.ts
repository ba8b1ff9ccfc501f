import type { Handle } from '@sveltejs/kit';

/** The letters of both languages; the rest of the font comes when it is needed. */
const FONT = /\/inter-latin-wght-/;

/** Fetches the font with the scripts: text that changed its letters later would move what stands beside it. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && FONT.test(path)),
  });
