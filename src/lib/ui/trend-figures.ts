import { steppedRange, type SteppedRange } from '$lib/charts/scale';
import type { TrendDot } from '$lib/charts/trend';
import { daysBetween } from '$lib/guide/history/days';
import { grouped } from '$lib/guide/history/grouped';
import type { Kind } from '$lib/guide/history/lifted';
import type { Measure, TrendPoint } from '$lib/guide/history/trends';
import { preferences } from '$lib/locale/preferences';
import { figure, shownLength, shownMass } from '$lib/locale/units';
import type { NumberTable } from './chart-numbers';
import { shortDay } from './day-format';
import {
  mass,
  massUnit,
  metresPerSecond,
  percent,
  seconds,
  travel,
  travelUnit,
  UNKNOWN,
} from './format';
import { historyWords } from './words/history';
import { prescriptionWords } from './words/prescription';
import { sideWords } from './words/side';
import { trendWords as words } from './words/trends';

/** How a quantity is written and drawn. */
export interface Scale {
  /** Behind a figure; empty where it has none. */
  readonly unit: string;
  /** As it is drawn, in the person's unit. */
  readonly drawn: (value: number) => number;
  /** Without its unit, and its standard deviation as exactly. */
  readonly text: (value: number) => string;
  readonly sdText: (sd: number) => string;
  /** Least step of an axis. */
  readonly step: number;
  /** Deeper is lower on the screen. */
  readonly growth: 'up' | 'down';
}

const AS_IS = (value: number) => value;

const LOAD: Scale = {
  unit: massUnit,
  drawn: (kg) => shownMass(kg),
  text: (kg) => mass(kg),
  sdText: (kg) => mass(kg),
  step: 5,
  growth: 'up',
};
const REPS: Scale = { unit: '', drawn: AS_IS, text: String, sdText: String, step: 2, growth: 'up' };
const DEPTH: Scale = {
  unit: travelUnit,
  drawn: (m) => shownLength(m),
  text: travel,
  sdText: (m) => figure(shownLength(m), preferences.length === 'cm' ? 1 : 2),
  step: preferences.length === 'cm' ? 2 : 1,
  growth: 'down',
};
const TIME: Scale = {
  unit: 's',
  drawn: AS_IS,
  text: (s) => seconds(s, 2),
  sdText: (s) => seconds(s, 2),
  step: 0.5,
  growth: 'up',
};
const SPEED: Scale = {
  unit: 'm/s',
  drawn: AS_IS,
  text: metresPerSecond,
  sdText: (mps) => figure(mps, 3),
  step: 0.05,
  growth: 'up',
};
const SHARE: Scale = {
  unit: '%',
  drawn: (share) => share * 100,
  text: (share) => figure(share * 100, 0),
  sdText: (share) => figure(share * 100, 1),
  step: 10,
  growth: 'up',
};

export const SCALES: Record<Measure, Scale> = {
  load: LOAD,
  reps: REPS,
  depth: DEPTH,
  lower: TIME,
  press: SPEED,
  compliance: SHARE,
  tension: { ...TIME, text: (s) => seconds(s, 1), step: 5 },
  'velocity-loss': SHARE,
};

/** "120 kg", "8", "39.9 cm". */
export function withUnit({ unit, text }: Scale, value: number): string {
  return unit ? `${text(value)} ${unit}` : text(value);
}

/** "Hamstrings, one leg, left · 45° sled". */
export function kindName({ variation, machine, side }: Kind): string {
  const { variations, machines } = prescriptionWords;
  const what = side
    ? `${variations[variation].name}, ${sideWords[side]}`
    : variations[variation].name;
  return `${what} · ${machines[machine].name}`;
}

/** Where a trend's days are counted from. */
export function firstDay(points: readonly TrendPoint[]): string {
  return points[0]?.set.day ?? '';
}

/** The dots of a trend, on days counted from its first. */
export function trendDots(measure: Measure, points: readonly TrendPoint[]): TrendDot[] {
  const { drawn } = SCALES[measure];
  const byDay = grouped(points, ({ set }) => set.day);
  return points.map((point) => {
    const { value, low, high, set } = point;
    const ofDay = byDay.get(set.day) ?? [];
    return {
      day: daysBetween(firstDay(points), set.day),
      place: ofDay.indexOf(point),
      of: ofDay.length,
      value: drawn(value),
      low: drawn(low),
      high: drawn(high),
      isSimulated: set.isSimulated,
    };
  });
}

/** The range that holds every figure with its uncertainty; shares run from 0 to 100. */
export function rangeOf({ step, unit }: Scale, ends: readonly number[]): SteppedRange {
  if (unit === '%') return { low: 0, high: Math.max(100, ...ends), step: 20 };
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (!Number.isFinite(low + high)) return { low: 0, high: 3 * step, step };
  const range = steppedRange(Math.max(0, low - step / 2), high + step / 2, step);
  // Some steps, so that a hair's breadth does not look like a leap.
  return { ...range, high: Math.max(range.high, range.low + 3 * range.step) };
}

/** What a trend shows, in a sentence or two. */
export function trendSummary(measure: Measure, points: readonly TrendPoint[]): string {
  if (points.length === 0) {
    const isOfSpeed = measure === 'press' || measure === 'velocity-loss';
    return isOfSpeed ? words.noneMaximal : words.none;
  }
  const scale = SCALES[measure];
  const told = ({ value, set }: TrendPoint) =>
    words.from(withUnit(scale, value), shortDay(set.day));
  const [first, last] = [points[0], points[points.length - 1]];
  if (points.length === 1)
    return words.onlyOne(withUnit(scale, first.value), shortDay(first.set.day));
  const most = points.reduce((a, b) => (b.value > a.value ? b : a));
  return words.summary(historyWords.setCount(points.length), told(first), told(last), told(most));
}

/** The same numbers as a table. */
export function trendNumbers(measure: Measure, points: readonly TrendPoint[]): NumberTable {
  const { unit, text, sdText } = SCALES[measure];
  const name = words.title(words.measures[measure], unit);
  const isSpan = measure === 'compliance';
  const { head } = words;
  return {
    head: isSpan
      ? [head.set, head.day, name, head.low, head.high]
      : [head.set, head.day, name, head.sd],
    rows: points.map(({ set, value, sd, low, high }) => {
      const title = set.isSimulated ? `${set.title} (${historyWords.simulated})` : set.title;
      const ends = isSpan ? [text(low), text(high)] : [sd === null ? UNKNOWN : sdText(sd)];
      return [title, shortDay(set.day), text(value), ...ends];
    }),
  };
}

/** "39.9 ± 0.3 cm", "83 % (75–100)": one set's figure with its uncertainty. */
export function pointFigure(measure: Measure, { value, sd, low, high }: TrendPoint): string {
  const scale = SCALES[measure];
  if (measure === 'compliance') {
    return low === high
      ? percent(value)
      : `${percent(value)} (${scale.text(low)}–${scale.text(high)})`;
  }
  if (sd === null) return withUnit(scale, value);
  return `${scale.text(value)} ± ${scale.sdText(sd)} ${scale.unit}`;
}
