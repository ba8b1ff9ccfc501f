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
import { heightLabel, tickFigure } from './tick';

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

/** How wide a vertical axis is, so that charts below one another stand in line. */
const AXIS_px = 40;
/** The same where figures are longer: loads, shares, speeds over weeks. */
export const WIDE_AXIS_px = 44;

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

/** A horizontal axis of seconds, or of what else `label` writes on it. */
export function timeAxis(palette: Palette, label: (value: number | string) => string) {
  const plain = xAxis(palette);
  const ticks = { ...plain.ticks, maxRotation: 0, autoSkipPadding: 24, includeBounds: false };
  return { ...plain, type: 'linear' as const, ticks: { ...ticks, callback: label } };
}

/** A vertical axis of heights along the rail, as wide whatever they are. */
export function heightAxis(palette: Palette) {
  const plain = yAxis(palette);
  return {
    ...plain,
    type: 'linear' as const,
    afterFit: (scale: { width: number }) => void (scale.width = AXIS_px),
    ticks: { ...plain.ticks, autoSkipPadding: 12, callback: heightLabel },
  };
}

/** A vertical axis of a measured quantity, so wide whatever its values are; of a depth it grows downwards. */
export function measureAxis(palette: Palette, growth: 'up' | 'down', width_px = AXIS_px) {
  const plain = yAxis(palette);
  return {
    ...plain,
    type: 'linear' as const,
    reverse: growth === 'down',
    afterFit: (scale: { width: number }) => void (scale.width = width_px),
    ticks: { ...plain.ticks, autoSkipPadding: 12 },
  };
}

/** Bars upon one another: how each part is drawn, and the axes. */
export function stackedBars(palette: Palette) {
  const [x, y] = [xAxis(palette), yAxis(palette)];
  return {
    bar: {
      borderColor: palette.panel,
      borderWidth: { top: 2 },
      borderRadius: 3,
      borderSkipped: false as const,
      maxBarThickness: 40,
      categoryPercentage: 0.72,
      barPercentage: 0.9,
    },
    x: { ...x, type: 'category' as const, stacked: true, ticks: { ...x.ticks, maxRotation: 0 } },
    y: {
      ...y,
      type: 'linear' as const,
      stacked: true,
      beginAtZero: true,
      afterFit: (scale: { width: number }) => void (scale.width = AXIS_px),
    },
  };
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
