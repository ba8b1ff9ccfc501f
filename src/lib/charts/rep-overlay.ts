import type { ChartDataset, Plugin } from 'chart.js';
import { preferences, type Terms } from '$lib/locale/preferences';
import { shownLength, typedLength_m } from '$lib/locale/units';
import { Chart, heightAxis, setRange, STILL, timeAxis, type Point } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { heightAt_m, type MeanPoint, type RepCurve } from './overlay';
import { faint, type Palette } from './palette';
import { markColour, type MarkKind } from './rep-mark';
import { watchPointer, type RepEars } from './rep-pointer';
import { steppedRange } from './scale';
import { tickFigure } from './tick';
import { canvasWords } from './words';

export interface OverlayView {
  curves: readonly RepCurve[];
  mean: readonly MeanPoint[];
  /** Another set's mean, to compare with. */
  other: readonly MeanPoint[] | null;
  /** The rep to stress, and the one that is kept. */
  rep: number | null;
  pinned: number | null;
  /** The rep that strays most, with its mark; null stresses none. */
  worst: { rep: number; kind: MarkKind | null } | null;
  /** What the phases are called. */
  terms: Terms;
}

type OverlayChart = Chart<'line', Point[]>;
type Line = ChartDataset<'line', Point[]>;

const SCALES = { cm: 10, in: 4 };
const STEP = SCALES[preferences.length];
const BAND_ALPHA = 0.12;
const LABEL_px = 11;
/** A curve further from the pointer than this is not pointed at. */
const NEAR_px = 24;
const NOTHING: OverlayView = {
  curves: [],
  mean: [],
  other: null,
  rep: null,
  pinned: null,
  worst: null,
  terms: 'plain',
};

/** All reps laid over one another where the press begins: thin lines, their mean with ± 1 sd, and the one that strays most. */
export function repOverlay(ears: RepEars): MakeDrawing<OverlayView> {
  return (canvas, palette): Drawing<OverlayView> => {
    let view = NOTHING;
    const chart = makeChart(canvas, palette, () => view);
    const unwatch = watchPointer(canvas, (x_px, y_px) => nearest(chart, view, x_px, y_px), ears);
    return {
      draw(next) {
        view = next;
        chart.data.datasets = linesOf(palette, next);
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

/** From what lies lowest to what lies on top: the reps, the means, the one that strays, the one that is looked at. */
function linesOf(palette: Palette, view: OverlayView): Line[] {
  const { curves, mean, other, rep, pinned, worst } = view;
  const stressed = rep ?? pinned;
  const rank = (index: number) => (index === stressed ? 2 : index === worst?.rep ? 1 : 0);
  const reps = curves.toSorted((a, b) => rank(a.rep) - rank(b.rep));
  const thin = reps.filter((curve) => rank(curve.rep) === 0);
  const stout = reps.filter((curve) => rank(curve.rep) > 0);
  const colourOf = (curve: RepCurve) => {
    if (curve.rep === stressed) return palette.ink;
    return worst?.kind ? markColour(palette, worst.kind) : palette.ink;
  };
  return [
    ...thin.map((curve) => lineOf(curve, faint(palette.quiet, 0.7), 1)),
    ...(other ? [meanLine(other, palette.lower, [2, 3])] : []),
    meanLine(mean, palette.ink, [6, 4]),
    ...stout.map((curve) => lineOf(curve, colourOf(curve), 2.25)),
  ];
}

function lineOf({ t_s, height_m }: RepCurve, borderColor: string, borderWidth: number): Line {
  const data = Array.from(t_s, (x, i) => ({ x, y: shownLength(height_m[i]) }));
  return { data, borderColor, borderWidth, pointRadius: 0 };
}

function meanLine(mean: readonly MeanPoint[], borderColor: string, borderDash: number[]): Line {
  const data = mean.map(({ t_s, mean_m }) => ({ x: t_s, y: shownLength(mean_m) }));
  return { data, borderColor, borderWidth: 2, borderDash, pointRadius: 0 };
}

function setScales(chart: OverlayChart, { curves, mean, other }: OverlayView): void {
  const { x, y } = chart.options.scales ?? {};
  if (!x || !y) return;
  const means = [...mean, ...(other ?? [])];
  const times_s = [
    ...curves.flatMap(({ t_s }) => [t_s[0] ?? 0, t_s[t_s.length - 1] ?? 0]),
    ...means.map(({ t_s }) => t_s),
  ];
  x.min = Math.min(0, ...times_s);
  x.max = Math.max(1, ...times_s);
  let [low, high] = [-STEP, 0];
  const hold = (height_m: number) => {
    const height = shownLength(height_m);
    if (height < low) low = height;
    if (height > high) high = height;
  };
  for (const { height_m } of curves) height_m.forEach(hold);
  for (const { mean_m } of means) hold(mean_m);
  setRange(y, steppedRange(low - 1, high, STEP));
}

/** The rep whose curve passes closest above or below a place; null where none is near. */
function nearest(
  { scales }: OverlayChart,
  { curves }: OverlayView,
  x_px: number,
  y_px: number,
): number | null {
  const time_s = scales.x.getValueForPixel(x_px) ?? NaN;
  const height_m = typedLength_m(scales.y.getValueForPixel(y_px) ?? NaN);
  const perPx_m = Math.abs(
    typedLength_m((scales.y.getValueForPixel(1) ?? 0) - (scales.y.getValueForPixel(0) ?? 0)),
  );
  const away = curves
    .map((curve) => ({
      rep: curve.rep,
      away_m: Math.abs(heightAt_m(curve, time_s) - height_m),
    }))
    .filter(({ away_m }) => away_m <= NEAR_px * perPx_m)
    .toSorted((a, b) => a.away_m - b.away_m);
  return away.at(0)?.rep ?? null;
}

function makeChart(
  canvas: HTMLCanvasElement,
  palette: Palette,
  view: () => OverlayView,
): OverlayChart {
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      ...STILL,
      devicePixelRatio: palette.pixelRatio,
      layout: { padding: { top: 4, right: 8 } },
      scales: { x: timeAxis(palette, (value) => `${tickFigure(value)} s`), y: heightAxis(palette) },
    },
    plugins: [behind(palette, view)],
  });
}

/** The moment at which the press begins, and the bands of ± 1 sd about the means. */
function behind(palette: Palette, view: () => OverlayView): Plugin<'line'> {
  return {
    id: 'behind',
    beforeDatasetsDraw({ ctx, chartArea: { top, bottom }, scales: { x, y } }) {
      const { mean, other, terms } = view();
      ctx.save();
      for (const [points, colour] of [
        [other ?? [], palette.lower],
        [mean, palette.ink],
      ] as const) {
        if (points.length === 0) continue;
        const edge = (point: MeanPoint, sds: number): [number, number] => [
          x.getPixelForValue(point.t_s),
          y.getPixelForValue(shownLength(point.mean_m + sds * point.sd_m)),
        ];
        ctx.fillStyle = faint(colour, BAND_ALPHA);
        ctx.beginPath();
        for (const point of points) ctx.lineTo(...edge(point, 1));
        for (const point of points.toReversed()) ctx.lineTo(...edge(point, -1));
        ctx.fill();
      }
      const zero = x.getPixelForValue(0);
      ctx.strokeStyle = palette.press;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(zero, top);
      ctx.lineTo(zero, bottom);
      ctx.stroke();
      ctx.font = `${LABEL_px}px ${palette.font}`;
      ctx.fillStyle = palette.press;
      ctx.textAlign = 'right';
      ctx.textBaseline = 'top';
      ctx.fillText(canvasWords.pressBegins[terms], zero - 6, top + 4);
      ctx.restore();
    },
  };
}
