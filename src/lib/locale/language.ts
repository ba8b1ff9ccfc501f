import { preferences, type Language } from './preferences';

/** Words of the same shape: any text where there is one, and functions that take the same figures. */
type Wording<Words> = Words extends string
  ? string
  : Words extends (...figures: infer Figures) => string
    ? (...figures: Figures) => string
    : Words extends object
      ? { [Key in keyof Words]: Wording<Words[Key]> }
      : Words;

/**
 * The words in the person's language. All languages stand side by side in one place, so that the compiler
 * sees to it that none lacks a word, or takes other figures.
 */
export function inLanguage<Words>(
  words: { en: Words } & Record<Exclude<Language, 'en'>, NoInfer<Wording<Words>>>,
): Wording<Words>;
export function inLanguage(words: Record<Language, unknown>): unknown {
  return words[preferences.language];
}

/** For the browser's own formats of dates and lists (BCP 47). */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };
