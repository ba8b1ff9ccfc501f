import type { SetReport, Track } from '$lib/core/sled/report';
import { preferences } from '$lib/locale/preferences';
import { shownLength } from '$lib/locale/units';
import { Chart, setRange, STILL, xAxis, yAxis, type Point } from './chart';
import { visibleIndices } from './columns';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { measuredPositions } from './gaps';
import type { Palette } from './palette';
import { bandsBehind, uncertaintyBehind, type Shown } from './position-behind';
import { repSpan } from './phase-bands';
import { steppedRange, type SteppedRange } from './scale';
import { watchPointer, type OnRep } from './rep-pointer';
import { tickFigure } from './tick';
import { canvasWords } from './words';

export interface PositionView {
  report: SetReport | null;
  /** The rep to stress. */
  rep: number | null;
}

export interface PositionTraceSettings {
  /** Show only the last so many seconds, up to now; null shows the whole set. */
  window_s: number | null;
  onRep: OnRep;
}

const DEFAULTS: PositionTraceSettings = { window_s: null, onRep: () => undefined };

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
const NOTHING: Shown = {
  report: null,
  rep: null,
  origin_s: 0,
  position_m: new Float32Array(),
  indices: [],
};

type TraceChart = Chart<'line', Point[]>;

/** The sled's position over time with its ± 2 sd, the phases of each rep behind it and the reps' numbers. */
export function positionTrace(
  settings: Partial<PositionTraceSettings> = {},
): MakeDrawing<PositionView> {
  const { window_s, onRep } = { ...DEFAULTS, ...settings };
  return (canvas, palette): Drawing<PositionView> => {
    let shown = NOTHING;
    const chart = makeChart(canvas, palette, window_s, () => shown);
    const timeAt_s = (x_px: number) =>
      (chart.scales.x.getValueForPixel(x_px) ?? NaN) + shown.origin_s;
    const unwatch = watchPointer(canvas, (x_px) => repAtTime(shown.report, timeAt_s(x_px)), onRep);
    return {
      draw(view) {
        shown = choose(view, window_s, canvas.clientWidth);
        chart.data.datasets[0].data = points(shown);
        setScales(chart, shown, window_s);
        chart.update('none');
      },
      destroy() {
        unwatch();
        chart.destroy();
      },
    };
  };
}

/** What of a report is drawn: the whole track from its beginning, or the window that ends now. */
function choose({ report, rep }: PositionView, window_s: number | null, width_px: number): Shown {
  const t_s = report?.track.t_s;
  if (!report || !t_s || t_s.length === 0) return { ...NOTHING, report, rep };
  const origin_s = window_s === null ? t_s[0] : t_s[t_s.length - 1];
  const start = window_s === null ? 0 : t_s.findIndex((time_s) => time_s >= origin_s - window_s);
  const position_m = measuredPositions(report);
  const values = position_m.subarray(start);
  const indices = visibleIndices(values, Math.max(100, width_px)).map((i) => i + start);
  return { report, rep, origin_s, position_m, indices };
}

function points({ report, origin_s, position_m, indices }: Shown): Point[] {
  if (!report) return [];
  const { t_s } = report.track;
  return indices.map((i) => ({ x: t_s[i] - origin_s, y: shownLength(position_m[i]) }));
}

function setScales(chart: TraceChart, { report }: Shown, window_s: number | null): void {
  const { x, y } = chart.options.scales ?? {};
  if (!x || !y) return;
  const t_s = report?.track.t_s ?? new Float64Array();
  const length_s = t_s.length > 0 ? t_s[t_s.length - 1] - t_s[0] : 0;
  x.min = window_s === null ? 0 : -window_s;
  x.max = window_s === null ? length_s : 0;
  setRange(y, verticalRange(report?.track));
}

/** The range that holds the track, in whole steps of the person's unit; lost positions do not count. */
export function verticalRange(track: Track | undefined): SteppedRange {
  let { low, high } = SCALE;
  for (const position_m of track?.position_m ?? []) {
    const position = shownLength(position_m);
    if (position < low) low = position;
    if (position > high) high = position;
  }
  return steppedRange(low - SCALE.spare, high, SCALE.step);
}

function repAtTime(report: SetReport | null, t_s: number): number | null {
  const at = report?.reps.find((rep) => {
    const { start_s, end_s } = repSpan(rep);
    return t_s >= start_s && t_s <= end_s;
  });
  return at?.index ?? null;
}

function makeChart(
  canvas: HTMLCanvasElement,
  palette: Palette,
  window_s: number | null,
  shown: () => Shown,
): TraceChart {
  const x = xAxis(palette);
  const y = yAxis(palette);
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: [{ data: [], ...lineStyle(palette) }] },
    options: {
      ...STILL,
      layout: { padding: { top: 4, right: 8 } },
      scales: {
        x: {
          ...x,
          type: 'linear',
          ticks: {
            ...x.ticks,
            maxRotation: 0,
            autoSkipPadding: 24,
            includeBounds: false,
            callback: window_s === null ? timeSince : timeBefore,
          },
        },
        y: {
          ...y,
          type: 'linear',
          afterFit: (scale) => void (scale.width = 40),
          ticks: { ...y.ticks, autoSkipPadding: 12, callback: depthLabel },
        },
      },
    },
    plugins: [bandsBehind(palette, shown), uncertaintyBehind(palette, shown)],
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

/** Height above the start of the first rep as people say it: "20" is 20 below, "+10" above. */
function depthLabel(value: number | string): string {
  const height = Number(value);
  return height > 0 ? `+${tickFigure(height)}` : tickFigure(-height || 0);
}

/** "20 s" from the beginning. */
function timeSince(value: number | string): string {
  return `${tickFigure(value)} s`;
}

/** "−20 s" before now. */
function timeBefore(value: number | string): string {
  return Number(value) === 0 ? canvasWords.now : `${tickFigure(value)} s`;
}
