import { simulate, type SimulateOptions } from '$lib/core/simulate';

/** Answers the options of a simulation with its recording. */
self.onmessage = ({ data }: MessageEvent<SimulateOptions>) => {
  self.postMessage(simulate(data).recording);
};
