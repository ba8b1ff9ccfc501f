import type { Rep, SetReport, Stroke, Track } from '$lib/core/sled/report';

export type PhaseName = 'lower' | 'bottom' | 'press' | 'top';

/** Where the sled is in the rep at the end of the samples so far; provisional, as all of it may still change. */
export interface CurrentPhase {
  /** `ready` until the first stroke. */
  name: PhaseName | 'ready';
  /** When it began, on the recording's axis; NaN without a track. */
  start_s: number;
  /** Time in this phase, s. */
  elapsed_s: number;
  /** Time since the rep's lower began, at the top that of the rep just done; null where there was none. */
  sinceLower_s: number | null;
  /** Position at the end of the track, m; null while there is no track. */
  position_m: number | null;
  /** At the end of the track; null where the sled is not in a stroke. */
  speed: CurrentSpeed | null;
  /** Null outside a rep, or where it has no lower. */
  depth: CurrentDepth | null;
}

export interface CurrentSpeed {
  /** Positive either way. */
  speed_mps: number;
  speedSd_mps: number;
}

export interface CurrentDepth {
  /** How far the sled has been below where the rep's lower began. */
  depth_m: number;
  /** An upper limit of it: as if the speed had erred the same way all along. */
  depthSd_m: number;
}

/** A run of motion shorter than this is sway or noise, not yet a stroke, m. */
const STROKE_BEGINS_m = 0.03;
/** A reported stroke that ends this close to the end of the track is still under way, s. */
const STILL_GOING_s = 0.05;
/** A rep is shown when its press ended this long ago: sooner it may yet go on. */
const SHOWN_AFTER_s = 0.2;
/** So long after its press's end the analysis does not change a rep any more, s. */
const SETTLES_s = 1.5;

/** Where there is no track yet. */
export const NO_PHASE: CurrentPhase = {
  name: 'ready',
  start_s: NaN,
  elapsed_s: 0,
  sinceLower_s: null,
  position_m: null,
  speed: null,
  depth: null,
};

/** The reps whose press has ended; one still under way is not yet counted. */
export function closedReps({ reps, track }: SetReport): Rep[] {
  return closedBy(reps, track.t_s.at(-1) ?? -Infinity);
}

/** Those that had closed by a time. */
export function closedBy(reps: readonly Rep[], now_s: number): Rep[] {
  return reps.filter(({ press }) => press.end_s <= now_s - SHOWN_AFTER_s);
}

/** How many of a report's reps are final where its samples end at `now_s`; they are the first ones. */
export function countSettled({ reps }: SetReport, now_s: number): number {
  return reps.filter(({ press }) => press.end_s <= now_s - SETTLES_s).length;
}

/** The phase in which a report ends, from its strokes and the motion after the last of them. */
export function currentPhase({ track, strokes, definitions }: SetReport): CurrentPhase {
  const end = track.t_s.length - 1;
  if (end < 0) return NO_PHASE;
  const { name, start_s } = phaseUnderWay(track, strokes, definitions.v0_mps);
  const lower_s = lowerStart_s({ name, start_s }, strokes);
  return {
    name,
    start_s,
    elapsed_s: Math.max(0, track.t_s[end] - start_s),
    sinceLower_s: lower_s === null ? null : Math.max(0, track.t_s[end] - lower_s),
    position_m: track.position_m[end],
    speed: name === 'lower' || name === 'press' ? speedAt(track, end) : null,
    depth: lower_s === null || name === 'top' ? null : depthSince(track, lower_s),
  };
}

type PhaseStart = Pick<CurrentPhase, 'name'> & Pick<Stroke, 'start_s'>;

function phaseUnderWay(track: Track, strokes: readonly Stroke[], v0_mps: number): PhaseStart {
  const now_s = track.t_s[track.t_s.length - 1];
  const last = strokes.at(-1);
  const run = movingRun(track, v0_mps);
  if (run && last && last.direction === run.direction && last.end_s > now_s - STILL_GOING_s) {
    return { name: run.direction, start_s: last.start_s };
  }
  if (run && run.travel_m >= STROKE_BEGINS_m) return { name: run.direction, start_s: run.start_s };
  if (!last) return { name: 'ready', start_s: track.t_s[0] };
  return { name: last.direction === 'lower' ? 'bottom' : 'top', start_s: last.end_s };
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

/** When the lower of the rep under way, or just done, began, s; null before any and in a rep that began with its press. */
function lowerStart_s({ name, start_s }: PhaseStart, strokes: readonly Stroke[]): number | null {
  if (name === 'ready') return null;
  if (name === 'lower') return start_s;
  const done = strokes.filter((stroke) => stroke.start_s < start_s);
  const before = done.at(name === 'top' ? -2 : -1);
  return before?.direction === 'lower' ? before.start_s : null;
}

function speedAt({ velocity_mps, velocitySd_mps }: Track, row: number): CurrentSpeed {
  return { speed_mps: Math.abs(velocity_mps[row]), speedSd_mps: velocitySd_mps[row] };
}

/** How far the sled has been below its position at a time. */
function depthSince(track: Track, start_s: number): CurrentDepth {
  const { t_s, position_m, velocitySd_mps } = track;
  let start = t_s.length - 1;
  while (start > 0 && t_s[start - 1] >= start_s) start--;
  let [depth_m, depthSd_m, sd_m] = [0, 0, 0];
  for (let i = start + 1; i < t_s.length; i++) {
    sd_m += velocitySd_mps[i] * (t_s[i] - t_s[i - 1]);
    const below_m = position_m[start] - position_m[i];
    if (!(below_m > depth_m)) continue;
    depth_m = below_m;
    depthSd_m = sd_m;
  }
  return { depth_m, depthSd_m };
}
