import { smoothStep } from './profile';
import type { Random } from './random';
import type { Span } from './script';

/** One movement of the hand that holds the sensor. */
interface Gesture {
  start_s: number;
  duration_s: number;
  /** Change of the three turning angles, rad. */
  turn_rad: readonly [number, number, number];
  /** Jolts while it lasts, along the sensor's axes. */
  jolt_mps2: readonly [number, number, number];
  jolt_Hz: number;
}

/** A sensor carried about: turned, jolted, walked with, laid down, clipped on. */
export interface Handling {
  span: Span;
  /** Angles away from the clip orientation when the span starts, rad; gestures lead on from there. */
  from_rad: readonly [number, number, number];
  gestures: Gesture[];
  /** Steps while walking; 0 when nobody walks. */
  step_mps2: number;
  step_Hz: number;
}

/** How the hand moves the sensor at one instant. */
export interface HandState {
  /** Turning angles away from the clip orientation, about x, then y, then z. */
  angle_rad: [number, number, number];
  rate_radps: [number, number, number];
  /** Acceleration along the sensor's axes. */
  jolt_mps2: [number, number, number];
}

const NOWHERE = [0, 0, 0] as const;

/** Draws what hands do to a sensor before it is clipped on (`to` the sled) or after (`from` it). */
export function drawHandling(span: Span, way: 'to' | 'from', random: Random): Handling {
  const vigour = random.uniform(0.4, 1);
  const triple = (size: number) =>
    [0, 1, 2].map(() => size * random.uniform(-1, 1)) as unknown as [number, number, number];
  const gestures: Gesture[] = [];
  let angle: readonly number[] = way === 'to' ? triple(Math.PI) : NOWHERE;
  const from_rad = [angle[0], angle[1], angle[2]] as const;
  let now_s = span.start_s + random.uniform(0, 0.5);
  for (;;) {
    const duration_s = random.uniform(0.3, 1.2);
    const last = way === 'to' && now_s + duration_s + 1.5 > span.end_s;
    if (!last && now_s + duration_s > span.end_s) break;
    const target = last ? NOWHERE : triple(2.5 * vigour);
    gestures.push({
      start_s: now_s,
      duration_s: last ? Math.max(0.3, span.end_s - 0.1 - now_s) : duration_s,
      turn_rad: [target[0] - angle[0], target[1] - angle[1], target[2] - angle[2]],
      jolt_mps2: triple(12 * vigour),
      jolt_Hz: random.uniform(1, 6),
    });
    if (last) break;
    angle = target;
    now_s += duration_s + (random.chance(0.4) ? random.uniform(0.3, 2.5) : 0);
  }
  return {
    span,
    from_rad,
    gestures,
    step_mps2: random.chance(0.5) ? random.uniform(1.5, 4) : 0,
    step_Hz: random.uniform(1.6, 2.1),
  };
}

/** Writes the hand's state at a time inside the span into `state`. */
export function handAt(handling: Handling, t_s: number, state: HandState): void {
  const { angle_rad, rate_radps, jolt_mps2 } = state;
  for (let k = 0; k < 3; k++) {
    angle_rad[k] = handling.from_rad[k];
    rate_radps[k] = 0;
    jolt_mps2[k] = 0;
  }
  for (const gesture of handling.gestures) {
    const x = (t_s - gesture.start_s) / gesture.duration_s;
    if (x <= 0) break;
    const share = x >= 1 ? 1 : x * x * x * (10 - 15 * x + 6 * x * x);
    const rate = x >= 1 ? 0 : (30 * x * x * (1 - x) * (1 - x)) / gesture.duration_s;
    const swell = x >= 1 ? 0 : 16 * x * x * (1 - x) * (1 - x);
    const swing = swell * Math.sin(2 * Math.PI * gesture.jolt_Hz * (t_s - gesture.start_s));
    for (let k = 0; k < 3; k++) {
      angle_rad[k] += gesture.turn_rad[k] * share;
      rate_radps[k] += gesture.turn_rad[k] * rate;
      jolt_mps2[k] += gesture.jolt_mps2[k] * swing;
    }
  }
  if (handling.step_mps2 > 0) addSteps(handling, t_s, jolt_mps2);
}

/** Walking: a heel strike twice a stride with its first overtone, felt along all three axes. */
function addSteps({ span, step_mps2, step_Hz }: Handling, t_s: number, jolt_mps2: number[]): void {
  const phase = 2 * Math.PI * step_Hz * (t_s - span.start_s);
  const edge = smoothStep((t_s - span.start_s) / 0.5) * smoothStep((span.end_s - 2 - t_s) / 0.5);
  const step = edge * step_mps2 * (Math.sin(phase) + 0.5 * Math.sin(2 * phase + 1));
  jolt_mps2[0] += step;
  jolt_mps2[1] += 0.4 * step;
  jolt_mps2[2] += 0.3 * step;
}
