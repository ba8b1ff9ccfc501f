import type { Rep, SetReport } from '../../src/lib/core/sled/report';
import type { SetTruth, TrueRep } from '../../src/lib/core/simulate/truth';

export const PHASES = ['lower', 'bottom', 'press', 'top'] as const;
export type PhaseName = (typeof PHASES)[number];

/** A measure's error, and the standard deviation the report gave it. */
export interface Deviation {
  error: number;
  sd: number;
}

/** The errors of one rep that was found; null where truth or report has no such phase. */
export interface RepScore {
  depth_m: Deviation;
  times_s: Record<PhaseName, Deviation | null>;
  velocity_mps: Deviation;
  doubtful: boolean;
}

export interface SetScore {
  /** Full reps that are there, were not found, were found and are not there. */
  reps: number;
  missed: number;
  extra: number;
  found: RepScore[];
}

/** Compares a report with the truth of its set. Only full reps count; a rep is found where its press overlaps the true one. */
export function scoreSet(report: SetReport, truth: Pick<SetTruth, 'reps'>): SetScore {
  const isFull = ({ kind }: { kind: string }) => kind === 'full';
  const trueReps = truth.reps.filter(isFull);
  const reps = report.reps.filter(isFull);
  const pairs = matchByOverlap(
    trueReps.map(({ press }) => press),
    reps.map(({ press }) => press),
  );
  return {
    reps: trueReps.length,
    missed: trueReps.length - pairs.length,
    extra: reps.length - pairs.length,
    found: pairs.map(([i, j]) => scoreRep(trueReps[i], reps[j])),
  };
}

export interface Interval {
  start_s: number;
  end_s: number;
}

/** Pairs [index of truth, index of found] of overlapping intervals, each used once, the largest overlaps first; in order of truth. */
export function matchByOverlap(
  truth: readonly Interval[],
  found: readonly Interval[],
): [number, number][] {
  const overlaps = truth
    .flatMap((a, i) =>
      found.map((b, j) => ({
        i,
        j,
        shared_s: Math.min(a.end_s, b.end_s) - Math.max(a.start_s, b.start_s),
      })),
    )
    .filter(({ shared_s }) => shared_s > 0)
    .sort((a, b) => b.shared_s - a.shared_s);
  const pairs: [number, number][] = [];
  for (const { i, j } of overlaps) {
    if (!pairs.some(([p, q]) => p === i || q === j)) pairs.push([i, j]);
  }
  return pairs.sort(([a], [b]) => a - b);
}

function scoreRep(truth: TrueRep, rep: Rep): RepScore {
  const time = (phase: PhaseName): Deviation | null => {
    const [expected, measured] = [truth[phase], rep[phase]];
    if (!expected || !measured) return null;
    return { error: measured.duration_s - expected.duration_s, sd: measured.durationSd_s };
  };
  return {
    depth_m: { error: rep.depth_m - truth.depth_m, sd: rep.depthSd_m },
    times_s: {
      lower: time('lower'),
      bottom: time('bottom'),
      press: time('press'),
      top: time('top'),
    },
    velocity_mps: { error: rep.press.mean_mps - truth.press.mean_mps, sd: rep.press.meanSd_mps },
    doubtful: rep.quality === 'doubtful',
  };
}

/** 95 % limits of agreement: bias ± 1.96 sd of the differences (Bland & Altman 1986, doi 10.1016/S0140-6736(86)90837-8). */
export interface Agreement {
  count: number;
  bias_s: number;
  spread_s: number;
}

export interface CategoryScore {
  name: string;
  sets: number;
  /** Sets with every full rep found and none too many. */
  exact: number;
  reps: number;
  missed: number;
  extra: number;
  /** null where no rep was found. */
  depthRmse_m: number | null;
  depthBias_m: number | null;
  times: Record<PhaseName, Agreement>;
  velocityRmse_mps: number | null;
  /** Share of errors within 2 of the sd the report gave; null where there is none to judge. */
  within2Sd: Record<'depth' | PhaseName | 'velocity', number | null>;
  /** Share of the found reps that the report calls doubtful. */
  doubtful: number | null;
  /** Found reps that the report calls doubtful. */
  doubtfulReps: number;
  /** Found reps with any error beyond 3 of the sd the report gave, and how many of them it calls doubtful. */
  beyond3Sd: { reps: number; doubtful: number };
}

/** The measures of all sets of one kind together. */
export function summarise(name: string, sets: readonly SetScore[]): CategoryScore {
  const found = sets.flatMap((set) => set.found);
  const sum = (key: 'reps' | 'missed' | 'extra') =>
    sets.reduce((total, set) => total + set[key], 0);
  const depths = found.map(({ depth_m }) => depth_m);
  const velocities = found.map(({ velocity_mps }) => velocity_mps);
  const times = (phase: PhaseName) => found.flatMap(({ times_s }) => times_s[phase] ?? []);
  const doubtfulReps = found.filter(({ doubtful }) => doubtful).length;
  const beyond = found.filter(isBeyond3Sd);
  return {
    name,
    sets: sets.length,
    exact: sets.filter(({ missed, extra }) => missed === 0 && extra === 0).length,
    reps: sum('reps'),
    missed: sum('missed'),
    extra: sum('extra'),
    depthRmse_m: rootMeanSquare(depths),
    depthBias_m: found.length > 0 ? meanError(depths) : null,
    times: byPhase((phase) => agreement(times(phase))),
    velocityRmse_mps: rootMeanSquare(velocities),
    within2Sd: {
      depth: shareWithin(depths),
      ...byPhase((phase) => shareWithin(times(phase))),
      velocity: shareWithin(velocities),
    },
    doubtful: found.length > 0 ? doubtfulReps / found.length : null,
    doubtfulReps,
    beyond3Sd: {
      reps: beyond.length,
      doubtful: beyond.filter(({ doubtful }) => doubtful).length,
    },
  };
}

function byPhase<T>(value: (phase: PhaseName) => T): Record<PhaseName, T> {
  return {
    lower: value('lower'),
    bottom: value('bottom'),
    press: value('press'),
    top: value('top'),
  };
}

function meanError(deviations: readonly Pick<Deviation, 'error'>[]): number {
  return deviations.reduce((sum, { error }) => sum + error, 0) / deviations.length;
}

function rootMeanSquare(deviations: readonly Deviation[]): number | null {
  if (deviations.length === 0) return null;
  return Math.sqrt(deviations.reduce((sum, { error }) => sum + error ** 2, 0) / deviations.length);
}

/** The limits of agreement of some errors, s. */
export function agreement(deviations: readonly Pick<Deviation, 'error'>[]): Agreement {
  const count = deviations.length;
  if (count === 0) return { count, bias_s: 0, spread_s: 0 };
  const bias_s = meanError(deviations);
  const squares = deviations.reduce((sum, { error }) => sum + (error - bias_s) ** 2, 0);
  return { count, bias_s, spread_s: 1.96 * Math.sqrt(squares / Math.max(1, count - 1)) };
}

function isBeyond3Sd({ depth_m, times_s, velocity_mps }: RepScore): boolean {
  const times = PHASES.flatMap((phase) => times_s[phase] ?? []);
  return [depth_m, ...times, velocity_mps].some(({ error, sd }) => Math.abs(error) > 3 * sd);
}

function shareWithin(deviations: readonly Deviation[]): number | null {
  if (deviations.length === 0) return null;
  const within = deviations.filter(({ error, sd }) => Math.abs(error) <= 2 * sd);
  return within.length / deviations.length;
}
