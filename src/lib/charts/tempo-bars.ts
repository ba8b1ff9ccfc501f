import type { ChartDataset, Plugin } from 'chart.js';
import type { Rep } from '$lib/core/sled/report';
import { Chart, STILL, xAxis, yAxis } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { diagonal, dotted, faint, type Palette } from './palette';
import { watchPointer, type OnRep } from './rep-pointer';

export interface RepsView {
  reps: readonly Rep[];
  /** The rep to stress. */
  rep: number | null;
}

type BarPoint = { x: string; y: number };

/** From the bottom of a bar to its top: the order in which a rep passes. */
const PHASES = ['lower', 'bottom', 'press', 'top'] as const;

/** A stacked bar per rep: the seconds of lower, hold, press and top, each with its colour and its pattern. */
export function tempoBars({ onRep }: { onRep: OnRep }): MakeDrawing<RepsView> {
  return (canvas, palette): Drawing<RepsView> => {
    let view: RepsView = { reps: [], rep: null };
    const chart = makeChart(canvas, palette, () => view);
    const unwatch = watchPointer(canvas, (x_px) => repAt(chart, view.reps, x_px), onRep);
    return {
      draw(next) {
        view = next;
        chart.data.labels = next.reps.map(repLabel);
        PHASES.forEach((phase, i) => {
          chart.data.datasets[i].data = phaseTimes(next.reps, phase);
        });
        chart.update('none');
      },
      destroy() {
        unwatch();
        chart.destroy();
      },
    };
  };
}

/** "4"; "4*" for a rep that is partial or doubtful. */
export function repLabel({ index, kind, quality }: Rep): string {
  return kind === 'full' && quality === 'good' ? String(index) : `${index}*`;
}

/** The seconds of one phase, rep by rep; 0 where a rep has no such phase. */
export function phaseTimes(reps: readonly Rep[], phase: (typeof PHASES)[number]): BarPoint[] {
  return reps.map((rep) => ({ x: repLabel(rep), y: rep[phase]?.duration_s ?? 0 }));
}

function makeChart(canvas: HTMLCanvasElement, palette: Palette, view: () => RepsView) {
  const x = xAxis(palette);
  const y = yAxis(palette);
  const fills = {
    lower: palette.lower,
    bottom: dotted(palette.bottom, palette.panel),
    press: diagonal(palette.press, palette.panel),
    top: faint(palette.top, 0.55),
  };
  return new Chart<'bar', BarPoint[], string>(canvas, {
    type: 'bar',
    data: {
      labels: [],
      datasets: PHASES.map((phase): ChartDataset<'bar', BarPoint[]> => ({
        data: [],
        backgroundColor: fills[phase],
        borderColor: palette.panel,
        borderWidth: { top: 2 },
        borderRadius: 3,
        borderSkipped: false,
        maxBarThickness: 40,
        categoryPercentage: 0.72,
        barPercentage: 0.9,
      })),
    },
    options: {
      ...STILL,
      scales: {
        x: { ...x, type: 'category', stacked: true, ticks: { ...x.ticks, maxRotation: 0 } },
        y: {
          ...y,
          type: 'linear',
          stacked: true,
          beginAtZero: true,
          afterFit: (scale) => void (scale.width = 40),
          ticks: { ...y.ticks, maxTicksLimit: 6 },
        },
      },
    },
    plugins: [stressBehind(palette, view)],
  });
}

function repAt(
  chart: Chart<'bar', BarPoint[], string>,
  reps: readonly Rep[],
  x_px: number,
): number | null {
  const place = chart.scales.x.getValueForPixel(x_px);
  return place === undefined ? null : (reps[place]?.index ?? null);
}

/** A faint column behind the rep to stress. */
function stressBehind(palette: Palette, view: () => RepsView): Plugin<'bar'> {
  return {
    id: 'stress',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      const { reps, rep } = view();
      const place = reps.findIndex(({ index }) => index === rep);
      if (place < 0) return;
      const width = chartArea.width / reps.length;
      ctx.fillStyle = faint(palette.ink, 0.08);
      const left = x.getPixelForValue(place) - width / 2;
      ctx.fillRect(left, chartArea.top, width, chartArea.height);
    },
  };
}
