/** What the analysis may be told about the set; everything has a default. */
export interface Setup {
  /** Shortest travel of a stroke, m, of the sled. */
  readonly minTravel_m: number;
  /** The user says the press goes the other way than the data suggest. */
  readonly flip: boolean;
  /** Travel of the sled over that of the sensor: 1 where the sensor rides on it, else the cable's ratio. */
  readonly sledPerSensor: number;
  /** Stretches whose reps do not count, because the user said so. */
  readonly excluded: readonly Exclusion[];
}

/** A stretch of the recording's own time axis. */
export interface Exclusion {
  readonly start_s: number;
  readonly end_s: number;
  readonly reason: ExclusionReason;
}

/**
 * `removed`: not to be counted, for the person's own reasons. `un-rack`: the sled was taken off its stops, or put
 * back. `calibration`: the reps that showed the depth.
 */
export type ExclusionReason = 'removed' | 'un-rack' | 'calibration';

export const DEFAULT_SETUP: Setup = {
  minTravel_m: 0.1,
  flip: false,
  sledPerSensor: 1,
  excluded: [],
};

/** Speed that parts a stroke from a dwell, m/s, of the sensor. Published with every result; not adjustable. */
export const V0_MPS = 0.02;
