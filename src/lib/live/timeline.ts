/**
 * What the browser's performance timeline shows of a set: a mark where its stream begins; a mark of every batch
 * taken, its detail the samples held since then; a measure of every analysis, its detail the samples it is of.
 * Of the last two the timeline keeps the latest only: who wants all of them observes.
 */
export const TIMELINE = {
  stream: 'sledtrace-stream',
  taken: 'sledtrace-taken',
  analysis: 'sledtrace-analysis',
} as const;
