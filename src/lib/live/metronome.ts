import type { Tempo } from '$lib/guide/tempo';
import { middle_s, type Paced } from './pacer';

/** One tick, counted from the start of the lower. */
export interface Beat {
  readonly at_s: number;
  /** A phase ends here, and the next begins. */
  readonly isAccent: boolean;
}

/** A tick this close before an accent would blur it, s. */
const CLEAR_s = 0.3;

/** The ticks of one rep: each second of a phase, and an accent where it should end; none from the first phase on that no time is asked of. */
export function beatsOf(tempo: Pick<Tempo, keyof Paced>): Beat[] {
  const beats: Beat[] = [];
  let start_s = 0;
  for (const phase of [tempo.lower, tempo.bottom, tempo.press]) {
    if (phase.kind !== 'band') return beats;
    const length_s = middle_s(phase);
    for (let second = 1; second <= length_s - CLEAR_s; second++) {
      beats.push({ at_s: start_s + second, isAccent: false });
    }
    start_s += length_s;
    if (length_s > 0) beats.push({ at_s: start_s, isAccent: true });
  }
  return beats;
}

/** When the beats that are still to come sound, on a clock that reads `now_s`, the rep `elapsed_s` old. */
export function scheduleOf(
  beats: readonly Beat[],
  { elapsed_s, now_s, speed }: { elapsed_s: number; now_s: number; speed: number },
): Beat[] {
  return beats
    .filter(({ at_s }) => at_s > elapsed_s)
    .map(({ at_s, isAccent }) => ({ at_s: now_s + (at_s - elapsed_s) / speed, isAccent }));
}
