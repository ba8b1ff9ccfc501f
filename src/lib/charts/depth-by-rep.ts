import type { Plugin } from 'chart.js';
import type { Rep } from '$lib/core/sled/report';
import { Chart, setRange, STILL, xAxis, yAxis, type Point } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { faint, type Palette } from './palette';
import { steppedRange, type SteppedRange } from './scale';
import { watchPointer, type OnRep } from './rep-pointer';
import { repLabel, type RepsView } from './tempo-bars';

/** The scale goes in steps of this, and spans some of them, so that millimetres do not look like failures, cm. */
const STEP_cm = 5;
const LEAST_STEPS = 3;
/** Room beyond the whiskers, cm. */
const SPARE_cm = 1;
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
        chart.data.datasets[0].data = next.reps.map((rep, x) => ({ x, y: rep.depth_m * 100 }));
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

/** The range of the depth scale that holds every mark with its whisker, cm. */
export function depthRange_cm(reps: readonly Rep[]): SteppedRange {
  const low = Math.min(...reps.map((rep) => (rep.depth_m - 2 * rep.depthSd_m) * 100));
  const high = Math.max(...reps.map((rep) => (rep.depth_m + 2 * rep.depthSd_m) * 100));
  const least_cm = LEAST_STEPS * STEP_cm;
  if (!Number.isFinite(low + high)) return { low: 0, high: least_cm, step: STEP_cm };
  const range = steppedRange(low - SPARE_cm, high + SPARE_cm, STEP_cm);
  return { ...range, high: Math.max(range.high, range.low + least_cm) };
}

function setScales(chart: Chart<'line', Point[]>, reps: readonly Rep[]): void {
  const { x, y } = chart.options.scales ?? {};
  if (!x || !y) return;
  x.min = -0.5;
  x.max = reps.length - 0.5;
  setRange(y, depthRange_cm(reps));
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
        y: y.getPixelForValue(meanDepth_cm(reps)),
      });
      reps.forEach((rep, place) => {
        const centre = x.getPixelForValue(place);
        if (rep.index === stressed) {
          const width = chartArea.width / reps.length;
          ctx.fillStyle = faint(palette.ink, 0.08);
          ctx.fillRect(centre - width / 2, chartArea.top, width, chartArea.height);
        }
        const from = y.getPixelForValue((rep.depth_m - 2 * rep.depthSd_m) * 100);
        const to = y.getPixelForValue((rep.depth_m + 2 * rep.depthSd_m) * 100);
        drawWhisker(ctx, palette, { centre, from, to });
      });
    },
  };
}

/** Mean depth of the full reps, cm; NaN where there are none, which draws nothing. */
function meanDepth_cm(reps: readonly Rep[]): number {
  const full = reps.filter((rep) => rep.kind === 'full');
  return (full.reduce((sum, rep) => sum + rep.depth_m, 0) / full.length) * 100;
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
