import { movingMean } from '../signal/moving-mean';
import { mean } from '../signal/statistics';
import { SPANS } from '../sled/measures/definitions';
import type { Felt } from './felt';
import type { SledMotion } from './motion';
import type { Script } from './script';

/** Everything a simulated set is made of: the person's doings, the motion they gave, what the sensor felt of it. */
export interface Happened {
  motion: SledMotion;
  script: Pick<Script, 'knocks' | 'bounces_s' | 'slams_s'>;
  felt: Pick<Felt, 'accel_mps2'>;
}

/** First and last grid point of a stroke. */
interface Stroke {
  first: number;
  last: number;
}

/** How one rep was ridden, by the definitions in core/README.md. */
export interface TrueRide {
  tension: { duration_s: number };
  lowering: { peakRatio: number; beforePeak: number; drop_mps2: number } | null;
  turnaround: { accel_mps2: number } | null;
  bounced: boolean;
  stop: { braking_mps2: number };
  slammed: boolean;
  /** Whether a knock rang at the end of lower, and of press. */
  knocked: { bottom: boolean; top: boolean };
  /** RMS of the strongest burst there, knock or not. */
  burst_mps2: { bottom: number | null; top: number };
  vibration: { rms_mps2: number };
}

/** What happens this near to a stroke's end happens at it. */
const NEAR_S = 0.12;

/** How the rep of these strokes was ridden. */
export function rideOf(happened: Happened, lower: Stroke | null, press: Stroke): TrueRide {
  const { motion, script } = happened;
  const at_s = (point: number) => point / motion.rate_Hz;
  const near = (times_s: readonly number[], point: number) =>
    times_s.some((time_s) => Math.abs(time_s - at_s(point)) < NEAR_S);
  const knocks_s = script.knocks.map(({ start_s }) => start_s);
  const pressPeak = fastest(motion, press);
  const stopped = press.last + SPANS.afterPress_s * motion.rate_Hz;
  return {
    tension: { duration_s: at_s(press.last - (lower ?? press).first) },
    lowering: lower && loweringOf(motion, lower),
    turnaround: lower && {
      accel_mps2: accelerationAbout(motion, (lower.last + press.first) / 2, SPANS.turn_s),
    },
    bounced: lower !== null && near(script.bounces_s, lower.last),
    stop: { braking_mps2: largestDown(motion, pressPeak, stopped, SPANS.stop_s) },
    slammed: near(script.slams_s, press.last),
    knocked: {
      bottom: lower !== null && near(knocks_s, lower.last),
      top: near(knocks_s, press.last),
    },
    burst_mps2: {
      bottom: lower && burstAt(happened, lower.last),
      top: burstAt(happened, press.last),
    },
    vibration: { rms_mps2: rollingOf(happened, lower ? [lower, press] : [press]) },
  };
}

function loweringOf(motion: SledMotion, lower: Stroke): TrueRide['lowering'] {
  const { position_m, velocity_mps, rate_Hz } = motion;
  const { first, last } = lower;
  const peak = fastest(motion, lower);
  const travel_m = position_m[first] - position_m[last];
  return {
    peakRatio: (-velocity_mps[peak] * (last - first)) / rate_Hz / travel_m,
    beforePeak: (position_m[first] - position_m[peak]) / travel_m,
    drop_mps2: largestDown(motion, first, peak, SPANS.turn_s),
  };
}

/** Grid point of a stroke's highest speed. */
function fastest({ velocity_mps }: SledMotion, { first, last }: Stroke): number {
  let peak = first;
  for (let i = first; i <= last; i++) {
    if (Math.abs(velocity_mps[i]) > Math.abs(velocity_mps[peak])) peak = i;
  }
  return peak;
}

/** Mean acceleration over `window_s` about a point, m/s². */
function accelerationAbout(
  { velocity_mps, rate_Hz, length }: SledMotion,
  point: number,
  window_s: number,
): number {
  const half = (window_s * rate_Hz) / 2;
  const at = (i: number) => velocity_mps[Math.max(0, Math.min(length - 1, Math.round(i)))];
  return (at(point + half) - at(point - half)) / window_s;
}

/** The largest mean deceleration of a press, or acceleration of a lowering, about the points from `first` to `last`. */
function largestDown(motion: SledMotion, first: number, last: number, window_s: number): number {
  let largest_mps2 = -Infinity;
  for (let i = first; i <= last; i++) {
    largest_mps2 = Math.max(largest_mps2, -accelerationAbout(motion, i, window_s));
  }
  return largest_mps2;
}

/** RMS of the vibration over the strokes, their ends left out; NaN where nothing rolls for so long. */
function rollingOf({ motion, felt }: Happened, strokes: readonly Stroke[]): number {
  const margin = Math.ceil(SPANS.strokeEnds_s * motion.rate_Hz);
  const power = strokes.flatMap(({ first, last }) => [
    ...vibrationOf(felt, motion.rate_Hz, first + margin, last - margin),
  ]);
  return Math.sqrt(mean(power));
}

/** RMS of the strongest burst about a stroke's end. */
function burstAt({ motion, felt }: Happened, point: number): number {
  const [before, after, window] = [SPANS.knockBefore_s, SPANS.knockAfter_s, SPANS.knock_s].map(
    (span_s) => Math.round(span_s * motion.rate_Hz),
  );
  const power = vibrationOf(felt, motion.rate_Hz, point - before, point + after);
  const inWindow = movingMean(power, window).subarray(window / 2, power.length - window / 2);
  return Math.sqrt(inWindow.reduce((most, value) => Math.max(most, value), 0));
}

/** Square of the vibration at the points `[from, to)`, three axes together. */
function vibrationOf(
  { accel_mps2 }: Happened['felt'],
  rate_Hz: number,
  from: number,
  to: number,
): Float64Array {
  const fast = Math.round(SPANS.vibrationFast_s * rate_Hz);
  const slow = Math.round(SPANS.vibrationSlow_s * rate_Hz);
  const first = Math.max(0, from - fast - slow);
  const power = new Float64Array(Math.max(0, to - from));
  for (const axis of accel_mps2) {
    const seen = movingMean(axis.subarray(first, Math.max(first, to + fast + slow)), fast);
    const above = without(without(seen, slow), slow);
    for (let i = 0; i < power.length; i++) power[i] += above[from - first + i] ** 2;
  }
  return power;
}

function without(values: Float64Array, width: number): Float64Array {
  const slow = movingMean(values, width);
  return values.map((value, i) => value - slow[i]);
}
