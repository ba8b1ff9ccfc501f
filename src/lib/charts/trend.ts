import type { Plugin } from 'chart.js';
import { Chart, measureAxis, setRange, STILL, WIDE_AXIS_px, xAxis, type Point } from './chart';
import { dayPlace, dayTicks, type OnDay } from './day-axis';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { faint, type Palette } from './palette';
import { watchPointer } from './rep-pointer';
import type { SteppedRange } from './scale';
import { drawWhisker } from './whisker';

/** One set of a trend, in the unit that is drawn. */
export interface TrendDot extends OnDay {
  readonly value: number;
  /** Ends of its uncertainty; the value itself where it is known exactly. */
  readonly low: number;
  readonly high: number;
  /** Nobody lifted it: its dot is hollow. */
  readonly isSimulated: boolean;
}

export interface TrendView {
  /** Oldest first. */
  readonly dots: readonly TrendDot[];
  readonly range: SteppedRange;
  /** Which dot to stress, by its place in `dots`; null for none. */
  readonly stressed: number | null;
}

export interface TrendSettings {
  /** Which way the values grow on the screen. */
  readonly growth: 'up' | 'down';
  /** The day of the axis as it is labelled. */
  readonly label: (day: number) => string;
  /** Told which dot is pointed at, and which was clicked. */
  readonly onDot: (place: number | null) => void;
  readonly onPick: (place: number) => void;
}

/** A dot per set over the days, with a whisker of its uncertainty, and a thin line through the means of the days. */
export function trend(settings: TrendSettings): MakeDrawing<TrendView> {
  return (canvas, palette): Drawing<TrendView> => {
    let view: TrendView = { dots: [], range: { low: 0, high: 1, step: 1 }, stressed: null };
    const chart = makeChart(canvas, palette, settings, () => view);
    const unwatch = watchPointer(canvas, (x_px) => nearest(chart, view, x_px), {
      onRep: settings.onDot,
      onPin: settings.onPick,
    });
    return {
      draw(next) {
        view = next;
        const [data] = chart.data.datasets;
        data.data = next.dots.map((dot) => ({ x: dayPlace(dot), y: dot.value }));
        Object.assign(data, lookOf(palette, next.dots));
        setScales(chart, next);
        chart.update('none');
      },
      destroy() {
        unwatch();
        chart.destroy();
      },
    };
  };
}

function lookOf(palette: Palette, dots: readonly TrendDot[]) {
  return {
    pointBackgroundColor: dots.map(({ isSimulated }) =>
      isSimulated ? palette.panel : palette.ink,
    ),
    pointBorderColor: dots.map(({ isSimulated }) => (isSimulated ? palette.quiet : palette.ink)),
  };
}

function setScales(chart: Chart<'line', Point[]>, { dots, range }: TrendView): void {
  const { x, y } = chart.options.scales ?? {};
  if (!x || !y) return;
  const days = dots.map(({ day }) => day);
  x.min = Math.min(...days) - 0.6;
  x.max = Math.max(...days) + 0.6;
  setRange(y, range);
}

function nearest(chart: Chart<'line', Point[]>, { dots }: TrendView, x_px: number): number | null {
  const at = chart.scales.x.getValueForPixel(x_px) ?? NaN;
  let best: number | null = null;
  for (const [i, dot] of dots.entries()) {
    const far = Math.abs(dayPlace(dot) - at);
    if (best === null || far < Math.abs(dayPlace(dots[best]) - at)) best = i;
  }
  return best;
}

function makeChart(
  canvas: HTMLCanvasElement,
  palette: Palette,
  { growth, label }: TrendSettings,
  view: () => TrendView,
) {
  const x = xAxis(palette);
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: [{ data: [], showLine: false, pointRadius: 4.5, pointBorderWidth: 1.5 }] },
    options: {
      ...STILL,
      scales: {
        x: {
          ...x,
          type: 'linear',
          afterBuildTicks: (scale) => {
            const days = view().dots.map(({ day }) => day);
            const ticks = dayTicks(Math.min(...days), Math.max(...days), scale.width);
            scale.ticks = ticks.map((value) => ({ value }));
          },
          ticks: {
            ...x.ticks,
            autoSkip: false,
            maxRotation: 0,
            callback: (day) => label(Number(day)),
          },
        },
        y: measureAxis(palette, growth, WIDE_AXIS_px),
      },
    },
    plugins: [behind(palette, view)],
  });
}

function behind(palette: Palette, view: () => TrendView): Plugin<'line'> {
  return {
    id: 'behind',
    beforeDatasetsDraw({ ctx, chartArea: area, scales: { x, y } }) {
      const { dots, stressed } = view();
      const dot = stressed === null ? undefined : dots[stressed];
      if (dot) {
        ctx.fillStyle = faint(palette.ink, 0.08);
        ctx.fillRect(x.getPixelForValue(dayPlace(dot)) - 9, area.top, 18, area.height);
      }
      for (const isSimulated of [true, false]) {
        const line = dayMeans(dots.filter((each) => each.isSimulated === isSimulated));
        drawLine(
          ctx,
          faint(palette.quiet, 0.6),
          line.map(({ x: day, y: mean }) => [x.getPixelForValue(day), y.getPixelForValue(mean)]),
        );
      }
      for (const each of dots) {
        if (each.low === each.high) continue;
        drawWhisker(ctx, each.isSimulated ? palette.quiet : palette.ink, {
          centre: x.getPixelForValue(dayPlace(each)),
          from: y.getPixelForValue(each.low),
          to: y.getPixelForValue(each.high),
        });
      }
    },
  };
}

/** The mean of each day, at its middle. */
export function dayMeans(dots: readonly Pick<TrendDot, 'day' | 'value'>[]): Point[] {
  const days = [...new Set(dots.map(({ day }) => day))];
  return days.map((day) => {
    const values = dots.filter((dot) => dot.day === day).map(({ value }) => value);
    return { x: day, y: values.reduce((sum, value) => sum + value, 0) / values.length };
  });
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  colour: string,
  points: readonly (readonly [x: number, y: number])[],
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.stroke();
}
