import type { Plugin } from 'chart.js';
import type { Rep } from '$lib/core/sled/report';
import { preferences } from '$lib/locale/preferences';
import { shownLength } from '$lib/locale/units';
import { Chart, setRange, STILL, xAxis, yAxis, type Point } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { faint, type Palette } from './palette';
import { steppedRange, type SteppedRange } from './scale';
import { watchPointer, type OnRep } from './rep-pointer';
import { repLabel, type RepsView } from './tempo-bars';

/** The depth scale, in the unit that the person reads: its steps, and the room beyond the whiskers. */
const SCALES = { cm: { step: 5, spare: 1 }, in: { step: 2, spare: 0.5 } };
const { step: STEP, spare: SPARE } = SCALES[preferences.length];
/** It spans some steps, so that millimetres do not look like failures. */
const LEAST_STEPS = 3;
const CAP_px = 4;

/** A mark per rep at its depth, deeper is lower, with a whisker of ± 2 sd; dashed, the mean of the full reps. */
export function depthByRep({ onRep }: { onRep: OnRep }): MakeDrawing<RepsView> {
  return (canvas, palette): Drawing<RepsView> => {
    let view: RepsView = { reps: [], rep: null };
    const chart = makeChart(canvas, palette, () => view);
    const repAt = (x_px: number) => {
      const place = Math.round(chart.scales.x.getValueForPixel(x_px) ?? NaN);
      return view.reps[place]?.index ?? null;
    };
    const unwatch = watchPointer(canvas, repAt, onRep);
    return {
      draw(next) {
        view = next;
        chart.data.datasets[0].data = next.reps.map((rep, x) => ({
          x,
          y: shownLength(rep.depth_m),
        }));
        setScales(chart, next.reps);
        chart.update('none');
      },
      destroy() {
        unwatch();
        chart.destroy();
      },
    };
  };
}

/** The range of the depth scale that holds every mark with its whisker, in the person's unit. */
export function depthRange(reps: readonly Rep[]): SteppedRange {
  const ends = reps.map(whisker);
  const low = Math.min(...ends.map(({ from }) => from));
  const high = Math.max(...ends.map(({ to }) => to));
  const least = LEAST_STEPS * STEP;
  if (!Number.isFinite(low + high)) return { low: 0, high: least, step: STEP };
  const range = steppedRange(low - SPARE, high + SPARE, STEP);
  return { ...range, high: Math.max(range.high, range.low + least) };
}

/** From two standard deviations above a rep's depth to two below, in the person's unit. */
function whisker({ depth_m, depthSd_m }: Rep): { from: number; to: number } {
  return { from: shownLength(depth_m - 2 * depthSd_m), to: shownLength(depth_m + 2 * depthSd_m) };
}

function setScales(chart: Chart<'line', Point[]>, reps: readonly Rep[]): void {
  const { x, y } = chart.options.scales ?? {};
  if (!x || !y) return;
  x.min = -0.5;
  x.max = reps.length - 0.5;
  setRange(y, depthRange(reps));
}

function makeChart(canvas: HTMLCanvasElement, palette: Palette, view: () => RepsView) {
  const x = xAxis(palette);
  const y = yAxis(palette);
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: {
      datasets: [
        {
          data: [],
          showLine: false,
          pointRadius: 4.5,
          pointBackgroundColor: palette.ink,
          pointBorderWidth: 0,
        },
      ],
    },
    options: {
      ...STILL,
      scales: {
        x: {
          ...x,
          type: 'linear',
          // One label per rep, on the rep, whatever the span.
          afterBuildTicks: (scale) =>
            void (scale.ticks = view().reps.map((_, value) => ({ value }))),
          ticks: {
            ...x.ticks,
            maxRotation: 0,
            callback: (place) => repLabelAt(view().reps, Number(place)),
          },
        },
        y: {
          ...y,
          type: 'linear',
          reverse: true,
          afterFit: (scale) => void (scale.width = 40),
          ticks: { ...y.ticks, autoSkipPadding: 12 },
        },
      },
    },
    plugins: [whiskersBehind(palette, view)],
  });
}

function repLabelAt(reps: readonly Rep[], place: number): string {
  const rep = reps[place];
  return rep ? repLabel(rep) : '';
}

function whiskersBehind(palette: Palette, view: () => RepsView): Plugin<'line'> {
  return {
    id: 'whiskers',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      const { reps, rep: stressed } = view();
      drawMean(ctx, palette, {
        left: chartArea.left,
        right: chartArea.right,
        y: y.getPixelForValue(shownLength(meanDepth_m(reps))),
      });
      reps.forEach((rep, place) => {
        const centre = x.getPixelForValue(place);
        if (rep.index === stressed) {
          const width = chartArea.width / reps.length;
          ctx.fillStyle = faint(palette.ink, 0.08);
          ctx.fillRect(centre - width / 2, chartArea.top, width, chartArea.height);
        }
        const { from, to } = whisker(rep);
        drawWhisker(ctx, palette, {
          centre,
          from: y.getPixelForValue(from),
          to: y.getPixelForValue(to),
        });
      });
    },
  };
}

/** Mean depth of the full reps; NaN where there are none, which draws nothing. */
function meanDepth_m(reps: readonly Rep[]): number {
  const full = reps.filter((rep) => rep.kind === 'full');
  return full.reduce((sum, rep) => sum + rep.depth_m, 0) / full.length;
}

function drawMean(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { left, right, y }: { left: number; right: number; y: number },
): void {
  if (!Number.isFinite(y)) return;
  ctx.save();
  ctx.strokeStyle = palette.quiet;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(left, y);
  ctx.lineTo(right, y);
  ctx.stroke();
  ctx.restore();
}

function drawWhisker(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { centre, from, to }: { centre: number; from: number; to: number },
): void {
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(centre, from);
  ctx.lineTo(centre, to);
  for (const end of [from, to]) {
    ctx.moveTo(centre - CAP_px, end);
    ctx.lineTo(centre + CAP_px, end);
  }
  ctx.stroke();
}
