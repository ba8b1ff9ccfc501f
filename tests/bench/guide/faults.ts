import type { OddRep, SetPlan } from '../../../src/lib/core/simulate/plan';
import type { Random } from '../../../src/lib/core/simulate/random';
import { planFor, type Plan, type Targets } from '../../../src/lib/guide/plan';
import type { RuleId } from '../../../src/lib/guide/rules/rule';

/** A way to do a set wrong: what is asked, what the person does, and the rule that should see it. */
export interface Fault {
  readonly name: string;
  /** Null where nothing is planted. */
  readonly rule: RuleId | null;
  readonly asked: Plan;
  readonly plan: (random: Random) => Partial<SetPlan>;
}

const band = (low_s: number, high_s: number) => ({ kind: 'band', low_s, high_s }) as const;
const DEPTH_M = 0.4;
const REPS = 8;

/** Everything asked that can be, and control of the press. */
const CONTROLLED = asked('hamstring-narrow', 'free', {
  lower: band(3, 4),
  bottom: band(0.5, 1),
  press: band(1, 2),
  depth: { target_m: DEPTH_M, floor_m: 0.36, ceiling_m: 0.42, stop_m: 0.45, softTop_m: 0 },
  reps: { low: 8, high: 12 },
});
const FIRST_TOP = asked('hamstring-narrow', 'free', { ...CONTROLLED.targets, top: band(0.5, 1) });
const HELD = asked('hamstring', 'rehab', {
  lower: band(3, 4),
  hold: band(8, 12),
  reps: { low: 4, high: 8 },
});
const EXPLOSIVE = asked('hamstring', 'strength', { reps: { low: 4, high: 8 } });

function asked(variation: Plan['variation'], goal: Plan['goal'], targets: Partial<Targets>): Plan {
  const plan = planFor(variation, 'sled-45', goal);
  return { ...plan, targets: { ...plan.targets, ...targets } };
}

/** As asked, with the little a good lifter varies by. */
export const CLEAN: Partial<SetPlan> = {
  reps: REPS,
  depth_m: DEPTH_M,
  depthVariation: 0.01,
  depthTrend: 0,
  lower_s: 3.5,
  bottom_s: 0.75,
  press_s: 1.5,
  top_s: 0.75,
  tempoVariation: 0.03,
  fatigue: 0.1,
  topVariation_m: 0.005,
};

const STRONG: Partial<SetPlan> = {
  ...CLEAN,
  reps: 6,
  lower_s: 2.5,
  press_s: 0.8,
  pressShapes: ['explosive', 'early'],
};

const HOLDING: Partial<SetPlan> = { ...CLEAN, reps: 4 };

/** Two reps somewhere in the middle of the set, so that it has clean ones about them. */
function inTwo(odd: (random: Random) => Omit<OddRep, 'rep'>, base = CLEAN): Fault['plan'] {
  return (random) => {
    const reps = base.reps ?? REPS;
    const first = random.integer(2, Math.floor(reps / 2));
    const second = random.integer(Math.floor(reps / 2) + 1, reps - 1);
    return { ...base, oddReps: [first, second].map((rep) => ({ rep, ...odd(random) })) };
  };
}

function inAll(change: (random: Random) => Partial<SetPlan>, base = CLEAN): Fault['plan'] {
  return (random) => ({ ...base, ...change(random) });
}

function fault(
  name: string,
  rule: RuleId | null,
  plan: Fault['plan'],
  plannedAs = CONTROLLED,
): Fault {
  return { name, rule, asked: plannedAs, plan };
}

/** One fault each, for every rule that the sensor can see. */
export const FAULTS: readonly Fault[] = [
  fault(
    'none, controlled',
    null,
    inAll(() => ({})),
  ),
  fault(
    'none, explosive',
    null,
    inAll(() => ({}), STRONG),
    EXPLOSIVE,
  ),
  fault('none, held', null, inAll(holds(9, 11), HOLDING), HELD),
  fault(
    'lowered too fast',
    'lowering-time',
    inTwo((r) => ({ lower_s: r.uniform(1.5, 2.4) })),
  ),
  fault(
    'lowered too slowly',
    'lowering-time',
    inTwo((r) => ({ lower_s: r.uniform(4.8, 6) })),
  ),
  fault(
    'let fall',
    'lowering-evenness',
    inTwo(() => ({ lowerShapes: ['falling'] })),
  ),
  fault(
    'no pause',
    'bottom-pause',
    inTwo(() => ({ bottom_s: 0 })),
  ),
  fault(
    'long pause',
    'bottom-pause',
    inTwo((r) => ({ bottom_s: r.uniform(1.6, 2.5) })),
  ),
  fault(
    'bounced',
    'bounce',
    inTwo(() => ({ bottom_s: 0, bounces: 1 })),
  ),
  fault('hold too short', 'hold', inAll(holds(4, 7), HOLDING), HELD),
  fault('hold unsteady', 'hold', inAll(wanders(0.05, 0.08), HOLDING), HELD),
  fault(
    'pressed too fast',
    'press-time',
    inTwo((r) => ({ press_s: r.uniform(0.4, 0.6) })),
  ),
  fault(
    'pressed too slowly',
    'press-time',
    inTwo((r) => ({ press_s: r.uniform(2.8, 4) })),
  ),
  fault(
    'press not explosive',
    'press-intent',
    inTwo((r) => ({ press_s: r.uniform(1.9, 2.6) }), STRONG),
    EXPLOSIVE,
  ),
  fault(
    'press held back',
    'press-intent',
    inTwo(() => ({ press_s: 1.4 }), { ...STRONG, press_s: 0.6 }),
    EXPLOSIVE,
  ),
  fault(
    'thrown',
    'momentum',
    inTwo((r) => ({ throws: true, press_s: r.uniform(0.8, 1.2) })),
  ),
  fault(
    'rested at the top',
    'top-rest',
    inTwo((r) => ({ top_s: r.uniform(4, 8) })),
  ),
  fault(
    'top too short',
    'top-rest',
    inTwo((r) => ({ top_s: r.uniform(0.05, 0.15) })),
    FIRST_TOP,
  ),
  fault(
    'slammed',
    'slam',
    inTwo(() => ({ slams: 1, press_s: 0.8 })),
  ),
  fault(
    'past the top',
    'past-top',
    inTwo((r) => ({ top_m: r.uniform(0.06, 0.1) })),
  ),
  fault(
    'short',
    'depth',
    inTwo((r) => ({ depth_m: r.uniform(0.28, 0.33) })),
  ),
  fault(
    'too deep',
    'depth',
    inTwo(() => ({ depth_m: 0.445 })),
  ),
  fault(
    'past the safe stop',
    'safe-stop',
    inTwo((r) => ({ depth_m: r.uniform(0.48, 0.52) })),
  ),
  fault(
    'partial',
    'partial-rep',
    inTwo((r) => ({ depth_m: r.uniform(0.14, 0.2) })),
  ),
  fault(
    'uneven depth',
    'depth-consistency',
    inAll(() => ({ depthVariation: 0.16 })),
  ),
  fault(
    'getting short',
    'depth-drift',
    inAll((r) => ({ depthTrend: -r.uniform(0.2, 0.35) })),
  ),
  fault(
    'getting fast',
    'tempo-drift',
    inAll((r) => ({ lowerTrend: -r.uniform(0.35, 0.5) })),
  ),
  fault(
    'getting slow',
    'velocity-drift',
    inAll(() => ({ fatigue: 0.8 }), STRONG),
    EXPLOSIVE,
  ),
  fault(
    'too few reps',
    'rep-count',
    inAll((r) => ({ reps: r.integer(4, 7) })),
  ),
  fault(
    'too many reps',
    'rep-count',
    inAll((r) => ({ reps: r.integer(13, 15) })),
  ),
];

/** The second rep's hold. */
function holds(least_s: number, most_s: number): (random: Random) => Partial<SetPlan> {
  return (random) => ({ oddReps: [{ rep: 2, bottom_s: random.uniform(least_s, most_s) }] });
}

function wanders(least_m: number, most_m: number): (random: Random) => Partial<SetPlan> {
  return (random) => ({
    oddReps: [{ rep: 2, bottom_s: 10, wanders_m: random.uniform(least_m, most_m) }],
  });
}
