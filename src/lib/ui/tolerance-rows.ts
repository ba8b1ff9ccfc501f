import { DEFAULT_TOLERANCES, type Tolerances } from '$lib/guide/plan';
import type { Terms } from '$lib/locale/preferences';
import { withDecimalSign } from '$lib/locale/units';
import { percent, travel, travelUnit } from './format';
import { toleranceWords } from './words/tolerances';
import { termWords } from './words/terms';

export interface ToleranceRow {
  readonly name: keyof Tolerances;
  readonly label: string;
  readonly figure: string;
  /** Ours, and not a person's. */
  readonly isDefault: boolean;
}

type Read = (value: number) => string;

const time: Read = (value_s) => `${plain(value_s)} s`;
const about: Read = (value_s) => `±${time(value_s)}`;
const atMost =
  (read: Read): Read =>
  (value) =>
    `≤ ${read(value)}`;
const atLeast =
  (read: Read): Read =>
  (value) =>
    `≥ ${read(value)}`;
const length: Read = (value_m) => `${travel(value_m)} ${travelUnit}`;

/** In the order of a rep, then of a set, then of what came before. */
const ROWS: readonly (readonly [keyof Tolerances, Read])[] = [
  ['lower_s', about],
  ['loweringPeak', atMost(plain)],
  ['freeFall', atMost(percent)],
  ['pause_s', about],
  ['holdWander_m', atMost(length)],
  ['press_s', about],
  ['explosivePress_s', atMost(time)],
  ['explosiveShare', atLeast(percent)],
  ['letGo', atMost(percent)],
  ['topRest_s', atMost(time)],
  ['softTop_m', atMost(length)],
  ['depthFloor', atLeast(percent)],
  ['depthCeiling', atMost(percent)],
  ['depthCv', atMost(percent)],
  ['depthDrift', atMost(percent)],
  ['tempoDrift', atMost(percent)],
  ['velocityLoss', atMost(percent)],
  ['compliantShare', atLeast(percent)],
  ['rest_s', about],
  ['asymmetry', atMost(percent)],
  ['loadStep', atMost(percent)],
];

/** Every tolerance as it is read and printed. What a plan of earlier days does not have, it has by default. */
export function toleranceRows(given: Partial<Tolerances>, terms: Terms = 'plain'): ToleranceRow[] {
  const words = { ...toleranceWords, ...termWords[terms].tolerances };
  const tolerances = { ...DEFAULT_TOLERANCES, ...given };
  return ROWS.map(([name, read]) => ({
    name,
    label: words[name],
    figure: read(tolerances[name]),
    isDefault: tolerances[name] === DEFAULT_TOLERANCES[name],
  }));
}

function plain(value: number): string {
  return withDecimalSign(String(Number(value.toFixed(2))));
}
