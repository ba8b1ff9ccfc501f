import type { Cite } from '../claim';

/** A question people ask, answered by claims. */
export interface Question {
  id: string;
  /** In our own words. */
  question: string;
  /** Where the source answers it. */
  cite: Cite;
  /** The ids of the claims that answer it. */
  answers: readonly string[];
}

export const QUESTIONS: readonly Question[] = [
  {
    id: 'feet-for-hamstrings',
    question: 'Where do my feet go for the hamstrings?',
    cite: { source: '000', lines: [64] },
    answers: ['B01', 'D06'],
  },
  {
    id: 'instead-of-deadlifts',
    question: 'Can I press instead of doing deadlifts?',
    cite: { source: '000', lines: [66] },
    answers: ['L05'],
  },
  {
    id: 'tempo-for-growth',
    question: 'Which tempo makes hamstrings grow?',
    cite: { source: '000', lines: [68] },
    answers: ['F04'],
  },
  {
    id: 'single-leg',
    question: 'Is it worth pressing with one leg?',
    cite: { source: '000', lines: [70] },
    answers: ['B05', 'B07'],
  },
  {
    id: 'low-back-when-deep',
    question: 'How do I spare my low back when I go deep?',
    cite: { source: '000', lines: [72] },
    answers: ['G04', 'I05'],
  },
  {
    id: 'machine',
    question: 'Sled or horizontal press?',
    cite: { source: '000', lines: [74] },
    answers: ['C03', 'C06'],
  },
  {
    id: 'frequency',
    question: 'How many times a week?',
    cite: { source: '000', lines: [76] },
    answers: ['K02', 'K03'],
  },
  {
    id: 'first-load',
    question: 'How heavy do I begin?',
    cite: { source: '000', lines: [78] },
    answers: ['J15', 'K04'],
  },
  {
    id: 'sprinting',
    question: 'Does it make me faster?',
    cite: { source: '000', lines: [80] },
    answers: ['K07'],
  },
  {
    id: 'after-a-tear',
    question: 'I have torn a hamstring before. What changes?',
    cite: { source: '000', lines: [82] },
    answers: ['I06', 'I07'],
  },
  {
    id: 'shoes',
    question: 'Shoes or bare feet?',
    cite: { source: '000', lines: [84] },
    answers: ['D05'],
  },
  {
    id: 'depth',
    question: 'How deep is deep enough?',
    cite: { source: '000', lines: [86] },
    answers: ['G05'],
  },
  {
    id: 'other-exercises',
    question: 'What else should I train?',
    cite: { source: '000', lines: [88] },
    answers: ['L02', 'L03', 'L04'],
  },
  {
    id: 'reverse-muscles',
    question: 'Which muscles does the reverse press train?',
    cite: { source: '003', lines: [105] },
    answers: ['A26'],
  },
  {
    id: 'reverse-or-usual',
    question: 'What is different in the reverse press?',
    cite: { source: '003', lines: [109] },
    answers: ['A27'],
  },
  {
    id: 'reverse-low-back',
    question: 'My low back worries me. Is the reverse press for me?',
    cite: { source: '003', lines: [113] },
    answers: ['I11'],
  },
  {
    id: 'reverse-steps',
    question: 'What matters in a rep of the reverse press?',
    cite: { source: '003', lines: [117] },
    answers: ['E07', 'F08', 'G09'],
  },
  {
    id: 'reverse-mistakes',
    question: 'What goes wrong in the reverse press?',
    cite: { source: '003', lines: [121] },
    answers: ['H07', 'H08', 'H09', 'H10', 'H11', 'H12'],
  },
];
