import type { Phase, Rep, SetReport, Track } from '../../core/sled/report';

/*
 * A sensor that is too slow to feel the sled roll now and then takes a hold for a creep: in simulated sets at
 * 50 Hz in 4 reps of 100, and never a creep for a hold. So a stroke that creeps at its ends may be shorter than it
 * seems, and the dwell beside it longer. What depends on it is not called out.
 */

/** Slower than this a sled may as well have stood. Holds that were misread seemed to go at 2 to 6 cm/s. */
const CREEP_MPS = 0.06;

/** How long a stroke creeps where it starts and where it ends. */
export interface Creep {
  readonly start_s: number;
  readonly end_s: number;
}

const NO_CREEP: Creep = { start_s: 0, end_s: 0 };

/** The creeping of a rep's strokes that may have been a hold; none where the sensor feels the sled roll. */
export function creepOf(
  { vibration }: Rep,
  stroke: Phase | null,
  { track }: Pick<SetReport, 'track'>,
): Creep {
  if (vibration !== null || !stroke) return NO_CREEP;
  const { start_s, end_s } = stroke;
  const [first, last] = [rowAt(track, start_s), rowAt(track, end_s)];
  let from = first;
  while (from < last && isCreeping(track, from)) from++;
  let to = last;
  while (to > from && isCreeping(track, to)) to--;
  return { start_s: track.t_s[from] - start_s, end_s: end_s - track.t_s[to] };
}

/** How long a stroke would be if all its creeping was a hold. */
export function withoutCreep_s(stroke: Phase, { start_s, end_s }: Creep): number {
  return stroke.duration_s - start_s - end_s;
}

function isCreeping({ velocity_mps }: Track, row: number): boolean {
  return Math.abs(velocity_mps[row]) < CREEP_MPS;
}

/** The first row at or after a time; the last where there is none. */
function rowAt({ t_s }: Track, time_s: number): number {
  let [low, high] = [0, Math.max(0, t_s.length - 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (t_s[middle] < time_s) low = middle + 1;
    else high = middle;
  }
  return low;
}
