import { GRID_STEP_S } from '../signal/even-grid';
import type { GridBuilder } from '../signal/grid-builder';
import { median } from '../signal/statistics';
import {
  independentBelief,
  LEAK_TERMS,
  leakAt,
  STEP_S,
  type Belief,
  type SmoothedSteps,
} from '../signal/step-smoother';
import { dot, subtract } from '../signal/vector';
import { mayGoOnFor_s } from './going-on';
import type { HoldSeeker, NewSeeker } from './hold-search';
import { measureRep, type MeasuredRep } from './measure';
import { inclineSd_deg } from './measures/incline';
import type { Measured } from './measures/measured';
import type { Rail } from './rail';
import { RailForce, stepNoiseFloor } from './rail-force';
import type { Track } from './report';
import {
  findReps,
  findStrokes,
  timed,
  type RepSpan,
  type StrokeSpan,
  type TimedStroke,
} from './segment';
import { LOOKAHEAD_STEPS, STEP_CELLS, type StepMeans } from './step-means';
import { Surprise } from './surprise';
import { TrackRows } from './track-rows';
import { fillIn, smoothWindow, type FollowedMotion, type Window } from './window';

const SETTINGS = {
  /** What is known at the beginning, sd: position, velocity, bias and the leak's coefficients. */
  first: { position_m: 0.3, velocity_mps: 0.3, bias_mps2: 0.08, leak_mps2: [0.034, 0.034, 0.017] },
  /** A press is looked at this long after the seeker sees its end, or the sled stands; surely ended it has so long after its own end. */
  look_s: 0.7,
  stood_s: 0.9,
  ended_s: 0.5,
  /** A rep that is not settled by now waits for what comes next: a step later it could not change within 1.5 s. */
  pending_s: 1.4,
  /** Where a hand or the recording's end ends the ride, this is long enough: a set ends at rest. */
  restAtEnd_s: 0.4,
  /** A press at the beginning this long is a rep without a lower; a shorter one may be an un-racking: what comes within so long tells. */
  surelyPress_m: 0.25,
  unrackOpen_s: 5,
  /** Force across the rail beyond this, and beyond this share of that along it, is a hand's, RMS. */
  across_mps2: 0.15,
  acrossShare: 0.3,
  /** What rests or goes on for so long without a rep is settled but for its end. */
  idle_steps: 150,
  longest_steps: 400,
  kept_steps: 100,
  /** Holds that ended so long before a window tell how long its first stroke took. */
  holdsBefore_steps: 100,
};

/** What a ride showed, what is not settled yet last. */
export interface RideReport {
  reps: MeasuredRep[];
  strokes: TimedStroke[];
  track: Track;
}

/** What one look at a window showed. */
interface Look {
  /** The window's first step, and how many. */
  from: number;
  steps: number;
  /** How likely the last press ended below the top. */
  refused: number;
  smoothed: SmoothedSteps;
  measured: Measured;
  strokes: StrokeSpan[];
}

/** Where a ride starts and what it is followed by. */
export interface RideStart {
  grid: GridBuilder;
  means: StepMeans;
  /** First step, in the grid's steps. */
  first: number;
  rail: Rail;
  minTravel_m: number;
  newSeeker: NewSeeker;
}

/**
 * The sled's way along one rail, followed forwards in steps that count from the first. A rep is settled
 * once its press has surely ended, within 1.5 s, from what is known by then, and never changes after.
 */
export class Ride {
  readonly rail: Rail;
  readonly reps: MeasuredRep[] = [];
  readonly strokes: TimedStroke[] = [];

  readonly #start: RideStart;
  readonly #force: RailForce;
  readonly #track: TrackRows;
  #seeker: HoldSeeker;
  #leak: Float64Array = new Float64Array(LEAK_TERMS);
  #leakKnown = false;
  /** From where on nothing is settled, and what was known there from before. */
  #anchor = 0;
  /** Grid edge, from the ride's start, at which the last settled stroke ends. */
  #settledEdge = 0;
  #belief: Belief;
  readonly #surprise = new Surprise();
  readonly #presses_m: number[] = [];
  /** The last press that was judged, and when to look again at one that was not. */
  #judged = -1;
  #lookAgain = 0;

  /** `until`: the step until which the means may be read. */
  constructor(start: RideStart, until: number) {
    const { grid, means, first, rail } = start;
    this.#start = start;
    this.rail = rail;
    this.#force = new RailForce(
      grid,
      means,
      first,
      rail,
      stepNoiseFloor(means, rail.axis, first, until),
    );
    this.#seeker = start.newSeeker(this.#time_s(0));
    this.#track = new TrackRows(this.#time_s(0));
    const { position_m, velocity_mps, bias_mps2, leak_mps2 } = SETTINGS.first;
    this.#belief = independentBelief([position_m, velocity_mps, bias_mps2, ...leak_mps2]);
  }

  /** Follows the next step. */
  advance(): void {
    this.#force.addStep(this.#start.first + this.#force.length + LOOKAHEAD_STEPS + 1);
    this.#seek(this.#seeker, this.#force.length - 1);
    this.#settle();
  }

  /** Settles what can be where a hand ends the ride. */
  end(): void {
    const look = this.#look(this.#seeker, this.#force.length);
    if (!look) return;
    const { strokes } = look;
    const last = strokes.findLastIndex(
      (stroke) => stroke.direction === 'press' && endedFor_s(stroke, look) >= SETTINGS.restAtEnd_s,
    );
    if (last >= 0) this.#keep(look, strokes.slice(0, last + 1));
  }

  /** What is settled. */
  settled(): RideReport {
    return this.#report(this.#track.clone(), [], []);
  }

  /** What is known by now, the newest steps with it; of a recording that has ended, nothing is left to come. */
  report({ hasEnded = false } = {}): RideReport {
    const look = this.#lookNow();
    if (!look) return this.settled();
    const { measured, strokes, from } = look;
    const track = this.#track.clone();
    track.add(measured.motion, from * STEP_CELLS);
    const reps = this.#openReps(look, hasEnded).map((rep) => measureRep(measured, rep));
    return this.#report(track, reps, timed(strokes, measured.start_s));
  }

  #report(track: TrackRows, reps: MeasuredRep[], strokes: TimedStroke[]): RideReport {
    const all = [...this.strokes, ...strokes];
    return {
      reps: [...this.reps, ...reps],
      strokes: all,
      track: track.track(all[0]?.start_s ?? null),
    };
  }

  #time_s(step: number): number {
    return this.#start.grid.start_s + (this.#start.first + step) * STEP_S;
  }

  #seek(seeker: HoldSeeker, step: number): void {
    const force = this.#force;
    // What shows the tilt directly is nearly free of noise; a gyroscope drifts, and tells it only in the long run.
    const learned = force.witnessDrifts && this.#leakKnown;
    seeker.step({
      accel_mps2: force.gained_mps[step] / STEP_S - force.seen_mps2[step],
      noise_m2ps3: force.noise_m2ps3[step],
      leak: learned ? this.#leak : null,
      roughness_m2ps4: force.roughness_m2ps4[step],
      samples: force.samples[step],
      lost: force.lost[step] === 1,
    });
  }

  /** Settles the reps whose press has ended, or all but the end of a long rest. */
  #settle(): void {
    const steps = this.#force.length;
    const pressEnd = this.#seeker.lastPressEnd;
    const due =
      pressEnd > this.#judged &&
      steps >= this.#lookAgain &&
      ((steps - pressEnd) * STEP_S >= SETTINGS.look_s ||
        (steps - this.#seeker.holdingSince) * STEP_S >= SETTINGS.stood_s);
    const { idle_steps, longest_steps, kept_steps } = SETTINGS;
    const rests = steps - Math.max(this.#anchor, this.#seeker.holdingSince) >= idle_steps;
    const tooLong = rests || steps - this.#anchor >= longest_steps;
    if (!due && !tooLong) return;
    const look = this.#look(this.#seeker, steps);
    if (!look) return;
    if (due && this.#judge(look, pressEnd)) return;
    if (tooLong) this.#keep(look, strokesUntil(look, steps - kept_steps), steps - kept_steps);
  }

  /** Looks at what a press that has ended makes of the window; whether that settled anything. */
  #judge(look: Look, pressEnd: number): boolean {
    const verdict = this.#verdict(look);
    if (verdict === 'wait') {
      this.#lookAgain = look.from + look.steps + 1;
      return false;
    }
    if (verdict && this.#force.witnessDrifts && !this.#leakKnown) {
      this.#seekWithLeak(look);
      return true;
    }
    this.#judged = pressEnd;
    if (verdict) this.#keep(look, verdict);
    return verdict !== null;
  }

  /**
   * The strokes up to the last press, if it has surely ended; `wait` while it may still go on, or while what
   * comes next tells what it was; null without a press.
   */
  #verdict(look: Look): StrokeSpan[] | 'wait' | null {
    const { strokes } = look;
    const last = strokes.findLastIndex(({ direction }) => direction === 'press');
    if (last < 0) return null;
    const press = strokes[last];
    const ended_s = endedFor_s(press, look);
    if (ended_s < SETTINGS.ended_s) return 'wait';
    const { surelyPress_m, unrackOpen_s } = SETTINGS;
    const unracks = last === 0 && this.strokes.length === 0 && press.travel_m < surelyPress_m;
    if (unracks) return ended_s < unrackOpen_s ? 'wait' : null;
    if (ended_s < this.#mayGoOnFor_s(press, look)) return 'wait';
    return strokes.slice(0, last + 1);
  }

  #mayGoOnFor_s(press: StrokeSpan, { measured, refused, strokes }: Look): number {
    const usual_m = Math.max(median(this.#presses_m) || 0, press.travel_m);
    const before = strokes[strokes.indexOf(press) - 1];
    const lower = before?.direction === 'lower' ? before : null;
    return mayGoOnFor_s(press, measured.motion, { lower, usual_m, refused });
  }

  /** Seeks the holds anew, from the beginning, with the leak that a first look has shown. */
  #seekWithLeak({ smoothed, steps }: Look): void {
    this.#leak = smoothed.leak(steps);
    this.#leakKnown = true;
    this.#seeker = this.#start.newSeeker(this.#time_s(0));
    this.#seeker.drifts(this.#surprise.drift);
    for (let i = 0; i < this.#force.length; i++) this.#seek(this.#seeker, i);
  }

  /** Settles these strokes; what comes after them, or after `anchor`, stays open. */
  #keep(look: Look, strokes: StrokeSpan[], anchor?: number): void {
    const { measured, smoothed, from, steps } = look;
    for (const rep of this.#repsAmong(strokes).filter((each) => this.#isRidden(each, from))) {
      this.#presses_m.push(rep.press.travel_m);
      this.reps.push(measureRep(measured, rep));
    }
    this.strokes.push(...timed(strokes, measured.start_s));
    this.#track.add(measured.motion, from * STEP_CELLS);
    this.#learnLeak(smoothed.leak(steps));
    const last = strokes.at(-1);
    this.#anchor = anchor ?? from + Math.floor((last?.end.edge ?? 0) / STEP_CELLS);
    if (last) this.#settledEdge = from * STEP_CELLS + last.end.edge;
    this.#belief = smoothed.before(this.#anchor - from);
    this.#surprise.add(smoothed.topSurprise(this.#anchor - from));
    this.#seeker.drifts(this.#surprise.drift);
  }

  #learnLeak(leak: Float64Array): void {
    const before = this.#leak;
    this.#leak = leak;
    this.#leakKnown = true;
    if (this.#force.witnessDrifts) {
      this.#seeker.changeLeak((position_m) => leakAt(before, 0, position_m), leak);
    }
  }

  #repsAmong(strokes: readonly StrokeSpan[]): RepSpan[] {
    return findReps(strokes, {
      presses_m: this.#presses_m,
      anyStroke: this.strokes.length > 0,
    });
  }

  /**
   * Reps that are not settled yet. While more may come, one that ought to be settled and is not, or whose press
   * may go on, is left out.
   */
  #openReps(look: Look, hasEnded: boolean): RepSpan[] {
    return this.#repsAmong(look.strokes).filter((rep) => {
      const { press } = rep;
      const ended_s = endedFor_s(press, look);
      const isOver = hasEnded && ended_s >= SETTINGS.restAtEnd_s;
      const isPending = ended_s < SETTINGS.pending_s && this.#mayGoOnFor_s(press, look) === 0;
      return (isOver || isPending) && this.#isRidden(rep, look.from);
    });
  }

  /** Whether the force changed along the rail alone while a rep lasted, as on a sled; a hand turns the sensor too. */
  #isRidden({ lower, press }: RepSpan, from: number): boolean {
    const { means, first } = this.#start;
    const step = (edge: number) => first + from + Math.round(edge / STEP_CELLS);
    const start = step((lower ?? press).start.edge);
    const end = step(press.end.edge);
    const centre = means.meanForce_mps2(start, end);
    let along = 0;
    let across = 0;
    for (let k = start; k < end; k++) {
      if (means.isLost(k)) continue;
      const force = subtract(means.force_mps2(k), centre);
      const part = dot(force, this.rail.axis);
      along += part ** 2;
      across += Math.max(0, dot(force, force) - part ** 2);
    }
    const { across_mps2, acrossShare } = SETTINGS;
    const limit_mps2 = across_mps2 + acrossShare * Math.sqrt(along / (end - start));
    return Math.sqrt(across / (end - start)) < limit_mps2;
  }

  /** A look that takes in all that is there, and forgets the newest steps again. */
  #lookNow(): Look | null {
    const { means, first } = this.#start;
    const available = means.length - first;
    const seeker = this.#seeker.clone();
    return this.#force.provisionally(() => {
      while (this.#force.length < available) {
        this.#force.addStep(means.length);
        this.#seek(seeker, this.#force.length - 1);
      }
      return this.#look(seeker, available);
    });
  }

  /** Smooths what happened from the anchor until step `until`, as a seeker reads it; null while that is nothing. */
  #look(seeker: HoldSeeker, until: number): Look | null {
    const from = this.#anchor;
    if (until - from < 2) return null;
    const window = this.#window(seeker, until);
    const smoothed = smoothWindow(window, this.#belief, { leakKnown: this.#leakKnown });
    const scale = this.#surprise.scale(smoothed.topSurprise(Infinity));
    const measured = this.#measured(fillIn(window, smoothed, scale), window.noise_m2ps3);
    const found = findStrokes(measured.motion, this.#start.minTravel_m).filter(
      (stroke) => !window.rests.beginnings.some((edge) => isAcross(stroke, edge)),
    );
    const strokes = strokesAfter(found, this.#settledEdge - from * STEP_CELLS);
    return { from, steps: until - from, refused: seeker.refused, smoothed, measured, strokes };
  }

  #window(seeker: HoldSeeker, until: number): Window {
    const force = this.#force;
    const from = this.#anchor;
    const cut = (column: Float64Array) => column.subarray(from, until);
    const rests = seeker.since(from - SETTINGS.holdsBefore_steps);
    const shifted = (edges: number[]) => edges.map((edge) => edge - from);
    return {
      steps: until - from,
      gained_mps: cut(force.gained_mps),
      shifted_m: cut(force.shifted_m),
      noise_m2ps3: cut(force.noise_m2ps3),
      lost: force.lost.subarray(from, until),
      along_mps2: force.along_mps2.subarray(from * STEP_CELLS, until * STEP_CELLS),
      witness_mps2: cut(force.witness_mps2),
      seen_mps2: cut(force.seen_mps2),
      witnessDrifts: force.witnessDrifts,
      rests: {
        holds: rests.holds.map(({ start, end }) => ({ start: start - from, end: end - from })),
        tops: shifted(rests.tops),
        beginnings: shifted(rests.beginnings).filter((edge) => edge > 0),
        pressEnds: shifted(rests.pressEnds),
      },
    };
  }

  #measured(followed: FollowedMotion, noise_m2ps3: Float64Array): Measured {
    const { grid, first } = this.#start;
    const from = (first + this.#anchor) * STEP_CELLS;
    const until = from + followed.accel_mps2.length;
    const [x, y, z] = grid.channels.map((column) => column.subarray(from, until));
    return {
      ...followed,
      noise_m2ps3: inCells(noise_m2ps3),
      force_mps2: [x, y, z],
      axis: this.rail.axis,
      start_s: this.#time_s(this.#anchor),
      incline_deg: this.rail.incline_deg,
      inclineSd_deg: inclineSd_deg(this.rail.rest_mps2),
      interval_s: grid.interval_s[until - 1],
    };
  }
}

/** Values of steps as values of their cells. */
function inCells(ofSteps: Float64Array): Float64Array {
  const cells = new Float64Array(ofSteps.length * STEP_CELLS);
  for (let k = 0; k < cells.length; k += STEP_CELLS) {
    cells.fill(ofSteps[k / STEP_CELLS], k, k + STEP_CELLS);
  }
  return cells;
}

/** Whether a stroke lies across an edge of steps at which everything began anew: what was jumped over is no motion. */
function isAcross({ start, end }: StrokeSpan, edge: number): boolean {
  return start.edge <= edge * STEP_CELLS && end.edge >= (edge - 1) * STEP_CELLS;
}

/** How long before the end of a look a stroke ended. */
function endedFor_s({ end }: StrokeSpan, { steps }: Look): number {
  return (steps * STEP_CELLS - end.edge) * GRID_STEP_S;
}

/** So much later, in edges, begins what is cut: rounding must not put it before. */
const AFTER_CUT = 1e-6;

/** The strokes after an edge; one that it cuts begins there, unless it is the press that ended there and seems to go on. */
function strokesAfter(strokes: readonly StrokeSpan[], edge: number): StrokeSpan[] {
  return strokes
    .filter(({ start, end, direction }) =>
      direction === 'press' ? start.edge >= edge : end.edge > edge,
    )
    .map((stroke) =>
      stroke.start.edge < edge + AFTER_CUT
        ? { ...stroke, start: { ...stroke.start, edge: edge + AFTER_CUT } }
        : stroke,
    );
}

/** The strokes of a look that end before a step of the ride. */
function strokesUntil({ strokes, from }: Look, step: number): StrokeSpan[] {
  return strokes.filter(({ end }) => end.edge <= (step - from) * STEP_CELLS);
}
