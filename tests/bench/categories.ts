import { simulate, type Simulation } from '../../src/lib/core/simulate';
import type { SetPlan } from '../../src/lib/core/simulate/plan';
import { Random } from '../../src/lib/core/simulate/random';
import { DEFAULT_SETUP, type Setup } from '../../src/lib/core/sled/setup';
import { SENSOR_GRADES, type SensorGrade } from '../../src/lib/core/simulate/sensor';
import { without, type Ablation } from './without';

/** A kind of set, drawn anew for every set. What it leaves open is drawn as for a guide-tempo set. */
export interface Category {
  name: string;
  plan: (random: Random) => Partial<SetPlan>;
  sensor: SensorGrade;
}

export interface SimulatedSet extends Simulation {
  /** What the user would tell the analysis. */
  setup: Setup;
}

/** Below this gravity does not tell which way is press, and a set is taken to start extended. */
const LEVEL_DEG = 5;

/** One set of a category: the same for the same base seed, category and index, whatever else runs. */
export function simulateSet(
  category: Category,
  index: number,
  seed: number,
  ablation: Ablation = without([]),
): SimulatedSet {
  const random = new Random(seed, `${category.name} ${index}`);
  const set = { ...usual(random), ...category.plan(random), ...ablation.set };
  const sensor = ablation.sensor(category.sensor);
  const simulation = simulate({ seed: random.integer(0, 2 ** 31), set, sensor });
  // On a level rail the press of a set that starts at the bottom shows as a lower until the user flips it.
  const flip = set.startsAt === 'bottom' && simulation.truth.incline_deg < LEVEL_DEG;
  return { ...simulation, setup: { ...DEFAULT_SETUP, flip } };
}

/** What varies in every category: length of the set, and handling in about half of them. */
function usual(random: Random): Partial<SetPlan> {
  return {
    reps: random.integer(3, 12),
    carriedBefore_s: random.chance(0.5) ? random.uniform(4, 12) : 0,
    carriedAfter_s: random.chance(0.5) ? random.uniform(3, 8) : 0,
  };
}

const guideTempo = () => ({});

const strength = (random: Random): Partial<SetPlan> => ({
  reps: random.integer(3, 8),
  lower_s: random.uniform(2, 3),
  bottom_s: random.uniform(0.1, 0.5),
  press_s: random.uniform(0.6, 1),
  pressShapes: ['explosive', 'early'],
  top_s: random.uniform(0.5, 3),
  fatigue: random.uniform(0.2, 0.9),
  sticking: 0.3,
});

const fast = (random: Random): Partial<SetPlan> => ({
  lower_s: random.uniform(0.8, 1.2),
  lowerShapes: ['minimum-jerk', 'early', 'late', 'drop'],
  bottom_s: random.uniform(0.05, 0.3),
  press_s: random.uniform(0.7, 1.1),
  top_s: random.uniform(0.1, 0.4),
});

const touchAndGo = (random: Random): Partial<SetPlan> => ({
  lower_s: random.uniform(1.5, 3),
  bottom_s: 0,
  press_s: random.uniform(0.9, 1.6),
  top_s: random.chance(0.5) ? 0 : random.uniform(0.1, 0.5),
});

const bounce = (random: Random): Partial<SetPlan> => ({
  lower_s: random.uniform(1, 2.5),
  press_s: random.uniform(0.7, 1.2),
  top_s: random.uniform(0.2, 1),
  bounces: 1,
  knocks: 0.3,
});

const slowWithHolds = (random: Random): Partial<SetPlan> => ({
  reps: random.integer(3, 8),
  lower_s: random.uniform(5, 6),
  bottom_s: random.uniform(1, 3),
  press_s: random.uniform(1.5, 3),
  top_s: random.uniform(0.5, 2),
});

const shrinkingDepth = (random: Random): Partial<SetPlan> => ({
  reps: random.integer(6, 12),
  depth_m: random.uniform(0.4, 0.55),
  depthTrend: -random.uniform(0.25, 0.4),
  fatigue: random.uniform(0.2, 0.6),
});

const shortRange = (random: Random): Partial<SetPlan> => ({
  depth_m: random.uniform(0.145, 0.22),
  depthVariation: 0.03,
  depthTrend: 0,
  lower_s: random.uniform(2, 4),
  press_s: random.uniform(1.2, 2.5),
  top_s: random.uniform(0.3, 1.5),
});

const levelRail = (random: Random): Partial<SetPlan> => ({ incline_deg: random.uniform(0, 4) });

const steepRail = (random: Random): Partial<SetPlan> => ({ incline_deg: random.uniform(60, 90) });

const heavyTilt = (random: Random): Partial<SetPlan> => ({ tilt_deg: random.uniform(0.1, 0.3) });

const stickingAndStalls = (random: Random): Partial<SetPlan> => ({
  press_s: random.uniform(1.5, 3),
  sticking: 0.8,
  stalls: 0.3,
});

const startAtBottom = (random: Random): Partial<SetPlan> => ({
  startsAt: 'bottom',
  incline_deg: random.chance(0.5) ? random.uniform(0, 4) : random.uniform(30, 50),
  lower_s: random.uniform(2, 3.5),
  rerack_m: 0,
});

const failuresAndPartials = (random: Random): Partial<SetPlan> => ({
  reps: random.integer(6, 12),
  depth_m: random.uniform(0.42, 0.5),
  lastRep: random.chance(0.5) ? 'failed' : 'complete',
  partialReps: random.integer(0, 1),
  restPause_s: random.chance(0.5) ? random.uniform(5, 12) : 0,
  fatigue: random.uniform(0.3, 0.9),
});

const heavyHandling = (random: Random): Partial<SetPlan> => ({
  carriedBefore_s: random.uniform(10, 25),
  carriedAfter_s: random.uniform(8, 20),
  unrack_m: random.uniform(0.03, 0.05),
  rerack_m: random.uniform(0.03, 0.05),
  shuffles: random.integer(0, 3),
  restPause_s: random.chance(0.3) ? random.uniform(5, 12) : 0,
  knocks: 0.4,
});

const constantSpeedLowering = (random: Random): Partial<SetPlan> => ({
  reps: random.integer(3, 8),
  lower_s: random.uniform(4, 6.5),
  lowerShapes: ['constant'],
  ripple: random.uniform(0, 0.05),
  bottom_s: random.uniform(0.5, 2),
  press_s: random.uniform(1, 3),
  top_s: random.chance(0.4) ? random.uniform(2, 6) : random.uniform(0.3, 1.5),
});

const shortAndSlow = (random: Random): Partial<SetPlan> => {
  const depth_m = random.uniform(0.14, 0.22);
  return {
    reps: random.integer(3, 8),
    depth_m,
    depthVariation: 0.02,
    depthTrend: 0,
    topVariation_m: random.uniform(0.002, 0.005),
    // Slower still, or with long ends, too much of the stroke would be below v0 to be one.
    lower_s: random.uniform(3, Math.min(5, depth_m / 0.035)),
    lowerShapes: ['minimum-jerk', 'steady', 'constant'],
    bottom_s: random.uniform(0.5, 3),
    press_s: random.uniform(2, 3),
    top_s: random.uniform(0.5, 3),
    fatigue: random.uniform(0, 0.15),
  };
};

const restPause = (random: Random): Partial<SetPlan> => ({
  reps: random.integer(5, 12),
  restPause_s: random.uniform(5, 20),
  restPauses: random.integer(1, 2),
  // Without hooks the rest is taken with the legs extended.
  ...(random.chance(0.5) ? { rerack_m: 0 } : {}),
});

const stallInMidStroke = (random: Random): Partial<SetPlan> => ({
  lower_s: random.uniform(3, 4.5),
  press_s: random.uniform(2, 3.5),
  stalls: 0.5,
  stall_s: [0.3, 1.5],
});

const failedHalfWay = (random: Random): Partial<SetPlan> => ({
  depth_m: random.uniform(0.42, 0.5),
  lastRep: 'failed',
  failsShortBy: [1 / 3, 2 / 3],
  fatigue: random.uniform(0.3, 0.9),
});

const secondAttempt = (random: Random): Partial<SetPlan> => ({
  reps: random.integer(4, 10),
  depth_m: random.uniform(0.42, 0.5),
  secondAttempts: 1,
  failsShortBy: [0.45, 0.67],
  fatigue: random.uniform(0.3, 0.9),
});

const levelAndHeavyTilt = (random: Random): Partial<SetPlan> => ({
  ...levelRail(random),
  ...heavyTilt(random),
});

const NOTHING: Partial<SetPlan> = { reps: 0, unrack_m: 0, rerack_m: 0, sway_m: 0, tremor_m: 0 };

/** Everything a sensor may record while nobody does a rep. */
const noReps = (random: Random): Partial<SetPlan> =>
  random.pick<Partial<SetPlan>>([
    { ...NOTHING, restBefore_s: random.uniform(20, 60) },
    {
      ...NOTHING,
      carriedBefore_s: random.uniform(10, 30),
      carriedAfter_s: random.uniform(10, 30),
    },
    { reps: 0, restExtended_s: random.uniform(5, 30) },
    { reps: 0, shuffles: random.integer(4, 15) },
    { ...NOTHING, restBefore_s: random.uniform(20, 60), floor_mps2: random.uniform(0.05, 0.5) },
  ]);

const mixed = (random: Random): Partial<SetPlan> =>
  random.pick([
    guideTempo,
    guideTempo,
    strength,
    fast,
    touchAndGo,
    bounce,
    slowWithHolds,
    startAtBottom,
  ])(random);

const GOOD = SENSOR_GRADES.good100;
/** Its offset walks by 2 mm/s² per √s, and drifts evenly on top. */
const DRIFTING: SensorGrade = { ...GOOD, biasWalk_ugPerRootS: 204, drift_mps2: 0.05 };
const SPIKING: SensorGrade = { ...GOOD, spikes_perMin: [3, 8] };

export const CATEGORIES: readonly Category[] = [
  { name: 'guide tempo', plan: guideTempo, sensor: GOOD },
  { name: 'strength', plan: strength, sensor: GOOD },
  { name: 'fast', plan: fast, sensor: GOOD },
  { name: 'touch-and-go', plan: touchAndGo, sensor: GOOD },
  { name: 'bounce', plan: bounce, sensor: GOOD },
  { name: 'slow, long holds', plan: slowWithHolds, sensor: GOOD },
  { name: 'shrinking depth', plan: shrinkingDepth, sensor: GOOD },
  { name: 'short range', plan: shortRange, sensor: GOOD },
  { name: 'level rail', plan: levelRail, sensor: GOOD },
  { name: 'steep rail', plan: steepRail, sensor: GOOD },
  { name: 'heavy tilt', plan: heavyTilt, sensor: GOOD },
  { name: 'sticking, stalls', plan: stickingAndStalls, sensor: GOOD },
  { name: 'start at bottom', plan: startAtBottom, sensor: GOOD },
  { name: 'failed, partial', plan: failuresAndPartials, sensor: GOOD },
  { name: 'heavy handling', plan: heavyHandling, sensor: GOOD },
  { name: 'no reps', plan: noReps, sensor: GOOD },
  { name: 'constant-speed lowering', plan: constantSpeedLowering, sensor: GOOD },
  { name: 'short and slow', plan: shortAndSlow, sensor: GOOD },
  { name: 'rest-pause', plan: restPause, sensor: GOOD },
  { name: 'stall in mid-stroke', plan: stallInMidStroke, sensor: GOOD },
  { name: 'failed half way', plan: failedHalfWay, sensor: GOOD },
  { name: 'second attempt', plan: secondAttempt, sensor: GOOD },
  { name: 'level, heavy tilt', plan: levelAndHeavyTilt, sensor: GOOD },
  { name: 'bias drift', plan: guideTempo, sensor: DRIFTING },
  { name: 'spikes', plan: guideTempo, sensor: SPIKING },
  { name: 'good200', plan: mixed, sensor: SENSOR_GRADES.good200 },
  { name: 'fast400', plan: mixed, sensor: SENSOR_GRADES.fast400 },
  { name: 'phone', plan: mixed, sensor: SENSOR_GRADES.phone },
  { name: 'mid50', plan: mixed, sensor: SENSOR_GRADES.mid50 },
  { name: 'poor50', plan: mixed, sensor: SENSOR_GRADES.poor50 },
  { name: 'slow25', plan: mixed, sensor: SENSOR_GRADES.slow25 },
  { name: 'slow10', plan: mixed, sensor: SENSOR_GRADES.slow10 },
];

/** The category called so. Throws where there is none. */
export function categoryNamed(name: string): Category {
  const category = CATEGORIES.find((one) => one.name === name);
  if (!category) throw new Error(`There is no category "${name}".`);
  return category;
}
