import { inLanguage } from '$lib/locale/language';

/** What is written on the canvas itself, figures aside. */
export const canvasWords = inLanguage({ en: { now: 'now' }, de: { now: 'jetzt' } });
