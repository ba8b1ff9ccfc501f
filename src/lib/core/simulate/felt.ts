import { GRAVITY_MPS2 } from '../gravity';
import type { Vector3 } from '../recording';
import { drawHandling, handAt, type Handling, type HandState } from './handling';
import type { SledMotion } from './motion';
import type { SetPlan } from './plan';
import type { Random } from './random';
import type { Script } from './script';
import { addSlip, type Slip } from './slip';
import { drawVibration } from './vibration';

/** Rotation as three rows: sensor components of a vector given along (rail, across, normal). */
export type Rotation = readonly [Vector3, Vector3, Vector3];

/** What an ideal sensor feels in its own frame, on the motion's grid. */
export interface Felt {
  rate_Hz: number;
  accel_mps2: Axes;
  gyro_dps: Axes;
}

/** How the sensor sits on the sled; `slip` null where it stays as it was clipped on. */
export interface Mounting {
  clip: Rotation;
  slip: Slip | null;
}

export type Axes = readonly [x: Float64Array, y: Float64Array, z: Float64Array];

const DEG = 180 / Math.PI;

/**
 * Specific force and angular rate at the sensor. Machine frame: rail (press direction), across
 * (horizontal), normal to both; gravity has no part across. Tilt, vibration and the hand come on top.
 */
export function feel(
  motion: SledMotion,
  plan: SetPlan,
  script: Script,
  { clip, slip }: Mounting,
  random: Random,
): Felt {
  const { length, rate_Hz } = motion;
  const axes = (): Axes => [
    new Float64Array(length),
    new Float64Array(length),
    new Float64Array(length),
  ];
  const felt: Felt = { rate_Hz, accel_mps2: axes(), gyro_dps: axes() };
  addRail(felt, motion, plan);
  addTilt(felt, motion, plan, random);
  addVibration(felt, motion, plan, random);
  turnAll(felt, clip);
  if (slip) addSlip(felt, slip);
  const { clipped, duration_s } = script;
  if (clipped.start_s > 0) {
    addHandling(felt, drawHandling({ start_s: 0, end_s: clipped.start_s }, 'to', random));
  }
  if (clipped.end_s < duration_s) {
    addHandling(felt, drawHandling({ start_s: clipped.end_s, end_s: duration_s }, 'from', random));
  }
  return felt;
}

function addRail({ accel_mps2 }: Felt, motion: SledMotion, { incline_deg }: SetPlan): void {
  const [rail, , normal] = accel_mps2;
  const along_mps2 = GRAVITY_MPS2 * Math.sin(incline_deg / DEG);
  normal.fill(GRAVITY_MPS2 * Math.cos(incline_deg / DEG));
  for (let i = 0; i < motion.length; i++) rail[i] = motion.acceleration_mps2[i] + along_mps2;
}

/** Tips the carriage as it travels: pitch about the axis across, and a share of roll about the rail. */
function addTilt(felt: Felt, motion: SledMotion, plan: SetPlan, random: Random): void {
  const [rail, across, normal] = felt.accel_mps2;
  const [low_m, high_m] = extent(motion.position_m);
  if (plan.tilt_deg === 0 || high_m - low_m < 1e-4) return;
  const pitch = drawTilt(plan.tilt_deg / DEG, low_m, high_m, random);
  const roll = drawTilt((plan.tilt_deg / DEG) * random.uniform(0, 0.5), low_m, high_m, random);
  for (let i = 0; i < motion.length; i++) {
    const s_m = motion.position_m[i];
    const [fRail, fAcross, fNormal] = [rail[i], across[i], normal[i]];
    const y = pitch.angle(s_m);
    const x = roll.angle(s_m);
    rail[i] = fRail - y * fNormal;
    across[i] = fAcross + x * fNormal;
    normal[i] = fNormal + y * fRail - x * fAcross;
    felt.gyro_dps[0][i] = DEG * roll.slope(s_m) * motion.velocity_mps[i];
    felt.gyro_dps[1][i] = DEG * pitch.slope(s_m) * motion.velocity_mps[i];
  }
}

/** A small angle as a smooth function of position, and its slope, rad/m. */
interface Tilt {
  angle(s_m: number): number;
  slope(s_m: number): number;
}

/** Play of the carriage: a lean, a bow and a wave of the rail, whose angles span `range_rad` over the travel; 0 at position 0. */
function drawTilt(range_rad: number, low_m: number, high_m: number, random: Random): Tilt {
  const length_m = Math.max(0.2, high_m - low_m);
  const lean = random.uniform(-1, 1);
  const bow = random.uniform(-1, 1);
  const wave = random.uniform(-0.15, 0.15);
  const k = 2 * Math.PI * random.uniform(1, 2.5);
  const phase = random.uniform(0, 2 * Math.PI);
  const shape = (p: number) => lean * p + bow * p * p + wave * Math.sin(k * p + phase);
  const points = Array.from({ length: 41 }, (_, i) =>
    shape((low_m + (i / 40) * (high_m - low_m)) / length_m),
  );
  const scale = range_rad / (Math.max(...points) - Math.min(...points));
  const zero = shape(0);
  return {
    angle: (s_m) => scale * (shape(s_m / length_m) - zero),
    slope: (s_m) => {
      const p = s_m / length_m;
      return (scale / length_m) * (lean + 2 * bow * p + wave * k * Math.cos(k * p + phase));
    },
  };
}

/** Wheels on a rail shake the sled the more the faster it rolls, and not at all at rest; the floor shakes it always. */
function addVibration(felt: Felt, motion: SledMotion, plan: SetPlan, random: Random): void {
  if (plan.rolling_mps2 === 0 && plan.floor_mps2 === 0) return;
  const rolling = plan.rolling_mps2 / 0.3;
  const floor_rad = (2 * Math.PI * random.uniform(0.05, 0.3)) / motion.rate_Hz;
  for (const axis of felt.accel_mps2) {
    const gain = random.uniform(0.5, 1.4);
    const vibration = drawVibration(motion.length, motion.rate_Hz, random);
    const phase = random.uniform(0, 2 * Math.PI);
    for (let i = 0; i < motion.length; i++) {
      const floor = plan.floor_mps2 * Math.max(0, Math.sin(floor_rad * i + phase)) * 2;
      axis[i] += gain * vibration[i] * (rolling * Math.abs(motion.velocity_mps[i]) + floor);
    }
  }
}

function turnAll({ accel_mps2, gyro_dps }: Felt, clip: Rotation): void {
  for (const [x, y, z] of [accel_mps2, gyro_dps]) {
    for (let i = 0; i < x.length; i++) {
      const [a, b, c] = [x[i], y[i], z[i]];
      x[i] = clip[0][0] * a + clip[0][1] * b + clip[0][2] * c;
      y[i] = clip[1][0] * a + clip[1][1] * b + clip[1][2] * c;
      z[i] = clip[2][0] * a + clip[2][1] * b + clip[2][2] * c;
    }
  }
}

/** In the hand the sensor turns by X(α)·Y(β)·Z(γ) away from its clip orientation, and is jolted. */
function addHandling(felt: Felt, handling: Handling): void {
  const state: HandState = { angle_rad: [0, 0, 0], rate_radps: [0, 0, 0], jolt_mps2: [0, 0, 0] };
  const first = Math.ceil(handling.span.start_s * felt.rate_Hz);
  const last = Math.min(
    felt.accel_mps2[0].length - 1,
    Math.floor(handling.span.end_s * felt.rate_Hz),
  );
  for (let i = first; i <= last; i++) {
    handAt(handling, i / felt.rate_Hz, state);
    turnByHand(felt, i, state);
  }
}

function turnByHand({ accel_mps2, gyro_dps }: Felt, i: number, hand: HandState): void {
  const [x, y, z] = accel_mps2;
  const [alpha, beta, gamma] = hand.angle_rad;
  const [cosA, sinA] = [Math.cos(alpha), Math.sin(alpha)];
  const [cosB, sinB] = [Math.cos(beta), Math.sin(beta)];
  const [cosC, sinC] = [Math.cos(gamma), Math.sin(gamma)];
  const zx = cosC * x[i] - sinC * y[i];
  const zy = sinC * x[i] + cosC * y[i];
  const yx = cosB * zx + sinB * z[i];
  const yz = -sinB * zx + cosB * z[i];
  x[i] = yx + hand.jolt_mps2[0];
  y[i] = cosA * zy - sinA * yz + hand.jolt_mps2[1];
  z[i] = sinA * zy + cosA * yz + hand.jolt_mps2[2];
  // The frame turns against the vectors seen in it: ω = −(α̇·x + β̇·X·y + γ̇·X·Y·z).
  const [rateA, rateB, rateC] = hand.rate_radps;
  gyro_dps[0][i] -= DEG * (rateA + sinB * rateC);
  gyro_dps[1][i] -= DEG * (cosA * rateB - sinA * cosB * rateC);
  gyro_dps[2][i] -= DEG * (sinA * rateB + cosA * cosB * rateC);
}

function extent(values: Float64Array): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** A rotation drawn evenly from all there are (Shoemake 1992, Graphics Gems III, "Uniform random rotations"). */
export function drawRotation(random: Random): Rotation {
  const u = random.uniform();
  const [a, b] = [random.uniform(0, 2 * Math.PI), random.uniform(0, 2 * Math.PI)];
  const [x, y] = [Math.sqrt(1 - u) * Math.sin(a), Math.sqrt(1 - u) * Math.cos(a)];
  const [z, w] = [Math.sqrt(u) * Math.sin(b), Math.sqrt(u) * Math.cos(b)];
  return [
    [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ];
}
