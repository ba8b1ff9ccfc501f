import type { LoadVelocityView } from '$lib/charts/load-velocity';
import { steppedRange } from '$lib/charts/scale';
import {
  POPULATION,
  speedAt,
  type Interval,
  type Profile,
  type ProfilePoint,
} from '$lib/guide/history/load-velocity';
import { shownMass } from '$lib/locale/units';
import type { NumberTable } from './chart-numbers';
import { mass, massUnit, metresPerSecond, UNKNOWN } from './format';
import { historyWords } from './words/history';
import { profileWords as words } from './words/trends';

/** A load as exact as an estimate deserves: whole units. */
export function roughLoad(kg: number): string {
  return `${Math.round(shownMass(kg))} ${massUnit}`;
}

/** "162–243 kg". */
export function loadSpan({ low, high }: Pick<Interval, 'low' | 'high'>): string {
  return `${Math.round(shownMass(low))}–${roughLoad(high)}`;
}

/** What is drawn of a profile, all but what is pointed at. */
export function profileView(profile: Profile): Omit<LoadVelocityView, 'stressed'> {
  const { points } = profile;
  const dots = points.map(({ load_kg, speed_mps, sd_mps, set }) => ({
    load: shownMass(load_kg),
    speed_mps,
    reach_mps: 2 * sd_mps,
    isSimulated: set.isSimulated,
  }));
  const line = linePoints(profile);
  const loads = [...dots, ...line].map(({ load }) => load);
  const speeds = [
    ...dots.flatMap(({ speed_mps, reach_mps }) => [speed_mps - reach_mps, speed_mps + reach_mps]),
    POPULATION.atMax_mps.mean,
  ];
  return {
    dots,
    line,
    max:
      profile.kind === 'line'
        ? {
            at: shownMass(profile.max_kg.value),
            low: shownMass(profile.max_kg.low),
            high: shownMass(profile.max_kg.high),
          }
        : null,
    speedAtMax_mps: POPULATION.atMax_mps.mean,
    loads: steppedRange(Math.min(...loads) - 5, Math.max(...loads) + 5, 10),
    speeds: steppedRange(Math.max(0, Math.min(...speeds) - 0.05), Math.max(...speeds), 0.1),
  };
}

const LINE_POINTS = 24;

/** The line from the lightest load to the estimate, and a little beyond. */
function linePoints(profile: Profile) {
  if (profile.kind === 'open') return [];
  const { points, line, max_kg } = profile;
  const from_kg = points[0].load_kg;
  const to_kg = Math.max(points[points.length - 1].load_kg, max_kg.value) * 1.03;
  return Array.from({ length: LINE_POINTS + 1 }, (_, i) => {
    const load_kg = from_kg + (i / LINE_POINTS) * (to_kg - from_kg);
    return { load: shownMass(load_kg), ...speedAt(line, load_kg) };
  });
}

/** What a profile shows, in a sentence; why it shows nothing where it does not. */
export function profileSummary(profile: Profile): string {
  if (profile.kind === 'line') {
    const { points, max_kg } = profile;
    const told = `${roughLoad(max_kg.value)} (${words.interval(loadSpan(max_kg))})`;
    return words.summary(historyWords.setCount(points.length), told);
  }
  const loads = new Set(profile.points.map(({ load_kg }) => load_kg)).size;
  return words.gaps[profile.because](loads);
}

/** The same numbers as a table. */
export function profileNumbers(profile: Profile): NumberTable {
  const { sets, load, speed, line } = words.head;
  const onLine = ({ load_kg }: ProfilePoint) =>
    profile.kind === 'line' ? metresPerSecond(speedAt(profile.line, load_kg).value) : UNKNOWN;
  return {
    head: [sets, `${load}, ${massUnit}`, speed, '± sd', line],
    rows: profile.points.map((point) => [
      point.set.title,
      mass(point.load_kg),
      metresPerSecond(point.speed_mps),
      metresPerSecond(point.sd_mps),
      onLine(point),
    ]),
  };
}
