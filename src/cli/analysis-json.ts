import type { ReadRecording } from '../lib/core/file/read';
import type { Dwell, Phase, PressPhase, Rep, SetReport } from '../lib/core/sled/report';

/** Decimals of what is printed: finer than any sensor, coarse enough to read. */
const DECIMALS = { time: 4, length: 5, speed: 4, rate: 3, angle: 2, ratio: 4 };

/** The result of one file, as documented for `analyze --json`; unknown figures are null. */
export function analysisJson(file: string, read: ReadRecording, report: SetReport) {
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
    rail: { incline_deg: round(rail.incline_deg, DECIMALS.angle), direction: rail.direction },
    definitions: { v0_mps: definitions.v0_mps, minTravel_m: definitions.minTravel_m },
    reps: report.reps.map(repJson),
    strokes: report.strokes.map((stroke) => ({
      direction: stroke.direction,
      start_s: time(stroke.start_s),
      end_s: time(stroke.end_s),
      travel_m: length(stroke.travel_m),
      rep: stroke.rep,
    })),
    set: {
      reps: set.reps,
      timeUnderTension_s: time(set.timeUnderTension_s),
      compliance: null,
      depthCv: round(set.depthCv, DECIMALS.ratio),
      velocityLoss: round(set.velocityLoss, DECIMALS.ratio),
    },
    warnings: [...read.notes, ...report.warnings].map(({ code, message }) => ({ code, message })),
  };
}

export type AnalysisJson = ReturnType<typeof analysisJson>;

function repJson(rep: Rep) {
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
    deviations: [],
  };
}

function phaseJson(phase: Phase) {
  return {
    start_s: time(phase.start_s),
    end_s: time(phase.end_s),
    ...dwellJson(phase),
    mean_mps: speed(phase.mean_mps),
    peak_mps: speed(phase.peak_mps),
  };
}

function pressJson(press: PressPhase) {
  return { ...phaseJson(press), propulsive_mps: speed(press.propulsive_mps) };
}

function dwellJson(dwell: Dwell) {
  return { duration_s: time(dwell.duration_s), durationSd_s: time(dwell.durationSd_s) };
}

const time = (value_s: number) => round(value_s, DECIMALS.time);
const length = (value_m: number) => round(value_m, DECIMALS.length);
const speed = (value_mps: number) => round(value_mps, DECIMALS.speed);

/** JSON has no NaN and no infinity. */
function round(value: number | null, decimals: number): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Number(value.toFixed(decimals));
}
