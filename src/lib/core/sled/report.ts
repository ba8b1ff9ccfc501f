import type { Vector3 } from '../recording';

/**
 * What `analyse` answers. Times are on the recording's own axis, s; positions and travels are along
 * the rail, m, positive in the press direction; `null` where unknown. Every `…Sd_…` is one standard
 * deviation of the quantity it is named after.
 */
export interface SetReport {
  /** Version of the algorithm; a cached report with another one is recomputed. */
  algorithm: string;
  duration_s: number;
  /** Median sampling rate. */
  rate_Hz: number;
  /** Stretches without samples, or with every value lost. */
  gaps: Gap[];
  rail: Rail;
  definitions: { v0_mps: number; minTravel_m: number };
  /** In time order, `index` from 1. */
  reps: Rep[];
  /** Every stroke of at least `minTravel_m`, those outside any rep too. */
  strokes: Stroke[];
  set: SetMeasures;
  warnings: Warning[];
  /** The motion the measures were read from. */
  track: Track;
}

export interface Gap {
  start_s: number;
  duration_s: number;
}

export interface Rail {
  /** Angle of the rail above the horizontal, 0–90°; null while no motion has shown the rail. */
  incline_deg: number | null;
  /** What told which way is press: gravity, the first full stroke (a level rail), or the user's flip. */
  direction: 'gravity' | 'first-stroke' | 'flipped' | null;
  /** Unit vector along the rail in the sensor's frame, pointing in the press direction. */
  axis: Vector3 | null;
}

export interface Rep {
  /** From 1. */
  index: number;
  /** `partial`: far shorter than the set's usual stroke; shown, not counted. */
  kind: 'full' | 'partial';
  /** `doubtful`: samples were lost in it, or the data leave another reading open. */
  quality: 'good' | 'doubtful';
  /** Eccentric; null where the set starts at the bottom. */
  lower: Phase | null;
  /** The dwell between lower and press; null where there is no lower. */
  bottom: Dwell | null;
  /** Concentric. */
  press: PressPhase;
  /** The dwell after the press; null after the set's last rep. */
  top: Dwell | null;
  depth_m: number;
  depthSd_m: number;
}

export interface Dwell {
  duration_s: number;
  durationSd_s: number;
}

export interface Phase extends Dwell {
  start_s: number;
  end_s: number;
  /** Speeds, positive for either direction. */
  mean_mps: number;
  peak_mps: number;
}

export interface PressPhase extends Phase {
  meanSd_mps: number;
  /** Mean velocity until the sled is braked by more than gravity (a < −g·sin incline); Sánchez-Medina 2010. */
  propulsive_mps: number;
}

export interface Stroke {
  direction: 'lower' | 'press';
  start_s: number;
  end_s: number;
  travel_m: number;
  /** `index` of the rep it belongs to. */
  rep: number | null;
}

export interface SetMeasures {
  /** Full reps. */
  reps: number;
  /** Sum over the full reps of the time from the start of lower (or of press, without one) to the end of press. */
  timeUnderTension_s: number;
  /** Standard deviation over mean of the full reps' depth; null below two reps. */
  depthCv: number | null;
  /** (fastest − last) ÷ fastest of the full reps' mean press velocity; null below two reps. */
  velocityLoss: number | null;
}

export interface Warning {
  code: WarningCode;
  /** One sentence for a person: what, where, what to do. */
  message: string;
}

export type WarningCode =
  | 'too-short'
  | 'no-motion'
  | 'slow-rate'
  | 'samples-lost'
  | 'clipped'
  | 'gravity-off'
  | 'level-rail'
  | 'not-on-a-rail';

/**
 * The motion while the sensor was mounted, in columns of equal length: rows 10 ms apart, a row of NaN
 * (with a time) between stretches. Empty where nothing could be followed.
 */
export interface Track {
  t_s: Float64Array;
  /** s = 0 at the start of the stretch's first stroke, positive in the press direction. */
  position_m: Float32Array;
  positionSd_m: Float32Array;
  velocity_mps: Float32Array;
  velocitySd_mps: Float32Array;
}
