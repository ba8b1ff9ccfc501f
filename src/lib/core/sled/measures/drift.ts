import type { Drift, Dwell, Rep, TempoDrift } from '../report';

const SETTINGS = {
  /** How much a person's reps usually differ, relative sd, which stands beside what the set itself shows, */
  usualDepth: 0.05,
  usualTempo: 0.1,
  /** as if so many more reps had shown it. */
  usualCounts: 3,
};

/** One rep's figure. */
interface Figure {
  rep: number;
  value: number;
  sd: number;
}

interface Slope {
  perRep: number;
  sd: number;
}

/** How depth and tempo change along the set's full reps. */
export function driftOf(full: readonly Rep[]): Drift {
  const depths = full.map(({ index, depth_m, depthSd_m }) => ({
    rep: index,
    value: depth_m,
    sd: depthSd_m,
  }));
  const depth = slopeOf(depths, SETTINGS.usualDepth);
  return {
    depth: depth && { perRep_m: depth.perRep, perRepSd_m: depth.sd },
    lower: tempoDrift(full, ({ lower }) => lower),
    press: tempoDrift(full, ({ press }) => press),
  };
}

function tempoDrift(full: readonly Rep[], phaseOf: (rep: Rep) => Dwell | null): TempoDrift | null {
  const durations = full.flatMap((rep) => {
    const phase = phaseOf(rep);
    return phase ? [{ rep: rep.index, value: phase.duration_s, sd: phase.durationSd_s }] : [];
  });
  const slope = slopeOf(durations, SETTINGS.usualTempo);
  return slope && { perRep_s: slope.perRep, perRepSd_s: slope.sd };
}

/**
 * Weighted straight-line regression. People scatter about their own trend by more than a sensor errs,
 * so the scatter about the line is added to each figure's variance. Null below three figures.
 */
function slopeOf(figures: readonly Figure[], usualShare: number): Slope | null {
  if (figures.length < 3) return null;
  const { usualCounts } = SETTINGS;
  const even = fitLine(
    figures,
    figures.map(() => 1),
  );
  const usual = usualShare * even.centre;
  const squares = figures.reduce((sum, { rep, value }) => sum + (value - even.at(rep)) ** 2, 0);
  const scatter = (usualCounts * usual ** 2 + squares) / (usualCounts + figures.length - 2);
  const { slope, slopeSd } = fitLine(
    figures,
    figures.map(({ sd }) => 1 / (sd ** 2 + scatter)),
  );
  return { perRep: slope, sd: slopeSd };
}

/** The line of least squares; with inverse variances as weights, `slopeSd` is the slope's standard deviation. */
function fitLine(figures: readonly Figure[], weights: readonly number[]) {
  const sum = (of: (figure: Figure) => number) =>
    figures.reduce((total, figure, i) => total + weights[i] * of(figure), 0);
  const weight = sum(() => 1);
  const middle = sum(({ rep }) => rep) / weight;
  const centre = sum(({ value }) => value) / weight;
  const spread = sum(({ rep }) => (rep - middle) ** 2);
  const slope = sum(({ rep, value }) => (rep - middle) * (value - centre)) / spread;
  return {
    centre,
    slope,
    slopeSd: 1 / Math.sqrt(spread),
    at: (rep: number) => centre + slope * (rep - middle),
  };
}
