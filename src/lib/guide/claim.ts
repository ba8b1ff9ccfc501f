import type { SourceId } from './sources';

/** The ways to press that the guide tells apart. */
export const VARIATION_IDS = [
  'hamstring',
  'hamstring-narrow',
  'hamstring-wide',
  'hamstring-single',
  'quad',
  'quad-single',
  'reverse',
  'reverse-single',
] as const;
export type VariationId = (typeof VARIATION_IDS)[number];

/** What a claim is about; the articles are made of these, in this order. */
export const TOPICS = [
  'anatomy',
  'variations',
  'machines',
  'set-up',
  'technique',
  'tempo',
  'depth',
  'errors',
  'safety',
  'programming',
  'complementary',
  'benefits',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * How a claim can be checked: `measured` by the sensor on the sled; `compared` between sets, sides or
 * weeks; `seen` by the athlete or a coach, never by the sensor; `reference`, to be read only.
 */
export type Check = 'measured' | 'compared' | 'seen' | 'reference';

/** What the app takes from the sled's motion that a claim can rest on. */
export type Feature =
  | 'lowering-time'
  | 'bottom-pause'
  | 'press-time'
  | 'top-pause'
  | 'time-under-tension'
  /** Time in the deepest third of the athlete's own travel. */
  | 'stretch-time'
  | 'travel'
  /** The bottom against the athlete's calibrated target. */
  | 'depth'
  | 'drift'
  /** Mean or peak while pressing. */
  | 'press-velocity'
  | 'velocity-loss'
  | 'lowering-smoothness'
  /** Peak over mean speed while lowering: a fall with a brake at its end. */
  | 'lowering-peak'
  | 'bounce'
  /** A spike: a stop, the rail's end, plates. */
  | 'impact'
  | 'top-snap'
  /** The top beyond the calibrated soft top. */
  | 'past-top'
  | 'hold'
  | 'incline'
  | 'unrack'
  /** Left against right in single-leg sets. */
  | 'asymmetry'
  | 'rep-count';

export type FigureName =
  | 'sets'
  | 'reps'
  | 'lowering'
  | 'bottom-pause'
  | 'load'
  | 'frequency'
  | 'knee-angle'
  /** Between torso and thighs. */
  | 'hip-angle'
  /** Of the rail. */
  | 'incline'
  /** How many the statement lists. */
  | 'listed';

export type Unit =
  'sets' | 'reps' | 's' | '% of 1RM' | '% of perceived max' | 'per week' | 'deg' | 'count';

/** A number of the guide: a range, or one value with `low` equal to `high`. */
export interface Figure {
  name: FigureName;
  low: number;
  high: number;
  unit: Unit;
}

/** Where it stands: the document and its lines, counted from 1. */
export interface Cite {
  source: SourceId;
  lines: readonly number[];
}

/** One thing the guide says. */
export interface Claim {
  /** The inventory's: a letter and two digits. */
  id: string;
  topic: Topic;
  /** How it is checked first. */
  check: Check;
  /** How else it can be checked, in part. */
  also: readonly Check[];
  variations: readonly VariationId[];
  /** The fact in our own words, for an athlete. */
  statement: string;
  /** Every number the source gives for it. */
  figures: readonly Figure[];
  cites: readonly Cite[];
  /** What of the sled's motion it rests on; empty where the sensor has no part in it. */
  features: readonly Feature[];
}

/** A claim as its topic's file writes it: without the topic, and without lists that are empty. */
export type ClaimEntry = Omit<Claim, 'topic' | 'also' | 'figures' | 'features'> &
  Partial<Pick<Claim, 'also' | 'figures' | 'features'>>;
