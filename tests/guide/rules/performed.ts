import { measureSet } from '$lib/core/sled/measure';
import type {
  Dwell,
  Phase,
  PressPhase,
  Rep,
  SetReport,
  Stroke,
  Track,
} from '$lib/core/sled/report';
import { slamLimit_mps2 } from '$lib/core/sled/measures/slam';
import type { VariationId } from '$lib/guide/claim';
import { type Entered, NOTHING_ENTERED } from '$lib/guide/entered';
import type { GoalId } from '$lib/guide/goals';
import type { MachineId } from '$lib/guide/machines';
import { type Plan, planFor, type Targets, type Tolerances } from '$lib/guide/plan';
import type { Over, PastSet, Performance } from '$lib/guide/rules/rule';

/** One rep as a test tells it; what it leaves out is a good one's, known exactly. */
export interface RepSketch {
  readonly lower_s?: number;
  readonly bottom_s?: number;
  readonly press_s?: number;
  readonly top_s?: number;
  /** Of each of those times. */
  readonly sd_s?: number;
  readonly depth_m?: number;
  readonly depthSd_m?: number;
  readonly kind?: Rep['kind'];
  readonly quality?: Rep['quality'];
  /** The press's mean velocity, where it is not depth over time, and its sd. */
  readonly press_mps?: number;
  readonly pressSd_mps?: number;
  readonly turn_mps2?: number;
  readonly turnSd_mps2?: number;
  readonly peakRatio?: number;
  readonly peakRatioSd?: number;
  /** Null on a level rail. */
  readonly freeFall?: number | null;
  readonly freeFallSd?: number;
  readonly braking_mps2?: number;
  readonly brakingSd_mps2?: number;
  /** Above the set's start where the press ends, and how exactly that is known. */
  readonly endsAt_m?: number;
  readonly endSd_m?: number;
  /** How far it wanders at the bottom. */
  readonly wanders_m?: number;
  readonly startsWithPress?: true;
  /** As the track of a sensor shows it that does not feel the sled roll: both strokes end so long at 3 cm/s. */
  readonly creeps_s?: number;
  readonly knock?: 'top';
}

/** A set as a test tells it; a hamstring set at 45° without a plan's targets, unless it says otherwise. */
export interface SetSketch {
  readonly reps?: readonly RepSketch[];
  readonly variation?: VariationId;
  readonly machine?: MachineId;
  readonly goal?: GoalId;
  readonly targets?: Partial<Targets>;
  readonly origins?: Plan['origins'];
  readonly tolerances?: Partial<Tolerances>;
  readonly incline_deg?: number;
  readonly entered?: Partial<Entered>;
  /** Local time. */
  readonly at?: string;
  readonly past?: readonly Partial<PastSet>[];
  readonly over?: Over;
}

const GOOD = {
  lower_s: 3.5,
  bottom_s: 0.7,
  press_s: 1.2,
  top_s: 0.6,
  sd_s: 0,
  depth_m: 0.4,
  depthSd_m: 0,
  turn_mps2: 0.2,
  turnSd_mps2: 0.1,
  peakRatio: 1.7,
  peakRatioSd: 0.05,
  freeFall: 0.05,
  freeFallSd: 0.01,
  braking_mps2: 2,
  brakingSd_mps2: 0.1,
  endsAt_m: 0,
  endSd_m: 0.005,
  wanders_m: 0,
  creeps_s: 0,
} as const;

const LONG_AGO = '2026-03-04T18:00';

export function band(low_s: number, high_s = low_s) {
  return { kind: 'band', low_s, high_s } as const;
}

export const EXPLOSIVE = { kind: 'explosive' } as const;

/** `count` reps that are alike, but for what is said of some by their index from 1. */
export function reps(
  count: number,
  alike: RepSketch = {},
  but: Readonly<Record<number, RepSketch>> = {},
): RepSketch[] {
  return Array.from({ length: count }, (_, i) => ({ ...alike, ...but[i + 1] }));
}

/** A performance made of the sketch alone: no motion is simulated, nothing is analysed. */
export function performed({ at = LONG_AGO, past = [], over, ...sketch }: SetSketch): Performance {
  const { variation = 'hamstring', machine = 'sled-45', goal = 'free' } = sketch;
  const plan = planFor(variation, machine, goal);
  return {
    report: reportOf(sketch),
    plan: {
      ...plan,
      targets: { ...plan.targets, ...sketch.targets },
      origins: { ...plan.origins, ...sketch.origins },
      tolerances: { ...plan.tolerances, ...sketch.tolerances },
    },
    entered: { ...NOTHING_ENTERED, ...sketch.entered },
    startedAt_ms: Date.parse(at),
    past: past.map((set) => ({ ...unknownSet(variation, machine, goal), ...set })),
    over,
  };
}

/** A set of `minutes` before the sketch's, in its session. */
export function minutesBefore(minutes: number, at = LONG_AGO): number {
  return Date.parse(at) - minutes * 60_000;
}

export function kilograms(load_kg: number): Entered['load'] {
  return { load_kg, typedIn: 'kg', includesSled: null };
}

function unknownSet(variation: VariationId, machine: MachineId, goal: GoalId): PastSet {
  return {
    startedAt_ms: minutesBefore(4),
    duration_s: 60,
    variation,
    machine,
    goal,
    side: null,
    load_kg: null,
    pain: null,
    reps: 8,
    depth_m: null,
    lower_s: null,
    press_mps: null,
    compliance: null,
  };
}

function reportOf({ reps: sketches = reps(8), incline_deg = 45 }: SetSketch): SetReport {
  const built: Rep[] = [];
  const line = new Line();
  sketches.forEach((sketch, i) => {
    built.push(repOf(sketch, i, { line, incline_deg, isLast: i === sketches.length - 1 }));
  });
  return {
    algorithm: 'sketched',
    duration_s: line.now_s,
    rate_Hz: 100,
    gaps: [],
    rail: { incline_deg, inclineSd_deg: 1, direction: 'gravity', axis: [1, 0, 0] },
    definitions: { v0_mps: 0.02, minTravel_m: 0.1, sledPerSensor: 1 },
    reps: built,
    strokes: built.flatMap(strokesOf),
    set: measureSet(built),
    warnings: [],
    track: line.track(),
  };
}

/** The track as it grows: a place at a time. */
class Line {
  now_s = 1;
  #rows: [t_s: number, position_m: number, sd_m: number, velocity_mps: number][] = [[0, 0, 0, 0]];

  /** To a place, the last `creeps_s` of the time at 3 cm/s. */
  stroke(place_m: number, duration_s: number, creeps_s: number, sd_m = 0): void {
    const [, from_m] = this.#rows[this.#rows.length - 1];
    const crept_m = 0.03 * creeps_s * Math.sign(place_m - from_m);
    this.goTo(place_m - crept_m, duration_s - creeps_s, sd_m);
    if (creeps_s > 0) this.goTo(place_m, creeps_s, sd_m);
  }

  /** Evenly to a place, in rows 0.1 s apart. */
  goTo(place_m: number, duration_s: number, sd_m = 0): void {
    const [, from_m] = this.#rows[this.#rows.length - 1];
    const steps = Math.max(1, Math.round(duration_s / 0.1));
    const velocity_mps = duration_s > 0 ? (place_m - from_m) / duration_s : 0;
    for (let k = 1; k <= steps; k++) {
      const now_s = this.now_s + (k / steps) * duration_s;
      const at_m = from_m + (k / steps) * (place_m - from_m);
      this.#rows.push([now_s, at_m, sd_m, velocity_mps]);
    }
    this.now_s += duration_s;
  }

  track(): Track {
    return {
      t_s: Float64Array.from(this.#rows, ([t_s]) => t_s),
      position_m: Float32Array.from(this.#rows, ([, position_m]) => position_m),
      positionSd_m: Float32Array.from(this.#rows, ([, , sd_m]) => sd_m),
      velocity_mps: Float32Array.from(this.#rows, ([, , , velocity_mps]) => velocity_mps),
      velocitySd_mps: new Float32Array(this.#rows.length),
    };
  }
}

interface Place {
  readonly line: Line;
  readonly incline_deg: number;
  readonly isLast: boolean;
}

function repOf(sketch: RepSketch, i: number, { line, incline_deg, isLast }: Place): Rep {
  const rep = { ...GOOD, ...sketch };
  const { sd_s, depth_m } = rep;
  const start_s = line.now_s;
  line.stroke(-depth_m, rep.lower_s, rep.creeps_s);
  const lowered_s = line.now_s;
  line.goTo(-depth_m + rep.wanders_m, rep.bottom_s / 2);
  line.goTo(-depth_m, rep.bottom_s / 2);
  const pressed_s = line.now_s;
  line.stroke(rep.endsAt_m, rep.press_s, rep.creeps_s, rep.endSd_m);
  const end_s = line.now_s;
  line.goTo(rep.endsAt_m, rep.top_s, rep.endSd_m);
  const dwell = (duration_s: number): Dwell => ({ duration_s, durationSd_s: sd_s });
  const hasLower = !sketch.startsWithPress;
  return {
    index: i + 1,
    kind: rep.kind ?? 'full',
    quality: rep.quality ?? 'good',
    lower: hasLower ? { ...phase(start_s, lowered_s, depth_m), durationSd_s: sd_s } : null,
    bottom: hasLower ? dwell(rep.bottom_s) : null,
    press: pressOf(rep, phase(pressed_s, end_s, depth_m)),
    top: isLast ? null : dwell(rep.top_s),
    depth_m,
    depthSd_m: rep.depthSd_m,
    tension: dwell(end_s - start_s),
    lowering: hasLower
      ? {
          peakRatio: rep.peakRatio,
          peakRatioSd: rep.peakRatioSd,
          beforePeak: 0.5,
          beforePeakSd: 0.05,
          drop_mps2: 0.3,
          dropSd_mps2: 0.02,
          freeFall: rep.freeFall,
          freeFallSd: rep.freeFall === null ? null : rep.freeFallSd,
        }
      : null,
    turnaround: hasLower ? { accel_mps2: rep.turn_mps2, accelSd_mps2: rep.turnSd_mps2 } : null,
    stop: stopOf(rep, incline_deg),
    knocks: {
      bottom: null,
      top: rep.knock ? { t_s: end_s, size_mps2: 1, sizeSd_mps2: 0.1 } : null,
    },
    vibration: sketch.creeps_s === undefined ? { rms_mps2: 0.2, rmsSd_mps2: 0.01 } : null,
    mounting: null,
  };
}

function stopOf(
  { braking_mps2, brakingSd_mps2 }: { braking_mps2: number; brakingSd_mps2: number },
  incline_deg: number,
): Rep['stop'] {
  const beyond_mps2 = braking_mps2 - slamLimit_mps2(incline_deg);
  const isOpen = Math.abs(beyond_mps2) <= 2 * brakingSd_mps2;
  const slam = isOpen ? 'borderline' : beyond_mps2 > 0 ? 'out' : 'in';
  return { braking_mps2, brakingSd_mps2, slam: incline_deg < 15 ? null : slam };
}

function phase(start_s: number, end_s: number, travel_m: number) {
  const duration_s = end_s - start_s;
  const mean_mps = travel_m / duration_s;
  const speeds = { mean_mps, meanSd_mps: 0, peak_mps: 1.7 * mean_mps, peakSd_mps: 0 };
  return { start_s, end_s, duration_s, durationSd_s: 0, ...speeds };
}

function pressOf(sketch: RepSketch, press: ReturnType<typeof phase>): PressPhase {
  const mean_mps = sketch.press_mps ?? press.mean_mps;
  return {
    ...press,
    durationSd_s: sketch.sd_s ?? 0,
    mean_mps,
    meanSd_mps: sketch.pressSd_mps ?? 0,
    propulsive_mps: mean_mps,
    propulsiveSd_mps: sketch.pressSd_mps ?? 0,
  };
}

function strokesOf({ index, lower, press, depth_m }: Rep): Stroke[] {
  const stroke = (direction: Stroke['direction'], { start_s, end_s }: Phase): Stroke => ({
    direction,
    start_s,
    end_s,
    travel_m: depth_m,
    rep: index,
  });
  return [...(lower ? [stroke('lower', lower)] : []), stroke('press', press)];
}
