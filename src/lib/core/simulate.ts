import type { Recording } from './recording';
import { drawRotation, feel } from './simulate/felt';
import { drawMotion, type SledMotion } from './simulate/motion';
import { guideTempoPlan, type SetPlan } from './simulate/plan';
import { Random } from './simulate/random';
import { writeScript } from './simulate/script';
import { record, SENSOR_GRADES, type SensorGrade } from './simulate/sensor';
import { drawSlip } from './simulate/slip';
import { readTruth, type SetTruth } from './simulate/truth';

export interface SimulateOptions {
  /** A whole number; the same seed gives the same bytes. */
  seed: number;
  /** Changes to the seed's guide-tempo set. */
  set?: Partial<SetPlan>;
  /** Changes to a good 100 Hz sensor. */
  sensor?: Partial<SensorGrade>;
}

export interface Simulation {
  recording: Recording;
  truth: SetTruth;
}

/**
 * A set on a sled as a sensor would record it, with the truth it was made from. Models the world, not
 * the analysis. The person's motion depends on seed and set alone, so the same set can be seen through
 * different sensors. Throws RangeError on a plan no sled can follow.
 */
export function simulate({ seed, set, sensor }: SimulateOptions): Simulation {
  const plan: SetPlan = { ...guideTempoPlan(seed), ...set };
  const grade: SensorGrade = { ...SENSOR_GRADES.good100, ...sensor };
  const script = writeScript(plan, new Random(seed, 'person'));
  const motion = drawMotion(script, plan, new Random(seed, 'sway'));
  const clip = drawRotation(new Random(seed, 'clip'));
  const slip = drawSlip(plan, script, new Random(seed, 'slip'));
  const felt = feel(motion, plan, script, { clip, slip }, new Random(seed, 'machine'));
  const recording = record(felt, grade, seed);
  const { reps, strokes } = readTruth({ motion, script, felt }, plan.incline_deg);
  const start_s = reps.length > 0 ? (reps[0].lower ?? reps[0].press).start_s : 0;
  return {
    recording,
    truth: {
      incline_deg: plan.incline_deg,
      axis: [clip[0][0], clip[1][0], clip[2][0]],
      slip,
      reps,
      strokes,
      track: trackAt(recording.t_s, motion, start_s),
      motion,
    },
  };
}

/** The motion at the given times, position counted from `start_s`. */
function trackAt(t_s: Float64Array, motion: SledMotion, start_s: number): SetTruth['track'] {
  const at = (column: Float64Array, time_s: number) => {
    const x = Math.max(0, Math.min(motion.length - 1.001, time_s * motion.rate_Hz));
    const i = Math.floor(x);
    return column[i] + (x - i) * (column[i + 1] - column[i]);
  };
  const start_m = at(motion.position_m, start_s);
  return {
    t_s,
    position_m: t_s.map((time_s) => at(motion.position_m, time_s) - start_m),
    velocity_mps: t_s.map((time_s) => at(motion.velocity_mps, time_s)),
  };
}
