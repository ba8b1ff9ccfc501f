/**
 * What the browser's performance timeline shows of a set: a mark where its stream begins, and a measure
 * of every analysis.
 */
export const TIMELINE = { stream: 'sledtrace-stream', analysis: 'sledtrace-analysis' } as const;
