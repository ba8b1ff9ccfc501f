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
  definitions: Definitions;
  /** In time order, `index` from 1. */
  reps: Rep[];
  /** Every stroke of at least `minTravel_m`, those outside any rep too. */
  strokes: Stroke[];
  set: SetMeasures;
  warnings: Warning[];
  /** The motion the measures were read from. */
  track: Track;
}

export interface Definitions {
  v0_mps: number;
  minTravel_m: number;
  /** Travel of the sled over that of the sensor; the figures are the sled's. */
  sledPerSensor: number;
}

export interface Gap {
  start_s: number;
  duration_s: number;
}

export interface Rail {
  /** Angle of the rail above the horizontal, 0–90°; null while no motion has shown the rail. */
  incline_deg: number | null;
  /** Its limit is the accelerometer's offset, 2–5 % of gravity in real parts. */
  inclineSd_deg: number | null;
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
  /** From the start of lower (of press, without one) to the end of press: the time under tension. */
  tension: Dwell;
  /** How evenly the sled was let down; null where there is no lower. */
  lowering: Lowering | null;
  /** The turn at the bottom: mean acceleration over 0.1 s about the middle of the dwell; null where there is no lower. */
  turnaround: Acceleration | null;
  /** How the press came to its end. */
  stop: Stop;
  /** Knocks at the ends of its strokes; null where the sensor is too slow to tell. */
  knocks: Knocks | null;
  /** Vibration while the sled rolls; null where the sensor is too slow to tell. */
  vibration: Vibration | null;
  /** How the sensor sat on the sled; null where nothing tells. */
  mounting: Mounting | null;
}

/** A verdict on a limit; `borderline` where it lies within two standard deviations. */
export type Verdict = 'in' | 'out' | 'borderline';

export interface Acceleration {
  accel_mps2: number;
  accelSd_mps2: number;
}

export interface Lowering {
  /** Peak over mean speed: 1 would be perfectly even, a minimum-jerk lowering has about 1.7. */
  peakRatio: number;
  peakRatioSd: number;
  /** Share of the lowering's travel done when it is fastest, 0–1: late is caught late. */
  beforePeak: number;
  beforePeakSd: number;
  /** Largest downward acceleration before the peak, mean over 0.1 s, */
  drop_mps2: number;
  dropSd_mps2: number;
  /** and as a share of g·sin incline: 1 is free fall. Null on a level rail. */
  freeFall: number | null;
  freeFallSd: number | null;
}

export interface Stop {
  /** Largest deceleration from the press's peak speed until 0.1 s after its end, mean over 0.05 s. */
  braking_mps2: number;
  brakingSd_mps2: number;
  /** `out`: braked by more than gravity and friction can, so a stop did it; null where gravity is not what brings the sled back. */
  slam: Verdict | null;
}

/** Null where there was none. */
export interface Knocks {
  bottom: Knock | null;
  top: Knock | null;
}

/** A short burst of vibration, far above the rolling. */
export interface Knock {
  t_s: number;
  /** RMS over its strongest 60 ms, all three axes together. */
  size_mps2: number;
  sizeSd_mps2: number;
}

export interface Vibration {
  /** All three axes together, above the motion. */
  rms_mps2: number;
  rmsSd_mps2: number;
}

/** How the sensor sat on the sled during one rep, in its own frame. */
export interface Mounting {
  /** Mean specific force: gravity, and the offset. */
  gravity_mps2: Vector3;
  /** Unit vector along the rail, in the press direction, and how far it may be off either way across. */
  axis: Vector3;
  axisSd_deg: number;
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
  meanSd_mps: number;
  peak_mps: number;
  peakSd_mps: number;
}

export interface PressPhase extends Phase {
  /** Mean velocity until the sled is braked by more than gravity (a < −g·sin incline); Sánchez-Medina 2010. */
  propulsive_mps: number;
  propulsiveSd_mps: number;
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
  timeUnderTensionSd_s: number;
  /** Standard deviation over mean of the full reps' depth; null below two reps. */
  depthCv: number | null;
  /** (fastest − last) ÷ fastest of the full reps' mean press velocity; null below two reps. */
  velocityLoss: number | null;
  velocityLossSd: number | null;
  /** Changes along the set, of the full reps; each null below three. */
  drift: Drift;
  /** Reps thrown back at the bottom rather than pressed, judged by the reps so far. */
  bounces: Bounce[];
  /** Mean square over the reps, rooted; null where no rep has it. */
  vibration: Vibration | null;
  /** How far the sensor turned on the sled between the first and the last reps; null below two. */
  clip: ClipTurn | null;
}

/** Change per rep. */
export interface Drift {
  depth: { perRep_m: number; perRepSd_m: number } | null;
  lower: TempoDrift | null;
  press: TempoDrift | null;
}

/** Of a phase's duration. */
export interface TempoDrift {
  perRep_s: number;
  perRepSd_s: number;
}

export interface Bounce {
  /** `index` of the rep. */
  rep: number;
  verdict: Exclude<Verdict, 'in'>;
}

export interface ClipTurn {
  /** Of gravity, as the sensor sees it. */
  angle_deg: number;
  angleSd_deg: number;
  /** About the vertical, right-handed about up, which gravity does not show; null on a steep rail. */
  turn_deg: number | null;
  turnSd_deg: number | null;
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
  | 'not-on-a-rail'
  | 'clip-slipped';

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
