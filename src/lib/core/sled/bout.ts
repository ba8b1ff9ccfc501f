import type { GridBuilder } from '../signal/grid-builder';
import { dot } from '../signal/vector';
import { Attachment } from './attachment';
import type { NewSeeker } from './hold-search';
import { isLevel, reversed, type Rail } from './rail';
import { Ride, type RideReport } from './ride';
import type { Setup } from './setup';
import type { StepMeans } from './step-means';
import { TrackRows } from './track-rows';

/** While no rep is settled the rail may yet turn out to be another: what acts across it is a hand if it lasts so long. */
const UNSURE_STEPS = 8;

/** What a bout showed; `rail` is null while no motion has shown it. */
export interface BoutReport extends RideReport {
  rail: Rail | null;
}

/** Where a bout starts and what it is followed by. */
export interface BoutStart {
  grid: GridBuilder;
  means: StepMeans;
  /** First step, in the grid's steps. */
  first: number;
  setup: Setup;
  newSeeker: NewSeeker;
}

/**
 * One stretch in which the sensor sits on the sled. While no rep is settled the rail is taken anew as
 * more moves, and the ride along it followed from the start; after that it stays.
 */
export class Bout {
  /** The step that it follows next. */
  next: number;

  readonly #start: BoutStart;
  #attachment: Attachment;
  #first: number;
  #ride: Ride | null = null;
  #directed = false;
  #ended = false;
  #heldSteps = 0;

  constructor(start: BoutStart) {
    this.#start = start;
    this.#attachment = new Attachment(start.means, start.first);
    this.#first = this.next = start.first;
  }

  /** Follows the sled over the next step; false where a hand takes the sensor: the bout is over. */
  advance(): boolean {
    const step = this.next++;
    this.#attachment.take(step);
    if (this.#attachment.hasTurned(step)) return this.#end();
    this.#takeRail(step);
    if (!this.#ride) return true;
    this.#heldSteps = this.#attachment.isHeld(step, this.#ride.rail) ? this.#heldSteps + 1 : 0;
    const unsure = !this.#isSettled && this.#attachment.restedSince !== null;
    const isHand = this.#heldSteps > (unsure ? UNSURE_STEPS : 0);
    if (isHand && !this.#retakeRail(step)) return this.#end();
    this.#ride?.advance();
    this.#settleDirection();
    return true;
  }

  /** Of a recording that has ended nothing more is to come. */
  report({ hasEnded = false } = {}): BoutReport {
    if (!this.#ride)
      return { rail: null, reps: [], strokes: [], track: new TrackRows(0).track(null) };
    const report = this.#ended ? this.#ride.settled() : this.#ride.report({ hasEnded });
    return { rail: this.#ride.rail, ...report };
  }

  /** Whether a rep is settled: how the sensor sits stays as it is. */
  get #isSettled(): boolean {
    return this.#ride !== null && this.#ride.reps.length > 0;
  }

  #end(): false {
    // What a hand ended before one rep had settled was the hand's doing from the start.
    if (this.#isSettled) this.#ride?.end();
    else this.#ride = null;
    this.#ended = true;
    return false;
  }

  #takeRail(step: number): void {
    if (this.#isSettled) return;
    const found = this.#attachment.newRail(this.#ride?.rail ?? null);
    if (found) this.#rideAlong(this.#facing(found), step);
  }

  /**
   * While no rep is settled, what seems a hand by the rail so far may be the sled, and what that rail was taken from a hand: takes it anew
   * from what came after the sensor last lay still. False where there is no more to be taken from.
   */
  #retakeRail(step: number): boolean {
    const { restedSince } = this.#attachment;
    if (this.#isSettled || restedSince === null || restedSince <= this.#attachment.first)
      return false;
    this.#ride = null;
    this.#heldSteps = 0;
    this.#attach(restedSince, step);
    return true;
  }

  /** The rail with press pointing where gravity or the user says; on a level rail as it did before. */
  #facing(found: Rail): Rail {
    if (!isLevel(found)) return this.#start.setup.flip ? reversed(found) : found;
    const before = this.#ride?.rail.axis;
    return before && dot(found.axis, before) < 0 ? reversed(found) : found;
  }

  /** Follows the sled along a rail from the bout's start until `step`; a hand on the way there begins the bout anew. */
  #rideAlong(rail: Rail, step: number): void {
    let first = step;
    while (first > this.#first && !this.#attachment.isHeld(first - 1, rail)) first--;
    if (first > this.#first) {
      if (!this.#retakeRail(step)) this.#beginAt(first, step);
      return;
    }
    const { minTravel_m } = this.#start.setup;
    this.#ride = new Ride({ ...this.#start, first, rail, minTravel_m }, step + 1);
    for (let k = first; k < step; k++) this.#ride.advance();
  }

  #beginAt(first: number, step: number): void {
    while (first < step && !this.#start.means.isStill(first)) first++;
    this.#first = first;
    this.#ride = null;
    this.#attach(first, step);
  }

  /** Takes how the sensor sits from the steps from `first` until `step` alone. */
  #attach(first: number, step: number): void {
    this.#attachment = new Attachment(this.#start.means, first);
    for (let k = first; k <= step; k++) this.#attachment.take(k);
    this.#takeRail(step);
  }

  /** On a level rail the first stroke lowers, unless the user says otherwise. */
  #settleDirection(): void {
    if (this.#directed || !this.#ride || this.#ride.strokes.length === 0) return;
    this.#directed = true;
    const { rail, strokes } = this.#ride;
    const expected = this.#start.setup.flip ? 'press' : 'lower';
    if (isLevel(rail) && strokes[0].direction !== expected) {
      this.#rideAlong(reversed(rail), this.next);
    }
  }
}
