import { encodeRecording } from '$lib/core/file/binary';
import {
  Recorder,
  recordingOf,
  sliceRecording,
  type Recording,
  type Sample,
} from '$lib/core/recording';

/** `count` samples, 100 a second from `from_s` on, each its own. */
export function someSamples(from_s: number, count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const t_s = from_s + i / 100;
    return {
      t_s,
      accel_mps2: [Math.sin(t_s), i % 7 === 0 ? NaN : t_s, 9.81],
      gyro_dps: [t_s, -t_s, 0.25],
    };
  });
}

export function someRecording(from_s: number, count: number): Recording {
  return recordingOf(someSamples(from_s, count));
}

/** Whether `part` is the beginning of `whole`, to the last bit. */
export function isBeginning(part: Recording, whole: Recording): boolean {
  const [ours, theirs] = [part, sliceRecording(whole, 0, part.length)].map(encodeRecording);
  return ours.length === theirs.length && ours.every((byte, i) => byte === theirs[i]);
}

/** A recorder and what it holds so far. */
export function growing() {
  const recorder = new Recorder();
  return {
    add: (samples: readonly Sample[]): Recording => {
      recorder.append(samples);
      return recorder.recording();
    },
  };
}
