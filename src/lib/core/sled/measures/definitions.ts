/**
 * Spans of time that are part of what a measure means, s. Each is long enough that a 50 Hz sensor sees
 * the same as a 400 Hz one.
 */
export const SPANS = {
  /** Accelerations of strokes are means over this long: the speed gained in it, over it. */
  turn_s: 0.1,
  /** A stop is shorter: its deceleration is a mean over this long, */
  stop_s: 0.05,
  /** and is looked for up to this long after the press. */
  afterPress_s: 0.1,
  /** Rolling leaves out this much at either end of a stroke: what happens there is turning, not rolling. */
  strokeEnds_s: 0.15,
  /** Vibration is seen through means over this long, */
  vibrationFast_s: 0.02,
  /** with the mean over this long taken out, twice. */
  vibrationSlow_s: 0.07,
  /** The size of a knock is its RMS over this long, */
  knock_s: 0.06,
  /** looked for this long before and after the end of its stroke. */
  knockBefore_s: 0.08,
  knockAfter_s: 0.15,
};
