import type { ChartDataset, Plugin } from 'chart.js';
import { Chart, measureAxis, setRange, STILL, WIDE_AXIS_px, xAxis, type Point } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { faint, type Palette } from './palette';
import { watchPointer } from './rep-pointer';
import type { SteppedRange } from './scale';
import { drawWhisker } from './whisker';

/** One side of a pair, in the unit that is drawn. */
export interface PairEnd {
  readonly value: number;
  /** Two standard deviations, each way. */
  readonly reach: number;
}

export interface PairDots {
  readonly left: PairEnd;
  readonly right: PairEnd;
  readonly label: string;
}

export interface PairsView {
  /** Oldest first. */
  readonly pairs: readonly PairDots[];
  readonly range: SteppedRange;
  readonly stressed: number | null;
}

export interface PairSettings {
  readonly growth: 'up' | 'down';
  readonly onPair: (place: number | null) => void;
  readonly onPick: (place: number) => void;
}

/** How far from the middle of its pair a side stands, in widths of a pair. */
const APART = 0.14;
const SIDES = [
  { side: 'left', rotation: -90, shift: -APART },
  { side: 'right', rotation: 90, shift: APART },
] as const;

/** Both sides of every pair, each a triangle that points to its side, with whiskers of ± 2 sd and a line between them. */
export function sidePairs({ growth, onPair, onPick }: PairSettings): MakeDrawing<PairsView> {
  return (canvas, palette): Drawing<PairsView> => {
    let view: PairsView = { pairs: [], range: { low: 0, high: 1, step: 1 }, stressed: null };
    const chart = makeChart(canvas, palette, growth, () => view);
    const pairAt = (x_px: number) => {
      const place = Math.round(chart.scales.x.getValueForPixel(x_px) ?? NaN);
      return view.pairs[place] ? place : null;
    };
    const unwatch = watchPointer(canvas, pairAt, { onRep: onPair, onPin: onPick });
    return {
      draw(next) {
        view = next;
        SIDES.forEach(({ side, shift }, i) => {
          chart.data.datasets[i].data = next.pairs.map((pair, place) => ({
            x: place + shift,
            y: pair[side].value,
          }));
        });
        const { x, y } = chart.options.scales ?? {};
        if (x && y) {
          x.min = -0.5;
          x.max = next.pairs.length - 0.5;
          setRange(y, next.range);
        }
        chart.update('none');
      },
      destroy() {
        unwatch();
        chart.destroy();
      },
    };
  };
}

function makeChart(
  canvas: HTMLCanvasElement,
  palette: Palette,
  growth: PairSettings['growth'],
  view: () => PairsView,
) {
  const x = xAxis(palette);
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: {
      datasets: SIDES.map(({ side, rotation }): ChartDataset<'line', Point[]> => ({
        data: [],
        showLine: false,
        pointStyle: 'triangle',
        pointRotation: rotation,
        pointRadius: 6.5,
        pointBorderWidth: 0,
        pointBackgroundColor: colourOf(palette, side),
      })),
    },
    options: {
      ...STILL,
      scales: {
        x: {
          ...x,
          type: 'linear',
          afterBuildTicks: (scale) =>
            void (scale.ticks = view().pairs.map((_, value) => ({ value }))),
          ticks: {
            ...x.ticks,
            maxRotation: 0,
            callback: (place) => view().pairs[Number(place)]?.label ?? '',
          },
        },
        y: measureAxis(palette, growth, WIDE_AXIS_px),
      },
    },
    plugins: [behind(palette, view)],
  });
}

function colourOf(palette: Palette, side: 'left' | 'right'): string {
  return side === 'left' ? palette.lower : palette.press;
}

function behind(palette: Palette, view: () => PairsView): Plugin<'line'> {
  return {
    id: 'behind',
    beforeDatasetsDraw({ ctx, chartArea: area, scales: { x, y } }) {
      const { pairs, stressed } = view();
      if (stressed !== null) {
        const [left, right] = [stressed - 0.5, stressed + 0.5].map((at) => x.getPixelForValue(at));
        ctx.fillStyle = faint(palette.ink, 0.08);
        ctx.fillRect(left, area.top, right - left, area.height);
      }
      for (const [place, pair] of pairs.entries()) {
        ctx.strokeStyle = palette.quiet;
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(x.getPixelForValue(place - APART), y.getPixelForValue(pair.left.value));
        ctx.lineTo(x.getPixelForValue(place + APART), y.getPixelForValue(pair.right.value));
        ctx.stroke();
        for (const { side, shift } of SIDES) {
          const { value, reach } = pair[side];
          if (reach === 0) continue;
          drawWhisker(ctx, colourOf(palette, side), {
            centre: x.getPixelForValue(place + shift),
            from: y.getPixelForValue(value - reach),
            to: y.getPixelForValue(value + reach),
          });
        }
      }
    },
  };
}
