import type { ReadRecording } from '../lib/core/file/read';
import type {
  Drift,
  Dwell,
  Knock,
  Knocks,
  Lowering,
  Phase,
  PressPhase,
  Rep,
  SetMeasures,
  SetReport,
  Stop,
  TempoDrift,
  Vibration,
} from '../lib/core/sled/report';
import type { Check } from '../lib/guide/check';
import type { FindingUnit } from '../lib/guide/rules/rule';

/** Decimals of what is printed: finer than any sensor, coarse enough to read. */
const DECIMALS = { time: 4, length: 5, speed: 4, accel: 4, rate: 3, angle: 2, ratio: 4 };

const FINDING_DECIMALS: Record<FindingUnit, number> = {
  s: DECIMALS.time,
  m: DECIMALS.length,
  'm/s': DECIMALS.speed,
  'm/s²': DECIMALS.accel,
  '1': DECIMALS.ratio,
  reps: 0,
  sets: 0,
  'per week': 0,
  kg: 2,
};

/**
 * The result of one file, as documented for `analyze --json`; unknown figures are null. `check` holds it against what
 * was asked; null where nothing was.
 */
export function analysisJson(
  file: string,
  read: ReadRecording,
  report: SetReport,
  check: Check | null,
) {
  const { rail, definitions, set } = report;
  return {
    file,
    format: read.format,
    duration_s: time(report.duration_s),
    rate_Hz: round(report.rate_Hz, DECIMALS.rate),
    gaps: report.gaps.map((gap) => ({
      start_s: time(gap.start_s),
      duration_s: time(gap.duration_s),
    })),
    rail: {
      incline_deg: angle(rail.incline_deg),
      direction: rail.direction,
      inclineSd_deg: angle(rail.inclineSd_deg),
    },
    definitions: { v0_mps: definitions.v0_mps, minTravel_m: definitions.minTravel_m },
    reps: report.reps.map((rep) => repJson(rep, check)),
    strokes: report.strokes.map((stroke) => ({
      direction: stroke.direction,
      start_s: time(stroke.start_s),
      end_s: time(stroke.end_s),
      travel_m: length(stroke.travel_m),
      rep: stroke.rep,
    })),
    set: setJson(set, check),
    warnings: [...read.notes, ...report.warnings].map(({ code, message }) => ({ code, message })),
  };
}

export type AnalysisJson = ReturnType<typeof analysisJson>;

function repJson(rep: Rep, check: Check | null) {
  return {
    index: rep.index,
    kind: rep.kind,
    quality: rep.quality,
    lower: rep.lower && phaseJson(rep.lower),
    bottom: rep.bottom && dwellJson(rep.bottom),
    press: pressJson(rep.press),
    top: rep.top && { duration_s: time(rep.top.duration_s) },
    depth_m: length(rep.depth_m),
    depthSd_m: length(rep.depthSd_m),
    deviations: deviationsOf(check, rep.index),
    tension: dwellJson(rep.tension),
    lowering: rep.lowering && loweringJson(rep.lowering),
    turnaround: rep.turnaround && {
      accel_mps2: accel(rep.turnaround.accel_mps2),
      accelSd_mps2: accel(rep.turnaround.accelSd_mps2),
    },
    stop: stopJson(rep.stop),
    knocks: rep.knocks && knocksJson(rep.knocks),
    vibration: rep.vibration && vibrationJson(rep.vibration),
  };
}

function phaseJson(phase: Phase) {
  return {
    start_s: time(phase.start_s),
    end_s: time(phase.end_s),
    ...dwellJson(phase),
    mean_mps: speed(phase.mean_mps),
    peak_mps: speed(phase.peak_mps),
    meanSd_mps: speed(phase.meanSd_mps),
    peakSd_mps: speed(phase.peakSd_mps),
  };
}

function pressJson(press: PressPhase) {
  return {
    ...phaseJson(press),
    propulsive_mps: speed(press.propulsive_mps),
    propulsiveSd_mps: speed(press.propulsiveSd_mps),
  };
}

function dwellJson(dwell: Dwell) {
  return { duration_s: time(dwell.duration_s), durationSd_s: time(dwell.durationSd_s) };
}

function loweringJson(lowering: Lowering) {
  return {
    peakRatio: ratio(lowering.peakRatio),
    peakRatioSd: ratio(lowering.peakRatioSd),
    beforePeak: ratio(lowering.beforePeak),
    beforePeakSd: ratio(lowering.beforePeakSd),
    drop_mps2: accel(lowering.drop_mps2),
    dropSd_mps2: accel(lowering.dropSd_mps2),
    freeFall: ratio(lowering.freeFall),
    freeFallSd: ratio(lowering.freeFallSd),
  };
}

function stopJson({ braking_mps2, brakingSd_mps2, slam }: Stop) {
  return { braking_mps2: accel(braking_mps2), brakingSd_mps2: accel(brakingSd_mps2), slam };
}

function knocksJson({ bottom, top }: Knocks) {
  return { bottom: bottom && knockJson(bottom), top: top && knockJson(top) };
}

function knockJson({ t_s, size_mps2, sizeSd_mps2 }: Knock) {
  return { t_s: time(t_s), size_mps2: accel(size_mps2), sizeSd_mps2: accel(sizeSd_mps2) };
}

function vibrationJson({ rms_mps2, rmsSd_mps2 }: Vibration) {
  return { rms_mps2: accel(rms_mps2), rmsSd_mps2: accel(rmsSd_mps2) };
}

function setJson(set: SetMeasures, check: Check | null) {
  const { clip, vibration } = set;
  return {
    reps: set.reps,
    timeUnderTension_s: time(set.timeUnderTension_s),
    compliance: ratio(check?.compliance.overall.share ?? null),
    depthCv: ratio(set.depthCv),
    velocityLoss: ratio(set.velocityLoss),
    timeUnderTensionSd_s: time(set.timeUnderTensionSd_s),
    velocityLossSd: ratio(set.velocityLossSd),
    drift: driftJson(set.drift),
    bounces: set.bounces.map(({ rep, verdict }) => ({ rep, verdict })),
    vibration: vibration && vibrationJson(vibration),
    clip: clip && {
      angle_deg: angle(clip.angle_deg),
      angleSd_deg: angle(clip.angleSd_deg),
      turn_deg: angle(clip.turn_deg),
      turnSd_deg: angle(clip.turnSd_deg),
    },
    deviations: deviationsOf(check, null),
  };
}

/** What is out or borderline of a rep, or with null of the whole set. */
function deviationsOf(check: Check | null, rep: number | null) {
  const off = check?.findings.filter((each) => each.rep === rep && each.verdict !== 'in') ?? [];
  return off.map(({ rule, measured, allowed, unit, verdict }) => ({
    rule,
    measured: round(measured, FINDING_DECIMALS[unit]),
    allowed: allowed.map((edge) => round(edge, FINDING_DECIMALS[unit])),
    unit,
    verdict,
  }));
}

function driftJson({ depth, lower, press }: Drift) {
  const tempo = ({ perRep_s, perRepSd_s }: TempoDrift) => ({
    perRep_s: time(perRep_s),
    perRepSd_s: time(perRepSd_s),
  });
  return {
    depth: depth && { perRep_m: length(depth.perRep_m), perRepSd_m: length(depth.perRepSd_m) },
    lower: lower && tempo(lower),
    press: press && tempo(press),
  };
}

const time = (value_s: number) => round(value_s, DECIMALS.time);
const length = (value_m: number) => round(value_m, DECIMALS.length);
const speed = (value_mps: number) => round(value_mps, DECIMALS.speed);
const accel = (value_mps2: number) => round(value_mps2, DECIMALS.accel);
const angle = (value_deg: number | null) => round(value_deg, DECIMALS.angle);
const ratio = (value: number | null) => round(value, DECIMALS.ratio);

/** JSON has no NaN and no infinity. */
function round(value: number | null, decimals: number): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Number(value.toFixed(decimals));
}
