/** What the analysis may be told about the set; everything has a default. */
export interface Setup {
  /** Shortest travel of a stroke, m. */
  minTravel_m: number;
  /** The user says the press goes the other way than the data suggest. */
  flip: boolean;
}

export const DEFAULT_SETUP: Setup = { minTravel_m: 0.1, flip: false };

/** Speed that parts a stroke from a dwell, m/s. Published with every result; not adjustable. */
export const V0_MPS = 0.02;
