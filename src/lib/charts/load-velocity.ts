import type { Plugin, Scale } from 'chart.js';
import { Chart, setRange, STILL, WIDE_AXIS_px, xAxis, yAxis, type Point } from './chart';
import type { Drawing, MakeDrawing } from './drawing.svelte';
import { faint, type Palette } from './palette';
import { watchPointer } from './rep-pointer';
import type { SteppedRange } from './scale';
import { drawWhisker } from './whisker';

/** A load in the unit that is drawn, and a speed, m/s. */
export interface LoadDot {
  readonly load: number;
  readonly speed_mps: number;
  /** Two standard deviations, each way. */
  readonly reach_mps: number;
  readonly isSimulated: boolean;
}

/** The line with its band at one load. */
export interface LinePoint {
  readonly load: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface LoadVelocityView {
  readonly dots: readonly LoadDot[];
  /** From the lightest load on; none where no line can be told. */
  readonly line: readonly LinePoint[];
  /** Where the line comes down to the speed of a heaviest rep; null where it cannot be told. */
  readonly max: { readonly at: number; readonly low: number; readonly high: number } | null;
  readonly speedAtMax_mps: number;
  readonly loads: SteppedRange;
  readonly speeds: SteppedRange;
  readonly stressed: number | null;
}

export interface LoadVelocitySettings {
  readonly onDot: (place: number | null) => void;
  readonly onPick: (place: number) => void;
}

/** Speed on load: a dot per set, the line with its 95 % band, and the load it leads to with its interval. */
export function loadVelocity({
  onDot,
  onPick,
}: LoadVelocitySettings): MakeDrawing<LoadVelocityView> {
  return (canvas, palette): Drawing<LoadVelocityView> => {
    let view: LoadVelocityView | null = null;
    const chart = makeChart(canvas, palette, () => view);
    const dotAt = (x_px: number) => {
      const at = chart.scales.x.getValueForPixel(x_px) ?? NaN;
      const far = (view?.dots ?? []).map(({ load }) => Math.abs(load - at));
      return far.length > 0 ? far.indexOf(Math.min(...far)) : null;
    };
    const unwatch = watchPointer(canvas, dotAt, { onRep: onDot, onPin: onPick });
    return {
      draw(next) {
        view = next;
        const [data] = chart.data.datasets;
        data.data = next.dots.map(({ load, speed_mps }) => ({ x: load, y: speed_mps }));
        data.pointBackgroundColor = next.dots.map(({ isSimulated }) =>
          isSimulated ? palette.panel : palette.ink,
        );
        const { x, y } = chart.options.scales ?? {};
        if (x && y) {
          setRange(x, next.loads);
          setRange(y, next.speeds);
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
  view: () => LoadVelocityView | null,
) {
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
          pointBorderWidth: 1.5,
          pointBorderColor: palette.ink,
        },
      ],
    },
    options: {
      ...STILL,
      scales: {
        x: { ...x, type: 'linear', ticks: { ...x.ticks, maxRotation: 0, autoSkipPadding: 16 } },
        y: { ...y, type: 'linear', afterFit: (scale) => void (scale.width = WIDE_AXIS_px) },
      },
    },
    plugins: [behind(palette, view)],
  });
}

function behind(palette: Palette, view: () => LoadVelocityView | null): Plugin<'line'> {
  return {
    id: 'behind',
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      const now = view();
      if (!now) return;
      drawLine(ctx, palette, { x, y }, now);
      now.dots.forEach(({ load, speed_mps, reach_mps }, place) => {
        const centre = x.getPixelForValue(load);
        if (place === now.stressed) {
          ctx.fillStyle = faint(palette.ink, 0.12);
          ctx.beginPath();
          ctx.arc(centre, y.getPixelForValue(speed_mps), 12, 0, 2 * Math.PI);
          ctx.fill();
        }
        drawWhisker(ctx, palette.ink, {
          centre,
          from: y.getPixelForValue(speed_mps - reach_mps),
          to: y.getPixelForValue(speed_mps + reach_mps),
        });
      });
    },
  };
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { x, y }: { x: Scale; y: Scale },
  { line, max, speedAtMax_mps }: LoadVelocityView,
): void {
  if (line.length === 0) return;
  const trace = (points: readonly LinePoint[], pick: 'value' | 'low' | 'high') => {
    for (const point of points) {
      ctx.lineTo(x.getPixelForValue(point.load), y.getPixelForValue(point[pick]));
    }
  };
  ctx.fillStyle = faint(palette.press, 0.16);
  ctx.beginPath();
  trace(line, 'high');
  trace([...line].reverse(), 'low');
  ctx.fill();
  ctx.strokeStyle = palette.press;
  ctx.lineWidth = 2;
  ctx.beginPath();
  trace(line, 'value');
  ctx.stroke();
  if (!max) return;
  // The load it leads to: its interval lies along the speed of a heaviest rep.
  const level = y.getPixelForValue(speedAtMax_mps);
  ctx.save();
  ctx.beginPath();
  ctx.rect(x.left, y.top, x.right - x.left, y.bottom - y.top);
  ctx.clip();
  ctx.strokeStyle = palette.press;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(x.getPixelForValue(max.low), level);
  ctx.lineTo(x.getPixelForValue(max.high), level);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = palette.press;
  const at = x.getPixelForValue(max.at);
  ctx.beginPath();
  ctx.moveTo(at, level - 7);
  ctx.lineTo(at + 7, level);
  ctx.lineTo(at, level + 7);
  ctx.lineTo(at - 7, level);
  ctx.fill();
  ctx.restore();
}
