/** On the page's timeline: what is loaded from here on is no part of the first load. */
const IDLE_MARK = 'sledtrace:idle';

/** Runs once the page has nothing else to do; in browsers that do not tell, a moment later. */
export function whenIdle(run: () => void): void {
  const begin = () => {
    performance.mark(IDLE_MARK);
    run();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(begin);
  else setTimeout(begin, 500);
}
