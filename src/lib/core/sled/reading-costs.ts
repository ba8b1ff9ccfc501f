import { STATE_SIZE } from '../signal/rail-state';
import { clamp } from '../signal/statistics';
import { STEP_S } from '../signal/step-smoother';
import type { Readings } from './readings';

/** What a reading of the motion costs, in nats. */
const SETTINGS = {
  /** A quiet step (0.1 s) read as motion. */
  motionCost: 0.05,
  /** Extra cost of a step read as motion in which the velocity does not change. */
  quietCost: 0.15,
  quiet_mps: 0.01,
  /** Extra cost of a step read as motion at next to no speed: lowering may creep, a press hardly does. */
  lingerCost: 0.12,
  creepingLower_mps: 0.012,
  creepingPress_mps: 0.04,
  /** Reading the end of a press as no top; of a weak one less, by the square of its strength. */
  refusedTopCost: 8,
  /** One that went less far than this share of the usual way may have failed or stalled: it costs this share of that, */
  shortReach: 0.7,
  fullReach: 0.85,
  shortCostShare: 0.4,
  /** if the way is known: from a velocity much surer than this, sd. */
  surelySd_mps: 0.02,
  /** Travel has an end: the sled does not go further than this above or below the top. */
  above_m: 0.07,
  below_m: 1.1,
  /** Weight of that end per step, as the sd of a soft wall. */
  wallSd_m: 0.05,
  /** No stroke lasts longer than this; a step beyond it costs so much. */
  longestStroke_s: 8,
  endlessCost: 0.5,
};

/** Cost of reading the end of a press as no top, given its strength, how far it reached and how sure its velocity is, sd. */
export function refusedTopCost(strength: number, reach: number, velocitySd_mps: number): number {
  const { shortReach, fullReach, shortCostShare, surelySd_mps } = SETTINGS;
  const short = 1 - clamp((reach - shortReach) / (fullReach - shortReach), 0, 1);
  const surely = Math.exp(-((velocitySd_mps / surelySd_mps) ** 2));
  return SETTINGS.refusedTopCost * strength ** 2 * (1 - (1 - shortCostShare) * short * surely);
}

/** Soft walls above the top and below the longest travel, as far as the position is known. */
export function wallCost({ states }: Readings, i: number): number {
  const { above_m, below_m, wallSd_m } = SETTINGS;
  const position_m = states[STATE_SIZE * i];
  const beyond_m = Math.max(0, position_m - above_m, -below_m - position_m);
  return (0.5 * beyond_m * beyond_m) / (wallSd_m ** 2 + states[STATE_SIZE * i + 3]);
}

/** Cost of a step of a stroke that lasts longer than any does. */
export function endlessCost({ holding, since }: Readings, i: number, end: number): number {
  const endless = !holding[i] && (end - since[i]) * STEP_S > SETTINGS.longestStroke_s;
  return endless ? SETTINGS.endlessCost : 0;
}

/** Cost of reading a step as motion, given the velocity gained in it. */
export function motionCost({ states }: Readings, i: number, gained_mps: number): number {
  const { lingerCost, creepingLower_mps, creepingPress_mps, quietCost, quiet_mps } = SETTINGS;
  const quiet = Math.exp(-0.5 * (gained_mps / quiet_mps) ** 2);
  const velocity_mps = states[STATE_SIZE * i + 1];
  const creeping_mps = velocity_mps < 0 ? creepingLower_mps : creepingPress_mps;
  const variance = creeping_mps ** 2 + states[STATE_SIZE * i + 6];
  const nearness =
    Math.exp((-0.5 * velocity_mps ** 2) / variance) * (creeping_mps / Math.sqrt(variance));
  return SETTINGS.motionCost + quietCost * quiet + lingerCost * nearness;
}
