import { measureSet } from './measure';
import type { Acceleration, Knock, Phase, Rep, SetReport, Track } from './report';

/**
 * The report in the sled's lengths, speeds and accelerations, where the sensor measured those of what
 * carries it: all are `ratio` times as large, with their standard deviations. Times stay, for a taut cable
 * keeps them; so do shares, verdicts and how the sensor sits. Throws RangeError on a ratio not above 0.
 */
export function ofSled(report: SetReport, ratio: number): SetReport {
  if (!(ratio > 0 && Number.isFinite(ratio))) {
    throw new RangeError(
      `The sled cannot travel ${ratio} times as far as the sensor; the ratio is above 0.`,
    );
  }
  if (ratio === 1) return report;
  const reps = report.reps.map((rep) => repOf(rep, ratio));
  return {
    ...report,
    reps,
    strokes: report.strokes.map((stroke) => ({ ...stroke, travel_m: stroke.travel_m * ratio })),
    set: measureSet(reps),
    track: trackOf(report.track, ratio),
  };
}

function repOf(rep: Rep, ratio: number): Rep {
  const { lower, press, lowering, turnaround, stop, knocks, vibration } = rep;
  return {
    ...rep,
    lower: lower && phaseOf(lower, ratio),
    press: {
      ...phaseOf(press, ratio),
      propulsive_mps: press.propulsive_mps * ratio,
      propulsiveSd_mps: press.propulsiveSd_mps * ratio,
    },
    depth_m: rep.depth_m * ratio,
    depthSd_m: rep.depthSd_m * ratio,
    lowering: lowering && {
      ...lowering,
      drop_mps2: lowering.drop_mps2 * ratio,
      dropSd_mps2: lowering.dropSd_mps2 * ratio,
    },
    turnaround: turnaround && accelerationOf(turnaround, ratio),
    stop: {
      ...stop,
      braking_mps2: stop.braking_mps2 * ratio,
      brakingSd_mps2: stop.brakingSd_mps2 * ratio,
    },
    knocks: knocks && { bottom: knockOf(knocks.bottom, ratio), top: knockOf(knocks.top, ratio) },
    vibration: vibration && {
      rms_mps2: vibration.rms_mps2 * ratio,
      rmsSd_mps2: vibration.rmsSd_mps2 * ratio,
    },
  };
}

function phaseOf(phase: Phase, ratio: number): Phase {
  return {
    ...phase,
    mean_mps: phase.mean_mps * ratio,
    meanSd_mps: phase.meanSd_mps * ratio,
    peak_mps: phase.peak_mps * ratio,
    peakSd_mps: phase.peakSd_mps * ratio,
  };
}

function accelerationOf({ accel_mps2, accelSd_mps2 }: Acceleration, ratio: number): Acceleration {
  return { accel_mps2: accel_mps2 * ratio, accelSd_mps2: accelSd_mps2 * ratio };
}

function knockOf(knock: Knock | null, ratio: number): Knock | null {
  return (
    knock && {
      ...knock,
      size_mps2: knock.size_mps2 * ratio,
      sizeSd_mps2: knock.sizeSd_mps2 * ratio,
    }
  );
}

function trackOf(track: Track, ratio: number): Track {
  const scaled = (column: Float32Array) => column.map((value) => value * ratio);
  return {
    t_s: track.t_s,
    position_m: scaled(track.position_m),
    positionSd_m: scaled(track.positionSd_m),
    velocity_mps: scaled(track.velocity_mps),
    velocitySd_mps: scaled(track.velocitySd_mps),
  };
}
