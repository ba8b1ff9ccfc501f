import type { ChartDataset, Plugin } from 'chart.js';
import { Chart, stackedBars, STILL } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { faint, type Palette } from './palette';

/** A week's sessions: those that a frequency is asked for, and others. */
export interface WeekBar {
  /** Unlike that of any other week. */
  readonly label: string;
  readonly asked: number;
  readonly others: number;
}

export interface WeeksView {
  readonly weeks: readonly WeekBar[];
  /** How many sessions a week are asked; null where nothing is. */
  readonly band: { readonly low: number; readonly high: number } | null;
}

type Bar = { x: string; y: number };

const BAND_ALPHA = 0.14;

/** A stacked bar per week, over the band of what is asked. */
export function weekBars(): MakeDrawing<WeeksView> {
  return (canvas, palette): Drawing<WeeksView> => {
    let view: WeeksView = { weeks: [], band: null };
    const chart = makeChart(canvas, palette, () => view);
    return {
      draw(next) {
        view = next;
        chart.data.labels = next.weeks.map(({ label }) => label);
        chart.data.datasets[0].data = next.weeks.map(({ label, asked }) => ({
          x: label,
          y: asked,
        }));
        chart.data.datasets[1].data = next.weeks.map(({ label, others }) => ({
          x: label,
          y: others,
        }));
        const { y } = chart.options.scales ?? {};
        if (y) y.suggestedMax = Math.max(3, (next.band?.high ?? 0) + 1);
        chart.update('none');
      },
      destroy: () => chart.destroy(),
    };
  };
}

function makeChart(canvas: HTMLCanvasElement, palette: Palette, view: () => WeeksView) {
  const { bar, x, y } = stackedBars(palette);
  const fills = [palette.lower, faint(palette.top, 0.55)];
  return new Chart<'bar', Bar[], string>(canvas, {
    type: 'bar',
    data: {
      labels: [],
      datasets: fills.map((backgroundColor): ChartDataset<'bar', Bar[]> => ({
        data: [],
        backgroundColor,
        ...bar,
      })),
    },
    options: {
      ...STILL,
      scales: {
        x,
        y: { ...y, ticks: { ...y.ticks, stepSize: 1, maxTicksLimit: 8 } },
      },
    },
    plugins: [bandBehind(palette, view)],
  });
}

function bandBehind(palette: Palette, view: () => WeeksView): Plugin<'bar'> {
  return {
    id: 'band',
    beforeDatasetsDraw({ ctx, chartArea: area, scales: { y } }) {
      const { band } = view();
      if (!band) return;
      const [top, bottom] = [y.getPixelForValue(band.high), y.getPixelForValue(band.low)];
      ctx.fillStyle = faint(palette.lower, BAND_ALPHA);
      ctx.fillRect(area.left, top, area.width, bottom - top);
      ctx.strokeStyle = palette.lower;
      ctx.lineWidth = 1;
      ctx.beginPath();
      for (const edge of [top, bottom]) {
        ctx.moveTo(area.left, edge);
        ctx.lineTo(area.right, edge);
      }
      ctx.stroke();
    },
  };
}
