import type { Plugin } from 'chart.js';
import type { Gap } from '$lib/core/sled/report';
import type { Exclusion } from '$lib/core/sled/setup';
import type { DepthTarget } from '$lib/guide/plan';
import { shownLength } from '$lib/locale/units';
import { hatch, type Palette } from './palette';
import type { Shown } from './position-shown';
import type { Span } from './span';
import { canvasWords } from './words';

/** What was asked of the depth, and what does not count, drawn on a position trace. */
export interface Marked {
  depth: DepthTarget | null;
  excluded: readonly Exclusion[];
  /** A stretch that is spoken of. */
  stretch: Span | null;
}

/** A height that the trace is read against. */
export interface Level {
  kind: 'floor' | 'target' | 'ceiling' | 'stop' | 'softTop';
  /** Along the rail, m; 0 at the start of the lowering, deeper is negative. */
  height_m: number;
}

/** The heights of a depth target, from the top down; those that were not set are left out. */
export function levelsOf(depth: DepthTarget | null): Level[] {
  if (!depth) return [];
  const { softTop_m, floor_m, target_m, ceiling_m, stop_m } = depth;
  return [
    ...(softTop_m === null ? [] : [{ kind: 'softTop', height_m: softTop_m } as const]),
    { kind: 'floor', height_m: -floor_m },
    { kind: 'target', height_m: -target_m },
    { kind: 'ceiling', height_m: -ceiling_m },
    ...(stop_m === null ? [] : [{ kind: 'stop', height_m: -stop_m } as const]),
  ];
}

const LABEL_px = 11;
/** Names are left out where the one before is nearer than this. */
const LABEL_ROOM_px = 14;
const DASHES: Record<Level['kind'], readonly number[]> = {
  floor: [2, 4],
  target: [],
  ceiling: [2, 4],
  stop: [8, 4],
  softTop: [8, 4],
};

/** Draws the target depth with its floor and ceiling, the safe stop and the soft top across the trace. */
export function levelsBehind(palette: Palette, marked: () => Marked): Plugin<'line'> {
  return {
    id: 'levels',
    beforeDatasetsDraw({ ctx, chartArea, scales: { y } }) {
      let lastLabel = -Infinity;
      ctx.save();
      for (const { kind, height_m } of levelsOf(marked().depth)) {
        const at = y.getPixelForValue(shownLength(height_m));
        if (at < chartArea.top || at > chartArea.bottom) continue;
        const isLimit = kind === 'stop' || kind === 'softTop';
        ctx.strokeStyle = isLimit ? palette.under : palette.lower;
        ctx.lineWidth = kind === 'target' || isLimit ? 1.5 : 1;
        ctx.setLineDash([...DASHES[kind]]);
        ctx.beginPath();
        ctx.moveTo(chartArea.left, at);
        ctx.lineTo(chartArea.right, at);
        ctx.stroke();
        const name = canvasWords.levels[kind];
        if (name === '' || at - lastLabel < LABEL_ROOM_px) continue;
        lastLabel = at;
        ctx.font = `${LABEL_px}px ${palette.font}`;
        ctx.textAlign = 'left';
        ctx.textBaseline = 'bottom';
        ctx.fillStyle = ctx.strokeStyle;
        ctx.fillText(name, chartArea.left + 4, at - 2);
      }
      ctx.restore();
    },
  };
}

/** Hatches what was lost and what does not count, and says which is which where there is room. */
export function missingBehind(
  palette: Palette,
  shown: () => Shown,
  marked: () => Marked,
): Plugin<'line'> {
  return {
    id: 'missing',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      const { report, origin_s } = shown();
      if (!report) return;
      const at = (t_s: number) => x.getPixelForValue(t_s - origin_s);
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      ctx.font = `${LABEL_px}px ${palette.font}`;
      ctx.textBaseline = 'bottom';
      ctx.textAlign = 'center';
      for (const { start_s, end_s, name } of missing(report.gaps, marked().excluded)) {
        const [from, to] = [at(start_s), Math.max(at(end_s), at(start_s) + 2)];
        ctx.fillStyle = hatch(ctx, palette.quiet);
        ctx.fillRect(from, chartArea.top, to - from, chartArea.height);
        if (ctx.measureText(name).width + 8 > to - from) continue;
        ctx.fillStyle = palette.quiet;
        ctx.fillText(name, (from + to) / 2, chartArea.bottom - 6);
      }
      ctx.restore();
    },
  };
}

const BRACKET_px = 6;

/** Brackets a stretch that is spoken of, along the top and the bottom of the trace. */
export function stretchBehind(
  palette: Palette,
  shown: () => Shown,
  marked: () => Marked,
): Plugin<'line'> {
  return {
    id: 'stretch',
    beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales: { x } }) {
      const { stretch } = marked();
      if (!stretch) return;
      const at = (t_s: number) =>
        Math.min(right, Math.max(left, x.getPixelForValue(t_s - shown().origin_s)));
      const [from, to] = [at(stretch.start_s), at(stretch.end_s)];
      ctx.save();
      ctx.globalAlpha = 0.12;
      ctx.fillStyle = palette.ink;
      ctx.fillRect(from, top, to - from, bottom - top);
      ctx.globalAlpha = 1;
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 2;
      ctx.beginPath();
      for (const [edge_px, inward_px] of [
        [top + 1, BRACKET_px],
        [bottom - 1, -BRACKET_px],
      ]) {
        ctx.moveTo(from, edge_px + inward_px);
        ctx.lineTo(from, edge_px);
        ctx.lineTo(to, edge_px);
        ctx.lineTo(to, edge_px + inward_px);
      }
      ctx.stroke();
      ctx.restore();
    },
  };
}

function missing(gaps: readonly Gap[], excluded: readonly Exclusion[]) {
  return [
    ...gaps.map(({ start_s, duration_s }) => ({
      start_s,
      end_s: start_s + duration_s,
      name: canvasWords.gap,
    })),
    ...excluded.map(({ start_s, end_s, reason }) => ({
      start_s,
      end_s,
      name: canvasWords.excluded[reason],
    })),
  ];
}
