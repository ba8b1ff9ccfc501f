import type { Page } from '@playwright/test';
import { TIMELINE } from '../../src/lib/live/timeline';

/** Elements that moved though nobody had touched the page, as the browser saw it. */
export interface Shift {
  at_ms: number;
  /** Share of the screen that moved, times how far. */
  value: number;
  what: string[];
}

/** As Chromium tells it; not in TypeScript's library. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

declare global {
  interface Window {
    shifts: Shift[];
  }
}

/** Runs in the page, before anything of its own: notes what moves. */
export function watchShifts(): void {
  window.shifts = [];
  const named = (node: Node | null) =>
    node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : '?';
  new PerformanceObserver((list) => {
    for (const {
      startTime,
      value,
      hadRecentInput,
      sources,
    } of list.getEntries() as LayoutShift[]) {
      if (hadRecentInput) continue;
      const what = sources.map(({ node }) => named(node));
      window.shifts.push({ at_ms: startTime, value, what });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What moved since the sensor was asked to start. */
export function shiftsOf(page: Page): Promise<Shift[]> {
  return page.evaluate((stream) => {
    const since_ms = performance.getEntriesByName(stream)[0]?.startTime ?? Infinity;
    return window.shifts.filter(({ at_ms }) => at_ms >= since_ms);
  }, TIMELINE.stream);
}
