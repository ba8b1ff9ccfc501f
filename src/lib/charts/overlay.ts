import type { Rep, SetReport } from '$lib/core/sled/report';
import { measuredPositions } from './gaps';
import { repSpan } from './phase-bands';

/** One rep, laid over the others where its press begins. */
export interface RepCurve {
  /** `index` of the rep. */
  rep: number;
  kind: Rep['kind'];
  /** s from the beginning of the press: before it the lower and the hold. */
  t_s: Float64Array;
  /** m above where its own lowering began (of a rep without one, where its press ended); NaN where no sample came. */
  height_m: Float32Array;
}

/** Where the full reps were in the mean at a moment, and by how much they differ. */
export interface MeanPoint {
  t_s: number;
  mean_m: number;
  /** Standard deviation between the reps. */
  sd_m: number;
}

const STEP_s = 0.02;
/** A mean is of at least two reps, and of at least this share of them. */
const LEAST_SHARE = 0.5;

/** Every rep of a report on its own clock and from its own top. */
export function repCurves(report: SetReport): RepCurve[] {
  const { t_s } = report.track;
  const height_m = measuredPositions(report);
  return report.reps.map((rep) => {
    const { start_s, end_s } = repSpan(rep);
    const first = t_s.findIndex((time_s) => time_s >= start_s);
    const after = t_s.findIndex((time_s) => time_s > end_s);
    const [from, to] = [Math.max(0, first), after < 0 ? t_s.length : after];
    const heights_m = height_m.slice(from, to);
    const known_m = heights_m.filter((each_m) => !Number.isNaN(each_m));
    const top_m = (rep.lower ? known_m.at(0) : known_m.at(-1)) ?? NaN;
    return {
      rep: rep.index,
      kind: rep.kind,
      t_s: t_s.slice(from, to).map((time_s) => time_s - rep.press.start_s),
      height_m: heights_m.map((each_m) => each_m - top_m),
    };
  });
}

/** The mean of the full reps, 20 ms apart, where enough of them have a height; empty below two. */
export function meanCurve(curves: readonly RepCurve[]): MeanPoint[] {
  const full = curves.filter(({ kind, t_s }) => kind === 'full' && t_s.length > 1);
  if (full.length < 2) return [];
  const least = Math.max(2, Math.ceil(LEAST_SHARE * full.length));
  const first = Math.ceil(Math.min(...full.map(({ t_s }) => t_s[0])) / STEP_s);
  const last = Math.floor(Math.max(...full.map(({ t_s }) => t_s[t_s.length - 1])) / STEP_s);
  const points: MeanPoint[] = [];
  for (let i = first; i <= last; i++) {
    const heights_m = full
      .map((curve) => heightAt_m(curve, i * STEP_s))
      .filter((height_m) => !Number.isNaN(height_m));
    if (heights_m.length >= least) points.push({ t_s: i * STEP_s, ...spreadOf(heights_m) });
  }
  return points;
}

/** Where a rep was at a moment of its own clock, m, between its rows in a straight line; NaN outside, or where it is not known. */
export function heightAt_m({ t_s, height_m }: RepCurve, time_s: number): number {
  const n = t_s.length;
  if (n === 0 || time_s < t_s[0] || time_s > t_s[n - 1]) return NaN;
  let [low, high] = [0, n - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (t_s[middle] <= time_s) low = middle;
    else high = middle;
  }
  const share = high === low ? 0 : (time_s - t_s[low]) / (t_s[high] - t_s[low]);
  return height_m[low] + share * (height_m[high] - height_m[low]);
}

/** The full rep that strays furthest from the mean, by the root of its mean square; null where there is no mean. */
export function furthestRep(
  curves: readonly RepCurve[],
  mean: readonly MeanPoint[],
): number | null {
  const strays = curves
    .filter(({ kind }) => kind === 'full')
    .map((curve) => {
      const squares = mean
        .map(({ t_s, mean_m }) => (heightAt_m(curve, t_s) - mean_m) ** 2)
        .filter((square) => !Number.isNaN(square));
      const sum = squares.reduce((total, square) => total + square, 0);
      return { rep: curve.rep, rms_m: Math.sqrt(sum / squares.length) };
    })
    .filter(({ rms_m }) => rms_m > 0);
  return strays.toSorted((a, b) => b.rms_m - a.rms_m).at(0)?.rep ?? null;
}

function spreadOf(values: readonly number[]): { mean_m: number; sd_m: number } {
  const mean_m = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean_m) ** 2, 0);
  return { mean_m, sd_m: Math.sqrt(squares / (values.length - 1)) };
}
