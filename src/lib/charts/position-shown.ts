import type { SetReport, Track } from '$lib/core/sled/report';
import type { Exclusion } from '$lib/core/sled/setup';
import type { DepthTarget } from '$lib/guide/plan';
import { shownLength } from '$lib/locale/units';
import type { Point } from './chart';
import { visibleIndices } from './columns';
import { measuredPositions } from './gaps';
import type { Span } from './span';

export interface PositionView {
  report: SetReport | null;
  /** The rep to stress. */
  rep: number | null;
  /** The rep that is kept in view. */
  pinned?: number | null;
  /** What is seen of the whole set; all of it where nothing is said. */
  seen?: Span | null;
  depth?: DepthTarget | null;
  excluded?: readonly Exclusion[];
  /** A stretch that is spoken of. */
  stretch?: Span | null;
}

/** What a position trace shows at the moment. */
export interface Shown {
  report: SetReport | null;
  /** The rep to stress. */
  rep: number | null;
  /** The rep that is kept in view. */
  pinned: number | null;
  /** The stretch that is seen. */
  seen: Span;
  /** The time that the horizontal axis counts from, s. */
  origin_s: number;
  /** The track's positions, m; NaN where no sample came. */
  position_m: Float32Array;
  /** Which of the track's samples are drawn. */
  indices: readonly number[];
}

const NO_TIME: Span = { start_s: 0, end_s: 0 };
export const NOTHING: Shown = {
  report: null,
  rep: null,
  pinned: null,
  seen: NO_TIME,
  origin_s: 0,
  position_m: new Float32Array(),
  indices: [],
};

/** From the first to the last moment of a track. */
export function wholeOf(track: Track | undefined): Span {
  const t_s = track?.t_s;
  if (!t_s || t_s.length === 0) return NO_TIME;
  return { start_s: t_s[0], end_s: t_s[t_s.length - 1] };
}

/** What of a report is drawn: the stretch that is seen, or the window that ends now. */
export function choose(view: PositionView, window_s: number | null, width_px: number): Shown {
  const { report, rep, pinned = null } = view;
  const whole = wholeOf(report?.track);
  const isLive = window_s !== null;
  const seen = isLive
    ? { start_s: whole.end_s - window_s, end_s: whole.end_s }
    : (view.seen ?? whole);
  const none = { ...NOTHING, report, rep, pinned, seen };
  if (!report || report.track.t_s.length === 0) return none;
  const position_m = measuredPositions(report);
  const [start, end] = rowsOf(report.track, seen);
  const values = position_m.subarray(start, end);
  const indices = visibleIndices(values, Math.max(100, width_px)).map((i) => i + start);
  const origin_s = isLive ? whole.end_s : whole.start_s;
  return { ...none, seen, origin_s, position_m, indices };
}

/** The rows `[start, end)` of a track that a stretch needs: one beyond on either side, so that the line reaches the edge. */
function rowsOf({ t_s }: Track, { start_s, end_s }: Span): [start: number, end: number] {
  const first = t_s.findIndex((time_s) => time_s >= start_s);
  const after = t_s.findIndex((time_s) => time_s > end_s);
  return [Math.max(0, first - 1), after < 0 ? t_s.length : Math.min(t_s.length, after + 1)];
}

export function points({ report, origin_s, position_m, indices }: Shown): Point[] {
  if (!report) return [];
  const { t_s } = report.track;
  return indices.map((i) => ({ x: t_s[i] - origin_s, y: shownLength(position_m[i]) }));
}
