import type { Plugin } from 'chart.js';
import { shownLength } from '$lib/locale/units';
import { faint, type Palette } from './palette';
import { phaseBands, repSpan } from './phase-bands';
import type { Shown } from './position-shown';

const BAND_ALPHA = 0.18;
const STRESSED_ALPHA = 0.34;
const UNCERTAINTY_ALPHA = 0.16;
const NUMBER_px = 12;
/** The bar above the rep that is kept. */
const PINNED_px = 3;

/** Draws the phases of each rep as bands behind the trace, and the rep's number at their top. */
export function bandsBehind(palette: Palette, shown: () => Shown): Plugin<'line'> {
  return {
    id: 'phase-bands',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      const { report, rep: stressed, pinned, origin_s } = shown();
      if (!report) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      const at = (t_s: number) => x.getPixelForValue(t_s - origin_s);
      for (const { phase, rep, start_s, end_s } of phaseBands(report.reps)) {
        ctx.fillStyle = faint(palette[phase], rep === stressed ? STRESSED_ALPHA : BAND_ALPHA);
        ctx.fillRect(at(start_s), chartArea.top, at(end_s) - at(start_s), chartArea.height);
      }
      ctx.textAlign = 'center';
      ctx.textBaseline = 'top';
      for (const rep of report.reps) {
        const { start_s, end_s } = repSpan(rep);
        ctx.font = `${rep.index === stressed ? 600 : 400} ${NUMBER_px}px ${palette.font}`;
        ctx.fillStyle = rep.index === stressed ? palette.ink : palette.quiet;
        ctx.fillText(String(rep.index), (at(start_s) + at(end_s)) / 2, chartArea.top + 8);
        if (rep.index === pinned) {
          ctx.fillRect(at(start_s), chartArea.top, at(end_s) - at(start_s), PINNED_px);
        }
      }
      ctx.restore();
    },
  };
}

/** Draws the stretch within two standard deviations of the position behind the trace. */
export function uncertaintyBehind(palette: Palette, shown: () => Shown): Plugin<'line'> {
  return {
    id: 'uncertainty',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      const { report, origin_s, position_m, indices } = shown();
      if (!report) return;
      const { t_s, positionSd_m } = report.track;
      const edge = (i: number, sds: number): [number, number] => [
        x.getPixelForValue(t_s[i] - origin_s),
        y.getPixelForValue(shownLength(position_m[i] + sds * positionSd_m[i])),
      ];
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      ctx.fillStyle = faint(palette.ink, UNCERTAINTY_ALPHA);
      for (const run of unbroken(indices, position_m)) {
        ctx.beginPath();
        for (const i of run) ctx.lineTo(...edge(i, 2));
        for (const i of run.toReversed()) ctx.lineTo(...edge(i, -2));
        ctx.fill();
      }
      ctx.restore();
    },
  };
}

/** The indices in runs of known values; lost ones part them. */
export function unbroken(indices: readonly number[], values: Float32Array): number[][] {
  const runs: number[][] = [[]];
  for (const i of indices) {
    if (Number.isNaN(values[i])) runs.push([]);
    else runs[runs.length - 1].push(i);
  }
  return runs.filter((run) => run.length > 0);
}
