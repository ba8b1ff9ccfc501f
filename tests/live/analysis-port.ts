import type { AnalysisWorker } from '$lib/live/analyst';
import { serveAnalysis } from '$lib/live/serve-analysis';

/** A worker's other side without the worker: the very same code, at the other end of a channel that copies and gives away. */
export function analysisPort(): AnalysisWorker {
  const { port1, port2 } = new MessageChannel();
  serveAnalysis(port2);
  return Object.assign(port1, { onerror: null, terminate: () => port1.close() });
}
