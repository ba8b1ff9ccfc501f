/**
 * One figure of a prescription: what the guide gives, with the rows of the inventory it rests on, and
 * what the app would fill a blank with. The two never mix: `guide` holds nothing that is not the guide's.
 */
export interface Guided<T> {
  /** Null: the guide gives no figure. */
  readonly guide: T | null;
  /** Whether the guide asks for it or offers it, to be judged only once taken up; null where it is silent. */
  readonly standing: 'asked' | 'option' | null;
  /** What the guide says in words, with or without a figure. */
  readonly wording: Wording | null;
  /** Ids of the inventory's rows; none where the guide is silent. */
  readonly rows: readonly string[];
  /** Ours, for a blank; a coach may change it. */
  readonly default: AppDefault<T> | null;
}

/** The guide's words for a figure, by id. */
export type Wording =
  // The lowering
  | 'slow'
  | 'controlled'
  // The pause at the bottom
  | 'brief'
  | 'optional-pause'
  | 'hold-at-stretch'
  // The press
  | 'powerful'
  | 'explosive-or-controlled'
  | 'deliberate'
  // The load
  | 'moderate'
  | 'heavier'
  | 'light-to-moderate'
  | 'not-past-form'
  | 'less-than-two-legs'
  // How often
  | 'by-recovery';

export interface AppDefault<T> {
  readonly value: T;
  readonly reason: DefaultReason;
}

export type DefaultReason =
  /** The guide says slow; elsewhere it calls 3–4 s so (rows F01, F09). */
  | 'slow-as-elsewhere'
  /** The guide asks for slow and offers these seconds as one way. */
  | 'offered-for-slow'
  /** The same source's main tempo, which is not tied to a goal (rows F01, F02). */
  | 'main-tempo'
  /** Until the user tells the ratio, the figures are those of what carries the sensor. */
  | 'ratio-unknown';

/** Where the guide says nothing at all. */
export const SILENT: Guided<never> = {
  guide: null,
  standing: null,
  wording: null,
  rows: [],
  default: null,
};

/** A figure the guide asks for. */
export function asked<T>(
  guide: T,
  rows: readonly string[],
  wording: Wording | null = null,
): Guided<T> {
  return { guide, standing: 'asked', wording, rows, default: null };
}

/** A figure the guide offers beside others. */
export function offered<T>(
  guide: T,
  rows: readonly string[],
  wording: Wording | null = null,
): Guided<T> {
  return { ...asked(guide, rows, wording), standing: 'option' };
}

/** What the guide asks for in words alone. */
export function worded(wording: Wording, rows: readonly string[]): Guided<never> {
  return { ...SILENT, standing: 'asked', wording, rows };
}

/** What the guide offers in words alone. */
export function offeredInWords(wording: Wording, rows: readonly string[]): Guided<never> {
  return { ...worded(wording, rows), standing: 'option' };
}

/** The figure with what the app starts from, where the guide does not ask for a number. */
export function startingFrom<T>(figure: Guided<T>, value: T, reason: DefaultReason): Guided<T> {
  return { ...figure, default: { value, reason } };
}
