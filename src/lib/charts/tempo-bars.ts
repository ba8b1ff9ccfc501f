import { BarElement, type ChartDataset, type Plugin } from 'chart.js';
import type { Rep } from '$lib/core/sled/report';
import type { PhaseId } from '$lib/guide/tempo';
import type { Terms } from '$lib/locale/preferences';
import { Chart, stackedBars, STILL } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { diagonal, dotted, faint, type Palette } from './palette';
import { drawMarks, MARK_LINE_px, stressColumns } from './rep-column';
import type { RepMark } from './rep-mark';
import { watchPointer, type RepEars } from './rep-pointer';
import { tempoBands, TEMPO_PHASES, type AskedTempo } from './tempo-bands';

/** What every chart with a place for each rep shows. */
export interface RepsView {
  reps: readonly Rep[];
  /** The rep to stress, and the one that is kept. */
  rep: number | null;
  pinned: number | null;
  /** What lies outside its band. */
  marks: readonly RepMark[];
}

export interface TempoView extends RepsView {
  /** Null where nothing was asked. */
  asked: AskedTempo | null;
  /** What the phases are called. */
  terms: Terms;
}

type BarPoint = { x: string; y: number };
type TempoChart = Chart<'bar', BarPoint[], string>;

const BAND_ALPHA = 0.16;
const TOLERANCE_ALPHA = 0.1;
/** A bracket beside a bar: how far from it, how thick, and the least width of a column that has room for it. */
const BRACKET = { gap_px: 4, asked_px: 3, allowed_px: 1, column_px: 22 };

/**
 * A stacked bar per rep: the seconds of lower, hold, press and top, each with its colour and its pattern. Behind
 * them the band of the lower; beside each bar, brackets where its other phases should end; above it, its marks.
 */
export function tempoBars(ears: RepEars): MakeDrawing<TempoView> {
  return (canvas, palette): Drawing<TempoView> => {
    let view: TempoView = {
      reps: [],
      rep: null,
      pinned: null,
      marks: [],
      asked: null,
      terms: 'plain',
    };
    const chart = makeChart(canvas, palette, () => view);
    const unwatch = watchPointer(canvas, (x_px) => repAt(chart, view.reps, x_px), ears);
    return {
      draw(next) {
        view = next;
        chart.data.labels = next.reps.map(repLabel);
        TEMPO_PHASES.forEach((phase, i) => {
          chart.data.datasets[i].data = phaseTimes(next.reps, phase);
        });
        const { y } = chart.options.scales ?? {};
        // What is allowed is seen even where every rep is quicker.
        if (y) Object.assign(y, { suggestedMax: highestBand_s(next) });
        chart.options.layout = { padding: { top: MARK_LINE_px * mostMarks(next) } };
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
export function phaseTimes(reps: readonly Rep[], phase: PhaseId): BarPoint[] {
  return reps.map((rep) => ({ x: repLabel(rep), y: rep[phase]?.duration_s ?? 0 }));
}

function marksOf({ marks }: RepsView, rep: Rep): RepMark[] {
  return marks.filter(({ rep: index, part }) => index === rep.index && part !== 'depth');
}

function mostMarks(view: TempoView): number {
  return Math.max(0, ...view.reps.map((rep) => marksOf(view, rep).length));
}

function highestBand_s({ reps, asked }: TempoView): number {
  return Math.max(0, ...tempoBands(reps, asked).map(({ asked, allowed }) => (asked ?? allowed)[1]));
}

function makeChart(canvas: HTMLCanvasElement, palette: Palette, view: () => TempoView): TempoChart {
  const { bar, x, y } = stackedBars(palette);
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
      datasets: TEMPO_PHASES.map((phase): ChartDataset<'bar', BarPoint[]> => ({
        data: [],
        backgroundColor: fills[phase],
        ...bar,
      })),
    },
    options: {
      ...STILL,
      devicePixelRatio: palette.pixelRatio,
      scales: {
        x,
        y: { ...y, ticks: { ...y.ticks, maxTicksLimit: 6 } },
      },
    },
    plugins: [bandsBehind(palette, view), marksAbove(palette, view)],
  });
}

function repAt(chart: TempoChart, reps: readonly Rep[], x_px: number): number | null {
  const place = chart.scales.x.getValueForPixel(x_px);
  return place === undefined ? null : (reps[place]?.index ?? null);
}

/** The column of the rep to stress, and the band of the lower across the chart. */
function bandsBehind(palette: Palette, view: () => TempoView): Plugin<'bar'> {
  return {
    id: 'bands',
    beforeDatasetsDraw({ ctx, chartArea: area, scales: { x, y } }) {
      const { reps, rep, pinned, asked } = view();
      const lower = tempoBands(reps, asked).find(({ phase }) => phase === 'lower');
      if (lower) {
        const fill = ([low_s, high_s]: readonly [number, number], alpha: number) => {
          const [top, bottom] = [y.getPixelForValue(high_s), y.getPixelForValue(low_s)];
          ctx.fillStyle = faint(palette.lower, alpha);
          ctx.fillRect(area.left, top, area.width, Math.max(1, bottom - top));
        };
        fill(lower.allowed, TOLERANCE_ALPHA);
        if (lower.asked) fill(lower.asked, BAND_ALPHA);
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
    },
  };
}

/** Brackets beside the bars for what comes after the lower, and marks above them. */
function marksAbove(palette: Palette, view: () => TempoView): Plugin<'bar'> {
  return {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const { reps, asked } = view();
      const column = chartArea.width / reps.length;
      for (const { phase, place, asked: at, allowed } of tempoBands(reps, asked)) {
        if (phase === 'lower' || column < BRACKET.column_px) continue;
        const bar = chart.getDatasetMeta(0).data[place];
        if (!(bar instanceof BarElement)) continue;
        const { width } = bar.getProps(['width']);
        const left = bar.x + width / 2 + BRACKET.gap_px;
        ctx.fillStyle = palette[phase];
        const line = ([low_s, high_s]: readonly [number, number], thick: number, shift: number) => {
          const [top, bottom] = [
            scales.y.getPixelForValue(high_s),
            scales.y.getPixelForValue(low_s),
          ];
          ctx.fillRect(left + shift, top, thick, Math.max(1.5, bottom - top));
        };
        line(allowed, BRACKET.allowed_px, 1);
        if (at) line(at, BRACKET.asked_px, 0);
      }
      reps.forEach((rep, place) => {
        const total_s = TEMPO_PHASES.reduce((sum, phase) => sum + (rep[phase]?.duration_s ?? 0), 0);
        drawMarks(ctx, palette, marksOf(view(), rep), {
          terms: view().terms,
          centre: scales.x.getPixelForValue(place),
          bottom: scales.y.getPixelForValue(total_s),
          width: column,
        });
      });
    },
  };
}
