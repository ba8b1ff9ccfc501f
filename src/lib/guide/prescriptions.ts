import {
  asked,
  type Guided,
  offered,
  offeredInWords,
  SILENT,
  startingFrom,
  worded,
} from './guided';
import type { GoalId } from './goals';
import type { MachineId } from './machines';
import { EXPLOSIVE, type Explosive, FREE, type Tempo, type TimeBand } from './tempo';
import type { VariationId } from './claim';

/**
 * What the guide asks of a set of one variation for one goal. Row ids are the inventory's. Blanks are
 * the guide's: nothing is filled in but by a labelled default beside them, or by a coach.
 */
export interface Prescription {
  readonly id: string;
  readonly variation: VariationId;
  readonly goal: GoalId;
  /** The machines the guide names for it; it forbids no other. */
  readonly machines: readonly MachineId[];
  readonly sets: Guided<Range>;
  /** Of a set; of a side, where one leg works. */
  readonly reps: Guided<Range>;
  readonly lower: Guided<TimeBand>;
  readonly bottom: Guided<TimeBand>;
  readonly press: Guided<TimeBand | Explosive>;
  readonly top: Guided<TimeBand>;
  /** An isometric hold at the stretch, beside the reps. */
  readonly hold: Guided<TimeBand>;
  readonly load: Guided<LoadBand>;
  readonly frequency: Guided<Frequency>;
  /** Between sets. */
  readonly rest: Guided<TimeBand>;
  readonly depth: Depth | null;
  /** Rows with a cue, the most telling first. */
  readonly cues: readonly string[];
  /** Rows on when and how to move up. */
  readonly progression: readonly string[];
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface LoadBand {
  readonly low_percent: number;
  readonly high_percent: number;
  readonly of: 'one-rep-max' | 'perceived-max';
}

/** Sessions a week. */
export interface Frequency {
  readonly low_perWeek: number;
  readonly high_perWeek: number;
  /** What the guide finds best for the goal, with work of differing intensity; null where it does not say. */
  readonly best_perWeek: number | null;
}

/** The guide gives rules, not centimetres: target and ceiling are calibrated for athlete, machine and variation. */
export interface Depth {
  readonly rule: DepthRule;
  /** Angle at the knee, seen by people; null where the guide gives none. */
  readonly knee_deg: number | null;
  readonly rows: readonly string[];
}

export type DepthRule =
  /** As much hip flexion as a neutral spine allows, to a stop set before the pelvis tucks. */
  | 'stop-before-tuck'
  /** Knees deep towards the chest; stop before the low back rounds or the hips lift. */
  | 'knees-to-chest'
  /** About so far as `knee_deg` tells. */
  | 'knee-angle'
  /** Thighs near the chest, as deep as is comfortable. */
  | 'deepest-comfortable';

const HAM_MACHINES: readonly MachineId[] = ['sled-45', 'horizontal', 'other-incline'];
const STANDARD_MACHINE: readonly MachineId[] = ['sled-45'];

const STOP_BEFORE_TUCK: Depth = {
  rule: 'stop-before-tuck',
  knee_deg: null,
  rows: ['G01', 'G02', 'G03', 'G04', 'G05'],
};
const KNEES_TO_CHEST: Depth = { rule: 'knees-to-chest', knee_deg: null, rows: ['G06', 'G07'] };
const KNEE_ANGLE: Depth = { rule: 'knee-angle', knee_deg: 90, rows: ['B12'] };
const DEEPEST: Depth = { rule: 'deepest-comfortable', knee_deg: null, rows: ['G09', 'H08'] };

/** One to three a week, by volume and recovery. */
const WEEKLY: Frequency = { low_perWeek: 1, high_perWeek: 3, best_perWeek: null };
const GROWTH: Frequency = { ...WEEKLY, best_perWeek: 2 };

/** Everything left open. */
const BLANK = {
  sets: SILENT,
  reps: SILENT,
  lower: SILENT,
  bottom: SILENT,
  press: SILENT,
  top: SILENT,
  hold: SILENT,
  load: SILENT,
  frequency: SILENT,
  rest: SILENT,
} as const;

const HAM = {
  ...BLANK,
  variation: 'hamstring',
  machines: HAM_MACHINES,
  depth: STOP_BEFORE_TUCK,
  cues: ['E01', 'E02', 'E03', 'E04', 'E05', 'E06'],
  progression: ['K04'],
} as const;

const HYPERTROPHY = {
  ...HAM,
  sets: asked(range(3, 5), ['J01']),
  reps: asked(range(8, 12), ['J02']),
  load: asked(share(65, 80, 'one-rep-max'), ['J05'], 'moderate'),
  frequency: asked(GROWTH, ['K02', 'K03'], 'by-recovery'),
} as const;

const QUAD = {
  ...BLANK,
  goal: 'free',
  machines: STANDARD_MACHINE,
  depth: KNEE_ANGLE,
  cues: [],
  progression: [],
} as const;

const REVERSE = {
  ...BLANK,
  machines: STANDARD_MACHINE,
  depth: DEEPEST,
  cues: ['E07', 'E08'],
  progression: ['K05', 'J18'],
} as const;

export const PRESCRIPTIONS: readonly Prescription[] = [
  {
    ...HYPERTROPHY,
    id: 'ham-hypertrophy-a',
    goal: 'hypertrophy-a',
    lower: asked(seconds(1.5, 3), ['J03']),
  },
  {
    ...HYPERTROPHY,
    id: 'ham-hypertrophy-b',
    goal: 'hypertrophy-b',
    lower: asked(seconds(3, 4), ['J04', 'F01', 'F04']),
    bottom: asked(seconds(0.5, 1), ['J04', 'F02'], 'brief'),
    press: worded('explosive-or-controlled', ['F03']),
  },
  {
    ...HAM,
    id: 'ham-strength',
    goal: 'strength',
    sets: asked(range(4, 6), ['J06']),
    reps: asked(range(4, 6), ['J07']),
    lower: asked(seconds(2, 3), ['J08'], 'controlled'),
    press: asked(EXPLOSIVE, ['J08'], 'powerful'),
    load: worded('heavier', ['J09']),
    frequency: asked(WEEKLY, ['K02'], 'by-recovery'),
  },
  {
    ...HAM,
    id: 'ham-rehab-technical',
    goal: 'rehab',
    sets: asked(range(3, 4), ['J11']),
    reps: asked(range(10, 15), ['J12']),
    lower: startingFrom(worded('slow', ['J13']), seconds(3, 4), 'slow-as-elsewhere'),
    hold: worded('hold-at-stretch', ['J14']),
    load: worded('light-to-moderate', ['J13', 'I06']),
    frequency: asked(WEEKLY, ['K02'], 'by-recovery'),
    progression: ['K04', 'I07'],
  },
  {
    ...HAM,
    id: 'ham-first-sessions',
    goal: 'first-sessions',
    lower: startingFrom(SILENT, seconds(3, 4), 'main-tempo'),
    bottom: startingFrom(SILENT, seconds(0.5, 1), 'main-tempo'),
    load: asked(share(50, 70, 'perceived-max'), ['J15'], 'moderate'),
  },
  {
    ...HAM,
    id: 'ham-free',
    goal: 'free',
    lower: offered(seconds(3, 4), ['F01']),
    bottom: offered(seconds(0.5, 1), ['F02'], 'brief'),
    press: offeredInWords('explosive-or-controlled', ['F03']),
  },
  {
    ...HAM,
    id: 'ham-narrow-free',
    variation: 'hamstring-narrow',
    goal: 'free',
    lower: worded('slow', ['F06']),
    press: worded('deliberate', ['F05', 'F07']),
    load: worded('not-past-form', ['H06']),
    depth: KNEES_TO_CHEST,
    // This source wants the whole foot, not the heels (DIS-8).
    cues: ['E04', 'E05', 'E06'],
  },
  { ...HAM, id: 'ham-wide-free', variation: 'hamstring-wide', goal: 'free' },
  {
    ...HAM,
    id: 'ham-single-free',
    variation: 'hamstring-single',
    goal: 'free',
    load: worded('less-than-two-legs', ['B06']),
  },
  { ...QUAD, id: 'quad-standard', variation: 'quad' },
  { ...QUAD, id: 'quad-single-free', variation: 'quad-single' },
  {
    ...REVERSE,
    id: 'reverse',
    variation: 'reverse',
    goal: 'reverse',
    sets: asked(range(3, 4), ['J16']),
    reps: asked(range(8, 15), ['J17'], 'controlled'),
    lower: startingFrom(
      offered(seconds(3, 4), ['F09', 'F08'], 'slow'),
      seconds(3, 4),
      'offered-for-slow',
    ),
    bottom: offeredInWords('optional-pause', ['F10']),
    press: asked(EXPLOSIVE, ['E07'], 'powerful'),
    load: worded('not-past-form', ['H07', 'J18']),
  },
  { ...REVERSE, id: 'reverse-free', variation: 'reverse', goal: 'free' },
  { ...REVERSE, id: 'reverse-single', variation: 'reverse-single', goal: 'reverse' },
  { ...REVERSE, id: 'reverse-single-free', variation: 'reverse-single', goal: 'free' },
];

/** The prescription for a variation and a goal; null where the guide has none: a coach may write one. */
export function prescriptionFor(variation: VariationId, goal: GoalId): Prescription | null {
  return PRESCRIPTIONS.find((each) => each.variation === variation && each.goal === goal) ?? null;
}

/** What the guide itself asks of each phase; free where it offers, is silent or gives no seconds. */
export function guidedTempo(prescription: Prescription): Tempo {
  return tempoFrom(prescription, askedOf);
}

/** What the tempo field starts from: what the guide asks, else the app's labelled default, else free. */
export function startingTempo(prescription: Prescription): Tempo {
  return tempoFrom(prescription, (figure) => askedOf(figure) ?? figure.default?.value ?? null);
}

function tempoFrom(
  { lower, bottom, press, top }: Prescription,
  choose: <T>(figure: Guided<T>) => T | null,
): Tempo {
  return {
    lower: choose(lower) ?? FREE,
    bottom: choose(bottom) ?? FREE,
    press: choose(press) ?? FREE,
    top: choose(top) ?? FREE,
  };
}

function askedOf<T>({ guide, standing }: Guided<T>): T | null {
  return standing === 'asked' ? guide : null;
}

function seconds(low_s: number, high_s: number): TimeBand {
  return { kind: 'band', low_s, high_s };
}

function range(low: number, high: number): Range {
  return { low, high };
}

function share(low_percent: number, high_percent: number, of: LoadBand['of']): LoadBand {
  return { low_percent, high_percent, of };
}
