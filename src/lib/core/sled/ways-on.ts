import { holdHere, observeHeld, observeVelocity, predict, STATE_SIZE } from '../signal/rail-state';
import { leakAt, STEP_S } from '../signal/step-smoother';
import { endlessCost, motionCost, wallCost } from './reading-costs';
import type { Readings } from './readings';
import type { Rumble } from './rumble';

const SETTINGS = {
  /** How far from one place a hold sways, sd, and how far from it it may be when it begins. */
  heldSd_m: 0.003,
  heldStartSd_m: 0.003,
  /** How close to zero, in prior terms, a sled that is about to hold moves. */
  stopWidth_mps: 0.06,
  /** Cost of starting a stroke or a hold. */
  changeCost: 0.8,
  /** How the accelerometer's bias wanders: variance per s; */
  walk_m2ps5: 0.001 ** 2,
  /** what is left of the leak changes with the place: variance per m. */
  leakWalk_m3ps4: 5e-6,
};

/** How still a hold is: velocity sd of the sway. */
export const HOLD_SD_MPS = 0.015;

/** What a step (see STEP_S) gives the search. */
export interface StepForce {
  /** Mean acceleration along the rail, bias and leak still in it. */
  accel_mps2: number;
  noise_m2ps3: number;
  /** Coefficients of the leak that is still in it, as they are known by now; null for none. */
  leak: ArrayLike<number> | null;
  /** Roughness of the samples, mean square, and how many there were. */
  roughness_m2ps4: number;
  samples: number;
  /** Whether nothing is known of the motion in it: samples were lost for long. */
  lost: boolean;
}

/** What is known besides of a step: the edge at which it ends, how rolling shakes the sled, and how much more the bias wanders. */
export interface StepContext {
  edge: number;
  rumble: Rumble;
  drift: number;
}

/**
 * Fills `next` with the two ways in which each reading that was kept can go on over one step: moving at its end (2k) and
 * holding (2k + 1). In three loops, each short enough for the engine to take in what it calls: a number handed to a
 * function that it does not is boxed.
 */
export function goOn(now: Readings, next: Readings, force: StepForce, context: StepContext): void {
  next.clear();
  move(now, next, force, context);
  hold(now, next, context.edge);
  weigh(now, next, force, context);
}

function move(now: Readings, next: Readings, force: StepForce, { edge, drift }: StepContext): void {
  const { states, score } = next;
  for (let k = 0; k < now.kept.length; k++) {
    const moved = next.addCopy(now, now.kept[k]);
    next.add();
    const at = STATE_SIZE * moved;
    const walk = drift * walkAt(states[at + 1]);
    predict(states, at, netOf(force, states, at), STEP_S, force.noise_m2ps3, walk);
    score[moved] -= wallCost(next, moved) + endlessCost(next, moved, edge);
  }
}

/** The acceleration at a state's place, what is known of the leak taken out of it. */
function netOf({ accel_mps2, leak }: StepForce, states: Float64Array, at: number): number {
  return leak ? accel_mps2 - leakAt(leak, 0, states[at]) : accel_mps2;
}

/** How fast the bias, with what is left of the leak, may change at a speed: variance per s. */
function walkAt(velocity_mps: number): number {
  return SETTINGS.walk_m2ps5 + SETTINGS.leakWalk_m3ps4 * Math.abs(velocity_mps);
}

function hold(now: Readings, next: Readings, edge: number): void {
  const { heldSd_m, heldStartSd_m, changeCost, stopWidth_mps } = SETTINGS;
  const { states, score, holding, since } = next;
  for (let moved = 0; moved < next.count; moved += 2) {
    const held = moved + 1;
    next.copy(next, moved, held);
    const at = STATE_SIZE * held;
    const variance = states[at + 6] + HOLD_SD_MPS ** 2;
    if (!holding[moved]) holdHere(states, at, heldStartSd_m ** 2);
    score[held] -= 0.5 * observeVelocity(states, at, 0, HOLD_SD_MPS ** 2);
    score[held] -= 0.5 * observeHeld(states, at, heldSd_m ** 2);
    if (holding[moved]) continue;
    // The density of "stops here": stopping is likely only near zero, by as much as the velocity is known.
    score[held] += Math.log(stopWidth_mps / Math.sqrt(2 * Math.PI * variance)) - changeCost;
    holding[held] = 1;
    since[held] = edge;
  }
}

/** What it costs to go on moving, or to leave a hold. */
function weigh(
  now: Readings,
  next: Readings,
  force: StepForce,
  { edge, rumble }: StepContext,
): void {
  const { states, score, holding, since, past } = next;
  for (let k = 0; k < now.kept.length; k++) {
    const from = STATE_SIZE * now.kept[k];
    const moved = 2 * k;
    const at = STATE_SIZE * moved;
    const gained_mps = (netOf(force, now.states, from) - now.states[from + 2]) * STEP_S;
    score[moved] -= motionCost(next, moved, gained_mps);
    const square_m2ps2 = states[at + 1] ** 2 + states[at + 6];
    score[moved] += rumble.favour(force.roughness_m2ps4, force.samples, square_m2ps2);
    if (!holding[moved]) continue;
    // Left during the step: the velocity it has gained since is kept.
    score[moved] -= SETTINGS.changeCost;
    holding[moved] = 0;
    past[moved] = { before: past[moved], hold: { start: since[moved], end: edge - 1 } };
    since[moved] = edge - 1;
  }
}
