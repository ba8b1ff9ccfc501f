import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  recordingOf,
  sampleAt,
  sliceRecording,
  type Recording,
} from '../../src/lib/core/recording';
import { simulate } from '../../src/lib/core/simulate';
import { analyse } from '../../src/lib/core/sled/analyse';

export interface Timing {
  /** Median of many runs. */
  minute_ms: number;
  hour_ms: number;
  hourSamples: number;
  /** Memory still held after many runs, once collected. */
  heapKept_MB: number;
}

const MINUTE_RUNS = 25;
const MEMORY_RUNS = 20;

/** Times the analysis of 60 s and of one hour at 100 Hz, and what it leaves in memory. */
export function timeAnalysis(seed: number): Timing {
  const minute = minuteOf(seed);
  const kept_MB = heapKept_MB(minute);
  const hour = tile(
    Array.from({ length: 6 }, (_, i) => simulate({ seed: seed + i, set: { reps: 10 } }).recording),
    3600,
  );
  const runs_ms = Array.from({ length: MINUTE_RUNS }, () => elapsed_ms(() => analyse(minute)));
  return {
    minute_ms: runs_ms.sort((a, b) => a - b)[Math.floor(MINUTE_RUNS / 2)],
    hour_ms: elapsed_ms(() => analyse(hour)),
    hourSamples: hour.length,
    heapKept_MB: kept_MB,
  };
}

function minuteOf(seed: number): Recording {
  const { recording } = simulate({ seed, set: { reps: 12 } });
  const end = recording.t_s.findIndex((t_s) => t_s >= 60);
  return sliceRecording(recording, 0, end < 0 ? recording.length : end);
}

/** The recordings one after another, over and over, until the time is full. */
function tile(recordings: readonly Recording[], duration_s: number): Recording {
  const samples = [];
  let start_s = 0;
  for (let k = 0; start_s < duration_s; k++) {
    const recording = recordings[k % recordings.length];
    const step_s = recording.t_s[1] - recording.t_s[0];
    for (let i = 0; i < recording.length && start_s + recording.t_s[i] < duration_s; i++) {
      const sample = sampleAt(recording, i);
      samples.push({ ...sample, t_s: start_s + sample.t_s });
    }
    start_s += recording.t_s[recording.length - 1] + step_s;
  }
  return recordingOf(samples);
}

function heapKept_MB(recording: Recording): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  analyse(recording);
  const before = held();
  for (let run = 0; run < MEMORY_RUNS; run++) analyse(recording);
  return (held() - before) / 1e6;
}

function elapsed_ms(work: () => void): number {
  const start_ms = performance.now();
  work();
  return performance.now() - start_ms;
}
