import type { Estimate } from '../rules/rule';
import { sameReckoning, type Lifted } from './lifted';

/** A set as a point of the profile: its load and its fastest press. */
export interface ProfilePoint {
  readonly set: Lifted;
  readonly load_kg: number;
  /** Mean propulsive velocity of the fastest press, and how well it stands for the person at that load. */
  readonly speed_mps: number;
  readonly sd_mps: number;
}

/** A straight line of speed on load, told about the mean load, where its two coefficients are independent. */
export interface ProfileLine {
  readonly centre_kg: number;
  readonly speed_mps: Estimate;
  readonly slope_mpspkg: Estimate;
  /** Spread of the points about the line over what their uncertainties explain; at least 1, and in both estimates. */
  readonly scatter: number;
}

/** A figure with the ends of its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type Profile =
  | {
      readonly kind: 'line';
      readonly points: readonly ProfilePoint[];
      readonly others: number;
      readonly line: ProfileLine;
      /** The load at which the line comes down to the speed of a single heaviest rep. */
      readonly max_kg: Interval;
      /** Over the heaviest load that was lifted: how far the line had to be drawn on. */
      readonly beyond: number;
    }
  | {
      readonly kind: 'open';
      readonly points: readonly ProfilePoint[];
      readonly others: number;
      readonly because: ProfileGap;
    };

/** Why no line is drawn: loads fewer than three, or too near to each other, or no fall of speed out of its uncertainty. */
export type ProfileGap = 'few-loads' | 'near-loads' | 'no-fall';

/** Fifteen people on a leg press, pushes as fast as can be (Conceição et al. 2016, doi 10.1080/02640414.2015.1090010). */
export const POPULATION = {
  /** Percent of the one-rep maximum = intercept + slope · speed. */
  slope_percentPerMps: -55.509,
  intercept_percent: 109.29,
  /** Root mean square error of that. */
  rms_percent: 5.8,
  /** Mean propulsive velocity of the heaviest rep, between people. */
  atMax_mps: { mean: 0.21, meanSd: 0.06 },
  doi: '10.1080/02640414.2015.1090010',
};

const SETTINGS = {
  leastLoads: 3,
  /** The heaviest is at least so many times the lightest. */
  leastRange: 1.2,
  /** By how much one person's speed at one load varies from day to day, as a share: 2.8–7.7 % in García-Ramos et al. 2019, doi 10.1371/journal.pone.0212085. */
  dayCv: 0.05,
  /** Of 95 %. */
  quantile: 1.96,
};

/** The profile of sets of one kind, of those whose presses were meant to be as fast as can be. */
export function profileOf(sets: readonly Lifted[]): Profile {
  const { kept, others } = sameReckoning(
    sets.filter(({ isMaximal, fastest_mps }) => isMaximal && fastest_mps !== null),
  );
  const points = kept.flatMap(pointOf).sort((a, b) => a.load_kg - b.load_kg);
  const open = (because: ProfileGap): Profile => ({ kind: 'open', points, others, because });
  if (new Set(points.map(({ load_kg }) => load_kg)).size < SETTINGS.leastLoads) {
    return open('few-loads');
  }
  const [lightest_kg, heaviest_kg] = [points[0].load_kg, points[points.length - 1].load_kg];
  if (heaviest_kg < SETTINGS.leastRange * lightest_kg) return open('near-loads');
  const line = fitLine(points);
  const max_kg = loadAt(line, POPULATION.atMax_mps);
  if (!max_kg) return open('no-fall');
  return { kind: 'line', points, others, line, max_kg, beyond: max_kg.value / heaviest_kg };
}

function pointOf(set: Lifted): ProfilePoint[] {
  const { load_kg, fastest_mps } = set;
  if (load_kg === null || load_kg <= 0 || !fastest_mps) return [];
  const { mean, meanSd } = fastest_mps;
  return [{ set, load_kg, speed_mps: mean, sd_mps: Math.hypot(meanSd, SETTINGS.dayCv * mean) }];
}

/**
 * The straight line through the points, each weighted by its certainty. Where they scatter more about it than their
 * standard deviations explain, both coefficients are widened by as much (Birge 1932, doi 10.1103/PhysRev.40.207).
 */
export function fitLine(
  points: readonly Pick<ProfilePoint, 'load_kg' | 'speed_mps' | 'sd_mps'>[],
): ProfileLine {
  const weights = points.map(({ sd_mps }) => 1 / sd_mps ** 2);
  const sum = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((total, point, i) => total + weights[i] * of(point), 0);
  const weight = sum(() => 1);
  const centre_kg = sum(({ load_kg }) => load_kg) / weight;
  const speed_mps = sum((point) => point.speed_mps) / weight;
  const spread = sum(({ load_kg }) => (load_kg - centre_kg) ** 2);
  const slope = sum((point) => (point.load_kg - centre_kg) * point.speed_mps) / spread;
  const off = sum(
    (point) => (point.speed_mps - speed_mps - slope * (point.load_kg - centre_kg)) ** 2,
  );
  const scatter = Math.max(1, Math.sqrt(off / Math.max(1, points.length - 2)));
  return {
    centre_kg,
    speed_mps: { mean: speed_mps, meanSd: scatter / Math.sqrt(weight) },
    slope_mpspkg: { mean: slope, meanSd: scatter / Math.sqrt(spread) },
    scatter,
  };
}

/** The speed the line gives for a load, with the 95 % interval of the line itself, not of a single set. */
export function speedAt(
  { centre_kg, speed_mps, slope_mpspkg }: ProfileLine,
  load_kg: number,
): Interval {
  const from_kg = load_kg - centre_kg;
  const value = speed_mps.mean + slope_mpspkg.mean * from_kg;
  const half = SETTINGS.quantile * Math.hypot(speed_mps.meanSd, slope_mpspkg.meanSd * from_kg);
  return { value, low: value - half, high: value + half };
}

/**
 * The load at which the line has a speed that is itself uncertain, with its 95 % interval (Fieller 1954,
 * doi 10.1111/j.2517-6161.1954.tb00159.x). Null where the slope is not below zero beyond its uncertainty: then any load may be it.
 */
export function loadAt(
  { centre_kg, speed_mps, slope_mpspkg }: ProfileLine,
  speed: Estimate,
): Interval | null {
  const slope = slope_mpspkg.mean;
  const doubt = ((SETTINGS.quantile * slope_mpspkg.meanSd) / slope) ** 2;
  if (!(slope < 0) || doubt >= 1) return null;
  const way_kg = (speed.mean - speed_mps.mean) / slope;
  const gapSd = Math.hypot(speed.meanSd, speed_mps.meanSd);
  const half_kg =
    (SETTINGS.quantile / Math.abs(slope)) *
    Math.sqrt((1 - doubt) * gapSd ** 2 + (way_kg * slope_mpspkg.meanSd) ** 2);
  return {
    value: centre_kg + way_kg,
    low: centre_kg + (way_kg - half_kg) / (1 - doubt),
    high: centre_kg + (way_kg + half_kg) / (1 - doubt),
  };
}

/**
 * The one-rep maximum that the people of POPULATION would have had at this load and speed, kg. A reference beside one's
 * own profile, never part of it. Null outside of the loads they were measured at.
 */
export function populationMax_kg({ load_kg, speed_mps, sd_mps }: ProfilePoint): Estimate | null {
  const { slope_percentPerMps, intercept_percent, rms_percent } = POPULATION;
  const percent = intercept_percent + slope_percentPerMps * speed_mps;
  if (percent < LEAST_PERCENT || percent > MOST_PERCENT) return null;
  const sd_percent = Math.hypot(rms_percent, slope_percentPerMps * sd_mps);
  const mean = (100 * load_kg) / percent;
  return { mean, meanSd: (mean * sd_percent) / percent };
}

/** Outside of these a straight line through people says nothing of one of them. */
const LEAST_PERCENT = 30;
const MOST_PERCENT = 102;
