/**
 * What the browser's performance timeline shows of a set: a mark where its stream begins; a mark of every batch
 * taken, its detail the samples held since then; a measure of every analysis, from the question to its answer, and
 * one of how long it then took the page to take that in, the detail of both the samples it is of.
 * But for the first the timeline keeps the latest of each only: who wants all of them observes.
 */
export const TIMELINE = {
  stream: 'sledtrace-stream',
  taken: 'sledtrace-taken',
  analysis: 'sledtrace-analysis',
  report: 'sledtrace-report',
} as const;

/** A measure of ours anew. Whoever watches has been told of the one before; the timeline itself would keep them all. */
export function remeasure(name: string, measured: PerformanceMeasureOptions): void {
  performance.clearMeasures(name);
  performance.measure(name, measured);
}
