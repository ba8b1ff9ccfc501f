/** What people say of a set, before it and after. The sensor knows nothing of it. */
export interface Entered {
  readonly load: Load | null;
  /** The leg that worked, where one did. */
  readonly side: Side | null;
  /** The most the person can press, as they know it. */
  readonly max: KnownMax | null;
  /** Rate of perceived exertion, 1–10 in halves, and reps in reserve. */
  readonly rpe: number | null;
  readonly rir: number | null;
  /** Pain, 0–10. */
  readonly pain: number | null;
  readonly note: string;
  /** Claims ticked off before the set, by id. */
  readonly checked: readonly string[];
  /** Claims that only people can see, rated after it, by id. */
  readonly ratings: Readonly<Record<string, Rating>>;
}

export type Side = 'left' | 'right';

/** Stored in kilograms, with the unit it was typed in: 82.25 kg survives a round trip through pounds. */
export interface Load {
  readonly load_kg: number;
  readonly typedIn: 'kg' | 'lb';
  /** Whether the sled's own weight is in it; null where the person did not say. */
  readonly includesSled: boolean | null;
}

export interface KnownMax {
  readonly kind: 'one-rep-max' | 'perceived-max';
  readonly max_kg: number;
}

/** As a coach's audit rates: `unseen` where the place or the film does not show it. */
export type Rating = 'ok' | 'fix' | 'unseen';

export const NOTHING_ENTERED: Entered = {
  load: null,
  side: null,
  max: null,
  rpe: null,
  rir: null,
  pain: null,
  note: '',
  checked: [],
  ratings: {},
};
