import type { MeanPoint } from '$lib/charts/overlay';
import type { Rep, SetMeasures, SetReport } from '$lib/core/sled/report';
import type { Terms } from '$lib/locale/preferences';
import { metresPerSecond, percent, roughTravel, seconds, span, travel, travelUnit } from './format';
import { chartWords } from './words/charts';
import { repWords } from './words/reps';
import { termWords } from './words/terms';

/** What the position trace shows, in a sentence or two. */
export function positionSummary({ reps, track, duration_s }: SetReport): string {
  const duration = seconds(duration_s, 0);
  if (track.t_s.length === 0) return chartWords.noMotion(duration);
  const partial = reps.filter((rep) => rep.kind === 'partial').length;
  const lowest_m = track.position_m.reduce((low, value) => (value < low ? value : low), 0);
  return chartWords.position(
    repWords.counted(reps.length - partial),
    partial > 0 ? repWords.countedPartial(partial) : null,
    duration,
    `${roughTravel(-lowest_m)} ${travelUnit}`,
  );
}

/** What the tempo bars show. */
export function tempoSummary(reps: readonly Rep[], terms: Terms = 'plain'): string {
  const { phases } = termWords[terms];
  const full = reps.filter((rep) => rep.kind === 'full');
  if (full.length === 0) return chartWords.noFullReps;
  const range = (name: string, values: readonly (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined);
    return known.length > 0 ? `${name} ${span(Math.min(...known), Math.max(...known))} s` : null;
  };
  const parts = [
    range(
      phases.lower,
      full.map((rep) => rep.lower?.duration_s),
    ),
    range(
      phases.bottom,
      full.map((rep) => rep.bottom?.duration_s),
    ),
    range(
      phases.press,
      full.map((rep) => rep.press.duration_s),
    ),
  ];
  return `${parts.filter((part) => part !== null).join(' · ')}.`;
}

/** What the depth marks show. */
export function depthSummary(reps: readonly Rep[]): string {
  const full = reps.filter((rep) => rep.kind === 'full');
  if (full.length === 0) return chartWords.noFullReps;
  const told = ({ index, depth_m }: Rep) => ({
    rep: index,
    depth: `${travel(depth_m)} ${travelUnit}`,
  });
  if (full.length === 1) return chartWords.depthOfOne(told(full[0]).depth);
  const depths_m = full.map((rep) => rep.depth_m);
  const deepest = full[depths_m.indexOf(Math.max(...depths_m))];
  const shallowest = full[depths_m.indexOf(Math.min(...depths_m))];
  return chartWords.depths(told(deepest), told(shallowest));
}

/** What the velocity marks show. */
export function velocitySummary(
  reps: readonly Rep[],
  { velocityLoss, velocityLossSd }: Pick<SetMeasures, 'velocityLoss' | 'velocityLossSd'>,
): string {
  const full = reps.filter((rep) => rep.kind === 'full');
  if (full.length === 0 || velocityLoss === null) return chartWords.noFullReps;
  const fastest = full.reduce((a, b) => (b.press.mean_mps > a.press.mean_mps ? b : a));
  return chartWords.velocities(
    { rep: fastest.index, speed: metresPerSecond(fastest.press.mean_mps) },
    percent(velocityLoss),
    `±${percent(velocityLossSd ?? 0)}`,
  );
}

/** What the reps laid over one another show: where they differ most, and which stands out. */
export function overlaySummary(mean: readonly MeanPoint[], worst: number | null): string {
  if (mean.length === 0) return chartWords.noMean;
  const most_m = Math.max(...mean.map(({ sd_m }) => sd_m));
  return chartWords.overlaid(`${travel(most_m)} ${travelUnit}`, worst);
}
