import { inLanguage } from '$lib/locale/language';
import type { PhaseName } from '$lib/live/phase';
import { termWords } from './terms';

/** Words for the phases, before jargon. */
export const phaseWords: Record<PhaseName | 'ready', string> = {
  ...termWords.plain.phases,
  ...inLanguage({ en: { ready: 'Ready' }, de: { ready: 'Bereit' } }),
};

/** Reps and what is said of them. */
export const repWords = inLanguage({
  en: {
    /** The word alone, below or beside its figure. */
    unit: (n: number) => (n === 1 ? 'rep' : 'reps'),
    counted: (n: number) => (n === 1 ? '1 rep' : `${n} reps`),
    countedPartial: (n: number) => (n === 1 ? '1 partial rep' : `${n} partial reps`),
    range: (low: number, high: number) => (low === high ? `${low} reps` : `${low}–${high} reps`),
    one: (index: number) => `Rep ${index}`,
    partial: 'partial',
    doubtful: 'doubtful',
  },
  de: {
    unit: (n: number) => (n === 1 ? 'Wiederholung' : 'Wiederholungen'),
    counted: (n: number) => (n === 1 ? '1 Wiederholung' : `${n} Wiederholungen`),
    countedPartial: (n: number) => (n === 1 ? '1 Teilwiederholung' : `${n} Teilwiederholungen`),
    range: (low: number, high: number) => (low === high ? `${low} Wdh.` : `${low}–${high} Wdh.`),
    one: (index: number) => `Wiederholung ${index}`,
    partial: 'Teilweg',
    doubtful: 'fraglich',
  },
});
