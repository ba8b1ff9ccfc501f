import type { Plugin } from 'chart.js';
import type { Rep } from '$lib/core/sled/report';
import { Chart, measureAxis, setRange, STILL, xAxis, type Point } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { faint, type Palette } from './palette';
import { stressColumns } from './rep-column';
import { markColour, type MarkKind } from './rep-mark';
import { watchPointer, type RepEars } from './rep-pointer';
import type { SteppedRange } from './scale';
import { repLabel, type RepsView } from './tempo-bars';
import { drawWhisker } from './whisker';

/** One quantity of every rep, in the unit that is drawn. */
export interface Dots {
  /** In the order of `reps`; NaN where a rep has no such quantity. */
  values: readonly Dot[];
  range: SteppedRange;
  /** What was asked; null where nothing was. */
  band: { from: number; to: number } | null;
  lines: readonly DotLine[];
}

export interface Dot {
  value: number;
  /** Two standard deviations, each way. */
  reach: number;
  mark: MarkKind | null;
}

/** A line across the chart: what the reps came to by themselves, what was asked, or what must not be passed. */
export interface DotLine {
  kind: 'own' | 'target' | 'limit';
  at: number;
}

interface Seen<View> {
  view: View;
  dots: Dots;
}

const BAND_ALPHA = 0.14;
const DASHES: Record<DotLine['kind'], readonly number[]> = {
  own: [4, 4],
  target: [],
  limit: [8, 4],
};
const SHAPES: Record<MarkKind | 'in', { pointStyle: string; rotation: number; radius: number }> = {
  in: { pointStyle: 'circle', rotation: 0, radius: 4.5 },
  borderline: { pointStyle: 'circle', rotation: 0, radius: 4.5 },
  over: { pointStyle: 'triangle', rotation: 0, radius: 6.5 },
  under: { pointStyle: 'triangle', rotation: 180, radius: 6.5 },
};

/** Which way the values grow on the screen: `up`, or `down` as depth does. */
export type Growth = 'up' | 'down';

/** A chart of one quantity of every rep: a mark each, with a whisker of ± 2 sd; by its shape it tells how it lies to the band. */
export function repDots<View extends RepsView>(
  ears: RepEars,
  growth: Growth,
  read: (view: View) => Dots,
): MakeDrawing<View> {
  return (canvas, palette): Drawing<View> => {
    let seen: Seen<View> | null = null;
    const chart = makeChart(canvas, palette, growth, () => seen);
    const repAt = (x_px: number) => {
      const place = Math.round(chart.scales.x.getValueForPixel(x_px) ?? NaN);
      return seen?.view.reps[place]?.index ?? null;
    };
    const unwatch = watchPointer(canvas, repAt, ears);
    return {
      draw(view) {
        const dots = read(view);
        seen = { view, dots };
        const [data] = chart.data.datasets;
        data.data = dots.values.map(({ value }, x) => ({ x, y: value }));
        Object.assign(data, lookOf(palette, dots.values));
        setScales(chart, view.reps, dots.range);
        chart.update('none');
      },
      destroy() {
        unwatch();
        chart.destroy();
      },
    };
  };
}

/** A mark's shape and colour; a borderline one is hollow. */
function lookOf(palette: Palette, values: readonly Dot[]) {
  const shapes = values.map(({ mark }) => SHAPES[mark ?? 'in']);
  const colours = values.map(({ mark }) => (mark ? markColour(palette, mark) : palette.ink));
  return {
    pointStyle: shapes.map(({ pointStyle }) => pointStyle),
    pointRotation: shapes.map(({ rotation }) => rotation),
    pointRadius: shapes.map(({ radius }) => radius),
    pointBorderColor: colours,
    pointBackgroundColor: values.map(({ mark }, i) =>
      mark === 'borderline' ? palette.panel : colours[i],
    ),
  };
}

function setScales(chart: Chart<'line', Point[]>, reps: readonly Rep[], range: SteppedRange): void {
  const { x, y } = chart.options.scales ?? {};
  if (!x || !y) return;
  x.min = -0.5;
  x.max = reps.length - 0.5;
  setRange(y, range);
}

function makeChart<View extends RepsView>(
  canvas: HTMLCanvasElement,
  palette: Palette,
  growth: Growth,
  seen: () => Seen<View> | null,
) {
  const x = xAxis(palette);
  const reps = () => seen()?.view.reps ?? [];
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: [{ data: [], showLine: false, pointBorderWidth: 1.5 }] },
    options: {
      ...STILL,
      devicePixelRatio: palette.pixelRatio,
      scales: {
        x: {
          ...x,
          type: 'linear',
          // One label per rep, on the rep, whatever the span.
          afterBuildTicks: (scale) => void (scale.ticks = reps().map((_, value) => ({ value }))),
          ticks: {
            ...x.ticks,
            maxRotation: 0,
            callback: (place) => repLabelAt(reps(), Number(place)),
          },
        },
        y: measureAxis(palette, growth),
      },
    },
    plugins: [behind(palette, seen)],
  });
}

function repLabelAt(reps: readonly Rep[], place: number): string {
  const rep = reps[place];
  return rep ? repLabel(rep) : '';
}

function behind<View extends RepsView>(
  palette: Palette,
  seen: () => Seen<View> | null,
): Plugin<'line'> {
  return {
    id: 'behind',
    beforeDatasetsDraw({ ctx, chartArea: area, scales: { x, y } }) {
      const now = seen();
      if (!now) return;
      const { reps, rep, pinned } = now.view;
      const { band, lines, values } = now.dots;
      if (band) {
        const ends = [y.getPixelForValue(band.from), y.getPixelForValue(band.to)];
        ctx.fillStyle = faint(palette.lower, BAND_ALPHA);
        ctx.fillRect(area.left, Math.min(...ends), area.width, Math.abs(ends[1] - ends[0]));
      }
      stressColumns(
        ctx,
        palette,
        { area, count: reps.length, centre: (place) => x.getPixelForValue(place) },
        {
          stressed: reps.findIndex(({ index }) => index === rep),
          pinned: reps.findIndex(({ index }) => index === pinned),
        },
      );
      for (const line of lines) {
        drawLine(ctx, palette, line.kind, {
          left: area.left,
          right: area.right,
          y: y.getPixelForValue(line.at),
        });
      }
      values.forEach(({ value, reach, mark }, place) => {
        drawWhisker(ctx, mark ? markColour(palette, mark) : palette.ink, {
          centre: x.getPixelForValue(place),
          from: y.getPixelForValue(value - reach),
          to: y.getPixelForValue(value + reach),
        });
      });
    },
  };
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  kind: DotLine['kind'],
  { left, right, y }: { left: number; right: number; y: number },
): void {
  if (!Number.isFinite(y)) return;
  const colours = { own: palette.quiet, target: palette.lower, limit: palette.under };
  ctx.save();
  ctx.strokeStyle = colours[kind];
  ctx.lineWidth = kind === 'own' ? 1 : 1.5;
  ctx.setLineDash([...DASHES[kind]]);
  ctx.beginPath();
  ctx.moveTo(left, y);
  ctx.lineTo(right, y);
  ctx.stroke();
  ctx.restore();
}
