import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartOptions,
  type ScaleOptionsByType,
} from 'chart.js';
import type { Palette } from './palette';
import type { SteppedRange } from './scale';
import { tickFigure } from './tick';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

export { Chart };

/** A point of a chart, in the chart's own units. */
export interface Point {
  x: number;
  y: number;
}

/** What all our charts share: still, without chart.js's own events, labels and parsing. */
export const STILL = {
  animation: false,
  parsing: false,
  normalized: true,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
} satisfies ChartOptions;

type Axis = Partial<Pick<ScaleOptionsByType<'linear'>, 'border'>> & {
  grid: { color: string; drawTicks: boolean; display: boolean };
  ticks: { color: string; font: { family: string; size: number }; padding: number };
};

/** A horizontal axis: labels without a grid. */
export function xAxis(palette: Palette): Axis {
  return axis(palette, { grid: false });
}

/** A vertical axis of numbers: hairlines across the chart, no border. */
export function yAxis(palette: Palette) {
  const plain = axis(palette, { grid: true });
  return { ...plain, ticks: { ...plain.ticks, callback: tickFigure } };
}

/** Makes an axis of a chart's options run over the range, labelled at its steps. */
export function setRange(scale: object, { low, high, step }: SteppedRange): void {
  Object.assign(scale, { min: low, max: high });
  if ('ticks' in scale) Object.assign(scale.ticks ?? {}, { stepSize: step });
}

function axis(palette: Palette, { grid }: { grid: boolean }): Axis {
  return {
    border: { display: false, color: palette.line, width: 1, dash: [], dashOffset: 0, z: 0 },
    grid: { color: palette.line, drawTicks: false, display: grid },
    ticks: { color: palette.quiet, font: { family: palette.font, size: 12 }, padding: 8 },
  };
}
