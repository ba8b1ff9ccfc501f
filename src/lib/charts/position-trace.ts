import type { SetReport, Track } from '$lib/core/sled/report';
import type { DepthTarget } from '$lib/guide/plan';
import { preferences } from '$lib/locale/preferences';
import { shownLength, typedLength_m } from '$lib/locale/units';
import { Chart, heightAxis, setRange, STILL, timeAxis, type Point } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { watchGestures, type Drag, type TimeAxis } from './gestures';
import type { Palette } from './palette';
import { bandsBehind, uncertaintyBehind } from './position-behind';
import { levelsBehind, levelsOf, missingBehind, stretchBehind } from './position-marks';
import { choose, NOTHING, points, wholeOf, type PositionView, type Shown } from './position-shown';
import { repSpan } from './phase-bands';
import { steppedRange, type SteppedRange } from './scale';
import type { Span } from './span';
import { DEAF, watchPointer, type RepEars } from './rep-pointer';
import { tickFigure } from './tick';
import { canvasWords } from './words';

export interface PositionTraceSettings {
  /** Show only the last so many seconds, up to now; null shows the whole set. */
  window_s: number | null;
  ears: RepEars;
  /** Told where the trace lies on its canvas, whenever that changes. */
  onFrame: (frame: TraceFrame) => void;
  /** Where the trace can be zoomed and marked. */
  zoom: TraceZoom | null;
}

export interface TraceZoom {
  onSeen: TimeAxis['onSeen'];
  onMark: TimeAxis['onMark'];
  drag: () => Drag;
}

/** Where a trace lies on its canvas, and what of the set it shows there. */
export interface TraceFrame {
  readonly left_px: number;
  readonly right_px: number;
  readonly top_px: number;
  readonly bottom_px: number;
  readonly seen: Span;
  /** Heights at the bottom and the top, m. */
  readonly low_m: number;
  readonly high_m: number;
}

const DEFAULTS: PositionTraceSettings = {
  window_s: null,
  ears: DEAF,
  onFrame: () => undefined,
  zoom: null,
};

/** The vertical scale, in the unit that the person reads. */
const SCALES = {
  cm: {
    /** It moves in steps of at least this, so that it rests while a set runs. */
    step: 10,
    /** Room below the lowest point. */
    spare: 2,
    low: -30,
    high: 10,
  },
  in: { step: 4, spare: 1, low: -12, high: 4 },
};
const SCALE = SCALES[preferences.length];
type TraceChart = Chart<'line', Point[]>;

/**
 * The sled's position over time with its ± 2 sd, the phases of each rep behind it and the reps' numbers,
 * the depth that was asked, and what was lost or does not count.
 */
export function positionTrace(
  settings: Partial<PositionTraceSettings> = {},
): MakeDrawing<PositionView> {
  const { window_s, ears, onFrame, zoom } = { ...DEFAULTS, ...settings };
  return (canvas, palette): Drawing<PositionView> => {
    let view: PositionView = { report: null, rep: null };
    let shown = NOTHING;
    const chart = makeChart(canvas, palette, {
      window_s,
      view: () => view,
      shown: () => shown,
      onLayout: (laidOut) => onFrame(frameOf(laidOut, shown)),
    });
    const repAt = (x_px: number) =>
      repAtTime(shown.report, (chart.scales.x.getValueForPixel(x_px) ?? NaN) + shown.origin_s);
    // Before the pointer is watched for reps, so that the end of a drag is not taken for a choice.
    const ungesture =
      zoom &&
      watchGestures(
        canvas,
        axisOf(chart, () => shown, zoom),
      );
    const unwatch = watchPointer(canvas, repAt, ears);
    return {
      draw(next) {
        view = next;
        shown = choose(next, window_s, canvas.clientWidth);
        chart.data.datasets[0].data = points(shown);
        setScales(chart, shown, next.depth ?? null);
        chart.update('none');
      },
      destroy() {
        unwatch();
        ungesture?.();
        chart.destroy();
      },
    };
  };
}

function axisOf(chart: TraceChart, shown: () => Shown, zoom: TraceZoom): TimeAxis {
  // What was asked for, until it is drawn.
  let asked: { seen: Span; over: Shown } | null = null;
  return {
    ...zoom,
    whole: () => wholeOf(shown().report?.track),
    seen: () => (asked && asked.over === shown() ? asked.seen : shown().seen),
    left_px: () => chart.chartArea.left,
    right_px: () => chart.chartArea.right,
    onSeen(seen) {
      asked = { seen, over: shown() };
      zoom.onSeen(seen);
    },
  };
}

function frameOf(
  { chartArea, scales }: Pick<Chart, 'chartArea' | 'scales'>,
  { seen }: Shown,
): TraceFrame {
  const { left, right, top, bottom } = chartArea;
  const { min, max } = scales.y;
  return {
    left_px: left,
    right_px: right,
    top_px: top,
    bottom_px: bottom,
    seen,
    low_m: typedLength_m(min),
    high_m: typedLength_m(max),
  };
}

function setScales(chart: TraceChart, shown: Shown, depth: DepthTarget | null): void {
  const { x, y } = chart.options.scales ?? {};
  if (!x || !y) return;
  x.min = shown.seen.start_s - shown.origin_s;
  x.max = shown.seen.end_s - shown.origin_s;
  setRange(y, verticalRange(shown.report?.track, depth));
}

/** The range that holds the track and what is asked of it, in whole steps of the person's unit; lost positions do not count. */
export function verticalRange(
  track: Track | undefined,
  depth: DepthTarget | null = null,
): SteppedRange {
  let { low, high } = SCALE;
  const hold = (height_m: number) => {
    const height = shownLength(height_m);
    if (height < low) low = height;
    if (height > high) high = height;
  };
  for (const position_m of track?.position_m ?? []) hold(position_m);
  for (const { height_m } of levelsOf(depth)) hold(height_m);
  return steppedRange(low - SCALE.spare, high, SCALE.step);
}

function repAtTime(report: SetReport | null, t_s: number): number | null {
  const at = report?.reps.find((rep) => {
    const { start_s, end_s } = repSpan(rep);
    return t_s >= start_s && t_s <= end_s;
  });
  return at?.index ?? null;
}

interface Parts {
  window_s: number | null;
  view: () => PositionView;
  shown: () => Shown;
  onLayout: (chart: Pick<Chart, 'chartArea' | 'scales'>) => void;
}

function makeChart(
  canvas: HTMLCanvasElement,
  palette: Palette,
  { window_s, view, shown, onLayout }: Parts,
): TraceChart {
  const marked = () => ({
    depth: view().depth ?? null,
    excluded: view().excluded ?? [],
    stretch: view().stretch ?? null,
  });
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: [{ data: [], ...lineStyle(palette) }] },
    options: {
      ...STILL,
      devicePixelRatio: palette.pixelRatio,
      layout: { padding: { top: 4, right: 8 } },
      scales: {
        x: timeAxis(palette, window_s === null ? timeSince : timeBefore),
        y: heightAxis(palette),
      },
    },
    plugins: [
      bandsBehind(palette, shown),
      missingBehind(palette, shown, marked),
      levelsBehind(palette, marked),
      stretchBehind(palette, shown, marked),
      uncertaintyBehind(palette, shown),
      { id: 'frame', afterRender: onLayout },
    ],
  });
}

function lineStyle({ ink }: Palette) {
  return {
    borderColor: ink,
    borderWidth: 1.75,
    borderJoinStyle: 'round' as const,
    pointRadius: 0,
    // Straight segments would take chart.js's path of whole pixels, which shows as steps.
    cubicInterpolationMode: 'monotone' as const,
  };
}

/** "20 s" from the beginning. */
function timeSince(value: number | string): string {
  return `${tickFigure(value)} s`;
}

/** "−20 s" before now. */
function timeBefore(value: number | string): string {
  return Number(value) === 0 ? canvasWords.now : `${tickFigure(value)} s`;
}
