import type { Rep, SetReport, Stroke, Track } from '$lib/core/sled/report';

export type PhaseName = 'lower' | 'bottom' | 'press' | 'top';

/** Where the sled is in the rep at the end of the samples so far. */
export interface CurrentPhase {
  /** `ready` until the first stroke. */
  name: PhaseName | 'ready';
  /** Time in this phase, s; provisional until the rep has closed. */
  elapsed_s: number;
  /** Position at the end of the track, m; null while there is no track. */
  position_m: number | null;
}

/** A run of motion shorter than this is sway or noise, not yet a stroke, m. */
const STROKE_BEGINS_m = 0.03;
/** A reported stroke that ends this close to the end of the track is still under way, s. */
const STILL_GOING_s = 0.05;

/** The reps whose press has ended; one still under way is not yet counted. */
export function closedReps({ reps, track }: SetReport): Rep[] {
  const now_s = track.t_s.at(-1) ?? -Infinity;
  return reps.filter(({ press }) => press.end_s <= now_s - STILL_GOING_s);
}

/** The phase in which a report ends, from its strokes and the motion after the last of them. */
export function currentPhase({ track, strokes, definitions }: SetReport): CurrentPhase {
  const n = track.t_s.length;
  if (n === 0) return { name: 'ready', elapsed_s: 0, position_m: null };
  const now_s = track.t_s[n - 1];
  const position_m = track.position_m[n - 1];
  const at = (name: CurrentPhase['name'], start_s: number): CurrentPhase => ({
    name,
    elapsed_s: Math.max(0, now_s - start_s),
    position_m,
  });

  const last = strokes.at(-1);
  const run = movingRun(track, definitions.v0_mps);
  if (run && last && last.direction === run.direction && last.end_s > now_s - STILL_GOING_s) {
    return at(run.direction, last.start_s);
  }
  if (run && run.travel_m >= STROKE_BEGINS_m) return at(run.direction, run.start_s);
  if (!last) return at('ready', track.t_s[0]);
  return at(last.direction === 'lower' ? 'bottom' : 'top', last.end_s);
}

/** The unbroken motion in one direction at the end of the track; null where it ends at rest. */
function movingRun(track: Track, v0_mps: number): Omit<Stroke, 'end_s' | 'rep'> | null {
  const { t_s, position_m, velocity_mps } = track;
  const end = t_s.length - 1;
  if (!(Math.abs(velocity_mps[end]) > v0_mps)) return null;
  const sign = Math.sign(velocity_mps[end]);
  let start = end;
  while (start > 0 && velocity_mps[start - 1] * sign > v0_mps) start--;
  return {
    direction: sign < 0 ? 'lower' : 'press',
    start_s: t_s[start],
    travel_m: Math.abs(position_m[end] - position_m[start]),
  };
}
