/** What tells of a rep while the set runs. Kept in this browser. */
export interface FeedbackSettings {
  /** Short sounds: rep, target reached, end of set, countdown. */
  readonly sounds: Audible;
  readonly speech: Speech;
  /** Ticks in the prescribed tempo. */
  readonly metronome: Audible;
  readonly vibration: boolean;
  readonly flash: boolean;
}

export interface Audible {
  readonly on: boolean;
  /** 0 to 1. */
  readonly volume: number;
}

export interface Speech {
  /** Null until the person chooses: then on where this browser has a voice for the language. */
  readonly on: boolean | null;
  /** 0 to 1. */
  readonly volume: number;
  /** The `voiceURI` of the chosen voice; null for the browser's own choice. */
  readonly voice: string | null;
}

export const DEFAULT_FEEDBACK: FeedbackSettings = {
  sounds: { on: true, volume: 0.8 },
  speech: { on: null, volume: 0.9, voice: null },
  metronome: { on: false, volume: 0.6 },
  vibration: true,
  flash: false,
};

/** What can stand as the one big figure. */
export const FIGURES = ['lower', 'phase', 'depth', 'press', 'reps'] as const;
export type FigureId = (typeof FIGURES)[number];

/** How the live page runs a set. Kept in this browser. */
export interface LiveChoices {
  readonly figure: FigureId;
  /** From the tap to the beep, to walk to the seat; 0 for none. */
  readonly delay_s: number;
  /** A set ends by itself after so long without motion; null, as it begins, for never. */
  readonly autoEnd_s: number | null;
  /** The person's own rest between sets; null for the plan's. */
  readonly rest_s: number | null;
  /** Whether single keys are shortcuts: who dictates to the page switches them off. */
  readonly keys: boolean;
}

export const DEFAULT_LIVE_CHOICES: LiveChoices = {
  figure: 'lower',
  delay_s: 0,
  autoEnd_s: null,
  rest_s: null,
  keys: true,
};
