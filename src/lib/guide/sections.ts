import type { Cite } from './claim';
import type { SourceId } from './sources';

/** A part of a document, under the heading the document gives it. */
export interface Section {
  readonly heading: string;
  /** The heading's own line, counted from 1; the section reaches to the next heading. */
  readonly line: number;
}

/** The headings of each document, in its order. What stands before the first is its title and opening. */
export const SECTIONS: Record<SourceId, readonly Section[]> = {
  '000': [
    { heading: 'Understanding Hamstrings and Leg Press Biomechanics', line: 2 },
    { heading: 'Hamstring Anatomy and Function', line: 5 },
    { heading: 'How the Leg Press Targets Hamstrings (Biomechanics & EMG)', line: 9 },
    { heading: 'Technique and Variations for Hamstring Emphasis', line: 16 },
    { heading: 'Foot Placement and Range of Motion', line: 19 },
    { heading: 'Tempo, Cues, and Common Technical Errors', line: 25 },
    { heading: 'Equipment Selection and Machine Setup', line: 34 },
    { heading: 'Choosing Between Machine Types (45-degree, Horizontal, Sled)', line: 37 },
    { heading: 'Safety Features and Setup Tips (Seat, Stops, Footplate)', line: 43 },
    { heading: 'Programming, Progression and Injury Considerations', line: 48 },
    { heading: 'Sample Programs and Rep Schemes', line: 51 },
    { heading: 'Accessory Work, Rehab, and Mobility Integration', line: 56 },
    { heading: 'FAQs', line: 61 },
  ],
  '001': [
    { heading: 'The Biomechanics of Hamstring Activation', line: 5 },
    { heading: 'Key Adjustments for Hamstring Focus', line: 11 },
    { heading: 'Maximizing Hamstring Engagement and Safety', line: 23 },
  ],
  '002': [
    { heading: 'Leg press technique and tips', line: 7 },
    { heading: 'Leg Press Key Points', line: 11 },
    { heading: 'Anatomy of the Leg Press', line: 25 },
    { heading: 'Glutes and Hamstrings', line: 27 },
  ],
  '003': [
    { heading: 'How to Do a Reverse Leg Press?', line: 9 },
    { heading: 'What is the Reverse Leg Press?', line: 13 },
    { heading: 'Benefits of the Reverse Leg Press', line: 24 },
    { heading: 'Setting Up for the Reverse Leg Press', line: 34 },
    { heading: 'Step-by-Step Execution', line: 49 },
    { heading: 'Common Mistakes to Avoid', line: 59 },
    { heading: 'Programming and Variations', line: 70 },
    { heading: 'Who Should Consider the Reverse Leg Press?', line: 79 },
    { heading: 'Conclusion', line: 89 },
    { heading: 'Key Takeaways', line: 93 },
    { heading: 'Frequently Asked Questions', line: 101 },
  ],
};

/** The headings under which the cited lines stand, each once, in order; null for the title and opening. */
export function sectionsCited({ source, lines }: Cite): (string | null)[] {
  const headings = lines.map(
    (cited) => SECTIONS[source].findLast(({ line }) => line <= cited)?.heading ?? null,
  );
  return [...new Set(headings)];
}
