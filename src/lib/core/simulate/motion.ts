import type { SetPlan } from './plan';
import { smoothStep } from './profile';
import type { Random } from './random';
import type { Script } from './script';
import type { Knock, Move } from './timeline';

/** The sled's true motion on an even grid from 0 s, positive in the press direction. */
export interface SledMotion {
  rate_Hz: number;
  length: number;
  position_m: Float64Array;
  velocity_mps: Float64Array;
  acceleration_mps2: Float64Array;
}

/** Fine enough that a knock of 35 Hz and a filter of a 400 Hz sensor are well drawn. */
export const GRID_HZ = 1000;

const STEP_S = 1 / GRID_HZ;
/** Half the distance over which a closed-form velocity is differenced: rounding and curvature both stay below 1e-6 m/s². */
const SLOPE_S = 1e-5;
const SWAY_HZ = { low: 0.3, high: 2, waves: 5 };
const TREMOR_HZ = { low: 8, high: 12, waves: 3 };
/** Sway and tremor come and go with the load over this time. */
const LOAD_EDGE_S = 0.5;

/**
 * Draws the script: velocities in closed form are added up, acceleration is their slope, position
 * their integral, so the three agree. Position starts at 0.
 */
export function drawMotion(script: Script, plan: SetPlan, random: Random): SledMotion {
  const length = Math.ceil(script.duration_s * GRID_HZ) + 1;
  const motion: SledMotion = {
    rate_Hz: GRID_HZ,
    length,
    position_m: new Float64Array(length),
    velocity_mps: new Float64Array(length),
    acceleration_mps2: new Float64Array(length),
  };
  for (const move of script.moves) addMove(motion, move);
  for (const knock of script.knocks) addKnock(motion, knock);
  addWaves(motion, script, plan.sway_m, SWAY_HZ, random);
  addWaves(motion, script, plan.tremor_m, TREMOR_HZ, random);
  integrate(motion);
  return motion;
}

function addMove(motion: SledMotion, { start_s, duration_s, travel_m, profile }: Move): void {
  const mean_mps = travel_m / duration_s;
  addVelocity(motion, start_s, start_s + duration_s, (t_s) => {
    const share = (t_s - start_s) / duration_s;
    return share <= 0 || share >= 1 ? 0 : mean_mps * profile(share);
  });
}

/** Rises as t², rings, and dies away; net travel is negligible. */
function addKnock(motion: SledMotion, knock: Knock): void {
  const { start_s, amplitude_m, frequency_Hz, decay_s } = knock;
  const omega = 2 * Math.PI * frequency_Hz;
  addVelocity(motion, start_s, start_s + 12 * decay_s, (t_s) => {
    const x = (t_s - start_s) / decay_s;
    if (x <= 0) return 0;
    return amplitude_m * omega * x * x * Math.exp(2 - 2 * x) * Math.sin(omega * (t_s - start_s));
  });
}

function addVelocity(
  motion: SledMotion,
  start_s: number,
  end_s: number,
  velocityAt: (t_s: number) => number,
): void {
  const first = Math.max(0, Math.floor(start_s * GRID_HZ));
  const last = Math.min(motion.length - 1, Math.ceil(end_s * GRID_HZ));
  for (let i = first; i <= last; i++) {
    const t_s = i * STEP_S;
    motion.velocity_mps[i] += velocityAt(t_s);
    motion.acceleration_mps2[i] +=
      (velocityAt(t_s + SLOPE_S) - velocityAt(t_s - SLOPE_S)) / (2 * SLOPE_S);
  }
}

interface Band {
  low: number;
  high: number;
  waves: number;
}

/** Adds sines of a band, slow ones larger, whose positions together have the given RMS while the sled is carried. */
function addWaves(
  motion: SledMotion,
  { carried }: Script,
  rms_m: number,
  { low, high, waves }: Band,
  random: Random,
): void {
  const frequencies_Hz = Array.from({ length: waves }, () => random.uniform(low, high));
  const sum = frequencies_Hz.reduce((total, f_Hz) => total + 1 / (2 * f_Hz * f_Hz), 0);
  const peak_mps = (2 * Math.PI * rms_m) / Math.sqrt(sum);
  const first = Math.ceil(carried.start_s * GRID_HZ);
  const length = Math.max(0, Math.floor(carried.end_s * GRID_HZ) - first);
  const wave: Wave = { v_mps: new Float64Array(length), a_mps2: new Float64Array(length) };
  for (const f_Hz of frequencies_Hz) addSine(wave, f_Hz, peak_mps, random.uniform(0, 2 * Math.PI));
  for (let i = 0; i < length; i++) {
    const { gain, rate } = loadAt(
      (i * STEP_S) / LOAD_EDGE_S,
      ((length - i) * STEP_S) / LOAD_EDGE_S,
    );
    motion.velocity_mps[first + i] += gain * wave.v_mps[i];
    motion.acceleration_mps2[first + i] += gain * wave.a_mps2[i] + rate * wave.v_mps[i];
  }
}

interface Wave {
  v_mps: Float64Array;
  a_mps2: Float64Array;
}

/** A pointer turned by one step's angle at a time: far cheaper than a sine each. */
function addSine({ v_mps, a_mps2 }: Wave, f_Hz: number, peak_mps: number, phase: number): void {
  const omega = 2 * Math.PI * f_Hz;
  const [turnCos, turnSin] = [Math.cos(omega * STEP_S), Math.sin(omega * STEP_S)];
  let sine = peak_mps * Math.sin(phase);
  let cosine = peak_mps * Math.cos(phase);
  for (let i = 0; i < v_mps.length; i++) {
    v_mps[i] += sine;
    a_mps2[i] += omega * cosine;
    const next = sine * turnCos + cosine * turnSin;
    cosine = cosine * turnCos - sine * turnSin;
    sine = next;
  }
}

const FULL_LOAD = { gain: 1, rate: 0 };

/** How much of the load the person carries, 0 to 1, and its slope, 1/s, given the edges passed since taking and left until setting down. */
function loadAt(since: number, left: number): { gain: number; rate: number } {
  const x = Math.min(since, left);
  if (x >= 1) return FULL_LOAD;
  const rate = (6 * x * (1 - x)) / LOAD_EDGE_S;
  return { gain: smoothStep(x), rate: since < left ? rate : -rate };
}

/** Position by the trapezium rule with its end correction from the acceleration (Euler–Maclaurin). */
function integrate({ position_m, velocity_mps: v, acceleration_mps2: a, length }: SledMotion) {
  for (let i = 1; i < length; i++) {
    position_m[i] =
      position_m[i - 1] +
      (STEP_S / 2) * (v[i - 1] + v[i]) +
      ((STEP_S * STEP_S) / 12) * (a[i - 1] - a[i]);
  }
}
