import type { AppDefault } from './guided';

/** The kinds of leg press, by what the sensor can be clipped to and what that lets it measure. */
export type MachineId =
  'sled-45' | 'horizontal' | 'other-incline' | 'selectorised-stack' | 'lever-arm';

export interface Machine {
  readonly id: MachineId;
  readonly sensorOn: 'sled' | 'stack' | 'lever';
  /** Angle above the horizontal of the line the sensor travels on; null where it differs or there is no line. */
  readonly incline_deg: number | null;
  /** What tells which way is press: gravity, or on a level rail the first stroke. */
  readonly direction: 'gravity' | 'first-stroke';
  /**
   * Travel of the sled over that of the sensor, for the user to set; null where the sensor rides on the
   * sled and the two are one.
   */
  readonly sledPerSensor: AppDefault<number> | null;
  /** What stays blank on it, and why. */
  readonly unmeasured: readonly Unmeasured[];
  /** Rows of the inventory that speak of it; none where the guide does not know it. */
  readonly rows: readonly string[];
}

export interface Unmeasured {
  readonly quantity: Quantity;
  readonly because: UnmeasuredReason;
}

export type Quantity =
  'reps' | 'phase-times' | 'depth' | 'speed' | 'sled-incline' | 'free-fall' | 'slam';

export type UnmeasuredReason =
  /** Gravity does not bring the sled back: it can neither fall freely nor be seen to be braked by a stop. */
  | 'level-rail'
  /** The stack hangs upright whatever the sled does, and the cable swallows what happens at the sled's own stop. */
  | 'through-cable'
  /** The sensor turns with the lever, so gravity turns in it and there is no rail to find. */
  | 'turns-with-lever';

export const MACHINES: Record<MachineId, Machine> = {
  'sled-45': {
    id: 'sled-45',
    sensorOn: 'sled',
    incline_deg: 45,
    direction: 'gravity',
    sledPerSensor: null,
    unmeasured: [],
    rows: ['C01', 'C03', 'C06', 'C07', 'C08'],
  },
  horizontal: {
    id: 'horizontal',
    sensorOn: 'sled',
    incline_deg: 0,
    direction: 'first-stroke',
    sledPerSensor: null,
    unmeasured: [
      { quantity: 'free-fall', because: 'level-rail' },
      { quantity: 'slam', because: 'level-rail' },
    ],
    rows: ['C01', 'C04', 'C06'],
  },
  'other-incline': {
    id: 'other-incline',
    sensorOn: 'sled',
    incline_deg: null,
    direction: 'gravity',
    sledPerSensor: null,
    unmeasured: [],
    rows: ['C01', 'C05'],
  },
  'selectorised-stack': {
    id: 'selectorised-stack',
    sensorOn: 'stack',
    incline_deg: 90,
    direction: 'gravity',
    sledPerSensor: { value: 1, reason: 'ratio-unknown' },
    unmeasured: [
      { quantity: 'sled-incline', because: 'through-cable' },
      { quantity: 'slam', because: 'through-cable' },
    ],
    rows: [],
  },
  'lever-arm': {
    id: 'lever-arm',
    sensorOn: 'lever',
    incline_deg: null,
    direction: 'gravity',
    sledPerSensor: null,
    // Times and reps too: the analysis finds strokes along a rail, and on an arc it finds the wrong ones.
    unmeasured: (
      ['reps', 'phase-times', 'depth', 'speed', 'sled-incline', 'free-fall', 'slam'] as const
    ).map((quantity) => ({ quantity, because: 'turns-with-lever' })),
    rows: [],
  },
};
