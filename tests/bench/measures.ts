import { parseArgs } from 'node:util';
import { analyse } from '../../src/lib/core/sled/analyse';
import type { Rep, SetReport } from '../../src/lib/core/sled/report';
import { simulate, type Simulation } from '../../src/lib/core/simulate';
import { guideTempoPlan, type SetPlan } from '../../src/lib/core/simulate/plan';
import { Random } from '../../src/lib/core/simulate/random';
import { SENSOR_GRADES, type SensorGradeName } from '../../src/lib/core/simulate/sensor';
import type { TrueRep } from '../../src/lib/core/simulate/truth';
import { categoryNamed } from './categories';
import type { Deviation } from './score';
import { alignedTable } from './table';

const USAGE = `npx tsx tests/bench/measures.ts [--sets N] [--seed N] [--sensor GRADE]

How far every figure of a rep and of a set is from the truth of simulated sets, and how many of the
errors lie within two of the standard deviations that were given.

  --sets N        sets of each kind (default 16)
  --seed N        base seed (default 1)
  --sensor GRADE  ${Object.keys(SENSOR_GRADES).join(', ')} (default good100)`;

const KINDS = ['guide tempo', 'strength', 'fast', 'touch-and-go', 'bounce', 'heavy tilt'];
/** Share of stroke ends that knock. */
const KNOCKS = 0.3;

interface RiddenSet extends Simulation {
  plan: SetPlan;
  report: SetReport;
  pairs: [truth: TrueRep, rep: Rep][];
}

type Found = number | null | undefined;

/** Nothing where one of the three is not known. */
function deviation(found: Found, sd: Found, truth: Found): Deviation[] {
  const [value, spread, real] = [found ?? NaN, sd ?? NaN, truth ?? NaN];
  return Number.isFinite(value + spread + real) ? [{ error: value - real, sd: spread }] : [];
}

const OF_REP: Record<string, (truth: TrueRep, rep: Rep) => Deviation[]> = {
  'mean speed, lower, m/s': ({ lower: truth }, { lower }) =>
    deviation(lower?.mean_mps, lower?.meanSd_mps, truth?.mean_mps),
  'mean speed, press, m/s': ({ press: truth }, { press }) =>
    deviation(press.mean_mps, press.meanSd_mps, truth.mean_mps),
  'peak speed, lower, m/s': ({ lower: truth }, { lower }) =>
    deviation(lower?.peak_mps, lower?.peakSd_mps, truth?.peak_mps),
  'peak speed, press, m/s': ({ press: truth }, { press }) =>
    deviation(press.peak_mps, press.peakSd_mps, truth.peak_mps),
  'propulsive velocity, m/s': ({ press: truth }, { press }) =>
    deviation(press.propulsive_mps, press.propulsiveSd_mps, truth.propulsive_mps),
  'time under tension, rep, s': ({ tension: truth }, { tension }) =>
    deviation(tension.duration_s, tension.durationSd_s, truth.duration_s),
  'peak over mean lowering': ({ lowering: truth }, { lowering }) =>
    deviation(lowering?.peakRatio, lowering?.peakRatioSd, truth?.peakRatio),
  'place of the peak': ({ lowering: truth }, { lowering }) =>
    deviation(lowering?.beforePeak, lowering?.beforePeakSd, truth?.beforePeak),
  'drop, m/s²': ({ lowering: truth }, { lowering }) =>
    deviation(lowering?.drop_mps2, lowering?.dropSd_mps2, truth?.drop_mps2),
  'turnaround, m/s²': ({ turnaround: truth }, { turnaround }) =>
    deviation(turnaround?.accel_mps2, turnaround?.accelSd_mps2, truth?.accel_mps2),
  'stop, m/s²': ({ stop: truth }, { stop }) =>
    deviation(stop.braking_mps2, stop.brakingSd_mps2, truth.braking_mps2),
  'vibration, m/s²': ({ vibration: truth }, { vibration }) =>
    deviation(vibration?.rms_mps2, vibration?.rmsSd_mps2, truth.rms_mps2),
  'size of a knock, m/s²': ({ burst_mps2 }, { knocks }) =>
    (['bottom', 'top'] as const).flatMap((end) =>
      deviation(knocks?.[end]?.size_mps2, knocks?.[end]?.sizeSd_mps2, burst_mps2[end]),
    ),
};

const OF_SET: Record<string, (set: RiddenSet) => Deviation[]> = {
  'time under tension, set, s': ({ report: { set }, truth }) => {
    const full = truth.reps.filter(({ kind }) => kind === 'full');
    const true_s = full.reduce((sum, { tension }) => sum + tension.duration_s, 0);
    return deviation(set.timeUnderTension_s, set.timeUnderTensionSd_s, true_s);
  },
  'velocity loss': ({ report: { set }, truth }) => {
    const speeds_mps = truth.reps.flatMap(({ kind, press }) =>
      kind === 'full' ? [press.mean_mps] : [],
    );
    const fastest_mps = Math.max(...speeds_mps);
    const loss = (fastest_mps - speeds_mps[speeds_mps.length - 1]) / fastest_mps;
    return deviation(set.velocityLoss, set.velocityLossSd, loss);
  },
  'drift of depth, m per rep': ({ report, plan }) => {
    const { depth } = report.set.drift;
    const perRep_m = (plan.depth_m * plan.depthTrend) / (plan.reps - 1);
    return deviation(depth?.perRep_m, depth?.perRepSd_m, perRep_m);
  },
  'drift of lower, s per rep': ({ report }) => {
    const { lower } = report.set.drift;
    return deviation(lower?.perRep_s, lower?.perRepSd_s, 0);
  },
  'drift of press, s per rep': ({ report, plan }) => {
    const { press } = report.set.drift;
    const perRep_s = (plan.press_s * plan.fatigue) / (plan.reps - 1);
    return deviation(press?.perRep_s, press?.perRepSd_s, perRep_s);
  },
  'incline, °': ({ report: { rail }, truth }) =>
    deviation(rail.incline_deg, rail.inclineSd_deg, truth.incline_deg),
  'clip against gravity, °': ({ report: { set } }) =>
    deviation(set.clip?.angle_deg, set.clip?.angleSd_deg, 0),
  'clip about the vertical, °': ({ report: { set } }) =>
    deviation(set.clip?.turn_deg, set.clip?.turnSd_deg, 0),
};

function isSensor(name: string): name is SensorGradeName {
  return Object.hasOwn(SENSOR_GRADES, name);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      sets: { type: 'string', default: '16' },
      seed: { type: 'string', default: '1' },
      sensor: { type: 'string', default: 'good100' },
    },
  });
  const [sets, seed] = [Number(values.sets), Number(values.seed)];
  if (!Number.isInteger(sets) || sets < 1) throw new Error(`--sets takes 1 or more, not ${sets}.`);
  if (!Number.isInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}.`);
  if (!isSensor(values.sensor)) throw new Error(`There is no sensor "${values.sensor}".`);
  return { sets, seed, sensor: values.sensor };
}

/** One set of a kind; null where the analysis does not have its reps, which the other benchmark counts. */
function ride(kind: string, index: number, seed: number, sensor: SensorGradeName) {
  const category = categoryNamed(kind);
  const random = new Random(seed, `measures, ${kind} ${index}`);
  const setSeed = random.integer(0, 2 ** 31);
  const plan = {
    ...guideTempoPlan(setSeed),
    reps: random.integer(3, 12),
    knocks: KNOCKS,
    ...category.plan(random),
  };
  const simulation = simulate({ seed: setSeed, set: plan, sensor: SENSOR_GRADES[sensor] });
  const report = analyse(simulation.recording);
  const { reps } = simulation.truth;
  if (report.reps.length !== reps.length) return null;
  const pairs = reps.map((truth, i): [TrueRep, Rep] => [truth, report.reps[i]]);
  return { ...simulation, plan, report, pairs };
}

function rowOf(name: string, deviations: readonly Deviation[]): string[] {
  if (deviations.length === 0) return [name, '0', '–', '–', '–'];
  const rms = (values: number[]) => Math.hypot(...values) / Math.sqrt(values.length);
  const within = deviations.filter(({ error, sd }) => Math.abs(error) <= 2 * sd).length;
  return [
    name,
    String(deviations.length),
    rms(deviations.map(({ error }) => error)).toPrecision(2),
    rms(deviations.map(({ sd }) => sd)).toPrecision(2),
    `${((100 * within) / deviations.length).toFixed(0)} %`,
  ];
}

interface Event {
  real: boolean;
  found: boolean;
}

/** How often what happened was found, and how often what did not. */
function foundWords(name: string, events: readonly Event[]): string {
  const share = (some: readonly Event[]) =>
    `${some.filter(({ found }) => found).length} of ${some.length}`;
  const real = share(events.filter((event) => event.real));
  const unreal = share(events.filter((event) => !event.real));
  return `${name}: found ${real}, and ${unreal} where there was none.`;
}

function main(): void {
  const { sets, seed, sensor } = readOptions();
  const ridden = KINDS.flatMap((kind) =>
    Array.from({ length: sets }, (_, i) => ride(kind, i, seed, sensor)),
  ).flatMap((set) => set ?? []);
  const pairs = ridden.flatMap((set) => set.pairs);
  const rows = [
    ...Object.entries(OF_REP).map(([name, of]) =>
      rowOf(
        name,
        pairs.flatMap(([truth, rep]) => of(truth, rep)),
      ),
    ),
    ...Object.entries(OF_SET).map(([name, of]) => rowOf(name, ridden.flatMap(of))),
  ];
  console.log(`${ridden.length} of ${KINDS.length * sets} sets, ${pairs.length} reps, ${sensor}\n`);
  console.log(alignedTable([['figure', 'count', 'RMS error', 'RMS sd', '≤ 2 sd'], ...rows]));
  const bounces = ridden.flatMap(({ pairs, report }) =>
    pairs.map(([truth, { index }]) => ({
      real: truth.bounced,
      found: report.set.bounces.some(({ rep, verdict }) => rep === index && verdict === 'out'),
    })),
  );
  const knocks = pairs.flatMap(([{ knocked }, rep]) =>
    (['bottom', 'top'] as const).map((end) => ({
      real: knocked[end],
      found: Boolean(rep.knocks?.[end]),
    })),
  );
  console.log(`\n${foundWords('Bounces', bounces)}\n${foundWords('Knocks', knocks)}`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
