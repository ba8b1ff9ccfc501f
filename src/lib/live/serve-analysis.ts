import { decodeRecording } from '$lib/core/file/binary';
import { Recorder, samplesOf } from '$lib/core/recording';
import { GrowingAnalysis } from '$lib/core/sled/analyse';
import type { SetReport, Track } from '$lib/core/sled/report';
import type { Setup } from '$lib/core/sled/setup';

/** Asks for the report on all samples sent so far. */
export interface Question {
  /** Those since the question before, as `encodeRecording` writes them. */
  readonly samples: Uint8Array;
  /** By which everything is analysed anew; null where it is that of the question before. The first one has it. */
  readonly setup: Setup | null;
}

/** The end of a channel at which questions come: a worker's own scope, or a port. */
export interface AnalysisPort {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage(report: SetReport, options: { transfer: Transferable[] }): void;
}

/** Answers each question with its report, in order. It holds a recording of its own, which grows with what it is sent. */
export function serveAnalysis(port: AnalysisPort): void {
  const recorder = new Recorder();
  let analysis = new GrowingAnalysis();
  port.onmessage = ({ data: { samples, setup } }) => {
    recorder.append(samplesOf(decodeRecording(samples)));
    if (setup) analysis = new GrowingAnalysis(setup);
    const report = analysis.report(recorder.recording());
    const track = copyOf(report.track);
    const transfer = Object.values(track).map(({ buffer }) => buffer);
    port.postMessage({ ...report, track }, { transfer });
  };
}

/** A track that can be given away: the page then need not copy it, which a slow one would feel in a long set. */
function copyOf({ t_s, position_m, positionSd_m, velocity_mps, velocitySd_mps }: Track) {
  return {
    t_s: t_s.slice(),
    position_m: position_m.slice(),
    positionSd_m: positionSd_m.slice(),
    velocity_mps: velocity_mps.slice(),
    velocitySd_mps: velocitySd_mps.slice(),
  };
}
