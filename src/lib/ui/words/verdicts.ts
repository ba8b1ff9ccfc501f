import { inLanguage } from '$lib/locale/language';

/** How a rep or a set lies to what was asked. */
export const verdictWords = inLanguage({
  en: {
    marks: { over: 'over the band', under: 'under the band', borderline: 'borderline' },
  },
  de: {
    marks: { over: 'über dem Bereich', under: 'unter dem Bereich', borderline: 'grenzwertig' },
  },
});
