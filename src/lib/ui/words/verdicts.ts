import { inLanguage } from '$lib/locale/language';

/** How a rep or a set lies to what was asked. */
export const verdictWords = inLanguage({
  en: {
    marks: { over: 'over the band', under: 'under the band', borderline: 'borderline' },
    inBands: 'In the bands',
    ofReps: (n: number) => (n === 1 ? 'of 1 rep' : `of ${n} reps`),
    borderline: (n: number) => `${n} borderline`,
    kept: (inside: number, all: number) => `${inside} of ${all} in`,
    toChange: 'What to change',
    asAsked: 'As asked',
    everyRep: (n: number) =>
      n === 1 ? 'The rep is in its bands.' : `All ${n} reps are in their bands.`,
    nothingFound: 'Nothing was found that has to change.',
    ownTarget: 'Your own target',
    showRep: (rep: number) => `Show rep ${rep} in the charts`,
    more: (n: number) => (n === 1 ? '1 more' : `${n} more`),
    fewer: 'Show fewer',
  },
  de: {
    marks: { over: 'über dem Bereich', under: 'unter dem Bereich', borderline: 'grenzwertig' },
    inBands: 'In den Bereichen',
    ofReps: (n: number) => (n === 1 ? 'von 1 Wdh.' : `von ${n} Wdh.`),
    borderline: (n: number) => `${n} grenzwertig`,
    kept: (inside: number, all: number) => `${inside} von ${all} darin`,
    toChange: 'Was zu ändern ist',
    asAsked: 'Wie vorgegeben',
    everyRep: (n: number) =>
      n === 1
        ? 'Die Wiederholung liegt in ihren Bereichen.'
        : `Alle ${n} Wiederholungen liegen in ihren Bereichen.`,
    nothingFound: 'Es fand sich nichts, was zu ändern wäre.',
    ownTarget: 'Eigenes Ziel',
    showRep: (rep: number) => `Wiederholung ${rep} in den Kurven zeigen`,
    more: (n: number) => `${n} weitere`,
    fewer: 'Weniger zeigen',
  },
});
