/** A document of the guide, by the number it is cited with. */
export type SourceId = '000' | '001' | '002' | '003';

/** One of the documents the guide rests on. */
export interface Source {
  id: SourceId;
  /** The document's own title. */
  title: string;
  /** What it is about, in our words. */
  covers: string;
  /** What it cannot be asked for, in our words. */
  limits: string;
}

export const SOURCES: Record<SourceId, Source> = {
  '000': {
    id: '000',
    title: 'Hamstring-Focused Leg Press: Equipment, Technique, and Programming Guide',
    covers:
      'The press with high feet for the hamstrings: machines, set-up, technique, sets and reps by goal, common questions.',
    limits:
      'The only source with figures for every goal. It gives none for rest between sets, tolerances, the load for strength or the length of a hold.',
  },
  '001': {
    id: '001',
    title: 'How to Hit Your Hamstrings on the Leg Press',
    covers: 'How to shift the press to the hamstrings: feet, depth, tempo, back, breathing.',
    limits: 'Words only: it gives no number at all.',
  },
  '002': {
    id: '002',
    title: 'Leg Press Master Class',
    covers:
      'The press as a quad exercise, on both legs or one, and where its author sees its limits.',
    limits:
      'Cut off by a pay-wall before its quad instructions: no sets, reps, tempo or load. One statement on anatomy is wrong and is left out.',
  },
  '003': {
    id: '003',
    title: 'Reverse Leg Press: Benefits, Setup, Execution, and Avoiding Mistakes',
    covers:
      'The reverse press: what it trains, set-up, steps, mistakes, progress, and for whom it is.',
    limits:
      'How the body is placed in the machine is worded against itself, so it is left to a coach. Sets, reps and one tempo are its only figures for training.',
  },
};
