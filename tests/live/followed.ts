import { sliceRecording } from '$lib/core/recording';
import type { Simulation } from '$lib/core/simulate';
import { GrowingAnalysis } from '$lib/core/sled/analyse';
import type { SetReport } from '$lib/core/sled/report';

/** The reports on a set as it grows, by so many samples at a time. */
export function followed({ recording }: Simulation, every = 10): SetReport[] {
  const analysis = new GrowingAnalysis();
  const reports: SetReport[] = [];
  for (let n = 0; n < recording.length; n += every) {
    reports.push(analysis.report(sliceRecording(recording, 0, n)));
  }
  return reports;
}
