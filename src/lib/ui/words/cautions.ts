import { inLanguage } from '$lib/locale/language';

export interface CautionWords {
  readonly title: string;
  /** Whom or what each warning is about, by the claim's id. */
  readonly about: Record<string, string>;
  readonly coachTitle: string;
  readonly coach: string;
  /** Ours, no source's. */
  readonly limitTitle: string;
  readonly limit: string;
  readonly where: string;
}

export const CAUTION_WORDS: { en: CautionWords; de: CautionWords } = {
  en: {
    title: 'Before you press',
    about: {
      A23: 'Advanced',
      B17: 'One leg',
      D05: 'Shoes',
      H09: 'Low back',
      I02: 'Sudden load',
      I04: 'Stops',
      I05: 'Low back',
      I06: 'After a tear',
      I07: 'After a tear',
      I10: 'Limits and injuries',
      I11: 'Low-back concerns',
      I12: 'Rehab',
      K04: 'Pain',
    },
    coachTitle: 'Position',
    coach:
      'The source contradicts itself on how the body goes into the machine. Let a coach show you.',
    limitTitle: 'No medical advice',
    limit:
      'Sledtrace is a training log. If something hurts or worries you, stop and ask someone qualified.',
    where: 'Where this comes from',
  },
  de: {
    title: 'Bevor du drückst',
    about: {
      A23: 'Fortgeschritten',
      B17: 'Ein Bein',
      D05: 'Schuhe',
      H09: 'Unterer Rücken',
      I02: 'Plötzliche Last',
      I04: 'Anschläge',
      I05: 'Unterer Rücken',
      I06: 'Nach einem Riss',
      I07: 'Nach einem Riss',
      I10: 'Einschränkungen und Verletzungen',
      I11: 'Sorgen um den unteren Rücken',
      I12: 'Reha',
      K04: 'Schmerz',
    },
    coachTitle: 'Position',
    coach:
      'Wie der Körper ins Gerät kommt, beschreibt die Quelle widersprüchlich. Lass es dir von einem Coach zeigen.',
    limitTitle: 'Kein ärztlicher Rat',
    limit:
      'Sledtrace ist ein Trainingstagebuch. Wenn etwas schmerzt oder dir Sorgen macht, hör auf und frag jemanden vom Fach.',
    where: 'Woher das kommt',
  },
};

export const cautionWords: CautionWords = inLanguage(CAUTION_WORDS);
