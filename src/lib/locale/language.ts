import { preferences, type Language } from './preferences';

/**
 * The words in the person's language. All languages stand side by side in one place, so that the compiler
 * sees to it that none lacks a word, or takes other figures.
 */
export function inLanguage<Words>(
  words: { en: Words } & Record<Exclude<Language, 'en'>, NoInfer<Words>>,
): Words {
  return words[preferences.language];
}

/** For the browser's own formats of dates and lists (BCP 47). */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };
