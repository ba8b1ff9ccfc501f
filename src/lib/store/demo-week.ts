import type { SetPlan } from '$lib/core/simulate/plan';
import type { VariationId } from '$lib/guide/claim';
import type { Side } from '$lib/guide/entered';
import type { GoalId } from '$lib/guide/goals';

/** What went wrong in a set, on purpose, so that there is something to find. */
export type Planted = 'hurried' | 'shallower' | 'gap' | 'tired';

/** One set of the demo: what was asked, what was entered, and how the person on the simulated sled moved. */
export interface DemoSet {
  readonly variation: VariationId;
  readonly goal: GoalId;
  readonly side: Side | null;
  readonly load_kg: number;
  readonly rpe: number;
  /** The depth the person was calibrated for. */
  readonly depth_m: number;
  readonly planted: Planted | null;
  readonly moves: Partial<SetPlan>;
}

/** A session: how many days ago, when it began, and its sets, a few minutes from each other. */
export interface DemoSession {
  readonly daysAgo: number;
  /** Minutes after midnight. */
  readonly from_min: number;
  readonly every_min: number;
  readonly sets: readonly DemoSet[];
}

const DEPTH_m = 0.42;
/** With one leg it goes less deep. */
const SINGLE_DEPTH_m = 0.385;

/** One sled, one person, a short un-rack; nothing waits longer than it must. */
const PERSON: Partial<SetPlan> = {
  incline_deg: 45,
  depth_m: DEPTH_m,
  depthVariation: 0.02,
  depthTrend: -0.01,
  tempoVariation: 0.05,
  top_s: 0.6,
  restBefore_s: 2,
  restExtended_s: 0.8,
  restAfter_s: 2,
};

/** Eight reps at 3-4 s, a hold, a steady press. */
const GROWTH: DemoSet = {
  variation: 'hamstring',
  goal: 'hypertrophy-b',
  side: null,
  load_kg: 120,
  rpe: 7,
  depth_m: DEPTH_m,
  planted: null,
  moves: {
    ...PERSON,
    reps: 8,
    lower_s: 3.4,
    bottom_s: 0.75,
    press_s: 1.3,
    pressShapes: ['minimum-jerk'],
    fatigue: 0.1,
  },
};

/** Four reps pressed as fast as can be: the heavier, the slower. */
function strong(load_kg: number, rpe: number, fatigue: number): DemoSet {
  const speed_mps = 0.78 - 0.0027 * load_kg;
  return {
    variation: 'hamstring',
    goal: 'strength',
    side: null,
    load_kg,
    rpe,
    depth_m: DEPTH_m,
    planted: fatigue > 0.3 ? 'tired' : null,
    moves: {
      ...PERSON,
      reps: 4,
      lower_s: 2.5,
      bottom_s: 0.4,
      press_s: DEPTH_m / speed_mps,
      pressShapes: ['explosive'],
      top_s: 1,
      fatigue,
      sticking: 0,
    },
  };
}

/** Eight reps of one leg; the left is a little shorter and slower to press. */
function single(side: Side, rpe: number): DemoSet {
  return {
    ...GROWTH,
    variation: 'hamstring-single',
    goal: 'free',
    side,
    load_kg: 55,
    rpe,
    depth_m: SINGLE_DEPTH_m,
    moves: {
      ...GROWTH.moves,
      reps: 7,
      depth_m: side === 'left' ? 0.358 : 0.398,
      press_s: side === 'left' ? 1.6 : 1.4,
    },
  };
}

function growth(says: Partial<DemoSet>, moves: Partial<SetPlan> = {}): DemoSet {
  return { ...GROWTH, ...says, moves: { ...GROWTH.moves, ...moves } };
}

/** A week of four sessions, with five things to find in it. */
export const DEMO_WEEK: readonly DemoSession[] = [
  {
    daysAgo: 6,
    from_min: 17 * 60 + 40,
    every_min: 4,
    sets: [growth({ rpe: 7 }), growth({ rpe: 7.5 }), growth({ rpe: 8 }, { fatigue: 0.2 })],
  },
  {
    daysAgo: 4,
    from_min: 18 * 60 + 5,
    every_min: 5,
    sets: [
      strong(110, 6, 0.05),
      strong(130, 7, 0.08),
      strong(150, 8, 0.12),
      strong(165, 9, 0.2),
      strong(165, 9.5, 0.6),
    ],
  },
  {
    daysAgo: 3,
    from_min: 7 * 60 + 15,
    every_min: 3,
    sets: [single('left', 7), single('right', 6.5), single('left', 8), single('right', 7)],
  },
  {
    daysAgo: 1,
    from_min: 18 * 60 + 30,
    every_min: 4,
    sets: [
      growth({ load_kg: 122.5, rpe: 7.5 }),
      growth({ load_kg: 122.5, rpe: 8, planted: 'gap' }),
      growth({ load_kg: 122.5, rpe: 8.5, planted: 'hurried' }, { lower_s: 2.2 }),
      growth({ load_kg: 122.5, rpe: 9, planted: 'shallower' }, { depthTrend: -0.22, fatigue: 0.4 }),
    ],
  },
];
