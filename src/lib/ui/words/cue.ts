export interface CueWords {
  /** What to do, as a sentence; with null where no figure helps, or it is too small to say. */
  readonly sentence: (amount: string | null) => string;
  /** The same in two or three words, to be spoken in mid-set. */
  readonly spoken: string;
  /** What is off, shorter still, for the live screen. */
  readonly mark: (amount: string | null) => string;
}

/** A cue that no figure helps. */
export function plainCue(sentence: string, spoken: string, mark: string): CueWords {
  return { sentence: () => sentence, spoken, mark: () => mark };
}

/** A cue with how much, and what to say where that is unknown or too little to tell. */
export function cueBy(
  sentence: (amount: string) => string,
  spoken: string,
  mark: (amount: string) => string,
  little: { sentence: string; mark: string },
): CueWords {
  return {
    sentence: (amount) => (amount === null ? little.sentence : sentence(amount)),
    spoken,
    mark: (amount) => (amount === null ? little.mark : mark(amount)),
  };
}
