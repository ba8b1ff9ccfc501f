import type { Page } from '@playwright/test';
import type { TIMELINE } from '../../src/lib/live/timeline';

/** What a page notes of a set that runs; times on its own clock, ms. */
export interface PageNotes {
  /** Batches as the session took them, and how many samples it held then. */
  taken: Held[];
  /** Analyses in the order their frames were drawn. */
  drawn: DrawnAnalysis[];
  longTasks: Task[];
}

/** So many samples were held at a time. */
export interface Held {
  at_ms: number;
  samples: number;
}

export interface Task {
  start_ms: number;
  duration_ms: number;
}

/** An analysis, and the first frame after it. */
export interface DrawnAnalysis extends Task {
  /** How many samples it was of. */
  samples: number;
  /** When the frame was due, and when the page had drawn it and handed it to the compositor. */
  frameDue_ms: number;
  frameDrawn_ms: number;
}

declare global {
  interface Window {
    notes: PageNotes;
  }
}

/**
 * Runs in the page, before anything of its own. It asks for a frame after an analysis only, as the page itself
 * does: a loop of frames would be work that the page does not have.
 */
export function watchRadio(timeline: typeof TIMELINE): void {
  window.notes = { taken: [], drawn: [], longTasks: [] };
  const waiting: Omit<DrawnAnalysis, 'frameDrawn_ms'>[] = [];
  const { port1: drawn, port2: afterDrawing } = new MessageChannel();
  drawn.onmessage = () => {
    const frameDrawn_ms = performance.now();
    for (const analysis of waiting.splice(0)) {
      window.notes.drawn.push({ ...analysis, frameDrawn_ms });
    }
  };
  const measure = performance.measure.bind(performance);
  // Observers hear of a measure later than the next frame; this has to be known before it.
  performance.measure = (...named) => {
    const measured = measure(...named);
    if (measured.name !== timeline.analysis) return measured;
    const { startTime: start_ms, duration: duration_ms } = measured;
    const samples = Number(measured.detail);
    requestAnimationFrame((frameDue_ms) => {
      waiting.push({ start_ms, duration_ms, samples, frameDue_ms });
      // Is heard once style, layout and paint of this frame are done.
      afterDrawing.postMessage(null);
    });
    return measured;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { startTime: start_ms, duration: duration_ms } = entry;
      if (entry.entryType === 'longtask') window.notes.longTasks.push({ start_ms, duration_ms });
      if (!(entry instanceof PerformanceMark) || entry.name !== timeline.taken) continue;
      window.notes.taken.push({ at_ms: start_ms, samples: Number(entry.detail) });
    }
  }).observe({ entryTypes: ['mark', 'longtask'] });
}

/** What has been noted since the last time, which the page then no longer holds. */
export function takeNotes(page: Page): Promise<PageNotes> {
  return page.evaluate(() => {
    const { notes } = window;
    window.notes = { taken: [], drawn: [], longTasks: [] };
    return notes;
  });
}
