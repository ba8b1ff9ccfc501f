import type { PhaseId } from '$lib/guide/tempo';
import { inLanguage } from '$lib/locale/language';

/** How the parts of a tempo are said; a `time` comes with its unit. */
interface TempoWords {
  allFree: string;
  range: (low: string, high: string) => string;
  at: Record<PhaseId, (time: string) => string>;
  upTo: Record<PhaseId, (time: string) => string>;
  none: Record<PhaseId, string>;
  fast: Record<PhaseId, string>;
  ownPace: Record<PhaseId, string>;
}

export const tempoWords: TempoWords = inLanguage<TempoWords>({
  en: {
    allFree: 'Every phase at your own pace.',
    range: (low, high) => `${low} to ${high} s`,
    at: {
      lower: (time) => `lower in ${time}`,
      bottom: (time) => `hold ${time}`,
      press: (time) => `press in ${time}`,
      top: (time) => `rest ${time} at the top`,
    },
    upTo: {
      lower: (time) => `lower within ${time}`,
      bottom: (time) => `hold up to ${time}`,
      press: (time) => `press within ${time}`,
      top: (time) => `rest up to ${time} at the top`,
    },
    none: {
      lower: 'lower in no time',
      bottom: 'no hold at the bottom',
      press: 'press in no time',
      top: 'no rest at the top',
    },
    fast: { lower: 'lower fast', bottom: 'bottom fast', press: 'press fast', top: 'top fast' },
    ownPace: {
      lower: 'lower at your own pace',
      bottom: 'hold as you like',
      press: 'press at your own pace',
      top: 'rest at the top as you like',
    },
  },
  de: {
    allFree: 'Jede Phase in deinem eigenen Tempo.',
    range: (low, high) => `${low} bis ${high} s`,
    at: {
      lower: (time) => `in ${time} senken`,
      bottom: (time) => `${time} halten`,
      press: (time) => `in ${time} drücken`,
      top: (time) => `oben ${time} ruhen`,
    },
    upTo: {
      lower: (time) => `binnen ${time} senken`,
      bottom: (time) => `bis zu ${time} halten`,
      press: (time) => `binnen ${time} drücken`,
      top: (time) => `oben bis zu ${time} ruhen`,
    },
    none: {
      lower: 'ohne Zeit senken',
      bottom: 'unten nicht halten',
      press: 'ohne Zeit drücken',
      top: 'oben nicht ruhen',
    },
    fast: {
      lower: 'schnell senken',
      bottom: 'unten schnell',
      press: 'schnell drücken',
      top: 'oben schnell',
    },
    ownPace: {
      lower: 'in deinem Tempo senken',
      bottom: 'halten, wie du magst',
      press: 'in deinem Tempo drücken',
      top: 'oben ruhen, wie du magst',
    },
  },
});
