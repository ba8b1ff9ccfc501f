import { GRAVITY_MPS2 } from '../../../src/lib/core/gravity';
import type { SetPlan } from '../../../src/lib/core/simulate/plan';
import type { SetTruth, TrueDwell, TruePhase, TrueRep } from '../../../src/lib/core/simulate/truth';
import { measureSet } from '../../../src/lib/core/sled/measure';
import type { Dwell, Phase, Rep, SetReport, Track } from '../../../src/lib/core/sled/report';

/** What a sensor without any error would report: the truth, every figure known exactly. */
export function trueReport(truth: SetTruth, plan: SetPlan): SetReport {
  const reps = truth.reps.map((rep) => repOf(rep, truth.incline_deg));
  const set = measureSet(reps);
  return {
    algorithm: 'truth',
    duration_s: truth.motion.length / truth.motion.rate_Hz,
    rate_Hz: truth.motion.rate_Hz,
    gaps: [],
    rail: {
      incline_deg: truth.incline_deg,
      inclineSd_deg: 0,
      direction: 'gravity',
      axis: truth.axis,
    },
    definitions: { v0_mps: 0.02, minTravel_m: 0.1, sledPerSensor: 1 },
    reps,
    strokes: truth.strokes,
    set: {
      ...set,
      velocityLossSd: 0,
      drift: driftOf(plan),
      bounces: truth.reps
        .filter(({ bounced }) => bounced)
        .map(({ index }) => ({ rep: index, verdict: 'out' })),
    },
    warnings: [],
    track: trackOf(truth),
  };
}

/** What the person meant to change along the set; their scatter about it is not drift. */
function driftOf(plan: SetPlan): SetReport['set']['drift'] {
  const perRep = (first: number, trend: number) => (first * trend) / Math.max(1, plan.reps - 1);
  return {
    depth: { perRep_m: perRep(plan.depth_m, plan.depthTrend), perRepSd_m: 0 },
    lower: { perRep_s: perRep(plan.lower_s, plan.lowerTrend), perRepSd_s: 0 },
    press: { perRep_s: perRep(plan.press_s, plan.fatigue), perRepSd_s: 0 },
  };
}

function repOf(rep: TrueRep, incline_deg: number): Rep {
  const { lower, bottom, press, top, lowering, turnaround, stop, slammed } = rep;
  const pull_mps2 = GRAVITY_MPS2 * Math.sin((incline_deg * Math.PI) / 180);
  return {
    index: rep.index,
    kind: rep.kind,
    quality: 'good',
    lower: lower && phase(lower),
    bottom: bottom && dwell(bottom),
    press: { ...phase(press), propulsive_mps: press.propulsive_mps, propulsiveSd_mps: 0 },
    top: top && dwell(top),
    depth_m: rep.depth_m,
    depthSd_m: 0,
    tension: dwell(rep.tension),
    lowering: lowering && {
      ...lowering,
      peakRatioSd: 0,
      beforePeakSd: 0,
      dropSd_mps2: 0,
      freeFall: lowering.drop_mps2 / pull_mps2,
      freeFallSd: 0,
    },
    turnaround: turnaround && { ...turnaround, accelSd_mps2: 0 },
    stop: { ...stop, brakingSd_mps2: 0, slam: slammed ? 'out' : 'in' },
    knocks: null,
    vibration: { ...rep.vibration, rmsSd_mps2: 0 },
    mounting: null,
  };
}

function dwell({ duration_s }: TrueDwell): Dwell {
  return { duration_s, durationSd_s: 0 };
}

function phase({ start_s, end_s, duration_s, mean_mps, peak_mps }: TruePhase): Phase {
  const times = { start_s, end_s, duration_s, durationSd_s: 0 };
  return { ...times, mean_mps, meanSd_mps: 0, peak_mps, peakSd_mps: 0 };
}

function trackOf({ track }: SetTruth): Track {
  const none = new Float32Array(track.t_s.length);
  return {
    t_s: track.t_s,
    position_m: Float32Array.from(track.position_m),
    positionSd_m: none,
    velocity_mps: Float32Array.from(track.velocity_mps),
    velocitySd_mps: none,
  };
}
