/** Runs once the page has nothing else to do; in browsers that do not tell, a moment later. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, 500);
}
